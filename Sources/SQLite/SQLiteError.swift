import CSQLite

/// What SQLite could not do.
package struct SQLiteError: Error, Hashable {
  /// What an author can do something about; the rest is told by `message` alone.
  package enum Cause: Hashable, Sendable {
    /// The SQL is wrong, or a function in it was given what it does not take.
    case sql
    /// The query does what an author's query may not; `what` is the word of SQL for it, with its object if any:
    /// `ATTACH`, `DELETE bassin`, `random()`.
    case refused(what: String)
    /// The query was ended because it went on for longer than allowed.
    case tooLong
    /// A text or a row has more bytes than allowed.
    case tooLarge
    /// The file is no database of SQLite's.
    case notADatabase
    /// There is no such file, or it cannot be read.
    case cannotOpen
    /// Another program is writing to the file.
    case busy
    /// The file, or its place, may be read but not written to.
    case readOnly
    /// There is no room left for the file.
    case full
    case other
  }

  package let cause: Cause
  /// SQLite's extended result code.
  package let code: Int32
  /// SQLite's own sentence, in English.
  package let message: String
  /// Where in the SQL, in bytes of UTF-8 from 0; `nil` where SQLite does not say.
  package let offset: Int?

  init(_ cause: Cause, code: Int32, message: String, offset: Int? = nil) {
    self.cause = cause
    self.code = code
    self.message = message
    self.offset = offset
  }

  /// The error that a call on a database has just returned.
  init(of database: OpaquePointer?, code: Int32) {
    let offset = sqlite3_error_offset(database)
    self.init(
      Cause(code: code), code: sqlite3_extended_errcode(database),
      message: String(cString: sqlite3_errmsg(database)), offset: offset < 0 ? nil : Int(offset))
  }
}

extension SQLiteError.Cause {
  /// The low byte of a code is its kind: <https://www.sqlite.org/rescode.html>.
  fileprivate init(code: Int32) {
    switch code & 0xFF {
    case SQLITE_ERROR: self = .sql
    case SQLITE_INTERRUPT: self = .tooLong
    case SQLITE_TOOBIG: self = .tooLarge
    case SQLITE_NOTADB, SQLITE_CORRUPT: self = .notADatabase
    case SQLITE_CANTOPEN, SQLITE_PERM: self = .cannotOpen
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_FULL: self = .full
    default: self = .other
    }
  }
}
