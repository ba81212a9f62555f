import DrawList
import Indicators

/// A row whose marks are made when its page is drawn: those of a long table are never all there at once.
struct DeferredRow {
  let table: DeferredTable
  let index: Int
  let owners: RowOwners
  let rowsInGroup: Int

  var marks: [Mark] {
    var (builder, painter) = (table.builder, table.painter)
    painter.rowsInGroup = rowsInGroup
    let records = painter.table.records
    let row = builder.setRow(records[index], painter)
    let part = RowPart(
      lines: nil, top: builder.cellPadding, height: row.height, endsRow: true,
      isLast: index == records.count - 1)
    return builder.marks(of: row, index, part, owners.list(of: row.cells.count), painter)
  }
}

/// What the rows of a table are made with. It has no structure: their elements are there before their marks.
final class DeferredTable {
  let builder: FragmentBuilder
  let painter: TablePainter

  init(_ builder: FragmentBuilder, _ painter: TablePainter) {
    var builder = builder
    builder.structure = StructureTree()
    self.builder = builder
    self.painter = painter
  }
}

/// The elements of a row's cells, which follow each other, or the one that all belong to.
struct RowOwners {
  private let first: ElementID?
  private let areOne: Bool

  init(_ owners: [ElementID?]) {
    first = owners.first ?? nil
    areOne = owners.count > 1 && owners[0] == owners[1]
  }

  func list(of count: Int) -> [ElementID?] {
    (0..<count).map { column in first.map { areOne ? $0 : $0.following(column) } }
  }
}

/// A row, or some of its lines.
struct RowPart {
  /// `nil` for all of them.
  let lines: Range<Int>?
  let top: Points
  let height: Points
  let endsRow: Bool
  /// Whether it ends the table.
  let isLast: Bool
}

extension PublishedTable.Row {
  /// How many columns and rows a cell takes, and whether another stands in its place.
  func place(of column: Int) -> (across: Int, down: Int, isCovered: Bool) {
    let cell = cells[column]
    let detail = cell.hasDetail ? cell.detail : PublishedTable.Detail()
    return (
      kind == .group && column == 0 ? cells.count : detail.across, detail.down,
      detail.isCovered || (kind == .group && column > 0)
    )
  }
}
