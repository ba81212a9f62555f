import CBidi

/// Which way the parts of a text run, by the bidirectional algorithm of Unicode (UAX #9) as ICU has it.
///
/// Levels are even for what reads from left to right and odd for what reads from right to left.
package struct Bidirectionality: Hashable, Sendable {
  /// The embedding level of each byte of a text's UTF-8.
  package let levels: [UInt8]
  /// Whether the text's first paragraph starts at the right: its first letter says so.
  package let startsAtRight: Bool

  /// Of a text, or `nil` where all of it reads from left to right.
  ///
  /// - Parameter isRightToLeft: whether a text without letters starts at the right.
  package init?(of text: String, isRightToLeft: Bool = false) {
    guard isRightToLeft || text.utf8.contains(where: { $0 >= 0xD6 }),
      isRightToLeft || text.unicodeScalars.contains(where: Self.mayTurnDirection)
    else { return nil }
    let units = Array(text.utf16)
    var levels = [UInt8](repeating: 0, count: units.count)
    var ownLevel: UInt8 = 0
    let succeeded = bidi_levels(units, Int32(units.count), isRightToLeft ? 1 : 0, &levels, &ownLevel)
    precondition(succeeded, "ICU fails on a text only for want of memory")
    self.levels = Self.spread(levels, overBytesOf: text)
    startsAtRight = ownLevel % 2 == 1
  }

  /// Whether a language is written from right to left.
  package static func isRightToLeft(language: String) -> Bool {
    // Most texts are in a language of two letters, and this is asked of each.
    language.utf8.count == 2
      ? rightToLeft.contains(language) : rightToLeft.contains(String(language.prefix { $0 != "-" }))
  }

  private static let rightToLeft: Set<String> = ["ar", "he", "fa", "ur", "yi", "ps", "sd", "dv", "ug"]

  /// For each place from left to right, which of a line's items stands there.
  package static func visualOrder(of levels: [UInt8]) -> [Int] {
    var order = [Int32](repeating: 0, count: levels.count)
    bidi_order(levels, Int32(levels.count), &order)
    return order.map(Int.init)
  }

  /// Letters of the scripts that run from right to left, marks of direction and overrides.
  private static func mayTurnDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFF,
      0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  private static func spread(_ levels: [UInt8], overBytesOf text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var unit = 0
    for scalar in text.unicodeScalars {
      bytes += repeatElement(levels[unit], count: UTF8.width(scalar))
      unit += UTF16.width(scalar)
    }
    return bytes
  }
}
