import Diagnostics
import Model
import SQLite

/// Steps that turn columns into rows and back.
extension Shaper {
  /// A row for each of the columns: its name goes into one new column, its cell into another.
  mutating func long(
    _ relation: Relation, _ columns: [Located<String>], _ names: Located<String>, _ values: Located<String>
  ) -> Relation? {
    let found = columns.map { column($0, of: relation) }
    let turned = found.compactMap(\.self)
    guard turned.count == columns.count else { return nil }
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
      "SELECT \(name) FROM (\(relation.sql)) GROUP BY \(keys.isEmpty ? "" : keys + ", ")\(name) "
        + "HAVING COUNT(*) > 1 LIMIT 1", at: names.place)
    if case .text(let text)? = doubled.first?.first {
      diagnostics.report(.error(.severalValues(text), at: names.place, hints: [.keepFirst]))
      return nil
    }
    let texts = rows(
      "SELECT \(name) FROM (\(relation.sql)) WHERE \(name) IS NOT NULL GROUP BY 1 ORDER BY MIN(rowid_of_first)"
        .replacing(
          "MIN(rowid_of_first)", with: relation.hidden.first.map { "MIN(\($0.quotedIdentifier))" } ?? "1"),
      at: names.place
    ).compactMap { row in if case .text(let text) = row[0] { text } else { nil } }
    guard texts.count <= Self.mostColumns else {
      diagnostics.report(.error(.tooManyColumns(texts.count), at: names.place))
      return nil
    }
    var result = Relation(
      sql: "",
      columns: kept.map { column in
        var column = column
        column.lineage = .none
        return column
      }, trails: traces ? relation.trails : [], trailsAreLists: traces)
    for text in texts {
      guard isFree(Located(text, at: names.place), in: result) else { return nil }
      result.columns.append(
        Relation.Column(name: text, isNumber: relation.columns[valueIndex].isNumber, lineage: .none))
    }
    let cells = texts.map { text in
      "MAX(CASE WHEN \(name) = \(text.quotedLiteral) THEN \(value) END) AS \(text.quotedIdentifier)"
    }
    let list = (kept.map(\.name.quotedIdentifier) + cells + joinedTrails(of: relation)).joined(
      separator: ", ")
    result.sql = "SELECT \(list) FROM (\(relation.sql))\(grouping)\(order(of: relation))"
    return result
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
