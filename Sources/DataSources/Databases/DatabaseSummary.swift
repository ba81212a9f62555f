import Diagnostics
import SQLite

/// What a SQLite file holds, in short.
package struct DatabaseSummary: Hashable, Sendable, Encodable {
  package struct TableSummary: Hashable, Sendable, Encodable {
    package let name: String
    package let columns: [String]
  }

  package let path: String
  package let tables: [TableSummary]

  /// - Returns: `nil` for bytes that are no SQLite database, or one that cannot be read.
  package init?(of bytes: [UInt8], path: String) {
    guard let database = try? Database(bytes: bytes), let names = try? database.authoredTables() else {
      return nil
    }
    self.path = path
    tables = names.compactMap { name in
      (try? database.columnNames(of: name)).map { TableSummary(name: name, columns: $0) }
    }
  }
}
