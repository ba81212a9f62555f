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
  /// The places of rows that stand in another file than `path` says.
  private var places: [Int: Place] = [:]

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

  /// Adds a row.
  ///
  /// - Parameter place: where it is to be shown, if its cells are not what its author has seen.
  package mutating func append(_ row: some Collection<GridCell>, number: Int, at place: Place? = nil) {
    precondition(row.count == columns.count, "A row has a cell for each column.")
    places[numbers.count] = place
    cells.append(contentsOf: row)
    numbers.append(number)
  }

  package var rows: Range<Int> { numbers.indices }

  package func number(ofRow row: Int) -> Int { numbers[row] }

  package subscript(row: Int, column: Int) -> GridCell { cells[row * columns.count + column] }

  /// The place of a cell: the row's cells in a line, this one underlined.
  package func place(row: Int, column: Int) -> Place {
    places[row]
      ?? Place(
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
