extension Connection {
  /// Reads the rows of a query, some thousands at a time.
  ///
  /// A cursor takes nothing but a query that reads, and the transaction refuses what functions would write; it
  /// is never committed.
  ///
  /// - Parameters:
  ///   - begin: takes the columns, once, before the rows.
  ///   - row: takes the values of a row as the server writes them, `nil` for NULL.
  /// - **Errors**: what the server says of the query; an offset is one in `sql`.
  package func read(
    _ sql: String, begin: ([ResultColumn]) -> Void, row: ([String?]) -> Void
  ) throws(PostgreSQLError) {
    try refuseOtherThanReading(sql)
    try attempt { () throws(PostgreSQLError) in
      try declare(sql)
      var isFirst = true
      var count = batch
      while count == batch {
        let result = try run("FETCH \(batch) FROM vigie")
        if isFirst { begin(result.columns) }
        isFirst = false
        count = result.rowCount
        let columns = 0..<result.columnCount
        for index in 0..<count { row(columns.map { result.text(index, $0) }) }
      }
      _ = try run("CLOSE vigie")
    }
  }

  private func declare(_ sql: String) throws(PostgreSQLError) {
    let start = "DECLARE vigie NO SCROLL CURSOR FOR "
    do {
      _ = try run(start + sql)
    } catch {
      let offset = error.offset.map { $0 - start.count }
      throw PostgreSQLError(error.cause, error.message, offset: offset.flatMap { $0 < 0 ? nil : $0 })
    }
  }

  /// The cursor would call these a mistake of syntax.
  private func refuseOtherThanReading(_ sql: String) throws(PostgreSQLError) {
    let word = sql.drop(while: \.isWhitespace).prefix(while: \.isLetter).uppercased()
    let writing = [
      "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "CREATE", "DROP", "ALTER", "COPY", "GRANT", "REVOKE",
      "DO",
      "CALL", "SET", "RESET", "BEGIN", "START", "COMMIT", "ROLLBACK", "LOCK", "VACUUM", "ANALYZE", "EXECUTE",
      "NOTIFY", "LISTEN", "REFRESH", "REINDEX", "DECLARE", "EXPLAIN",
    ]
    if writing.contains(word) { throw PostgreSQLError(.notReading, word, offset: 0) }
  }
}

/// How many rows are fetched at once.
private let batch = 5_000

extension ServerResult {
  fileprivate var columns: [ResultColumn] {
    (0..<columnCount).map {
      ResultColumn(name: name(ofColumn: $0), kind: ResultColumn.Kind(typeNumber: typeNumber(ofColumn: $0)))
    }
  }
}
