/// What a server, or the way to it, could not do.
package struct PostgreSQLError: Error, Hashable {
  package enum Cause: Hashable, Sendable {
    /// The address is none.
    case notAnAddress
    /// There is no server, or it does not let in.
    case cannotConnect
    /// It asks for a password that is missing or wrong.
    case password
    case noSuchDatabase
    /// It lets in, or takes a query, and says nothing more.
    case noAnswer
    case noSuchTable
    case noSuchColumn
    case permission
    /// The query would do more than read.
    case notReading
    /// The query was ended because it went on for longer than allowed.
    case tooLong
    /// The SQL is wrong, or what it computes cannot be.
    case sql
    case other
  }

  package let cause: Cause
  /// The server's own sentence, in its language, without any password.
  package let message: String
  /// Where in the SQL, in characters from 0; `nil` where the server does not say.
  package let offset: Int?

  package init(_ cause: Cause, _ message: String, offset: Int? = nil) {
    self.cause = cause
    self.message = message
    self.offset = offset
  }
}

extension PostgreSQLError.Cause {
  /// - **Source**: PostgreSQL 15, appendix A, “PostgreSQL Error Codes”.
  init(sqlState: String) {
    switch sqlState {
    case "42P01", "3F000": self = .noSuchTable
    case "42703": self = .noSuchColumn
    case "42501": self = .permission
    case "25006": self = .notReading
    case "57014", "55P03": self = .tooLong
    case "3D000": self = .noSuchDatabase
    case "28P01", "28000": self = .password
    default: self = ["42", "22", "21", "0A"].contains(sqlState.prefix(2)) ? .sql : .other
    }
  }
}
