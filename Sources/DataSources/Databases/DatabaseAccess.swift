/// The means to read database servers, given by who may open connections and knows the environment.
///
/// - Errors name a server as far as they may: an address's password never comes here.
package struct DatabaseAccess {
  /// The tables and views of a database.
  package let tables: (_ connection: String?) throws(DatabaseFailure) -> [String]
  /// Reads a table or a query and gives the SHA-256 of its rows, in hexadecimal.
  ///
  /// What is digested are the rows as `COPY … TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE *)` writes them.
  package let read: (_ request: DatabaseRequest, _ rows: inout StoredRows) throws(DatabaseFailure) -> String

  package init(
    tables: @escaping (_ connection: String?) throws(DatabaseFailure) -> [String],
    read: @escaping (_ request: DatabaseRequest, _ rows: inout StoredRows) throws(DatabaseFailure) -> String
  ) {
    self.tables = tables
    self.read = read
  }

  /// No server can be reached.
  package static var none: DatabaseAccess {
    DatabaseAccess(
      tables: { _ throws(DatabaseFailure) in throw DatabaseFailure(.cannotConnect, "no access") },
      read: { _, _ throws(DatabaseFailure) in throw DatabaseFailure(.cannotConnect, "no access") })
  }
}

/// Rows of a server that are asked for.
package struct DatabaseRequest: Hashable, Sendable {
  package enum Rows: Hashable, Sendable {
    case table(String)
    case query(String)
  }

  /// The environment variable that holds the server's address; `nil` for the usual ones.
  package let connection: String?
  package let rows: Rows
}

/// Why a server's rows cannot be had.
package struct DatabaseFailure: Error, Hashable {
  package enum Cause: Hashable, Sendable {
    /// The environment has no such variable.
    case noVariable
    case notAnAddress, cannotConnect, password, noSuchDatabase, noAnswer
    case noSuchTable, noSuchColumn, permission, notReading, tooLong, sql, other
  }

  package let cause: Cause
  /// The server's own words.
  package let message: String
  /// Where in the query, in characters from 0.
  package let offset: Int?

  package init(_ cause: Cause, _ message: String, offset: Int? = nil) {
    self.cause = cause
    self.message = message
    self.offset = offset
  }
}
