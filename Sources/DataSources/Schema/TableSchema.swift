import Diagnostics

/// What a producer states of the columns of a file, and what its cells must be.
///
/// - **Source**: Frictionless Data, *Table Schema* 1.0 and 2.0. Types that no column of an observatory has
///   (`geopoint`, `geojson`, `object`, `array`, `list`, `duration`) are not looked into.
struct TableSchema {
  /// How the fields must match the columns.
  enum FieldsMatch: String, CaseIterable {
    /// The same, in the same order.
    case exact
    /// The same, in any order.
    case equal
    /// The file has all fields, and may have more columns.
    case subset
    /// The file has no other columns, and may lack some fields.
    case superset
    /// They share one at least.
    case partial
  }

  struct ForeignKey {
    let fields: [Located<String>]
    /// The name of another source; empty for the file itself.
    let resource: Located<String>
    let referenced: [String]
  }

  let place: Place
  let fields: [SchemaField]
  let match: FieldsMatch
  /// What stands for a missing value, as it is written in a cell.
  let missing: [String]
  let primaryKey: [Located<String>]
  let foreignKeys: [ForeignKey]

  /// The decimal mark that all fields of numbers state, if they do.
  var decimalMark: DecimalMark? {
    let marks = Set(
      fields.compactMap { field in if case .number(let form) = field.type { form.decimalMark } else { nil } })
    return marks.count == 1 ? marks.first.flatMap { DecimalMark(written: $0) } : nil
  }
}

/// A column as its schema has it.
struct SchemaField {
  let name: String
  let place: Place
  /// Its title, or else its description.
  let label: String?
  let type: FieldType
  let constraints: FieldConstraints
  /// What stands for a missing value in this column; `nil`: as in the whole file.
  let missing: [String]?
}

/// The types of fields, with what their formats say.
enum FieldType: Hashable {
  enum StringFormat: String, CaseIterable {
    case plain = "default"
    case email, uri, binary, uuid
  }

  /// How numbers are written.
  struct NumberForm: Hashable {
    var decimalMark = "."
    var groupMark = ""
    /// Whether nothing may stand around the number, as in `95 %`.
    var isBare = true
  }

  case any
  case string(StringFormat)
  case number(NumberForm)
  case integer(NumberForm)
  case boolean(yes: [String], no: [String])
  case date(DatePattern)
  case year
  case yearMonth
  /// A type, or a format, that is not looked into.
  case unchecked

  /// The word of the standard.
  var word: String {
    switch self {
    case .any, .unchecked: "any"
    case .string(.plain): "string"
    case .string(let format): "string, \(format.rawValue)"
    case .number: "number"
    case .integer: "integer"
    case .boolean: "boolean"
    case .date(let pattern): pattern.type
    case .year: "year"
    case .yearMonth: "yearmonth"
    }
  }
}

/// What a schema demands of the values of a field.
struct FieldConstraints {
  var isRequired = false
  var isUnique = false
  var minimum: SchemaValue?
  var maximum: SchemaValue?
  var above: SchemaValue?
  var below: SchemaValue?
  var minLength: Int?
  var maxLength: Int?
  var pattern: String?
  var choices: [SchemaValue]?
}
