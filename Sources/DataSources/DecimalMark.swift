/// What stands between the units and the tenths of a number.
package enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  case comma
  case point

  /// The mark that an author writes, as a sign or by its name; `nil` for another word.
  package init?(written word: String) {
    switch word.lowercased() {
    case ",", "comma", "virgule": self = .comma
    case ".", "point", "dot": self = .point
    default: return nil
    }
  }

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .point: UInt8(ascii: ".")
    }
  }

  /// The other mark, which some countries put between groups of thousands.
  var other: DecimalMark {
    switch self {
    case .comma: .point
    case .point: .comma
    }
  }
}
