import DataSources
import Diagnostics
import Model
import Spec

/// Cells whose texts are Markdown.
extension Composer {
  mutating func markdownCell(_ words: String, at place: Place) -> TypedTable.Cell {
    let blocks = markdownOfCell(words, at: place, into: &diagnostics)
    let rich = rich(inlines(of: blocks))
    var extra = TypedTable.Extra()
    // A cell of plain words keeps no more than its text.
    let hasStyles = rich.pieces.contains { $0 != RichText.Piece(text: $0.text) }
    if hasStyles { extra.rich = rich }
    return TypedTable.Cell(.text(rich.plain), rich.plain, hasStyles ? extra : nil)
  }

  /// Paragraphs and items of lists as lines of one text.
  private func inlines(of blocks: [TextBlock]) -> [Inline] {
    let lines = blocks.flatMap { block -> [[Inline]] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): [inlines]
      case .quote(let blocks): [inlines(of: blocks)]
      case .list(let start, let items):
        items.enumerated().map { index, item in
          [.text(start.map { "\($0 + index).\u{A0}" } ?? "•\u{A0}")] + inlines(of: item)
        }
      }
    }
    return Array(lines.joined(separator: [.lineBreak]))
  }
}
