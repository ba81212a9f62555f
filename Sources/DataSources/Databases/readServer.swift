import Diagnostics
import Model

/// Reads the table or query of a server that a source names.
///
/// - Returns: the table, and the digest of its rows.
/// - **Errors**: a server that cannot be reached or does not answer, no table named, an unknown one, what the server
///   says of a query, at the sign in it that it names; what a table cannot hold.
func readServer(
  _ data: ServerData, options: TableOptions, access: DatabaseAccess,
  into diagnostics: inout DiagnosticCollector
) -> (table: Table, digest: String)? {
  let connection = data.connection?.value
  guard let selection = data.selection else {
    let tables = Result { () throws(DatabaseFailure) in try access.tables(connection) }
    switch tables {
    case .success(let names):
      diagnostics.report(.error(.whichTable, at: data.system.place, hints: [.tablesAre(names)]))
    case .failure(let failure): diagnostics.report(failure.diagnostic(for: data, nil, tables: []))
    }
    return nil
  }
  var rows = StoredRows(path: data.system.value.rawValue + selection.suffix)
  do throws(DatabaseFailure) {
    let digest = try access.read(DatabaseRequest(connection: connection, rows: selection.request), &rows)
    let table = rows.table(options: options, at: selection.place, into: &diagnostics)
    return table.map { ($0, digest) }
  } catch {
    let tables = error.cause == .noSuchTable ? (try? access.tables(connection)) ?? [] : []
    diagnostics.report(error.diagnostic(for: data, selection, tables: tables))
    return nil
  }
}

extension RowSelection {
  fileprivate var request: DatabaseRequest.Rows {
    switch self {
    case .table(let name): .table(name.value)
    case .query(let sql): .query(sql.value)
    }
  }
}

extension DatabaseFailure {
  /// The failure at the author's word that has to do with it.
  fileprivate func diagnostic(for data: ServerData, _ selection: RowSelection?, tables: [String])
    -> Diagnostic
  {
    let server = data.connection?.place ?? data.system.place
    let rows: Place
    switch selection {
    case .query(let sql): rows = offset.map { sql.place(at: $0) } ?? sql.place
    case .table(let name): rows = name.place
    case nil: rows = server
    }
    switch cause {
    case .noVariable:
      return .error(.noVariable(data.connection?.value ?? ""), at: server, hints: [.exportAddress])
    case .notAnAddress: return .error(.notAnAddress, at: server, hints: [.addressForm(message)])
    case .cannotConnect: return .error(.cannotConnect(message), at: server, hints: [.checkServer])
    case .password: return .error(.notLetIn(message), at: server, hints: [.checkPassword])
    case .noSuchDatabase: return .error(.noSuchDatabase(message), at: server, hints: [.checkDatabaseName])
    case .noAnswer: return .error(.noAnswer, at: server, hints: [.checkServer])
    case .noSuchTable:
      if case .table(let name) = selection {
        let hints: [Diagnostic.Hint] = .suggestion(for: name.value, among: tables)
        return .error(.noSuchTable(name.value), at: rows, hints: hints + [.tablesAre(tables)])
      }
      return .error(.wrongQuery(message), at: rows, hints: [.tablesAre(tables)])
    case .permission: return .error(.noPermission(message), at: rows, hints: [.askForRight])
    case .notReading: return .error(.notReading(message), at: rows, hints: [.onlySelect])
    case .tooLong: return .error(.queryTooLong, at: rows, hints: [.selectLess])
    case .noSuchColumn, .sql, .other: return .error(.wrongQuery(message), at: rows)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noVariable(_ name: String) -> Self {
    Self(
      "no-connection", fr: "la variable d’environnement « \(name) » n’est pas définie",
      en: "the environment variable “\(name)” is not set")
  }
  fileprivate static var notAnAddress: Self {
    Self(
      "not-an-address", fr: "cette variable ne contient pas une adresse de connexion",
      en: "this variable does not hold a connection's address")
  }
  fileprivate static func cannotConnect(_ reason: String) -> Self {
    Self(
      "no-server", fr: "pas de connexion à la base : \(reason)",
      en: "no connection to the database: \(reason)")
  }
  fileprivate static func notLetIn(_ reason: String) -> Self {
    Self(
      "not-let-in", fr: "le serveur refuse l’utilisateur ou le mot de passe : \(reason)",
      en: "the server refuses the user or the password: \(reason)")
  }
  fileprivate static func noSuchDatabase(_ reason: String) -> Self {
    Self(
      "no-such-database", fr: "le serveur n’a pas cette base : \(reason)",
      en: "the server has no such database: \(reason)")
  }
  fileprivate static var noAnswer: Self {
    Self("no-answer", fr: "le serveur de la base ne répond pas", en: "the database's server does not answer")
  }
  fileprivate static func noPermission(_ reason: String) -> Self {
    Self("no-permission", fr: "lecture interdite : \(reason)", en: "reading is not allowed: \(reason)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let exportAddress = Self(
    fr: "définissez-la avant de lancer vigie : postgresql://utilisateur@serveur/base",
    en: "set it before running vigie: postgresql://user@server/database")
  fileprivate static func addressForm(_ form: String) -> Self {
    Self(
      fr: "écrivez postgresql://utilisateur@serveur/base ; dans un mot de passe, @ s’écrit %40 et / %2F",
      en: "write postgresql://user@server/database; in a password @ is written %40 and / is %2F")
  }
  fileprivate static let checkServer = Self(
    fr:
      "vérifiez l’hôte et le port (PGHOST, PGPORT, ou l’adresse de « connection »), et que le serveur tourne",
    en: "check host and port (PGHOST, PGPORT, or the address of “connection”), and that the server runs")
  fileprivate static let checkPassword = Self(
    fr:
      "vérifiez l’utilisateur et le mot de passe (PGUSER, PGPASSWORD ou ~/.pgpass, ou l’adresse de « connection »)",
    en: "check user and password (PGUSER, PGPASSWORD or ~/.pgpass, or the address of “connection”)")
  fileprivate static let checkDatabaseName = Self(
    fr: "vérifiez son nom (PGDATABASE, ou la fin de l’adresse de « connection »)",
    en: "check its name (PGDATABASE, or the end of the address of “connection”)")
  fileprivate static let askForRight = Self(
    fr: "demandez à qui gère la base le droit de lire : GRANT SELECT",
    en: "ask who runs the database for the right to read: GRANT SELECT")
}
