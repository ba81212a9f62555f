import SQLite

extension Database {
  /// Registers rows that a test writes out.
  func register(_ table: String, _ columns: [RowColumn], _ rows: [[SQLiteValue]]) throws {
    try register(table: table, columns: columns, rowCount: rows.count) { row, column, result in
      result.value(rows[row][column])
    }
  }

  /// All rows of an author's query.
  func rows(_ sql: String, instructions: Int = 100_000_000) throws -> [[SQLiteValue]] {
    try prepare(authored: sql, instructions: instructions).allRows()
  }
}

extension Statement {
  consuming func allRows() throws -> [[SQLiteValue]] {
    var rows: [[SQLiteValue]] = []
    while try step() { rows.append((0..<columnCount).map { value(at: $0) }) }
    return rows
  }
}

extension RowColumn {
  static func text(_ name: String) -> RowColumn { RowColumn(name: name, affinity: .text) }
  static func number(_ name: String) -> RowColumn { RowColumn(name: name, affinity: .number) }
}
