import CSQLite

/// The owner of a prepared statement: bind its parameters, then step from row to row.
package struct Statement: ~Copyable {
  private let database: Database
  private let handle: OpaquePointer
  private let budget: StepBudget?

  /// - **Errors**: besides SQLite's own, SQL that is empty or goes on behind its first statement.
  init(_ sql: String, in database: Database, budget: StepBudget?) throws(SQLiteError) {
    var sql = sql
    let prepared = sql.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { PreparedSQL($0, in: database) }
    }
    guard prepared.code == SQLITE_OK else { throw SQLiteError(of: database.handle, code: prepared.code) }
    guard let handle = prepared.handle else {
      throw SQLiteError(.sql, code: SQLITE_ERROR, message: "no statement")
    }
    guard sql.utf8.dropFirst(prepared.length).allSatisfy(isBlank) else {
      sqlite3_finalize(handle)
      throw SQLiteError(
        .sql, code: SQLITE_ERROR, message: "more than one statement", offset: prepared.length)
    }
    self.database = database
    self.handle = handle
    self.budget = budget
  }

  deinit { sqlite3_finalize(handle) }

  /// Whether it changes no file, directly at least.
  var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  // MARK: Parameters

  /// Sets the parameters `?`, in their order, and starts again from the first row.
  package mutating func bind(_ values: SQLiteValue...) throws(SQLiteError) { try bind(values) }

  package mutating func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      try database.check(bind(value, at: Int32(index) + 1))
    }
  }

  private func bind(_ value: SQLiteValue, at index: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let value): sqlite3_bind_int64(handle, index, value)
    case .number(let value): sqlite3_bind_double(handle, index, value)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, index, $0.baseAddress ?? noCharacters, Int32($0.count), csqlite_transient)
        }
      }
    case .bytes(let bytes): sqlite3_bind_blob(handle, index, bytes, Int32(bytes.count), csqlite_transient)
    }
  }

  // MARK: Rows

  /// Goes to the next row; `false` if there is none.
  package mutating func step() throws(SQLiteError) -> Bool {
    budget?.start(on: database.handle)
    defer { budget?.stop(on: database.handle) }
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default: throw SQLiteError(of: database.handle, code: code)
    }
  }

  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  package var columnNames: [String] {
    (0..<columnCount).map { column in
      sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
    }
  }

  /// The type that a table's definition gives to the column of a result; `nil` for a computed column.
  package func declaredType(at column: Int) -> String? {
    sqlite3_column_decltype(handle, Int32(column)).map { String(cString: $0) }
  }

  package func value(at column: Int) -> SQLiteValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: .number(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: .text(text(at: column) ?? "")
    case SQLITE_BLOB:
      .bytes(
        Array(
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(handle, Int32(column)),
            count: Int(sqlite3_column_bytes(handle, Int32(column))))))
    default: .null
    }
  }

  /// The value as text, a number in SQLite's own spelling; `nil` for NULL.
  package func text(at column: Int) -> String? {
    withText(at: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads the value as UTF-8 where it stands; `nil` for NULL.
  package func withText<Result>(
    at column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result? {
    guard let text = sqlite3_column_text(handle, Int32(column)) else { return nil }
    return try body(
      UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
  }

  /// How many bytes a text has; 0 for what is no text.
  package func textLength(at column: Int) -> Int {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT
      ? Int(sqlite3_column_bytes(handle, Int32(column))) : 0
  }

  /// The value as a number; `nil` for NULL, and for text, which SQLite itself would read as 0.
  package func number(at column: Int) -> Double? {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER, SQLITE_FLOAT: sqlite3_column_double(handle, Int32(column))
    default: nil
    }
  }

  /// The value as an integer; `nil` for anything else.
  package func integer(at column: Int) -> Int64? {
    guard sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(handle, Int32(column))
  }
}

extension Database {
  /// Prepares a statement of ours.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(sql, in: self, budget: nil)
  }
}

/// What comes of the first statement in a text.
private struct PreparedSQL {
  let code: Int32
  let handle: OpaquePointer?
  /// How many bytes of the text it takes, its semicolon included.
  let length: Int

  init(_ sql: UnsafeBufferPointer<CChar>, in database: Database) {
    let start = sql.baseAddress ?? noCharacters
    var handle: OpaquePointer?
    var tail: UnsafePointer<CChar>?
    code = sqlite3_prepare_v2(database.handle, start, Int32(sql.count), &handle, &tail)
    self.handle = handle
    length = tail.map { $0 - start } ?? 0
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ";") }
