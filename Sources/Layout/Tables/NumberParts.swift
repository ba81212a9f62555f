import Indicators

/// A printed number at its decimal mark: “87” and “,5 %”.
struct NumberParts {
  let before: Substring
  let after: Substring

  /// What has no digit has nothing after: a mark stands where numbers end.
  init?(_ text: String, decimalMark: Character) {
    var end: String.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character.isASCII, character.isNumber {
        end = text.index(after: index)
      } else if end != nil, !Self.isWithin(text, index) {
        break
      }
      index = text.index(after: index)
    }
    guard let end else { return nil }
    before = text[..<end]
    after = text[end...]
  }

  /// Whether a sign stands within the digits of a number: the space between thousands.
  private static func isWithin(_ text: String, _ index: String.Index) -> Bool {
    guard text[index] == "\u{202F}" || text[index] == "\u{A0}" else { return false }
    let next = text.index(after: index)
    return next < text.endIndex && text[next].isASCII && text[next].isNumber
  }

  /// What follows the fraction: the unit.
  var unit: Substring {
    guard let mark = after.first, ",.".contains(mark) else { return after }
    return after.dropFirst().drop { $0.isASCII && $0.isNumber }
  }

  /// Whether two units are the same but for a plural.
  static func areAlike(_ a: Substring, _ b: Substring) -> Bool { a.hasPrefix(b) || b.hasPrefix(a) }

  /// What stands after, with any digit as one: numbers whose endings are alike line up at their right edges.
  var ending: String { String(after.map { $0.isNumber ? "0" : $0 }) }
}

extension Wording {
  /// What parts a number's whole from its fraction.
  var decimalMark: Character { language == .french ? "," : "." }
}
