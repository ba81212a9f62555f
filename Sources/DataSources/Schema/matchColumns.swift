import Diagnostics

/// The fields of a schema with the columns that they describe.
///
/// - **Errors**: columns that are missing, superfluous or in another order, as far as the schema minds.
func matchColumns(
  of table: Table, with schema: TableSchema, into diagnostics: inout DiagnosticCollector
) -> [(field: SchemaField, column: Int)] {
  let names = table.columns.map(\.name)
  var found: [(field: SchemaField, column: Int)] = []
  for field in schema.fields {
    if let column = table.columnIndex(named: field.name) {
      found.append((field, column))
    } else if schema.match.wantsAllFields {
      diagnostics.report(
        .error(
          .fieldWithoutColumn(field.name, in: table.path), at: field.place,
          hints: .suggestion(for: field.name, among: names)))
    }
  }
  let fieldNames = schema.fields.map(\.name)
  let others = names.indices.filter { !fieldNames.contains(names[$0]) }
  if !schema.match.allowsOtherColumns {
    for column in others {
      diagnostics.report(
        .error(
          .columnWithoutField(names[column]), at: table.place(ofColumn: column),
          hints: .suggestion(for: names[column], among: fieldNames)))
    }
  }
  if schema.match == .exact, found.count == schema.fields.count, others.isEmpty {
    let moved = found.enumerated().first { index, pair in pair.column != index }
    if let moved {
      let place = table.place(ofColumn: moved.offset)
      diagnostics.report(
        .error(.otherOrder(names[moved.offset], moved.element.field.name), at: place, hints: [.anyOrder]))
    }
  }
  if schema.match == .partial, found.isEmpty {
    diagnostics.report(.error(.noFieldFound, at: schema.place))
  }
  return found
}

extension TableSchema.FieldsMatch {
  fileprivate var wantsAllFields: Bool {
    switch self {
    case .exact, .equal, .subset: true
    case .superset, .partial: false
    }
  }

  fileprivate var allowsOtherColumns: Bool {
    switch self {
    case .subset, .partial: true
    case .exact, .equal, .superset: false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func fieldWithoutColumn(_ name: String, in path: String) -> Self {
    Self(
      "schema-missing-column", fr: "« \(path) » n’a pas la colonne « \(name) » du schéma",
      en: "“\(path)” lacks the schema's column “\(name)”")
  }
  fileprivate static func columnWithoutField(_ name: String) -> Self {
    Self(
      "schema-extra-column", fr: "le schéma ne connaît pas la colonne « \(name) »",
      en: "the schema knows no column “\(name)”")
  }
  fileprivate static func otherOrder(_ found: String, _ expected: String) -> Self {
    Self(
      "schema-column-order", fr: "la colonne « \(found) » est là où le schéma attend « \(expected) »",
      en: "the column “\(found)” stands where the schema expects “\(expected)”")
  }
  fileprivate static var noFieldFound: Self {
    Self(
      "schema-missing-column", fr: "le fichier n’a aucune des colonnes du schéma",
      en: "the file has none of the schema's columns")
  }
}

extension Diagnostic.Hint {
  fileprivate static let anyOrder = Self(
    fr: "si l’ordre n’importe pas, écrivez « \"fieldsMatch\": \"equal\" » dans le schéma",
    en: "if the order does not matter, write `\"fieldsMatch\": \"equal\"` in the schema")
}
