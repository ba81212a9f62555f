import Spec

/// What stands in headers and footers.
package struct RunningDesign: Hashable, Sendable {
  /// Words and what is filled in, in order.
  package typealias Line = [RunningPiece]

  package let header: RoleTable<RunningPosition, Line>
  package let footer: RoleTable<RunningPosition, Line>
  /// Of left-hand pages, where sides differ.
  package let headerLeft: RoleTable<RunningPosition, Line>
  package let footerLeft: RoleTable<RunningPosition, Line>
}

package enum RunningPiece: Hashable, Sendable {
  case words(String)
  case field(RunningField)
}

/// What a header or footer may be filled with.
package enum RunningField: String, Hashable, Sendable, CaseIterable {
  case title, subtitle, period, publisher, author, date, status
  /// The theme's mark, which stands alone.
  case logo
  /// The title of the section that the page is in.
  case section
  /// The page's number alone, and how many pages there are.
  case page, pages
  /// “Page 3 sur 12”.
  case pageOf = "page-of"
}

extension RunningDesign {
  /// Reads `{publisher}, page {page}`.
  ///
  /// - Returns: the pieces, and the words between braces that are no field.
  static func line(_ text: String) -> (pieces: Line, unknown: [String]) {
    var pieces: Line = []
    var unknown: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      let word = String(rest[rest.index(after: open)..<close])
      if let field = RunningField(rawValue: word) {
        pieces.append(.field(field))
      } else {
        unknown.append(word)
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return (pieces, unknown)
  }
}
