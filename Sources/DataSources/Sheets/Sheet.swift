/// What a spreadsheet keeps in a cell.
enum SheetCell: Hashable, Sendable {
  case value(GridCell)
  /// What went wrong in a formula: `#DIV/0!`.
  case error(String)
  /// A formula whose result is not in the file: the program that wrote it does not compute.
  case uncomputed
}

/// A sheet as its file has it: only the cells that hold something, row by row.
struct Sheet: Hashable, Sendable {
  private struct Row: Hashable, Sendable {
    let number: Int
    let firstCell: Int
  }

  let name: String
  private var rows: [Row] = []
  private var cells: [SheetCell] = []
  private var columns: [Int32] = []
  /// The merged cells, each with its value at its upper left.
  var merges: [CellRange] = []
  /// The numbers of the rows and columns that are not shown and hold something.
  var hiddenRows: [Int] = []
  var hiddenColumns: [ClosedRange<Int>] = []

  init(name: String) { self.name = name }

  /// How many cells may hold something: five million take some hundred megabytes.
  static let cellLimit = 5_000_000

  var cellCount: Int { cells.count }

  var rowCount: Int { rows.count }

  func number(ofRow row: Int) -> Int { rows[row].number }

  /// The cells of a row, as indices for `column(_:)` and `cell(_:)`, from left to right.
  func cells(inRow row: Int) -> Range<Int> {
    rows[row].firstCell..<(row + 1 < rows.count ? rows[row + 1].firstCell : cells.count)
  }

  func column(_ cell: Int) -> Int { Int(columns[cell]) }

  func cell(_ cell: Int) -> SheetCell { cells[cell] }

  /// The cell of a row at a column; `nil` if it holds nothing.
  func cell(inRow row: Int, column: Int) -> SheetCell? {
    let range = cells(inRow: row)
    guard let first = range.first else { return nil }
    // Rows are mostly without gaps.
    let guess = first + column - self.column(first)
    if range.contains(guess), self.column(guess) == column { return cells[guess] }
    return range.first { self.column($0) == column }.map { cells[$0] }
  }

  /// Adds a row below the others, its cells from left to right.
  mutating func append(row number: Int, _ content: [(column: Int, cell: SheetCell)]) {
    rows.append(Row(number: number, firstCell: cells.count))
    for (column, cell) in content {
      columns.append(Int32(column))
      cells.append(cell)
    }
  }
}
