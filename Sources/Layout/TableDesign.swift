import DrawList
import Indicators
import Typesetting

/// How large a table's type is and where its columns stand.
///
/// A table too wide for its words is set in smaller type with narrower gaps, down to four fifths, before a word
/// is cut: a number in two pieces is a wrong number.
struct TableDesign {
  /// Where a column stands.
  struct ColumnBox {
    let x: Points
    let width: Points
  }

  let columns: [ColumnBox]
  let leading: Points
  let head: TextStyle
  private let cell: TextStyle
  private let number: TextStyle
  private let strongNumber: TextStyle

  /// - Parameter isHighlighted: whether the cell's row is pointed out.
  func style(of column: PublishedTable.Column, isHighlighted: Bool) -> TextStyle {
    switch column.alignment {
    case .leading: isHighlighted ? head : cell
    case .number: column.isStrong || isHighlighted ? strongNumber : number
    }
  }

  init(of table: PublishedTable, width: Points, styles: Styles, typesetter: Typesetter) {
    let gap = styles.theme.spacing[.columnGap]
    var measured = Measured(table: table, styles: styles, scale: 1, gap: gap, typesetter: typesetter)
    for (scale, narrow) in [(0.92, 0.8), (0.86, 0.6), (0.8, 0.45)] where measured.minimum > width {
      measured = Measured(
        table: table, styles: styles, scale: scale, gap: gap * narrow, typesetter: typesetter)
    }
    columns = measured.boxes(in: width)
    leading = styles.theme.type.table.leading * measured.scale
    head = measured.head
    cell = measured.cell
    number = measured.number
    strongNumber = measured.strongNumber
  }
}

/// A table measured in type of one size.
private struct Measured {
  let table: PublishedTable
  let scale: Double
  let gap: Points
  let head: TextStyle
  let cell: TextStyle
  let number: TextStyle
  let strongNumber: TextStyle
  private let demands: [ColumnDemand]
  /// How wide each column's longest cell is on one line.
  private let naturals: [Points]
  /// How wide each column's head would like to be.
  private let heads: [Points]

  /// Number columns are spread out this far, so that a short table is not a wide empty one.
  private static let widestNumberColumn: Points = 104
  /// A long head wraps rather than widen a column of short numbers, and where cells would wrap for it.
  private static let widestHead: Points = 90
  /// A column of sentences wraps rather than starve the others.
  private static let widestText: Points = 190

  init(table: PublishedTable, styles: Styles, scale: Double, gap: Points, typesetter: Typesetter) {
    self.table = table
    self.scale = scale
    self.gap = gap
    head = styles.tableHead.scaled(by: scale)
    cell = styles.tableCell.scaled(by: scale)
    number = styles.tableNumber.scaled(by: scale)
    strongNumber = styles.tableStrongNumber.scaled(by: scale)
    let (head, cell, number) = (head, cell, strongNumber)
    let highlighted = Set(table.highlighted)
    var naturals: [Points] = []
    var heads: [Points] = []
    demands = table.columns.indices.map { index in
      let cells = table.rows.enumerated().map { row, cells in
        switch table.columns[index].alignment {
        case .leading: StyledText(cells[index], highlighted.contains(row) ? head : cell)
        case .number: StyledText(cells[index], number)
        }
      }
      let title = StyledText(table.columns[index].head, head)
      let headMinimum = typesetter.minimumWidth(of: title)
      let minimum = max(headMinimum, cells.map { typesetter.minimumWidth(of: $0) }.max() ?? 0)
      let natural = cells.map { typesetter.line($0).width }.max() ?? 0
      naturals.append(natural)
      heads.append(min(typesetter.line(title).width, Self.widestHead))
      return ColumnDemand(minimum: minimum, preferred: max(min(natural, Self.widestText), minimum))
    }
    self.naturals = naturals
    self.heads = heads
  }

  private var gaps: Points { Double(table.columns.count - 1) * gap }

  /// The least width in which no word is cut.
  var minimum: Points { demands.reduce(gaps) { $0 + $1.minimum } }

  func boxes(in width: Points) -> [TableDesign.ColumnBox] {
    let room = max(Double(table.columns.count), width - gaps)
    var widths = columnWidths(for: demands, available: room)
    spread(room - widths.reduce(0, +), over: &widths)
    // So many columns that not even their gaps fit: they stand closer, and none leaves the table.
    let gap = table.columns.count > 1 ? (width - widths.reduce(0, +)) / Double(table.columns.count - 1) : 0
    var x: Points = 0
    return widths.map { width in
      defer { x += width + gap }
      return TableDesign.ColumnBox(x: x, width: width)
    }
  }

  /// Gives what no column needs to texts that wrap, to heads that do, then to the columns of numbers, evenly;
  /// what is left parts the names of rows from numbers, and stands at the right of a table of words.
  private func spread(_ spare: Points, over widths: inout [Points]) {
    guard spare > 0, !widths.isEmpty else { return }
    var rest = spare
    let texts = table.columns.indices.filter { table.columns[$0].alignment == .leading }
    widen(texts, to: naturals, with: &rest, in: &widths)
    widen(Array(table.columns.indices), to: heads, with: &rest, in: &widths)
    let numbers = table.columns.indices.filter {
      table.columns[$0].alignment == .number && !table.columns[$0].isStub
    }
    let even = max(numbers.map { widths[$0] }.max() ?? 0, Self.widestNumberColumn)
    widen(numbers, to: widths.map { max($0, even) }, with: &rest, in: &widths)
    let hasNames = table.columns[0].alignment == .leading && !numbers.isEmpty
    widths[hasNames ? 0 : widths.count - 1] += rest
  }

  /// Gives some columns what each lacks, all of it or the same share.
  private func widen(
    _ columns: [Int], to wanted: [Points], with rest: inout Points, in widths: inout [Points]
  ) {
    let lacking = columns.map { max(0, wanted[$0] - widths[$0]) }
    let total = lacking.reduce(0, +)
    guard total > 0, rest > 0 else { return }
    let share = min(1, rest / total)
    for (column, lack) in zip(columns, lacking) { widths[column] += lack * share }
    rest -= total * share
  }
}

extension TextStyle {
  fileprivate func scaled(by factor: Double) -> TextStyle {
    var style = self
    style.size *= factor
    return style
  }
}
