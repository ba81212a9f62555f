import DataSources
import Diagnostics
import Model
import SQLite

/// Makes a report's tables from its sources, by the steps that their author declared.
///
/// SQLite does the work on rows, which stay where their reader put them: a million of them are grouped without
/// being copied.
///
/// - Parameter traces: whether to keep the rows that each row was made from, even where rows are grouped.
/// - Returns: the tables of the sources and those made from them.
/// - Throws: what is wrong with any step.
package func shapeTables(
  of report: Report, from sources: Tables, traces: Bool = false, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> ShapedTables {
  guard !report.tables.elements.isEmpty else { return ShapedTables(tables: sources) }
  let database: Database
  do {
    database = try Database()
  } catch {
    preconditionFailure("a database in memory can be opened: \(error.message)")
  }
  var shaper = Shaper(database: database, tables: sources, traces: traces, diagnostics: diagnostics)
  for source in report.sources.elements { shaper.register(.source(source.id)) }
  for table in report.tables.elements { shaper.make(table) }
  diagnostics = shaper.diagnostics
  try diagnostics.throwIfErrors()
  return shaper.shaped
}

/// A report's tables, and where the rows of those that were made come from.
package struct ShapedTables: Sendable {
  package fileprivate(set) var tables: Tables
  private var traces: [TableOrigin: [RowTrace]] = [:]

  init(tables: Tables) { self.tables = tables }

  /// The rows that a row of a made table was made from; `nil` for a source, or where they were not kept.
  package func trace(of row: Int, in origin: TableOrigin) -> RowTrace? {
    traces[origin].flatMap { $0.isEmpty ? nil : $0[row] }
  }

  fileprivate mutating func add(_ table: Table, _ trace: [RowTrace], as origin: TableOrigin) {
    tables.add(table, as: origin)
    traces[origin] = trace
  }
}

/// The rows of other tables that one row was made from.
package struct RowTrace: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package let origin: TableOrigin
    /// In the order of the table, from 0.
    package let rows: [Int]
  }

  package let parts: [Part]
}

/// Makes tables one after the other, each from those before it.
struct Shaper {
  let database: Database
  let traces: Bool
  var diagnostics: DiagnosticCollector
  private(set) var shaped: ShapedTables
  /// Tables that SQLite cannot read, with the reason: an error only where they are used.
  private var unusable: [TableOrigin: String] = [:]

  init(database: Database, tables: Tables, traces: Bool, diagnostics: DiagnosticCollector) {
    self.database = database
    self.traces = traces
    self.diagnostics = diagnostics
    shaped = ShapedTables(tables: tables)
  }

  /// Lets SQLite read a table.
  mutating func register(_ origin: TableOrigin) {
    guard let table = shaped.tables[origin] else { return }
    let columns = table.columns.map { column in
      RowColumn(name: column.name, affinity: column.type == .number ? .number : .text)
    }
    do {
      try database.register(table: origin.name, columns: columns, rowCount: table.rows.count) {
        row, column, result in
        table.withCell(row: row, column: column) { cell in
          switch cell {
          case .number(let number): result.number(number)
          case .text(let bytes): result.text(bytes)
          case .missing: result.null()
          }
        }
      }
    } catch {
      unusable[origin] = error.message
    }
  }

  /// Whether SQLite can read a table, or a report that it cannot.
  mutating func isUsable(_ origin: TableOrigin, at place: Place) -> Bool {
    guard let reason = unusable[origin] else { return true }
    diagnostics.report(.error(.unusableTable(origin.name, reason), at: place, hints: [.nameApart]))
    return false
  }

  mutating func make(_ table: ShapedTable) {
    // What it is made from has been reported if it could not be had.
    var relation: Relation?
    if let from = table.from {
      guard let base = shaped.tables[from], isUsable(from, at: table.place) else { return }
      relation = Relation(of: base, as: from)
    }
    for step in table.steps {
      relation = apply(step, to: relation)
      if relation == nil { return }
    }
    guard let relation, let (made, trace) = materialize(relation, as: table) else { return }
    shaped.add(made, trace, as: .table(table.id))
    register(.table(table.id))
  }

  private mutating func apply(_ step: Step, to relation: Relation?) -> Relation? {
    if case .query(let sql) = step {
      if relation == nil { return query(sql) }
      diagnostics.report(.error(.queryComesFirst, at: sql.place))
      return nil
    }
    guard let relation else { preconditionFailure("a table starts from rows or from a query") }
    switch step {
    case .keep(let columns): return filter(relation, columns, keeps: true)
    case .drop(let columns): return filter(relation, columns, keeps: false)
    case .rename(let names): return rename(relation, names)
    case .split(let column, let by): return split(relation, column, by: by)
    case .long(let columns, let names, let values): return long(relation, columns, names, values)
    case .wide(let names, let values): return wide(relation, names, values)
    case .join(let join): return self.join(relation, join)
    case .compute(let columns): return compute(relation, columns)
    case .group(let by, let columns): return group(relation, by: by, columns)
    case .query: preconditionFailure("a query has been taken above")
    }
  }

  /// The index of a column that an author names, or a report that there is none.
  mutating func column(_ name: Located<String>, of relation: Relation) -> Int? {
    if let index = relation.index(of: name.value) { return index }
    let known = relation.columns.map(\.name)
    diagnostics.report(
      .error(.noSuchColumn(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
    return nil
  }

  /// The rows of a query of ours.
  mutating func rows(_ sql: String, _ values: [SQLiteValue] = [], at place: Place) -> [[SQLiteValue]] {
    do {
      var statement = try database.prepare(sql)
      try statement.bind(values)
      var rows: [[SQLiteValue]] = []
      while try statement.step() { rows.append((0..<statement.columnCount).map { statement.value(at: $0) }) }
      return rows
    } catch {
      diagnostics.report(.error(.stepFailed(error.message), at: place))
      return []
    }
  }
}

extension Diagnostic.Message {
  static func noSuchColumn(_ name: String) -> Self {
    Self(
      "unknown-data-column", fr: "pas de colonne « \(name) » à cette étape",
      en: "no column “\(name)” at this step")
  }
  static func stepFailed(_ reason: String) -> Self {
    Self("step-failed", fr: "cette étape échoue : \(reason)", en: "this step fails: \(reason)")
  }
  fileprivate static func unusableTable(_ name: String, _ reason: String) -> Self {
    Self(
      "unusable-table", fr: "la table « \(name) » ne peut pas servir : \(reason)",
      en: "the table “\(name)” cannot be used: \(reason)")
  }
  fileprivate static var queryComesFirst: Self {
    Self(
      "query-comes-first", fr: "« query » ne peut être que la première étape d’une table sans « from »",
      en: "“query” can only be the first step of a table without “from”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let nameApart = Self(
    fr: "deux colonnes doivent différer par plus que les majuscules, et une table en avoir moins de 2000",
    en: "two columns must differ in more than capitals, and a table have fewer than 2000")
}
