import Diagnostics
import DrawList
import Indicators

/// Blocks side by side.
extension FragmentBuilder {
  /// How much of a page a row may take: what is taller would leave the heading over it alone on a page.
  private static let tallestRow = 0.75

  /// - Parameter spans: how many columns each block takes.
  mutating func grid(
    _ blocks: [PublishedBlock], columns: Int, spans: [Int], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let column = (width - Double(columns - 1) * theme.spacing[.gridGutter]) / Double(columns)
    let cells = zip(blocks, spans).map { block, span in
      GridCell(
        block: block, span: span,
        width: Double(span) * (column + theme.spacing[.gridGutter]) - theme.spacing[.gridGutter])
    }
    var rows: [[GridCell]] = []
    var free = 0
    for cell in cells {
      if cell.span > free {
        rows.append([])
        free = columns
      }
      rows[rows.count - 1].append(cell)
      free -= cell.span
    }
    return rows.flatMap { gridRow($0, in: parent, level: level, width: width) }
  }

  private struct GridCell {
    let block: PublishedBlock
    let span: Int
    let width: Points
  }

  private mutating func gridRow(
    _ cells: [GridCell], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let before = structure
    var row = Fragment(height: 0, marks: [])
    var x: Points = 0
    for cell in cells {
      let built = withinOthers {
        $0.fragments(of: [cell.block], in: parent, level: level, width: cell.width)
      }
      let stack = Fragment(stacking: built)
      row.marks += stack.marks.map { $0.moved(by: Point(x: x, y: 0)) }
      row.footnotes += stack.footnotes
      row.height = max(row.height, stack.height)
      row.spaceBefore = max(row.spaceBefore, built.first?.spaceBefore ?? 0)
      row.spaceAfter = max(row.spaceAfter, built.last?.spaceAfter ?? 0)
      row.name = row.name ?? built.lazy.compactMap(\.name).first
      x += cell.width + theme.spacing[.gridGutter]
    }
    if row.height > page.frame.size.height * Self.tallestRow {
      // Too tall to stand under a heading: its blocks go one under the other, where pages may end between their
      // parts.
      structure = before
      diagnostics.report(.warning(.gridStacked, at: nil))
      return fragments(of: cells.map(\.block), in: parent, level: level, width: width)
    }
    return [row]
  }
}

extension Diagnostic.Message {
  fileprivate static var gridStacked: Self {
    Self(
      "grid-stacked",
      fr: "une grille dépasse les trois quarts d’une page : ses blocs sont mis l’un sous l’autre",
      en: "a grid is taller than three quarters of a page: its blocks are set one under the other")
  }
}
