import Indicators

/// A printed number at its decimal mark: “87” and “,5 %”.
struct NumberParts {
  let before: Substring
  let after: Substring

  /// What has no digit has nothing after: a mark stands where numbers end.
  ///
  /// - Parameter groupMarks: what stands between thousands.
  init?(_ text: String, groupMarks: [String]) {
    let bytes = text.utf8
    var end: String.Index?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if Self.isDigit(bytes[index]) {
        index = bytes.index(after: index)
        end = index
      } else if end == nil {
        index = bytes.index(after: index)
      } else if let next = Self.digit(after: groupMarks, at: index, in: bytes) {
        index = next
      } else {
        break
      }
    }
    guard let end else { return nil }
    before = text[..<end]
    after = text[end...]
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Where digits go on after what stands between thousands.
  private static func digit(
    after marks: [String], at index: String.Index, in bytes: String.UTF8View
  ) -> String.Index? {
    for mark in marks where bytes[index...].starts(with: mark.utf8) {
      let next = bytes.index(index, offsetBy: mark.utf8.count)
      return next < bytes.endIndex && isDigit(bytes[next]) ? next : nil
    }
    return nil
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
  /// What stands between a number's thousands.
  var groupMarks: [String] {
    switch language {
    case .french: ["\u{202F}", "\u{A0}"]
    case .english: [","]
    }
  }
}
