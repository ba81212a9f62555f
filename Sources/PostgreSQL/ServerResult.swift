import CPostgreSQL

/// The owner of the rows that a statement gave.
final class ServerResult {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQclear(handle) }

  var rowCount: Int { Int(PQntuples(handle)) }
  var columnCount: Int { Int(PQnfields(handle)) }

  func name(ofColumn column: Int) -> String {
    PQfname(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// The number by which the server knows a type.
  func typeNumber(ofColumn column: Int) -> UInt32 { PQftype(handle, Int32(column)) }

  /// A value as the server writes it; `nil` for NULL.
  func text(_ row: Int, _ column: Int) -> String? {
    guard PQgetisnull(handle, Int32(row), Int32(column)) == 0,
      let start = PQgetvalue(handle, Int32(row), Int32(column))
    else { return nil }
    let count = Int(PQgetlength(handle, Int32(row), Int32(column)))
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// What is wrong, if the statement failed.
  func error(hiding password: String?) -> PostgreSQLError? {
    switch PQresultStatus(handle) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return nil
    default: break
    }
    let message = field(cpostgresql_message) ?? String(cString: PQresultErrorMessage(handle))
    let position = field(cpostgresql_position).flatMap { Int($0) }
    return PostgreSQLError(
      PostgreSQLError.Cause(sqlState: field(cpostgresql_sql_state) ?? ""), cleaned(message, hiding: password),
      offset: position.map { $0 - 1 })
  }

  private func field(_ code: Int32) -> String? {
    PQresultErrorField(handle, code).map { String(cString: $0) }
  }
}
