import DrawList
import Indicators
import Typesetting

/// In what type a table is set and where its columns stand.
///
/// A table too wide for its words is set in smaller type with narrower gaps, down to four fifths, before a word
/// is cut: a number in two pieces is a wrong number.
struct TableDesign {
  /// Where a column stands, and how its cells share it.
  struct ColumnBox {
    let x: Points
    let width: Points
    /// How much of it numbers take after their decimal mark, and what hangs beside them.
    let after: Points
    let hang: Points
    /// How much of it, at its right, pictures take.
    let picture: Points
    /// How much of it, at its left, signs take.
    let marker: Points
    /// How far from its right edge numbers end.
    let inset: Points
    /// Whether all its numbers end alike, so that their right edges are one line.
    let isEven: Bool
    /// Whether pictures stand in it without numbers: they have all of it, and so has a mark in the place of one.
    var isDrawnOnly = false

    var textWidth: Points { isDrawnOnly ? width : width - picture }
    var maxX: Points { x + width }
  }

  let columns: [ColumnBox]
  let leading: Points
  let gap: Points
  /// Whether no word had to be cut.
  var fits: Bool { excess <= 0 }
  /// How much wider the table is than its page in the smallest type.
  let excess: Points
  let types: TableTypes
  /// The author's widths that cannot be had.
  let conflicts: [WidthConflict]
  /// Whether each cell's text has room on one line.
  let isOneLine: Bool

  init(of table: PublishedTable, width: Points, styles: Styles, wording: Wording, typesetter: Typesetter) {
    func measured(_ scale: Double, _ gap: Points) -> TableMeasure {
      TableMeasure(
        table, TableTypes(styles: styles, scale: scale), gap: gap, tableWidth: width, wording: wording,
        typesetter: typesetter)
    }
    let widest = styles.theme.spacing[.columnGap]
    var measure = measured(1, widest)
    for (scale, share) in [(0.92, 11.0 / 14), (0.86, 8.0 / 14), (0.8, 6.0 / 14)] where measure.minimum > width
    {
      measure = measured(scale, widest * share)
    }
    // One word wider than the page is cut in any type: the others need not be small for it.
    if measure.minimum > width, measure.minimumWithoutWidest < width * 0.7 { measure = measured(1, widest) }
    excess = measure.minimum - width
    columns = measure.boxes(in: width)
    isOneLine = measure.isOneLine(in: columns)
    gap = measure.gap
    leading = styles.theme.type.table.leading * measure.types.scale
    types = measure.types
    conflicts = measure.conflicts
  }
}

/// The styles of a table's texts in one size of type.
struct TableTypes {
  let scale: Double
  let head: TextStyle
  let unit: TextStyle
  private let cell: TextStyle
  private let number: TextStyle
  private let strongNumber: TextStyle
  private let links: Color

  init(styles: Styles, scale: Double) {
    self.scale = scale
    head = styles.tableHead.scaled(by: scale)
    cell = styles.tableCell.scaled(by: scale)
    number = styles.tableNumber.scaled(by: scale)
    strongNumber = styles.tableStrongNumber.scaled(by: scale)
    links = styles.theme.colors[.link]
    unit = styles.tableCell.scaled(by: scale).colored(styles.theme.colors.muted)
  }

  /// - Parameter isStrong: whether the cell's row is pointed out, or is the sum of others.
  func style(of column: PublishedTable.Column, isStrong: Bool) -> TextStyle {
    switch column.alignment {
    case .leading, .center, .trailing: isStrong || (column.isStrong && !column.isStub) ? head : cell
    case .number: isStrong || column.isStrong ? strongNumber : number
    }
  }

  /// How far in a cell's text stands.
  func indent(of detail: PublishedTable.Detail) -> Points { Double(detail.indent) * 10 * scale }

  /// The raised marks of notes beside a text.
  func marks(_ style: TextStyle) -> TextStyle {
    var marks = style.weight(400)
    marks.isSuperior = true
    marks.hasTabularFigures = false
    return marks
  }

  /// A cell's text with what hangs beside it and its marks.
  func text(of cell: PublishedTable.Cell, _ style: TextStyle) -> StyledText {
    guard cell.hasDetail else { return StyledText(cell.text, style) }
    let detail = cell.detail
    guard let rich = detail.rich else { return text(cell.text + detail.hung, marks: detail.marks, style) }
    let runs = rich.pieces.map { piece in
      StyledText.Run(piece.text, style.of(piece, links: links), link: piece.link.map(LinkTarget.init))
    }
    return StyledText(runs).marked(detail.marks)
  }

  func text(_ words: String, marks: String, _ style: TextStyle) -> StyledText {
    guard !marks.isEmpty else { return StyledText(words, style) }
    // A mark stays with the last word of what it is on: nothing breaks at this space.
    return StyledText([
      StyledText.Run(words, style), StyledText.Run("\u{202F}" + marks, self.marks(style)),
    ])
  }
}

extension TextStyle {
  func scaled(by factor: Double) -> TextStyle {
    var style = self
    style.size *= factor
    return style
  }
}
