import SQLite

/// The owner of a file that keeps what reports published. What is in it is never changed, only added to.
///
/// Use it from one thread at a time; others may use the same file through owners of their own.
package final class HistoryFile {
  let database: Database

  /// Opens a history to be read.
  package init(reading path: String, waiting: Int = 10_000) throws(HistoryError) {
    database = try sqlite { () throws(SQLiteError) in
      try Database(path: path, access: .readOnly, waiting: waiting)
    }
    guard try reading(isHistory) else { throw .notAHistory }
  }

  /// Opens a history to add to it, and makes it if there is no such file, or an empty one.
  ///
  /// - Parameters:
  ///   - waiting: for how many milliseconds to wait for another program that writes to the file.
  ///   - largestSize: how many pages of 4,096 bytes the file may have; beyond, the disk counts as full.
  package init(
    writing path: String, waiting: Int = 10_000, largestSize: Int? = nil
  ) throws(HistoryError) {
    database = try sqlite { () throws(SQLiteError) in
      try Database(path: path, access: .readWrite, waiting: waiting)
    }
    guard !database.isReadOnly else { throw .readOnly }
    try execute("PRAGMA foreign_keys = ON")
    if let largestSize { try execute("PRAGMA max_page_count = \(largestSize)") }
    guard try !reading(isHistory) else { return }
    // Another program may have made it since, so it is looked at again once nobody else can write.
    try writing { () throws(HistoryError) in
      if try !isHistory() { try execute(HistorySchema.creation) }
    }
  }

  /// Whether the file is a history, rather than empty; asked while nobody else can make it one.
  private func isHistory() throws(HistoryError) -> Bool {
    let application = try number("PRAGMA application_id")
    let version = try number("PRAGMA user_version")
    if application == HistorySchema.application {
      guard version <= HistorySchema.version else { throw .newerFormat(version) }
      return true
    }
    guard application == 0, try number("SELECT count(*) FROM sqlite_schema") == 0 else { throw .notAHistory }
    return false
  }

  // MARK: SQL

  /// Runs `body`, for which the file does not change.
  func reading<Result>(_ body: () throws(HistoryError) -> Result) throws(HistoryError) -> Result {
    try sqlite { () throws(SQLiteError) in try database.beginReading() }
    return try finishing(body)
  }

  /// Runs `body` while nobody else writes. What it wrote lasts if it returns, and is undone if it throws.
  func writing<Result>(_ body: () throws(HistoryError) -> Result) throws(HistoryError) -> Result {
    try sqlite { () throws(SQLiteError) in try database.beginWriting() }
    return try finishing(body)
  }

  private func finishing<Result>(
    _ body: () throws(HistoryError) -> Result
  ) throws(HistoryError) -> Result {
    do throws(HistoryError) {
      let result = try body()
      try sqlite { () throws(SQLiteError) in try database.commit() }
      return result
    } catch {
      database.rollBack()
      throw error
    }
  }

  func execute(_ sql: String) throws(HistoryError) {
    try sqlite { () throws(SQLiteError) in try database.execute(sql) }
  }

  /// Inserts a row and gives its number.
  @discardableResult
  func insert(_ sql: String, _ values: [SQLiteValue]) throws(HistoryError) -> Int64 {
    try sqlite { () throws(SQLiteError) in
      var statement = try database.prepare(sql)
      try statement.bind(values)
      _ = try statement.step()
      return database.lastInsertedRow
    }
  }

  /// Reads each row of a query.
  func rows<Row>(
    _ sql: String, _ values: [SQLiteValue] = [], _ read: (borrowing Statement) -> Row
  ) throws(HistoryError) -> [Row] {
    try sqlite { () throws(SQLiteError) in
      var statement = try database.prepare(sql)
      try statement.bind(values)
      var rows: [Row] = []
      while try statement.step() { rows.append(read(statement)) }
      return rows
    }
  }

  private func number(_ sql: String) throws(HistoryError) -> Int64 {
    try rows(sql) { $0.integer(at: 0) ?? 0 }.first ?? 0
  }
}

/// Calls SQLite, and tells its errors as those of a history.
private func sqlite<Result>(_ body: () throws(SQLiteError) -> Result) throws(HistoryError) -> Result {
  do throws(SQLiteError) { return try body() } catch { throw HistoryError(error) }
}
