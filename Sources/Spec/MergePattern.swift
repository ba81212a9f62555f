import Diagnostics

/// What a cell says, made of several columns: `{taux} [{bas}–{haut}]`.
package struct MergePattern: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case text(String)
    case column(Located<String>)
  }

  package let pieces: [Piece]

  package var columns: [Located<String>] {
    pieces.compactMap { if case .column(let name) = $0 { name } else { nil } }
  }

  /// Reads a pattern; `nil` where a brace has no partner or no column stands in braces.
  init?(_ text: Located<String>) {
    var pieces: [Piece] = []
    var rest = text.value[...]
    while let open = rest.firstIndex(of: "{") {
      let start = rest.index(after: open)
      guard let close = rest[start...].firstIndex(of: "}"), start < close else { return nil }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.column(Located(String(rest[start..<close]), at: text.place)))
      rest = rest[rest.index(after: close)...]
    }
    guard !rest.contains("}") else { return nil }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }
}
