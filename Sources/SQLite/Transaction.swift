import CSQLite

extension Database {
  /// Begins to write, alone: another who wants to write waits, or is told that the file is busy.
  package func beginWriting() throws(SQLiteError) { try execute("BEGIN IMMEDIATE") }

  /// Begins to read: until `commit`, nothing that is read changes.
  package func beginReading() throws(SQLiteError) { try execute("BEGIN") }

  /// Makes what was written since `beginWriting` last, all of it or, with an error, nothing yet.
  package func commit() throws(SQLiteError) { try execute("COMMIT") }

  /// Undoes what was written since `beginWriting`.
  package func rollBack() {
    // After some errors, such as a full disk, SQLite has done so by itself.
    guard sqlite3_get_autocommit(handle) == 0 else { return }
    sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
  }
}
