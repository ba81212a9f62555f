import DrawList
import Indicators

/// Rows of one height whose marks are made when their page is drawn: those of a long table are never all there at once.
struct DeferredRows {
  let table: DeferredTable
  /// The place of the first in the table.
  let first: Int
  let count: Int
  let height: Points
  /// Of the first.
  let owners: RowOwners
  /// How many elements each has; 0 where all belong to one.
  let elementsPerRow: Int
  /// How many rows of data there are from the last label to the first.
  let rowsInGroup: Int

  /// Fewer rows are a fragment each: those that are cited together are never on both sides of a run.
  static let fewest = farthestCitation

  /// One of them.
  func row(_ index: Int) -> DeferredRows {
    DeferredRows(
      table: table, first: first + index, count: 1, height: height,
      owners: owners.following(index * elementsPerRow), elementsPerRow: elementsPerRow,
      rowsInGroup: rowsInGroup + index)
  }

  var marks: [Mark] {
    guard count == 1 else {
      return (0..<count).flatMap { index in
        self.row(index).marks.map { $0.moved(by: Point(x: 0, y: Double(index) * height)) }
      }
    }
    var (builder, painter) = (table.builder, table.painter)
    painter.rowsInGroup = rowsInGroup
    let row = builder.setRow(painter.table.records[first], painter)
    let part = RowPart(
      lines: nil, top: builder.cellPadding, height: row.height, endsRow: true,
      isLast: first == painter.table.records.count - 1)
    return builder.marks(of: row, first, part, owners.list(of: row.cells.count), painter)
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

  private init(first: ElementID?, areOne: Bool) {
    self.first = first
    self.areOne = areOne
  }

  /// Those of a row whose elements were added so many after.
  func following(_ elements: Int) -> RowOwners {
    RowOwners(first: first?.following(elements), areOne: areOne)
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
