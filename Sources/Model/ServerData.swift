import Diagnostics
import Spec

/// Rows of a database server, and what their author says of them.
package struct ServerData: Hashable, Sendable {
  package let system: Located<DatabaseSystem>
  /// The environment variable that says where the server is; `nil` where the server's own usual ones do.
  package let connection: Located<String>?
  package let selection: RowSelection?
  package let decimalMark: Located<String>?
  package let missing: [DeclaredMark]
  package let types: [DeclaredType]
}

/// Which rows of a database.
package enum RowSelection: Hashable, Sendable {
  /// Those of a table or view.
  case table(Located<String>)
  /// Those of a query in the database's own SQL.
  case query(Located<String>)

  package var place: Place {
    switch self {
    case .table(let name): name.place
    case .query(let sql): sql.place
    }
  }

  /// The author's SQL, if that is what it is.
  package var query: String? {
    switch self {
    case .table: nil
    case .query(let sql): sql.value
    }
  }
}

extension Source {
  /// Which rows of its database it has, if it is one.
  package var selection: RowSelection? { server?.selection ?? data?.selection }
}

extension SourceSpec {
  var selection: RowSelection? {
    database.table.map { .table($0) } ?? database.query.map { .query($0) }
  }

  var server: ServerData? {
    database.system.map { system in
      ServerData(
        system: system, connection: database.connection, selection: selection, decimalMark: decimalMark,
        missing: missing, types: types)
    }
  }
}

extension Resolver {
  /// Reports what a source says of a database that cannot be.
  mutating func checkDatabase(of source: SourceSpec) {
    let database = source.database
    if database.table != nil, let query = database.query {
      diagnostics.report(.error(.tableAndQuery, at: query.place))
    }
    if let system = database.system, source.data != nil {
      diagnostics.report(.error(.fileAndServer, at: system.place))
    }
    if let connection = database.connection { check(connection, isUsed: database.system != nil) }
    guard database.system == nil, source.data == nil, let place = source.selection?.place else { return }
    diagnostics.report(.error(.selectionOfNothing, at: place, hints: [.sayWhichDatabase]))
  }

  private mutating func check(_ connection: Located<String>, isUsed: Bool) {
    let name = connection.value
    if name.contains("://") || name.contains("=") || name.contains("@") {
      diagnostics.report(.error(.connectionIsAddress, at: connection.place, hints: [.addressInVariable]))
    } else if name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil {
      diagnostics.report(.error(.notAVariable(name), at: connection.place, hints: [.addressInVariable]))
    } else if !isUsed {
      diagnostics.report(.error(.connectionToNothing, at: connection.place, hints: [.sayServer]))
    }
  }
}

extension Diagnostic.Message {
  fileprivate static var tableAndQuery: Self {
    Self(
      "table-and-query", fr: "« table » et « query » à la fois : gardez l’une des deux",
      en: "both “table” and “query”: keep one of them")
  }
  fileprivate static var fileAndServer: Self {
    Self(
      "file-and-server",
      fr: "« data » et « database » à la fois : les données viennent d’un fichier ou d’un serveur",
      en: "both “data” and “database”: data come from a file or from a server")
  }
  fileprivate static var selectionOfNothing: Self {
    Self(
      "selection-of-nothing", fr: "cette source ne dit pas dans quelle base elle lit",
      en: "this source does not say which database it reads")
  }
  /// The address itself is not told: it may hold a password.
  fileprivate static var connectionIsAddress: Self {
    Self(
      "connection-is-address",
      fr:
        "une adresse de connexion ne s’écrit pas dans la spécification : elle peut contenir un mot de passe",
      en: "a connection's address does not belong in the spec: it may hold a password")
  }
  fileprivate static func notAVariable(_ name: String) -> Self {
    Self(
      "not-a-variable", fr: "« \(name) » n’est pas un nom de variable d’environnement",
      en: "“\(name)” is not the name of an environment variable")
  }
  fileprivate static var connectionToNothing: Self {
    Self(
      "connection-to-nothing", fr: "« connection » ne sert qu’avec « database »",
      en: "“connection” is only used with “database”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let sayWhichDatabase = Self(
    fr: "ajoutez « data: base.sqlite », ou « database: postgresql »",
    en: "add “data: base.sqlite”, or “database: postgresql”")
  fileprivate static let addressInVariable = Self(
    fr:
      "mettez l’adresse dans une variable d’environnement et son nom ici, par exemple « connection: VIGIE_BASE »",
    en: "put the address into an environment variable and its name here, such as “connection: VIGIE_DATABASE”"
  )
  fileprivate static let sayServer = Self(
    fr: "ajoutez « database: postgresql »", en: "add “database: postgresql”")
}
