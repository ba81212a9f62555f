import Diagnostics

/// Where the cells of a table are kept.
enum TableStore: Hashable, Sendable {
  case csv(CSVStore)
  case grid(GridStore)
}

/// What a cell holds, before missing marks are looked for.
enum CellContent: Hashable {
  case number(WrittenNumber)
  case text(String)
  case missing(MissingKind)
}

/// Cells in the text of a CSV file, which are read when they are asked for.
struct CSVStore: Hashable, Sendable {
  let text: DataText
  let records: CSVRecords
  /// How many records name the columns.
  let headerRows: Int
  let dialect: CSVDialect

  var rows: Range<Int> { 0..<(records.count - headerRows) }

  func text(row: Int, column: Int) -> String { text.cellText(range(row, column)) }

  func content(row: Int, column: Int) -> CellContent {
    var reader = NumberReader(text, format: dialect.numbers)
    let range = range(row, column)
    return reader.read(text.cellContent(range)).map { .number($0) } ?? .text(text.cellText(range))
  }

  func line(ofRow row: Int) -> Int { records.line(of: row + headerRows) }

  func place(row: Int, column: Int) -> Place {
    cellPlace(record: row + headerRows, column: column, in: records, text: text)
  }

  func place(ofColumn column: Int) -> Place {
    // Of a double header the lower line has a name for each column, or the upper one has.
    let lower = records.range(headerRows - 1, column)
    let record = text.cellContent(lower).isEmpty ? 0 : headerRows - 1
    return cellPlace(record: record, column: column, in: records, text: text)
  }

  private func range(_ row: Int, _ column: Int) -> Range<Int> { records.range(row + headerRows, column) }
}

/// Cells whose types their source knows; numbers that are written as text are read as in a CSV file.
struct GridStore: Hashable, Sendable {
  let grid: Grid
  let numbers: NumberFormat

  func content(row: Int, column: Int) -> CellContent {
    switch grid[row, column] {
    case .number(let value): return .number(WrittenNumber(value: value, isPercent: false))
    case .percent(let value): return .number(WrittenNumber(value: value, isPercent: true))
    case .missing(let kind): return .missing(kind)
    case .empty: return .text("")
    case .text(let text):
      var reader = NumberReader(Array(text.utf8), format: numbers)
      return reader.readAll().map { .number($0) } ?? .text(text)
    }
  }
}
