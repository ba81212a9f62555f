import DataSources
import Digest
import PostgreSQL

/// The connections to servers that a run has opened: one an address, closed with the run.
///
/// All sources of one server are so read in one transaction, and a server that does not answer is waited for once.
final class DatabaseConnections {
  private let environment: [String: String]
  private var opened: [String?: Result<Connection, DatabaseFailure>] = [:]

  /// - Parameter environment: where a spec's `connection` is looked up.
  init(environment: [String: String]) { self.environment = environment }

  var access: DatabaseAccess {
    DatabaseAccess(
      tables: { name throws(DatabaseFailure) in
        try self.use(name) { connection throws(PostgreSQLError) in try connection.tableNames() }
      },
      read: { request, rows throws(DatabaseFailure) in try self.read(request, into: &rows) })
  }

  private func read(_ request: DatabaseRequest, into rows: inout StoredRows) throws(DatabaseFailure) -> String
  {
    try use(request.connection) { connection throws(PostgreSQLError) in
      let sql: String
      switch request.rows {
      case .query(let written): sql = written
      case .table(let name):
        guard let selection = try connection.selection(ofTable: name) else {
          throw PostgreSQLError(.noSuchTable, name)
        }
        sql = selection
      }
      var digest = SHA256()
      var kinds: [ResultColumn.Kind] = []
      try connection.read(sql) { columns in
        kinds = columns.map(\.kind)
        rows.begin(columns: columns.map(\.name))
        digest.update(canonicalHeader(columns.map(\.name)).utf8)
      } row: { values in
        digest.update(canonicalRow(values).utf8)
        rows.append(zip(values, kinds).map { StoredValue($0, $1) })
      }
      return digest.finish().description
    }
  }

  private func use<Value>(
    _ name: String?, _ body: (Connection) throws(PostgreSQLError) -> Value
  ) throws(DatabaseFailure) -> Value {
    let connection = opened[name] ?? open(name)
    opened[name] = connection
    do {
      return try body(try connection.get())
    } catch let failure as DatabaseFailure {
      throw failure
    } catch let error as PostgreSQLError {
      let failure = DatabaseFailure(error)
      if error.cause == .noAnswer { opened[name] = .failure(failure) }
      throw failure
    } catch {
      preconditionFailure("only these are thrown: \(error)")
    }
  }

  private func open(_ name: String?) -> Result<Connection, DatabaseFailure> {
    if let name, environment[name]?.isEmpty ?? true { return .failure(DatabaseFailure(.noVariable, name)) }
    do throws(PostgreSQLError) {
      let address = try name.flatMap { environment[$0] }.map { text throws(PostgreSQLError) in
        try ConnectionAddress(text)
      }
      return .success(try Connection(to: address))
    } catch {
      return .failure(DatabaseFailure(error))
    }
  }
}

extension DatabaseFailure {
  fileprivate init(_ error: PostgreSQLError) {
    let cause: Cause =
      switch error.cause {
      case .notAnAddress: .notAnAddress
      case .cannotConnect: .cannotConnect
      case .password: .password
      case .noSuchDatabase: .noSuchDatabase
      case .noAnswer: .noAnswer
      case .noSuchTable: .noSuchTable
      case .noSuchColumn: .noSuchColumn
      case .permission: .permission
      case .notReading: .notReading
      case .tooLong: .tooLong
      case .sql: .sql
      case .other: .other
      }
    self.init(cause, error.message, offset: error.offset)
  }
}

extension StoredValue {
  /// A server's value, from the text that it writes for it.
  init(_ text: String?, _ kind: ResultColumn.Kind) {
    guard let text else {
      self = .null
      return
    }
    switch kind {
    case .bytes, .list(of: .bytes): self = .bytes
    case .number: self.init(numeral: text)
    case .truth: self = .text(text == "t" ? "true" : "false")
    case .padded: self = .text(String(text.reversed().drop { $0 == " " }.reversed()))
    case .text: self = .text(text)
    case .list(let kind):
      // As a list in JSON: one cell that holds several.
      let texts = items(ofList: text).map { item in
        if case .text(let text) = StoredValue(item, kind) { text } else { item ?? "" }
      }
      self = texts.isEmpty ? .null : .text(texts.joined(separator: "; "))
    }
  }

  /// A number; one that is none (`NaN`, `Infinity`) stays text.
  private init(numeral text: String) {
    if let integer = Int64(text) {
      self.init(integer)
    } else if let number = Double(text), number.isFinite {
      self = .number(number)
    } else {
      self = .text(text)
    }
  }
}

// MARK: Rows in their canonical form

/// The columns' names as PostgreSQL's CSV has them: in quotes where they need them.
private func canonicalHeader(_ names: [String]) -> String {
  names.map { name in
    name.isEmpty || name.contains(where: { ",\"\n\r".contains($0) }) ? quoted(name) : name
  }.joined(separator: ",") + "\n"
}

/// A row as PostgreSQL's CSV has it with `FORCE_QUOTE *`: every value in quotes, nothing for NULL.
private func canonicalRow(_ values: [String?]) -> String {
  values.map { $0.map(quoted) ?? "" }.joined(separator: ",") + "\n"
}

private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
