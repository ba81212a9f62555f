import Diagnostics

/// Rows of cells whose types their source knows.
///
/// - **Shape**: each row has a cell for each column.
/// - Each row has the number by which a person finds it: a sheet's row, the line of a JSON file, a count from 1.
package struct Grid: Hashable, Sendable {
  /// The file's name in messages.
  package let path: String
  /// Of a spreadsheet: the sheet, and where the columns are in it.
  let sheet: SheetOrigin?
  package let columns: [String]
  /// The number of the row that names the columns; `nil` if they are named elsewhere.
  package let headerNumber: Int?
  private var cells: [GridCell] = []
  private var numbers: [Int] = []
  /// The tables that rows were made from, and which row of which: that is where they are to be shown.
  private var sources: [Table] = []
  private var origins: [RowOrigin?] = []

  /// A row of one of the tables that `source` was told of.
  package struct RowOrigin: Hashable, Sendable {
    package let source: Int
    package let row: Int

    package init(source: Int, row: Int) {
      self.source = source
      self.row = row
    }
  }

  package init(path: String, columns: [String], headerNumber: Int? = nil) {
    self.init(path: path, columns: columns, headerNumber: headerNumber, sheet: nil)
  }

  init(path: String, columns: [String], headerNumber: Int?, sheet: SheetOrigin?) {
    self.path = path
    self.columns = columns
    self.headerNumber = headerNumber
    self.sheet = sheet
  }

  /// The file's name, with the part of it that is meant: `data/file.xlsx#Feuil1`.
  var name: String { sheet.map { "\(path)#\($0.reference)" } ?? path }

  package mutating func reserve(rows: Int) {
    numbers.reserveCapacity(rows)
    cells.reserveCapacity(rows * columns.count)
  }

  /// Tells of a table that rows are made from, and gives the number to name it by.
  package mutating func addSource(_ table: Table) -> Int {
    sources.append(table)
    return sources.count - 1
  }

  /// Adds a row.
  ///
  /// - Parameter origin: where it is to be shown, if its cells are not what its author has seen.
  package mutating func append(
    _ row: some Collection<GridCell>, number: Int, from origin: RowOrigin? = nil
  ) {
    precondition(row.count == columns.count, "A row has a cell for each column.")
    if !sources.isEmpty { origins.append(origin) }
    cells.append(contentsOf: row)
    numbers.append(number)
  }

  package var rows: Range<Int> { numbers.indices }

  package func number(ofRow row: Int) -> Int { numbers[row] }

  package subscript(row: Int, column: Int) -> GridCell { cells[row * columns.count + column] }

  /// The place of a cell: the row's cells in a line, this one underlined.
  package func place(row: Int, column: Int) -> Place {
    if row < origins.count, let origin = origins[row] {
      return sources[origin.source].place(row: origin.row, column: 0)
    }
    return Place(
      row: columns.indices.map { self[row, $0].text }, column: column, path, numbers[row],
      cell: sheet?.name(ofCellIn: column, row: numbers[row]))
  }

  package func place(ofColumn column: Int) -> Place {
    headerNumber.map { row in
      Place(row: columns, column: column, path, row, cell: sheet?.name(ofCellIn: column, row: row))
    } ?? Place(wholeFile: path)
  }
}

extension Place {
  /// The place of a cell in a row that has no text of its own: its cells are shown parted by semicolons.
  init(row cells: [String], column: Int, _ path: String, _ number: Int, cell: String? = nil) {
    // Line breaks would end the line that is shown.
    let cells = cells.map { String($0.map { $0.isNewline ? " " : $0 }) }
    let before = cells.prefix(column).reduce(0) { $0 + $1.unicodeScalars.count + 2 }
    self.init(
      in: SourceText(path: path, text: cells.joined(separator: "; "), firstLine: number), line: number,
      column: before + 1, length: column < cells.count ? cells[column].unicodeScalars.count : 1, cell: cell)
  }
}
