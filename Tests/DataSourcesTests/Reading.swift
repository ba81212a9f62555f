import DataSources
import Diagnostics
import Testing

/// What reading a CSV text gives.
struct Reading {
  let table: Table?
  let diagnostics: [Diagnostic]

  init(bytes: [UInt8], options: TableOptions = TableOptions(), marks: MissingMarks = .french) {
    var collector = DiagnosticCollector()
    var options = options
    options.marks = marks
    table = readTable(bytes, path: "data.csv", format: .csv, options: options, into: &collector)
    diagnostics = collector.diagnostics
  }

  init(_ text: String, options: TableOptions = TableOptions(), marks: MissingMarks = .french) {
    self.init(bytes: Array(text.utf8), options: options, marks: marks)
  }

  var codes: [String] { diagnostics.map(\.message.code) }

  /// The places as `line:column`.
  var places: [String] { diagnostics.compactMap(\.place).map { "\($0.line):\($0.column)" } }
}

/// The table of a text that has nothing wrong with it.
func table(
  _ text: String, options: TableOptions = TableOptions(), marks: MissingMarks = .french,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Table {
  let reading = Reading(text, options: options, marks: marks)
  #expect(reading.codes == [], sourceLocation: sourceLocation)
  return try #require(reading.table, sourceLocation: sourceLocation)
}

extension Table {
  /// All cells as text, row by row.
  var texts: [[String]] {
    rows.map { row in columns.indices.map { text(row: row, column: $0) } }
  }

  /// The cells of a column, as it is typed.
  func cells(ofColumn column: Int) -> [Cell] { rows.map { cell(row: $0, column: column) } }
}
