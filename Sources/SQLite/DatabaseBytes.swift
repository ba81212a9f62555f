import CSQLite

extension Database {
  /// The first bytes of every database file: <https://www.sqlite.org/fileformat.html>, 1.3.
  package static let fileMark: [UInt8] = Array("SQLite format 3\0".utf8)

  /// Opens a database file that has been read into memory, to be read only.
  ///
  /// No file is touched and none is left behind, whatever else is open on it. Changes that another program has
  /// put into a write-ahead log are not among the bytes.
  ///
  /// - **Errors**: bytes that are no database, or a damaged one as far as its schema tells.
  package convenience init(bytes: [UInt8]) throws(SQLiteError) {
    guard bytes.starts(with: Self.fileMark), bytes.count >= 100 else {
      throw SQLiteError(.notADatabase, code: SQLITE_NOTADB, message: "file is not a database")
    }
    try self.init(name: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    guard let copy = sqlite3_malloc64(UInt64(bytes.count)) else {
      throw SQLiteError(.other, code: SQLITE_NOMEM, message: "out of memory")
    }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    // A file in write-ahead mode cannot be opened in memory: its header is told to say the other mode.
    for index in 18...19 where bytes[index] == 2 {
      copy.storeBytes(of: 1, toByteOffset: index, as: UInt8.self)
    }
    // SQLite frees the copy, even when this fails.
    try check(
      sqlite3_deserialize(
        handle, "main", copy.assumingMemoryBound(to: UInt8.self), Int64(bytes.count), Int64(bytes.count),
        UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)))
    try execute("SELECT count(*) FROM sqlite_schema")
  }

  /// The names of a table's or view's columns, in their order.
  package func columnNames(of table: String) throws(SQLiteError) -> [String] {
    try prepare("SELECT * FROM \(table.quotedIdentifier)").columnNames
  }
}
