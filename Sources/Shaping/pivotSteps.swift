import Diagnostics
import Model
import SQLite

/// Steps that turn columns into rows and back.
extension Shaper {
  /// A row for each of the columns: its name goes into one new column, its cell into another.
  mutating func long(
    _ relation: Relation, _ columns: [Located<String>], _ names: Located<String>, _ values: Located<String>
  ) -> Relation? {
    var turned: [Int] = []
    for name in columns {
      let found = self.columns(name, of: relation)
      guard !found.isEmpty else { return nil }
      turned += found.filter { !turned.contains($0) }
    }
    let kept = relation.columns.indices.filter { !turned.contains($0) }.map { relation.columns[$0] }
    var result = relation
    result.columns = kept
    guard isFree(names, in: result), isFree(values, in: result) else { return nil }
    let head = kept.map(\.name.quotedIdentifier)
    let hidden = relation.hidden.map(\.quotedIdentifier)
    let parts = turned.map { index in
      let name = relation.columns[index].name
      let pair = [
        "\(name.quotedLiteral) AS \(names.value.quotedIdentifier)",
        "\(name.quotedIdentifier) AS \(values.value.quotedIdentifier)",
      ]
      return "SELECT \((head + pair + hidden).joined(separator: ", ")) FROM (\(relation.sql))"
    }
    result.sql = parts.joined(separator: " UNION ALL ")
    result.columns.append(Relation.Column(name: names.value, isNumber: false, lineage: .none))
    result.columns.append(
      Relation.Column(
        name: values.value, isNumber: turned.allSatisfy { relation.columns[$0].isNumber },
        lineage: lineage(of: turned, in: relation, named: names.value)))
    return result
  }

  private func lineage(of turned: [Int], in relation: Relation, named names: String) -> Relation.Lineage {
    var sources: [String: Int] = [:]
    var trails: Set<Int> = []
    for index in turned {
      guard case .cells(let trail, let column) = relation.columns[index].lineage else { return .none }
      sources[relation.columns[index].name] = column
      trails.insert(trail)
    }
    guard trails.count == 1, let trail = trails.first else { return .none }
    return .named(by: names, sources, trail: trail)
  }

  /// A column for each text of one column, with the cells of another; a row for each combination of the rest.
  mutating func wide(_ relation: Relation, _ names: Located<String>, _ values: Located<String>) -> Relation? {
    guard let nameIndex = column(names, of: relation), let valueIndex = column(values, of: relation) else {
      return nil
    }
    let kept = relation.columns.indices.filter { $0 != nameIndex && $0 != valueIndex }.map {
      relation.columns[$0]
    }
    let (name, value) = (names.value.quotedIdentifier, values.value.quotedIdentifier)
    let keys = kept.map(\.name.quotedIdentifier).joined(separator: ", ")
    let grouping = keys.isEmpty ? "" : " GROUP BY \(keys)"
    let doubled = rows(
      "SELECT \(name) FROM (\(relation.sql)) WHERE \(name) IS NOT NULL "
        + "GROUP BY \(keys.isEmpty ? "" : keys + ", ")\(name) HAVING COUNT(*) > 1 LIMIT 1", at: names.place)
    if let doubled = doubled.first.flatMap({ NewColumn($0[0]) }) {
      diagnostics.report(.error(.severalValues(doubled.name), at: names.place, hints: [.keepFirst]))
      return nil
    }
    let order = relation.hidden.first.map { "MIN(\($0.quotedIdentifier))" } ?? "1"
    let made = rows(
      "SELECT \(name) FROM (\(relation.sql)) WHERE \(name) IS NOT NULL GROUP BY 1 ORDER BY \(order)",
      at: names.place
    ).compactMap { NewColumn($0[0]) }
    guard made.count <= Self.mostColumns else {
      diagnostics.report(.error(.tooManyColumns(made.count), at: names.place))
      return nil
    }
    var result = Relation(
      sql: "",
      columns: kept.map { column in
        var column = column
        column.lineage = .none
        return column
      }, trails: traces ? relation.trails : Array(relation.trails.prefix(1)), trailsAreLists: traces)
    var hidden = traces ? joinedTrails(of: relation) : firstRow(of: relation)
    var cells: [String] = []
    for column in made {
      guard isFree(Located(column.name, at: names.place), in: result) else { return nil }
      let condition = "CASE WHEN \(name) = \(column.literal) THEN"
      cells.append("MAX(\(condition) \(value) END) AS \(column.name.quotedIdentifier)")
      // Each cell comes from a row of its own, which knows why it is missing.
      let trail = relation.columns[valueIndex].lineage.trail.flatMap { relation.trailsAreLists ? nil : $0 }
      if let trail {
        let row = Relation.hidden(result.trails.count).quotedIdentifier
        hidden.append("MAX(\(condition) \(relation.hidden[trail].quotedIdentifier) END) AS \(row)")
      }
      let lineage = trail.map { _ in relation.columns[valueIndex].lineage.with(trail: result.trails.count) }
      if let trail { result.trails.append(relation.trails[trail]) }
      result.columns.append(
        Relation.Column(
          name: column.name, isNumber: relation.columns[valueIndex].isNumber, lineage: lineage ?? .none))
    }
    let list = (kept.map(\.name.quotedIdentifier) + cells + hidden).joined(separator: ", ")
    result.sql = "SELECT \(list) FROM (\(relation.sql))\(grouping)\(self.order(of: relation))"
    return result
  }

  /// The first of the rows taken together, by which they are shown and ordered.
  private func firstRow(of relation: Relation) -> [String] {
    relation.hidden.prefix(1).map { "MIN(\($0.quotedIdentifier)) AS \($0.quotedIdentifier)" }
  }

  /// What a page, or a person, can still read.
  private static let mostColumns = 500

  /// The hidden columns as lists of the rows taken together, where they are wanted.
  func joinedTrails(of relation: Relation) -> [String] {
    traces
      ? relation.hidden.map { "GROUP_CONCAT(\($0.quotedIdentifier)) AS \($0.quotedIdentifier)" } : []
  }

  /// Groups stand in the order of their first rows.
  func order(of relation: Relation) -> String {
    guard !relation.trailsAreLists, let first = relation.hidden.first else { return "" }
    return " ORDER BY MIN(\(first.quotedIdentifier))"
  }
}

/// A text or a number that becomes a column's name.
private struct NewColumn {
  let name: String
  /// As SQL compares with it.
  let literal: String

  /// - Returns: `nil` for NULL.
  init?(_ value: SQLiteValue) {
    switch value {
    case .null: return nil
    case .integer(let number): (name, literal) = ("\(number)", "\(number)")
    case .number(let number):
      name = Int(exactly: number).map(String.init) ?? "\(number)"
      literal = "\(number)"
    case .text(let text): (name, literal) = (text, text.quotedLiteral)
    case .bytes: return nil
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func severalValues(_ name: String) -> Self {
    Self(
      "several-values", fr: "plusieurs lignes donnent une valeur à la même case de « \(name) »",
      en: "several rows give a value to the same cell of “\(name)”")
  }
  fileprivate static func tooManyColumns(_ count: Int) -> Self {
    Self(
      "too-many-columns", fr: "cette étape ferait \(count) colonnes",
      en: "this step would make \(count) columns")
  }
}

extension Diagnostic.Hint {
  fileprivate static let keepFirst = Self(
    fr: "réunissez-les d’abord avec « group: », ou retirez les lignes en trop avec « keep: » ou « drop: »",
    en: "take them together first with “group:”, or remove the extra rows with “keep:” or “drop:”")
}
