/// Finds abbreviations in texts: whole words, with capitals as they are declared.
struct AbbreviationFinder {
  struct Found {
    /// Its place among the declared ones.
    let number: Int
    let range: Range<String.Index>
  }

  private struct Entry {
    let number: Int
    let scalars: [Unicode.Scalar]
  }

  /// By their first character; of two that begin alike the longer comes first.
  private let entries: [Unicode.Scalar: [Entry]]

  init(_ names: [String]) {
    var entries: [Unicode.Scalar: [Entry]] = [:]
    for (number, name) in names.enumerated() {
      let scalars = Array(name.unicodeScalars)
      guard let first = scalars.first else { continue }
      entries[first, default: []].append(Entry(number: number, scalars: scalars))
    }
    self.entries = entries.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }

  func all(in text: String) -> [Found] {
    guard !entries.isEmpty else { return [] }
    let scalars = text.unicodeScalars
    var found: [Found] = []
    var index = scalars.startIndex
    var isInWord = false
    while index < scalars.endIndex {
      if !isInWord, let one = entry(at: index, in: scalars) {
        found.append(one)
        index = one.range.upperBound
        isInWord = true
        continue
      }
      isInWord = isWordScalar(scalars[index])
      index = scalars.index(after: index)
    }
    return found
  }

  private func entry(at start: String.Index, in scalars: String.UnicodeScalarView) -> Found? {
    for entry in entries[scalars[start]] ?? [] where scalars[start...].starts(with: entry.scalars) {
      let end = scalars.index(start, offsetBy: entry.scalars.count)
      if endsWord(at: end, in: scalars) { return Found(number: entry.number, range: start..<end) }
      // “EPCIs”, as English has it, and some French.
      if scalars[end] == "s" {
        let plural = scalars.index(after: end)
        if endsWord(at: plural, in: scalars) { return Found(number: entry.number, range: start..<plural) }
      }
    }
    return nil
  }

  private func endsWord(at index: String.Index, in scalars: String.UnicodeScalarView) -> Bool {
    index == scalars.endIndex || !isWordScalar(scalars[index])
  }

  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark:
      true
    default: false
    }
  }
}
