import Diagnostics
import Model
import SQLite

/// Reads a table or a query's rows from a SQLite file, which may be a GeoPackage.
///
/// SQLite works on the bytes in memory: the file is neither locked nor changed, and nothing is left beside it.
///
/// - **Errors**: bytes that are no sound database; no table named, an unknown one, a query that is wrong or would
///   not only read; what a table cannot hold.
func readSQLite(
  _ bytes: [UInt8], path: String, options: TableOptions, into diagnostics: inout DiagnosticCollector
) -> Table? {
  do throws(SQLiteError) {
    let database = try Database(bytes: bytes)
    let tables = try database.authoredTables()
    guard let selection = options.selection else {
      diagnostics.report(.error(.whichTable, at: Place(wholeFile: path), hints: [.tablesAre(tables)]))
      return nil
    }
    var rows = StoredRows(path: path + selection.suffix)
    switch selection {
    case .table(let name):
      guard tables.contains(name.value) else {
        let hints: [Diagnostic.Hint] = .suggestion(for: name.value, among: tables)
        diagnostics.report(
          .error(.noSuchTable(name.value), at: name.place, hints: hints + [.tablesAre(tables)]))
        return nil
      }
      let columns = try database.readableColumns(of: name.value).map(\.quotedIdentifier)
      try database.read(
        "SELECT \(columns.joined(separator: ", ")) FROM \(name.value.quotedIdentifier)", into: &rows)
    case .query(let sql):
      do throws(SQLiteError) {
        try database.read(sql.value, into: &rows)
      } catch {
        if error.cause == .notADatabase { throw error }
        diagnostics.report(.refusing(error, in: sql, tables))
        return nil
      }
    }
    return rows.table(options: options, at: selection.place, into: &diagnostics)
  } catch {
    diagnostics.report(
      .error(
        error.cause == .notADatabase ? .notADatabase : .databaseFails(error.message),
        at: Place(wholeFile: path),
        hints: error.cause == .notADatabase ? [.checkDatabase] : []))
    return nil
  }
}

extension Database {
  /// The tables that hold an author's rows; those by which a GeoPackage works are left out.
  func authoredTables() throws(SQLiteError) -> [String] {
    let tables = try tableNames()
    guard tables.contains("gpkg_contents") else { return tables }
    return tables.filter { !$0.hasPrefix("gpkg_") && !$0.hasPrefix("rtree_") }
  }

  /// The columns of a table, without the outlines that a GeoPackage keeps in it.
  fileprivate func readableColumns(of table: String) throws(SQLiteError) -> [String] {
    let columns = try columnNames(of: table)
    guard try tableNames().contains("gpkg_geometry_columns") else { return columns }
    var outlines: [String] = []
    var statement = try prepare("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?")
    try statement.bind(.text(table))
    while try statement.step() { outlines.append(statement.text(at: 0) ?? "") }
    return columns.filter { !outlines.contains($0) }
  }

  fileprivate func read(_ sql: String, into rows: inout StoredRows) throws(SQLiteError) {
    var statement = try prepare(authored: sql)
    rows.begin(columns: statement.columnNames)
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { StoredValue(statement.value(at: $0)) })
    }
  }
}

extension StoredValue {
  fileprivate init(_ value: SQLiteValue) {
    switch value {
    case .null: self = .null
    case .integer(let number): self.init(number)
    case .number(let number): self = number.isFinite ? .number(number) : .text("\(number)")
    case .text(let text): self = .text(text)
    case .bytes: self = .bytes
    }
  }
}

extension RowSelection {
  /// What is put behind a database's name for the rows in messages and provenance.
  var suffix: String {
    switch self {
    case .table(let name): "#" + name.value
    case .query: "#query"
    }
  }
}

extension Diagnostic {
  /// What is wrong with an author's query, at the sign in it that SQLite names.
  fileprivate static func refusing(
    _ error: SQLiteError, in sql: Located<String>, _ tables: [String]
  ) -> Diagnostic {
    let place = error.offset.map { offset in
      sql.place(at: String(decoding: sql.value.utf8.prefix(offset), as: UTF8.self).unicodeScalars.count)
    }
    switch error.cause {
    case .refused(let what): return .error(.notReading(what), at: sql.place, hints: [.onlySelect])
    case .tooLong: return .error(.queryTooLong, at: sql.place, hints: [.selectLess])
    case .sql, .tooLarge, .notADatabase, .cannotOpen, .busy, .readOnly, .full, .other:
      let hints: [Hint] = error.message.hasPrefix("no such table") ? [.tablesAre(tables)] : []
      return .error(.wrongQuery(error.message), at: place ?? sql.place, hints: hints)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static var notADatabase: Self {
    Self(
      "not-a-database", fr: "ce fichier n’est pas une base SQLite, ou il est abîmé",
      en: "this file is not a SQLite database, or is damaged")
  }
  fileprivate static func databaseFails(_ reason: String) -> Self {
    Self(
      "database-fails", fr: "cette base ne se lit pas : \(reason)",
      en: "this database cannot be read: \(reason)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let checkDatabase = Self(
    fr: "vérifiez le fichier : « sqlite3 FICHIER 'PRAGMA integrity_check' »",
    en: "check the file: “sqlite3 FILE 'PRAGMA integrity_check'”")
}
