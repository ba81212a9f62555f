import Diagnostics
import Model
import SQLite
import Spec

/// Steps that choose rows and name columns.
extension Shaper {
  /// Keeps or drops the rows whose cells read as one of the texts in each column.
  ///
  /// A text that no row has is a mistake: it would keep or drop nothing, silently.
  mutating func filter(_ relation: Relation, _ columns: [ColumnTexts], keeps: Bool) -> Relation? {
    var conditions: [String] = []
    for entry in columns {
      guard let index = column(entry.column, of: relation) else { return nil }
      let tests = entry.texts.map { test(relation.columns[index], reads: $0.value) }
      for (text, test) in zip(entry.texts, tests) {
        if !rows("SELECT 1 FROM (\(relation.sql)) WHERE \(test) LIMIT 1", at: text.place).isEmpty { continue }
        reportNoRow(text, relation.columns[index], of: relation)
        return nil
      }
      conditions.append("(" + tests.joined(separator: " OR ") + ")")
    }
    guard !conditions.isEmpty else { return relation }
    let condition = conditions.joined(separator: " AND ")
    var filtered = relation
    filtered.sql = "SELECT * FROM (\(relation.sql)) WHERE \(keeps ? condition : "(\(condition)) IS NOT TRUE")"
    return filtered
  }

  /// Whether a cell reads as a text, without the spaces around it; a number, as that number; an empty text, as no value.
  private func test(_ column: Relation.Column, reads text: String) -> String {
    let name = column.name.quotedIdentifier
    if text.isEmpty { return "COALESCE(TRIM(\(name)), '') = ''" }
    if column.isNumber, let number = Double(text.replacing(",", with: ".")) { return "\(name) = \(number)" }
    return "TRIM(\(name)) = \(text.quotedLiteral)"
  }

  private mutating func reportNoRow(
    _ text: Located<String>, _ column: Relation.Column, of relation: Relation
  ) {
    let name = column.name.quotedIdentifier
    let known = rows(
      "SELECT DISTINCT TRIM(\(name)) FROM (\(relation.sql)) WHERE \(name) IS NOT NULL LIMIT 200",
      at: text.place)
    let words = known.compactMap { row in if case .text(let word) = row[0] { word } else { nil } }
    diagnostics.report(
      .error(
        .noSuchRow(text.value, column: column.name), at: text.place,
        hints: .suggestion(for: text.value, among: words)))
  }

  mutating func rename(_ relation: Relation, _ names: [Renaming]) -> Relation? {
    var renamed = relation
    for name in names {
      guard let index = theColumn(name.old, of: relation) else { return nil }
      guard isFree(name.new, in: renamed, besides: index) else { return nil }
      renamed.columns[index].name = name.new.value
    }
    let pairs = zip(relation.columns, renamed.columns).map { old, new in
      "\(old.name.quotedIdentifier) AS \(new.name.quotedIdentifier)"
    }
    let hidden = relation.hidden.map(\.quotedIdentifier)
    renamed.sql = "SELECT \((pairs + hidden).joined(separator: ", ")) FROM (\(relation.sql))"
    for index in renamed.columns.indices {
      if case .named(let by, let columns, let trail) = renamed.columns[index].lineage,
        let old = relation.index(of: by)
      {
        renamed.columns[index].lineage = .named(by: renamed.columns[old].name, columns, trail: trail)
      }
    }
    return renamed
  }

  /// Whether no other column has a name; SQL takes upper and lower case for the same.
  mutating func isFree(_ name: Located<String>, in relation: Relation, besides index: Int? = nil) -> Bool {
    let clash = relation.columns.enumerated().first { other, column in
      other != index && column.name.lowercased() == name.value.lowercased()
    }
    guard clash != nil else { return true }
    diagnostics.report(.error(.nameTaken(name.value), at: name.place))
    return false
  }

  /// A row for each code of a cell that holds several.
  mutating func split(_ relation: Relation, _ column: Located<String>, by separator: String) -> Relation? {
    guard let index = self.column(column, of: relation) else { return nil }
    let name = relation.columns[index].name.quotedIdentifier
    // A JSON list is made of the cell by closing and opening its quotes at each separator.
    let quoted =
      "substr(json_quote(\(separator.quotedLiteral)), 2, length(json_quote(\(separator.quotedLiteral))) - 2)"
    let list = "'[' || replace(json_quote(t.\(name)), \(quoted), '\",\"') || ']'"
    var result = relation
    result.columns.remove(at: index)
    result.columns.append(
      Relation.Column(name: relation.columns[index].name, isNumber: false, lineage: .none))
    let columns = relation.columns.filter { $0.name != relation.columns[index].name }.map {
      "t." + $0.name.quotedIdentifier
    }
    let hidden = relation.hidden.map { "t." + $0.quotedIdentifier }
    result.sql =
      "SELECT \((columns + ["TRIM(j.value) AS \(name)"] + hidden).joined(separator: ", ")) "
      + "FROM (\(relation.sql)) AS t, json_each(\(list)) AS j"
    return result
  }
}

extension Diagnostic.Message {
  fileprivate static func noSuchRow(_ text: String, column: String) -> Self {
    Self(
      "no-such-row", fr: "aucune ligne n’a « \(text) » dans la colonne « \(column) »",
      en: "no row has “\(text)” in the column “\(column)”")
  }
  fileprivate static func nameTaken(_ name: String) -> Self {
    Self(
      "name-taken", fr: "une autre colonne s’appelle déjà « \(name) »",
      en: "another column is already called “\(name)”")
  }
}
