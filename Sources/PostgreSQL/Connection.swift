import CPostgreSQL

/// The owner of a connection to a server, in one transaction that reads.
///
/// All that is read over it is of one moment, whatever others write meanwhile. Use it from one thread at a time.
package final class Connection {
  /// Seconds after which a server is given up: while it lets in, and for each batch of rows.
  package struct Patience: Sendable {
    package let connecting: Int
    package let answering: Int

    package init(connecting: Int = 5, answering: Int = 60) {
      self.connecting = connecting
      self.answering = answering
    }
  }

  private let handle: OpaquePointer
  private let patience: Patience
  private let password: String?

  /// Connects.
  ///
  /// - Parameter address: where to; `nil` leaves it to libpq, that is to `PGHOST`, `PGDATABASE`, `PGSERVICE` and
  ///   their like in the process's environment.
  package init(to address: ConnectionAddress?, patience: Patience = Patience()) throws(PostgreSQLError) {
    let defaults = ConnectionOptions()
    // What stands before the address yields to it.
    var options = [("client_encoding", "UTF8"), ("fallback_application_name", "vigie")]
    if defaults["connect_timeout"] == nil { options.append(("connect_timeout", "\(patience.connecting)")) }
    if let address { options.append(("dbname", address.text)) }
    password = address?.password ?? defaults["password"]
    self.patience = patience
    let connected = CStrings(options.map(\.0)).lend { names in
      CStrings(options.map(\.1)).lend { values in PQconnectdbParams(names, values, 1) }
    }
    guard let handle = connected else {
      preconditionFailure("there is memory for a connection")
    }
    self.handle = handle
    guard PQstatus(handle) == CONNECTION_OK else { throw connectionError() }
    try prepareSession()
  }

  deinit { PQfinish(handle) }

  /// Values are written in one way only, whatever the server's settings: ISO 8601 dates, UTC, shortest decimals.
  private func prepareSession() throws(PostgreSQLError) {
    let statements = [
      "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
      "SET LOCAL statement_timeout = \(patience.answering * 1000)",
      "SET LOCAL DateStyle = 'ISO, YMD'", "SET LOCAL IntervalStyle = 'iso_8601'",
      "SET LOCAL TimeZone = 'UTC'",
      "SET LOCAL extra_float_digits = 1", "SET LOCAL bytea_output = 'hex'",
    ]
    for statement in statements { _ = try run(statement) }
  }

  /// Runs one statement and gives its rows.
  func run(_ sql: String, _ parameters: [String] = []) throws(PostgreSQLError) -> ServerResult {
    let sent = CStrings(parameters).lend {
      PQsendQueryParams(handle, sql, Int32(parameters.count), nil, $0, nil, nil, 0)
    }
    guard sent == 1 else { throw PostgreSQLError(.other, lastMessage) }
    let result = try nextResult()
    while let more = try nextResult() { _ = more }
    guard let result else { throw PostgreSQLError(.other, lastMessage) }
    if let error = result.error(hiding: password) { throw error }
    return result
  }

  /// Runs statements that may fail: what comes after them in the transaction does not fail with them.
  func attempt<Value>(_ body: () throws(PostgreSQLError) -> Value) throws(PostgreSQLError) -> Value {
    _ = try run("SAVEPOINT vigie")
    do {
      let value = try body()
      _ = try run("RELEASE SAVEPOINT vigie")
      return value
    } catch {
      _ = try? run("ROLLBACK TO SAVEPOINT vigie")
      throw error
    }
  }

  private func nextResult() throws(PostgreSQLError) -> ServerResult? {
    // The server ends a statement itself when its time is over; this is for one that is not there any more.
    switch cpostgresql_wait(handle, Int32(patience.answering + 5) * 1000) {
    case 1: return PQgetResult(handle).map(ServerResult.init)
    case 0: throw PostgreSQLError(.noAnswer, "")
    default: throw PostgreSQLError(.noAnswer, lastMessage)
    }
  }

  // MARK: What goes wrong

  private var lastMessage: String { cleaned(String(cString: PQerrorMessage(handle)), hiding: password) }

  /// libpq keeps no code for what ended a connection before it began, so its sentence has to tell.
  private func connectionError() -> PostgreSQLError {
    let message = String(cString: PQerrorMessage(handle))
    let cause: PostgreSQLError.Cause =
      if message.contains("timeout expired") {
        .noAnswer
      } else if PQconnectionNeedsPassword(handle) == 1 || PQconnectionUsedPassword(handle) == 1 {
        message.contains("does not exist") ? .noSuchDatabase : .password
      } else if message.contains("database \"") && message.contains("does not exist") {
        .noSuchDatabase
      } else {
        .cannotConnect
      }
    return PostgreSQLError(cause, lastMessage)
  }
}

/// A server's sentence on one line, a password in it struck out where it stands as a word of its own.
func cleaned(_ message: String, hiding password: String?) -> String {
  let line = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  guard let password, !password.isEmpty else { return line }
  var (cleaned, rest) = ("", line[...])
  while let range = rest.firstRange(of: password) {
    let before = (cleaned + rest[..<range.lowerBound]).last
    let isWord = ![before, rest[range.upperBound...].first].contains {
      $0?.isLetter ?? false || $0?.isNumber ?? false
    }
    cleaned += rest[..<range.lowerBound] + (isWord ? "***" : rest[range])
    rest = rest[range.upperBound...]
  }
  return cleaned + rest
}

/// Texts as C has them, in an array that ends with null.
private struct CStrings: ~Copyable {
  private let pointers: [UnsafePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { UnsafePointer(cpostgresql_copy($0)) } + [nil] }

  borrowing func lend<Result>(_ body: ([UnsafePointer<CChar>?]) -> Result) -> Result { body(pointers) }

  deinit {
    for pointer in pointers { cpostgresql_free(UnsafeMutablePointer(mutating: pointer)) }
  }
}
