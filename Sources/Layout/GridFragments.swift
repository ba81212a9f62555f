import Diagnostics
import DrawList
import Indicators

/// Blocks side by side.
extension FragmentBuilder {
  /// How much of a page a row may take: what is taller would leave the heading over it alone on a page.
  private static let tallestRow = 0.75

  mutating func grid(
    _ blocks: [PublishedBlock], columns: Int, in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let column = (width - Double(columns - 1) * theme.spacing[.gridGutter]) / Double(columns)
    var rows: [Fragment] = []
    var start = 0
    while start < blocks.count {
      let row = Array(blocks[start..<min(start + columns, blocks.count)])
      rows += gridRow(row, in: parent, level: level, column: column, width: width)
      start += columns
    }
    return rows
  }

  private mutating func gridRow(
    _ blocks: [PublishedBlock], in parent: ElementID, level: Int, column: Points, width: Points
  ) -> [Fragment] {
    let before = structure
    var marks: [Mark] = []
    var footnotes: [Fragment.Footnote] = []
    var height: Points = 0
    var spaceBefore: Points = 0
    var spaceAfter: Points = 0
    for (index, block) in blocks.enumerated() {
      let cell = fragments(of: [block], in: parent, level: level, width: column)
      let stack = Fragment(stacking: cell)
      let x = Double(index) * (column + theme.spacing[.gridGutter])
      marks += stack.marks.map { $0.moved(by: Point(x: x, y: 0)) }
      footnotes += stack.footnotes
      height = max(height, stack.height)
      spaceBefore = max(spaceBefore, cell.first?.spaceBefore ?? 0)
      spaceAfter = max(spaceAfter, cell.last?.spaceAfter ?? 0)
    }
    if height > theme.page.frame.size.height * Self.tallestRow {
      // Too tall to stand under a heading: its blocks go one under the other, where pages may end between their
      // parts.
      structure = before
      diagnostics.report(.warning(.gridStacked, at: nil))
      return fragments(of: blocks, in: parent, level: level, width: width)
    }
    var fragment = Fragment(height: height, marks: marks)
    fragment.footnotes = footnotes
    fragment.spaceBefore = spaceBefore
    fragment.spaceAfter = spaceAfter
    return [fragment]
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
