extension [Diagnostic.Hint] {
  /// “Did you mean …?”, or where nothing is near, what may stand here; nothing when neither helps.
  ///
  /// - Parameters:
  ///   - word: what the author wrote.
  ///   - known: the words that are valid there, in the order to list them.
  package static func suggestion(for word: String, among known: [String]) -> Self {
    let nearest = nearest(to: word, among: known)
    guard nearest.isEmpty else { return nearest }
    guard !known.isEmpty else { return [] }
    let listed = known.prefix(mostListed).joined(separator: ", ") + (known.count > mostListed ? ", …" : "")
    return [Diagnostic.Hint(fr: "mots possibles : \(listed)", en: "possible words: \(listed)")]
  }

  /// “Did you mean …?”, or nothing where nothing is near.
  package static func nearest(to word: String, among known: [String]) -> Self {
    (nearestWord(to: word, among: known) ?? meantWord(by: word, among: known)).map { nearest in
      [Diagnostic.Hint(fr: "vouliez-vous dire « \(nearest) » ?", en: "did you mean “\(nearest)”?")]
    } ?? []
  }
}

/// More words than these help nobody.
private let mostListed = 40

/// The word of `known` that `word` most likely stands for, if any is near enough.
///
/// Near enough is at most one edit for three letters, or one in a word of two; a lone letter has to be the
/// same. Case and accents do not count.
func nearestWord(to word: String, among known: [String]) -> String? {
  let target = folded(word)
  let limit = target.count < 2 ? 0 : max(1, target.count / 3)
  var best: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(target, folded(candidate))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// Lower case, accents and the difference between `-`, `_` and space removed.
func folded(_ word: String) -> [Character] {
  word.lowercased().map { character in
    switch character {
    case "à", "â", "ä": "a"
    case "ç": "c"
    case "é", "è", "ê", "ë": "e"
    case "î", "ï": "i"
    case "ô", "ö": "o"
    case "ù", "û", "ü": "u"
    case "_", " ": "-"
    default: character
    }
  }
}

/// Edits that turn `a` into `b`: insertions, deletions, replacements, swaps of neighbours.
///
/// The restricted Damerau–Levenshtein (“optimal string alignment”) distance, Boytsov 2011, section 2.2.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(row[j - 1] + 1, last[j] + 1, substitution)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
