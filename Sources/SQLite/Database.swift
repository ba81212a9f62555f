import CSQLite

/// The owner of a connection to a database, in memory or in a file.
///
/// A text in double quotes is a name and never a value: a misspelt column is an error. Use a database from one
/// thread at a time. Its statements keep it open.
package final class Database {
  package enum Access: Sendable { case readOnly, readWrite }

  /// How many bytes a text or a row may have.
  private static let longestText: Int32 = 1 << 26

  let handle: OpaquePointer

  /// A database in memory, for tables registered from elsewhere.
  package convenience init() throws(SQLiteError) {
    try self.init(name: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
  }

  /// Opens a file, and makes it if it is to be written and does not exist.
  ///
  /// A file that is to be written and may only be read is opened to be read; see `isReadOnly`.
  ///
  /// - Parameter waiting: for how many milliseconds to wait for another program that writes to the file.
  package convenience init(path: String, access: Access, waiting: Int = 0) throws(SQLiteError) {
    let flags =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    // SQLite would read `file:…` as a URL, with parameters.
    try self.init(name: path.hasPrefix("/") ? path : "./" + path, flags: flags)
    try check(sqlite3_busy_timeout(handle, Int32(clamping: waiting)))
    // Opening reads nothing: this does.
    try execute("SELECT count(*) FROM sqlite_schema")
  }

  init(name: String, flags: Int32) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let error = SQLiteError(of: handle, code: code)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    for option in [SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA] {
      try check(csqlite_switch(handle, option, 0))
    }
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.longestText)
    try addFunctions()
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements of ours that give no rows, or none of interest.
  package func execute(_ sql: String) throws(SQLiteError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Whether the file may not be written to.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// The row that the last insertion made.
  package var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// The tables and views of the database, registered ones left out, in the order of their names.
  package func tableNames() throws(SQLiteError) -> [String] {
    var statement = try prepare(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        + "ORDER BY name")
    var names: [String] = []
    while try statement.step() { names.append(statement.text(at: 0) ?? "") }
    return names
  }

  func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw SQLiteError(of: handle, code: code) }
  }
}

extension String {
  /// The text as SQL's name of a table, column or function, whatever characters it has.
  package var quotedIdentifier: String { quoted("\"") }

  /// The text as a value in SQL. Rather bind it where that can be done.
  package var quotedLiteral: String { quoted("'") }

  private func quoted(_ quote: Character) -> String {
    "\(quote)" + flatMap { $0 == quote ? [quote, quote] : [$0] } + "\(quote)"
  }
}
