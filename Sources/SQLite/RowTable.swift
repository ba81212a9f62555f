import CSQLite

/// A column of a table whose rows SQLite reads where they are.
package struct RowColumn: Hashable, Sendable {
  /// What a column's values are compared as. It converts none of them.
  package enum Affinity: String, Hashable, Sendable {
    /// `'01004'` and 1004 differ.
    case text = "TEXT"
    /// Text that reads as a number equals that number.
    case number = "NUMERIC"
    /// Values are compared as they are.
    case none = "BLOB"
  }

  package let name: String
  package let affinity: Affinity

  package init(name: String, affinity: Affinity) {
    self.name = name
    self.affinity = affinity
  }
}

extension Database {
  /// Makes a table of rows that stay where they are: SQLite asks for each cell when it needs it.
  ///
  /// The table is read as any other, by its name. Its `rowid` is the row's index, from 0. A join finds its rows
  /// through an index, made in memory when it is first needed. Rows must not change while they are registered.
  ///
  /// - Parameter value: gives a cell by saying exactly one thing to its result, or nothing for NULL.
  /// - **Errors**: two columns whose names differ in nothing but case; more than 2,000 columns.
  package func register(
    table name: String, columns: [RowColumn], rowCount: Int,
    value: @escaping (_ row: Int, _ column: Int, _ result: borrowing CellResult) -> Void
  ) throws(SQLiteError) {
    let table = RowTable(columns: columns, rowCount: rowCount, write: value)
    // SQLite lets go of the table itself, even when this fails.
    try check(
      sqlite3_create_module_v2(handle, name, rowModule, Unmanaged.passRetained(table).toOpaque()) { table in
        if let table { Unmanaged<RowTable>.fromOpaque(table).release() }
      })
    do {
      _ = try prepare("SELECT 1 FROM \(name.quotedIdentifier)")
    } catch {
      unregister(table: name)
      throw error
    }
  }

  /// Lets go of a registered table's rows. No statement may be reading them.
  package func unregister(table name: String) {
    sqlite3_create_module_v2(handle, name, nil, nil, nil)
    // SQLite puts off the rest until it next prepares a statement.
    _ = try? prepare("SELECT 1")
  }
}

/// Rows that stand outside of SQLite, and the indexes made of them.
final class RowTable {
  let columns: [RowColumn]
  let rowCount: Int
  let write: (Int, Int, borrowing CellResult) -> Void
  private var lookups: [RowLookup] = []

  init(columns: [RowColumn], rowCount: Int, write: @escaping (Int, Int, borrowing CellResult) -> Void) {
    precondition(rowCount < Int(UInt32.max), "a table has at most 4,294,967,294 rows")
    self.columns = columns
    self.rowCount = rowCount
    self.write = write
  }

  /// What SQLite is told of the table. The name in it means nothing.
  var definition: String {
    "CREATE TABLE t("
      + columns.map { "\($0.name.quotedIdentifier) \($0.affinity.rawValue)" }.joined(separator: ", ") + ")"
  }

  func lookup(_ index: Int) -> RowLookup { lookups[index] }

  /// The number of the lookup that finds rows by these columns.
  func lookupIndex(by columns: [Int]) -> Int {
    if let index = lookups.firstIndex(where: { $0.columns == columns }) { return index }
    lookups.append(RowLookup(by: columns))
    return lookups.count - 1
  }
}
