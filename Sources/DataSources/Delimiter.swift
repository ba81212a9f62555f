/// What stands between the cells of a row.
package enum Delimiter: String, Hashable, Sendable, CaseIterable {
  case semicolon = ";"
  case tab = "\t"
  case pipe = "|"
  case comma = ","

  /// The delimiter that an author writes, as a sign or by its name; `nil` for another word.
  package init?(written word: String) {
    switch word.lowercased() {
    case ";", "semicolon", "point-virgule": self = .semicolon
    case "\t", "\\t", "tab", "tabulation": self = .tab
    case "|", "pipe", "barre": self = .pipe
    case ",", "comma", "virgule": self = .comma
    default: return nil
    }
  }

  var byte: UInt8 {
    switch self {
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    case .comma: UInt8(ascii: ",")
    }
  }
}
