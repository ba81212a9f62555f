import Diagnostics

/// Which rows of a database a source has: those of a table or of a query, in the source's file or on a server.
package struct DatabaseSpec: Hashable, Sendable {
  /// What runs on the server; `nil` for a database in a file.
  package let system: Located<DatabaseSystem>?
  /// The environment variable that says where the server is.
  package let connection: Located<String>?
  package let table: Located<String>?
  package let query: Located<String>?
}

/// The database servers that can be read.
package enum DatabaseSystem: String, Hashable, Sendable, CaseIterable { case postgresql }

extension SpecReader {
  mutating func database(_ keys: SpecMapping<SourceKey>) -> DatabaseSpec {
    DatabaseSpec(
      system: choice(keys[.database], DatabaseSystem.self), connection: text(keys[.connection]),
      table: text(keys[.table]), query: text(keys[.query]))
  }
}
