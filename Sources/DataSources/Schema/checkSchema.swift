import Diagnostics

/// Holds a table against its schema.
///
/// - Parameters:
///   - marks: what the author declares as missing, besides what the schema does.
///   - resource: gives the table of another source, for foreign keys.
/// - **Errors**: columns that are not the schema's; each cell that breaks a rule, the first of them one by one.
func check(
  _ table: Table, against schema: TableSchema, marks: [String],
  resource: (String) -> Table?, into diagnostics: inout DiagnosticCollector
) {
  let columns = matchColumns(of: table, with: schema, into: &diagnostics)
  var check = SchemaCheck(table: table, schema: schema, marks: marks, columns: columns)
  check.rows()
  for key in schema.foreignKeys { check.foreignKey(key, resource: resource, into: &diagnostics) }
  check.report(into: &diagnostics)
}

/// One pass over the rows of a table.
private struct SchemaCheck {
  private let table: Table
  private let schema: TableSchema
  private let fields: [FieldCheck]
  private var breaches: [Breach] = []
  private var breachCount = 0
  private var seenKeys: [[String]: Int] = [:]

  struct Breach {
    let row: Int
    let column: Int
    let rule: SchemaRule
  }

  init(table: Table, schema: TableSchema, marks: [String], columns: [(field: SchemaField, column: Int)]) {
    self.table = table
    self.schema = schema
    fields = columns.map { field, column in
      FieldCheck(field, column: column, missing: Set((field.missing ?? schema.missing) + marks))
    }
  }

  mutating func rows() {
    var seen = [[String: Int]](repeating: [:], count: fields.count)
    let key = schema.primaryKey.compactMap { name in fields.first { $0.field.name == name.value } }
    for row in table.rows {
      for (index, field) in fields.enumerated() {
        let text = table.text(row: row, column: field.column)
        let rule = field.broken(by: text, number: table.storedNumber(row: row, column: field.column))
        if let rule { add(rule, row, field.column) }
        guard field.field.constraints.isUnique, !field.missing.contains(text) else { continue }
        if let first = seen[index][text] {
          add(.unique(first: table.fileRow(first)), row, field.column)
        } else {
          seen[index][text] = row
        }
      }
      if !key.isEmpty { checkKey(key, row) }
    }
  }

  private mutating func checkKey(_ key: [FieldCheck], _ row: Int) {
    let texts = key.map { table.text(row: row, column: $0.column) }
    for (field, text) in zip(key, texts) where field.missing.contains(text) {
      // What is required as well has been reported as such.
      if !field.field.constraints.isRequired { add(.keyMissing, row, field.column) }
      return
    }
    if let first = seenKeys[texts] {
      add(.primaryKey(first: table.fileRow(first)), row, key[0].column)
    } else {
      seenKeys[texts] = row
    }
  }

  mutating func foreignKey(
    _ key: TableSchema.ForeignKey, resource: (String) -> Table?, into diagnostics: inout DiagnosticCollector
  ) {
    let name = key.resource.value
    guard let other = name.isEmpty ? table : resource(name) else {
      diagnostics.report(.warning(.unknownResource(name), at: key.resource.place, hints: [.nameAsSource]))
      return
    }
    let there = key.referenced.map { other.columnIndex(named: $0) }
    let here = key.fields.compactMap { name in fields.first { $0.field.name == name.value } }
    guard let columns = there.allPresent, here.count == key.fields.count else {
      diagnostics.report(.error(.noReferencedColumn(in: other.path), at: key.resource.place))
      return
    }
    let known = Set(other.rows.map { row in columns.map { other.text(row: row, column: $0) } })
    for row in table.rows {
      let texts = here.map { table.text(row: row, column: $0.column) }
      if zip(here, texts).contains(where: { $0.missing.contains($1) }) || known.contains(texts) { continue }
      add(.foreignKey(name.isEmpty ? table.path : name), row, here[0].column)
    }
  }

  private mutating func add(_ rule: SchemaRule, _ row: Int, _ column: Int) {
    breachCount += 1
    // One more than is shown, for the place of “… and others”.
    if breaches.count <= DiagnosticCollector.shownLimit {
      breaches.append(Breach(row: row, column: column, rule: rule))
    }
  }

  func report(into diagnostics: inout DiagnosticCollector) {
    for breach in breaches.prefix(DiagnosticCollector.shownLimit) {
      let name = table.columns[breach.column].name
      let text = table.text(row: breach.row, column: breach.column)
      diagnostics.report(
        .error(
          .breach(breach.rule, text: text, column: name),
          at: table.place(row: breach.row, column: breach.column),
          hints: breach.rule.hints(for: text)))
    }
    guard let next = breaches.dropFirst(DiagnosticCollector.shownLimit).first else { return }
    let others = breachCount - DiagnosticCollector.shownLimit
    diagnostics.report(.error(.moreBreaches(others), at: table.place(row: next.row, column: next.column)))
  }
}

extension [Int?] {
  fileprivate var allPresent: [Int]? {
    let present = compactMap(\.self)
    return present.count == count ? present : nil
  }
}

extension Diagnostic.Message {
  fileprivate static func breach(_ rule: SchemaRule, text: String, column: String) -> Self {
    let words = rule.words
    let shown =
      text.isEmpty
      ? Bilingual(fr: "cette cellule vide", en: "this empty cell")
      : Bilingual(fr: "« \(text.shortened) »", en: "“\(text.shortened)”")
    return Self(
      "schema-breach", fr: "\(shown.french) \(words.french) (schéma, champ « \(column) » : \(rule.name))",
      en: "\(shown.english) \(words.english) (schema, field “\(column)”: \(rule.name))")
  }
  fileprivate static func moreBreaches(_ count: Int) -> Self {
    Self(
      "more-schema-breaches",
      fr: count == 1 ? "… et 1 autre écart au schéma" : "… et \(count) autres écarts au schéma",
      en: count == 1 ? "… and 1 more breach of the schema" : "… and \(count) more breaches of the schema")
  }
  fileprivate static func unknownResource(_ name: String) -> Self {
    Self(
      "schema-unknown-resource", fr: "clé étrangère non vérifiée : aucune source ne s’appelle « \(name) »",
      en: "foreign key not checked: no source is called “\(name)”")
  }
  fileprivate static func noReferencedColumn(in path: String) -> Self {
    Self(
      "schema-bad-foreign-key", fr: "« \(path) » n’a pas les colonnes de cette clé étrangère",
      en: "“\(path)” has not the columns of this foreign key")
  }
}

extension Diagnostic.Hint {
  fileprivate static let nameAsSource = Self(
    fr: "donnez à la source le nom de la ressource", en: "give the source the resource's name")
}

extension String {
  /// What a message can hold of a long cell.
  fileprivate var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
