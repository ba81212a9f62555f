import Diagnostics
import Expressions
import Model
import SQLite

/// Steps that calculate.
extension Shaper {
  /// Columns computed from others of the same row; each may use those before it.
  mutating func compute(_ relation: Relation, _ columns: [ComputedColumn]) -> Relation? {
    var result = relation
    for column in columns {
      guard check(column, in: result), isFree(column.name, in: result) else { return nil }
      let value = sql(column.expression)
      let list =
        (result.columns.map(\.name.quotedIdentifier) + ["\(value) AS \(column.name.value.quotedIdentifier)"]
        + result.hidden.map(\.quotedIdentifier)).joined(separator: ", ")
      result.sql = "SELECT \(list) FROM (\(result.sql))"
      result.columns.append(Relation.Column(name: column.name.value, isNumber: true, lineage: .none))
    }
    return result
  }

  /// One row for each combination of the columns in `by`; all rows in one where there are none.
  mutating func group(_ relation: Relation, by: [Located<String>], _ columns: [ComputedColumn]) -> Relation? {
    var result = Relation(sql: "", columns: [], trails: traces ? relation.trails : [], trailsAreLists: traces)
    for name in by {
      guard let index = column(name, of: relation) else { return nil }
      var key = relation.columns[index]
      key.lineage = .none
      result.columns.append(key)
    }
    var values: [String] = []
    for column in columns {
      guard check(column, in: relation), isFree(column.name, in: result) else { return nil }
      values.append("\(sql(column.expression)) AS \(column.name.value.quotedIdentifier)")
      result.columns.append(Relation.Column(name: column.name.value, isNumber: true, lineage: .none))
    }
    let keys = by.map(\.value.quotedIdentifier)
    let list = (keys + values + joinedTrails(of: relation)).joined(separator: ", ")
    let grouping = keys.isEmpty ? "" : " GROUP BY " + keys.joined(separator: ", ") + order(of: relation)
    result.sql = "SELECT \(list) FROM (\(relation.sql))\(grouping)"
    return result
  }

  /// Whether an expression's columns are there and hold numbers: SQL would take any other text for zero.
  private mutating func check(_ column: ComputedColumn, in relation: Relation) -> Bool {
    for name in column.expression.columns {
      let place = column.place(of: name)
      guard let index = self.column(Located(name.text, at: place), of: relation) else { return false }
      if !relation.columns[index].isNumber && !column.expression.onlyCounts(name) {
        diagnostics.report(.error(.notNumbers(name.text), at: place, hints: [.seeData]))
        return false
      }
    }
    return true
  }

  private func sql(_ expression: Expression) -> String {
    switch expression {
    case .number(let number): "\(number)"
    case .column(let name): name.text.quotedIdentifier
    case .negative(let inner): "(-\(sql(inner)))"
    // SQLite divides whole numbers to a whole number; times 1.0 they are none.
    case .binary(.divide, let left, let right): "(\(sql(left)) * 1.0 / \(sql(right)))"
    case .binary(let sign, let left, let right): "(\(sql(left)) \(sign.rawValue) \(sql(right)))"
    case .call(let function, let arguments): call(function, arguments.map(sql))
    }
  }

  private func call(_ function: Expression.Function, _ arguments: [String]) -> String {
    let list = arguments.joined(separator: ", ")
    switch function {
    case .abs, .round, .sum, .min, .max, .median: return "\(function.rawValue)(\(list))"
    case .mean: return arguments.count == 2 ? "weighted_mean(\(list))" : "avg(\(list))"
    case .count: return arguments.isEmpty ? "COUNT(*)" : "COUNT(\(list))"
    // In percent of the sum over all groups.
    case .share: return "(100.0 * sum(\(list)) / sum(sum(\(list))) OVER ())"
    }
  }

  // MARK: Queries

  /// SQL of the author's own, which may only read; its columns are known once it has run.
  mutating func query(_ sql: Located<String>) -> Relation? {
    do {
      let statement = try database.prepare(authored: sql.value)
      let names = statement.columnNames
      guard Set(names.map { $0.lowercased() }).count == names.count else {
        diagnostics.report(.error(.doubledColumns, at: sql.place, hints: [.nameColumns]))
        return nil
      }
      return Relation(
        sql: sql.value.trimmingSemicolon,
        columns: names.enumerated().map { index, name in
          // Only running it tells what a computed column holds; arithmetic on it is the query's own affair.
          Relation.Column(
            name: name, isNumber: statement.declaredType(at: index) != "TEXT", lineage: .none)
        }, trails: [])
    } catch {
      report(error, in: sql)
      return nil
    }
  }

  mutating func report(_ error: SQLiteError, in sql: Located<String>) {
    switch error.cause {
    case .refused(let what): diagnostics.report(.error(.refused(what), at: sql.place, hints: [.onlySelect]))
    case .tooLong: diagnostics.report(.error(.tooLong, at: sql.place))
    case .sql, .tooLarge, .notADatabase, .cannotOpen, .busy, .readOnly, .full, .other:
      diagnostics.report(.error(.stepFailed(error.message), at: sql.place))
    }
  }
}

extension Expression {
  /// Whether a column is only counted, which any kind of cell can be.
  fileprivate func onlyCounts(_ name: Name) -> Bool {
    switch self {
    case .number: true
    case .column(let column): column != name
    case .negative(let inner): inner.onlyCounts(name)
    case .binary(_, let left, let right): left.onlyCounts(name) && right.onlyCounts(name)
    case .call(.count, _): true
    case .call(_, let arguments): arguments.allSatisfy { $0.onlyCounts(name) }
    }
  }
}

extension String {
  fileprivate var trimmingSemicolon: String {
    String(reversed().drop { $0.isWhitespace || $0 == ";" }.reversed())
  }
}

extension Diagnostic.Message {
  fileprivate static func notNumbers(_ column: String) -> Self {
    Self(
      "not-numbers", fr: "la colonne « \(column) » ne contient pas que des nombres",
      en: "the column “\(column)” does not hold numbers only")
  }
  fileprivate static var doubledColumns: Self {
    Self(
      "doubled-columns", fr: "deux colonnes de cette requête ont le même nom",
      en: "two columns of this query have the same name")
  }
  fileprivate static func refused(_ what: String) -> Self {
    Self(
      "query-refused", fr: "« \(what) » n’est pas permis dans une requête",
      en: "“\(what)” is not allowed in a query")
  }
  fileprivate static var tooLong: Self {
    Self("query-too-long", fr: "cette requête n’en finit pas", en: "this query goes on for too long")
  }
}

extension Diagnostic.Hint {
  fileprivate static let seeData = Self(
    fr: "voyez « vigie data » ; « decimal-mark: » ou « types: » de la source peuvent y remédier",
    en: "see “vigie data”; the source's “decimal-mark:” or “types:” may help")
  fileprivate static let nameColumns = Self(
    fr: "donnez-leur un nom avec « AS »", en: "give them names with “AS”")
  fileprivate static let onlySelect = Self(
    fr: "une requête ne peut que lire : SELECT …", en: "a query may only read: SELECT …")
}
