import Hyphenation
import Typography

/// Where words may be hyphenated in running text: what the patterns of a language give, less what a careful
/// compositor would not part.
package final class HyphenationPoints {
  private let hyphenators: [String: Hyphenator]
  private let wholeWords: Set<String>
  private var known: [String: [String: [Int]]] = [:]

  /// - Parameters:
  ///   - hyphenators: by the language of their patterns, as `fr`.
  ///   - wholeNames: names no word of which is parted.
  package init(_ hyphenators: [String: Hyphenator] = [:], wholeNames: [String] = []) {
    self.hyphenators = hyphenators
    wholeWords = Set(
      wholeNames.flatMap { $0.split(whereSeparator: \.isWhitespace).map { bare(String($0)) } })
  }

  /// How many bytes stand before each place in a text without spaces.
  func points(in word: String, language: String) -> [Int] {
    let language = language.prefix { $0 != "-" }
    guard let hyphenator = hyphenators[String(language)] else { return [] }
    if let points = known[String(language)]?[word] { return points }
    let points = points(in: word, hyphenator)
    known[String(language), default: [:]][word] = points
    return points
  }

  private func points(in word: String, _ hyphenator: Hyphenator) -> [Int] {
    guard word.utf8.count <= Self.longest, !isCode(word), !wholeWords.contains(bare(word)) else { return [] }
    var points: [Int] = []
    var letters = ""
    var start = 0
    var offset = 0
    func close() {
      points += self.points(inLetters: letters, hyphenator).map { start + $0 }
    }
    for scalar in word.unicodeScalars {
      if scalar.properties.isAlphabetic {
        if letters.isEmpty { start = offset }
        letters.unicodeScalars.append(scalar)
      } else {
        close()
        letters = ""
      }
      offset += UTF8.width(scalar)
    }
    close()
    return points
  }

  /// Longer “words” are none.
  private static let longest = 96
  private static let lettersBefore = 2
  private static let lettersAfter = 3

  private func points(inLetters letters: String, _ hyphenator: Hyphenator) -> [Int] {
    let scalars = Array(letters.unicodeScalars)
    guard scalars.count >= Self.lettersBefore + Self.lettersAfter, !isAcronym(scalars) else { return [] }
    let small = letters.lowercased()
    guard small.unicodeScalars.count == scalars.count else { return [] }
    return hyphenator.points(in: small, leaving: Self.lettersBefore, Self.lettersAfter).map { count in
      scalars[..<count].reduce(0) { $0 + UTF8.width($1) }
    }
  }

  /// “QPV”, “RésO”, “zOOm”: a capital after the first letter.
  private func isAcronym(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.dropFirst().contains { $0.properties.isUppercase }
  }

  /// What is no plain word: codes, numbers, addresses, compounds that have a hyphen of their own, and words with
  /// signs inside, such as `habitant·e·s` and `Commun[s]`.
  private func isCode(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard let first = scalars.firstIndex(where: { $0.properties.isAlphabetic }),
      let last = scalars.lastIndex(where: { $0.properties.isAlphabetic })
    else { return true }
    // Digits count wherever they stand, other signs only between letters.
    return scalars.contains { ("0"..."9").contains($0) || "@_#/\\=&~".unicodeScalars.contains($0) }
      || scalars[first...last].contains { !$0.properties.isAlphabetic && $0 != "’" && $0 != "'" }
  }
}

/// A word without the signs around it.
private func bare(_ word: String) -> String {
  let letters = word.drop { !$0.isLetter }
  return String(letters.reversed().drop { !$0.isLetter }.reversed())
}

extension TextPassage {
  /// The passage with places for hyphens, in all its words or in those of some pieces.
  func hyphenated(
    by points: HyphenationPoints, styles: [TextStyle], where isWanted: (Int) -> Bool = { _ in true }
  ) -> TextPassage {
    var result = self
    result.places = []
    result.places.reserveCapacity(places.count * 2)
    var next = 0
    for (index, piece) in pieces.enumerated() where piece.kind == .word && isWanted(index) {
      guard piece.level % 2 == 0, isWholeWord(index) else { continue }
      for offset in points.points(in: piece.text, language: styles[piece.style].language) {
        let place = BreakPlace(kind: .hyphen, piece: index, offset: offset)
        while next < places.count, places[next].isBefore(place) {
          result.places.append(places[next])
          next += 1
        }
        if next < places.count, places[next].piece == index, places[next].offset == offset { continue }
        result.places.append(place)
      }
    }
    result.places += places[next...]
    return result
  }

  /// Whether a piece is a whole word, no letter of another style against it, and none bound to what is before it
  /// by a no-break space: a date or a number with its unit is in one piece.
  private func isWholeWord(_ index: Int) -> Bool {
    let before = index > 0 ? pieces[index - 1] : nil
    if before?.kind == .noBreakSpace { return false }
    let after = index + 1 < pieces.count ? pieces[index + 1] : nil
    return !(before?.kind == .word && before?.text.last?.isSignBetweenWords == false)
      && !(after?.kind == .word && after?.text.first?.isSignBetweenWords == false)
  }
}

extension Character {
  fileprivate var isSignBetweenWords: Bool { !isLetter && !isNumber && self != "·" && self != "@" }
}

extension BreakPlace {
  fileprivate func isBefore(_ other: BreakPlace) -> Bool {
    piece != other.piece ? piece < other.piece : offset < other.offset
  }
}
