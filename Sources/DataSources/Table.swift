import Diagnostics

/// What a data file gives: named, typed columns and rows.
///
/// - **Shape**: each row has a cell for each column; rows and columns count from 0, in the order of the file.
/// - Cells are kept as the file has them, so that any of them can be read as text or as a number, and shown
///   where it stands.
package struct Table: Hashable, Sendable {
  package let columns: [Column]
  private let store: TableStore
  private let marks: MissingMarks
  /// How many characters the codes of each column have with their leading zeros; 0 where none are to be added.
  private let pads: [Int]

  init(_ store: TableStore, columns: [Column], marks: MissingMarks, pads: [Int]? = nil) {
    self.store = store
    self.columns = columns
    self.marks = marks
    self.pads = pads ?? Array(repeating: 0, count: columns.count)
  }

  /// A table of cells whose columns are already known.
  package init(
    grid: Grid, columns: [Column], numbers: NumberFormat = .french, marks: MissingMarks = .french
  ) {
    precondition(grid.columns == columns.map(\.name), "The columns are the grid's.")
    self.init(.grid(GridStore(grid: grid, numbers: numbers)), columns: columns, marks: marks)
  }

  func retyped(_ columns: [Column], padded pads: [Int]? = nil) -> Table {
    Table(store, columns: columns, marks: marks, pads: pads ?? self.pads)
  }

  /// The file, and of a spreadsheet the sheet and the range that were asked for: `data/file.xlsx#Feuil1`.
  package var path: String {
    switch store {
    case .csv(let csv): csv.text.path
    case .grid(let store): store.grid.name
    }
  }

  /// Of a spreadsheet: which of its sheets the table is.
  var sheet: SheetOrigin? {
    switch store {
    case .csv: nil
    case .grid(let store): store.grid.sheet
    }
  }

  /// How the file is written, if it is a CSV file.
  package var dialect: CSVDialect? {
    switch store {
    case .csv(let csv): csv.dialect
    case .grid: nil
    }
  }

  /// How numbers that are written as text are read.
  package var numbers: NumberFormat {
    switch store {
    case .csv(let csv): csv.dialect.numbers
    case .grid(let store): store.numbers
    }
  }

  /// The line or row that names the columns, the first of them where there are several; `nil` where a table simply
  /// starts with it.
  package var headerLine: Int? {
    switch store {
    case .csv(let csv): csv.records.line(of: 0)
    case .grid(let store): store.grid.sheet.flatMap { $0.skipsRows ? $0.firstRow : nil }
    }
  }

  /// How many lines or rows name the columns.
  package var headerRows: Int {
    switch store {
    case .csv(let csv): csv.headerRows
    case .grid(let store): store.grid.sheet?.headerRows ?? 1
    }
  }

  /// The rows, without the header.
  package var rows: Range<Int> {
    switch store {
    case .csv(let csv): csv.rows
    case .grid(let store): store.grid.rows
    }
  }

  /// The column of a name; `nil` if there is none.
  package func column(named name: String) -> Column? { columnIndex(named: name).map { columns[$0] } }

  /// The column of a name, which is compared as it is written; `nil` if there is none.
  package func columnIndex(named name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The text of a cell exactly as the file has it, without its quotes: no space is removed, no mark is read.
  ///
  /// Numbers that the file keeps as numbers are written with their shortest decimals and a decimal point. Codes
  /// whose zeros are to be added have them.
  package func text(row: Int, column: Int) -> String {
    let text = writtenText(row: row, column: column)
    return pads[column] == 0 ? text : paddedCode(text, to: pads[column])
  }

  private func writtenText(row: Int, column: Int) -> String {
    switch store {
    case .csv(let csv): csv.text(row: row, column: column)
    case .grid(let store): store.grid[row, column].text
    }
  }

  /// A cell read as a number, whatever the type of its column. Codes are not numbers: read keys with `text`.
  package func number(row: Int, column: Int) -> NumberReading {
    if pads[column] > 0 {
      let code = text(row: row, column: column)
      return marks.kind(of: code.trimmingSpaces()).map { .missing($0) } ?? .notANumber(code)
    }
    switch content(row: row, column: column) {
    case .number(let number):
      if let kind = marks.kind(of: number) { return .missing(kind) }
      return number.isPercent ? .percent(number.value) : .number(number.value)
    case .text(let text):
      return marks.kind(of: text.trimmingSpaces()).map { .missing($0) } ?? .notANumber(text)
    case .missing(let kind): return .missing(kind)
    }
  }

  /// A cell read as its column is typed.
  ///
  /// In a text column only an empty cell is missing, since `s` or `nd` may be a code there.
  package func cell(row: Int, column: Int) -> Cell {
    switch columns[column].type {
    case .text:
      if case .grid(let store) = store, case .missing(let kind) = store.grid[row, column] {
        return .missing(kind)
      }
      let cellText = text(row: row, column: column)
      return cellText.trimmingSpaces().isEmpty ? .missing(marks.kindOfEmptyCell) : .text(cellText)
    case .number, .empty:
      switch number(row: row, column: column) {
      case .number(let value), .percent(let value): return .number(value)
      case .missing(let kind): return .missing(kind)
      case .notANumber(let cellText): return .text(cellText)
      }
    }
  }

  /// Gives a cell as `cell` does, without making a string of a text that stands in the file as it is.
  package func withCell(row: Int, column: Int, _ body: (CellView) -> Void) {
    if case .csv(let csv) = store, pads[column] == 0 {
      switch columns[column].type {
      case .text:
        let isTaken = csv.withPlainText(row: row, column: column) { bytes in
          guard startsWithSign(bytes) else { return false }
          body(.text(bytes))
          return true
        }
        if isTaken == true { return }
      case .number, .empty:
        if let number = csv.number(in: csv.text.cellContent(csv.range(row, column))),
          marks.kind(of: number) == nil
        {
          return body(.number(number.value))
        }
      }
    }
    switch cell(row: row, column: column) {
    case .number(let number): body(.number(number))
    case .missing: body(.missing)
    case .text(var text): text.withUTF8 { body(.text(UnsafeRawBufferPointer($0))) }
    }
  }

  private func content(row: Int, column: Int) -> CellContent {
    switch store {
    case .csv(let csv): csv.content(row: row, column: column)
    case .grid(let store): store.content(row: row, column: column)
    }
  }

  /// Whether a text surely starts with something else than a space.
  private func startsWithSign(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.first.map { $0 > ASCII.space && $0 < 0xC2 || (0xC3...0xE0).contains($0) } ?? false
  }

  /// The number of a cell that its file keeps as a number rather than as text.
  func storedNumber(row: Int, column: Int) -> Double? {
    guard case .grid(let store) = store else { return nil }
    switch store.grid[row, column] {
    case .number(let number), .percent(let number): return number
    case .text, .missing, .empty: return nil
    }
  }

  // MARK: Where things stand

  /// The number by which a person finds a row in its file: the line of a text on which it starts, from 1, the
  /// row of a sheet, the count of a record in a database.
  package func fileRow(_ row: Int) -> Int {
    switch store {
    case .csv(let csv): csv.line(ofRow: row)
    case .grid(let store): store.grid.number(ofRow: row)
    }
  }

  /// The line of a row, by which places name it: its `fileRow`.
  package func line(ofRow row: Int) -> Int { fileRow(row) }

  /// The place of a cell, quotes included.
  package func place(row: Int, column: Int) -> Place {
    switch store {
    case .csv(let csv): csv.place(row: row, column: column)
    case .grid(let store): store.grid.place(row: row, column: column)
    }
  }

  /// The place of a column's name.
  package func place(ofColumn column: Int) -> Place {
    switch store {
    case .csv(let csv): csv.place(ofColumn: column)
    case .grid(let store): store.grid.place(ofColumn: column)
    }
  }
}
