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
