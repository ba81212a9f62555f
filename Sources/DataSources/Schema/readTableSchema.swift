import Diagnostics

/// Reads a Table Schema.
///
/// - **Errors**: a file that is not JSON or no schema; a field without a name, of an unknown type, with a pattern
///   or a bound that cannot be read; a key over fields that are not there. Each at its place in the file.
/// - **Warnings**: types and formats that are not looked into.
func readTableSchema(
  _ bytes: [UInt8], path: String, into diagnostics: inout DiagnosticCollector
) -> TableSchema? {
  guard let document = JSONDocument(bytes, path: path, into: &diagnostics) else { return nil }
  var reader = SchemaReader(document: document)
  let schema = reader.schema()
  for diagnostic in reader.diagnostics.diagnostics { diagnostics.report(diagnostic) }
  return reader.diagnostics.hasErrors ? nil : schema
}

private struct SchemaReader {
  let document: JSONDocument
  var diagnostics = DiagnosticCollector()

  init(document: JSONDocument) { self.document = document }

  mutating func schema() -> TableSchema? {
    let root = document.root
    guard let list = root["fields"], let items = list.items, !items.isEmpty else {
      let hints: [Diagnostic.Hint] = root["resources"] == nil ? [] : [.takeSchemaOut]
      diagnostics.report(.error(.noFields, at: document.place(of: root["fields"] ?? root), hints: hints))
      return nil
    }
    let fields = items.compactMap { field($0) }
    reportDoubles(fields)
    return TableSchema(
      place: document.place(of: list), fields: fields,
      match: choice(root["fieldsMatch"], .exact, among: TableSchema.FieldsMatch.allCases),
      missing: missing(root["missingValues"]) ?? [""],
      primaryKey: names(root["primaryKey"], among: fields),
      foreignKeys: (root["foreignKeys"]?.items ?? []).compactMap { foreignKey($0, fields) })
  }

  private mutating func reportDoubles(_ fields: [SchemaField]) {
    var seen: Set<String> = []
    for field in fields where !seen.insert(field.name).inserted {
      diagnostics.report(.error(.doubledField(field.name), at: field.place))
    }
  }

  // MARK: Fields

  private mutating func field(_ node: JSONNode) -> SchemaField? {
    guard let nameNode = node["name"], let name = nameNode.text, !name.isEmpty else {
      diagnostics.report(.error(.fieldWithoutName, at: document.place(of: node["name"] ?? node)))
      return nil
    }
    let label = (node["title"]?.text ?? node["description"]?.text)?.trimmingSpaces()
    let type = type(of: node)
    return SchemaField(
      name: name, place: document.place(of: nameNode), label: label?.isEmpty == false ? label : nil,
      type: type, constraints: constraints(node["constraints"], of: type),
      missing: missing(node["missingValues"]))
  }

  private mutating func type(of node: JSONNode) -> FieldType {
    let format = node["format"]?.text ?? "default"
    guard let typeNode = node["type"] else { return .string(.plain) }
    switch typeNode.text {
    case "string":
      return .string(choice(node["format"], .plain, among: FieldType.StringFormat.allCases))
    case "number": return .number(numberForm(node))
    case "integer": return .integer(numberForm(node))
    case "boolean":
      return .boolean(
        yes: texts(node["trueValues"]) ?? ["true", "True", "TRUE", "1"],
        no: texts(node["falseValues"]) ?? ["false", "False", "FALSE", "0"])
    case "date": return moment("date", format, default: "%Y-%m-%d", at: node["format"])
    case "time": return moment("time", format, default: "%H:%M:%S", at: node["format"])
    case "datetime": return moment("datetime", format, default: "%Y-%m-%dT%H:%M:%S", at: node["format"])
    case "year": return .year
    case "yearmonth": return .yearMonth
    case "any": return .any
    case "object", "array", "list", "duration", "geopoint", "geojson":
      diagnostics.report(.warning(.notLookedInto(typeNode.text ?? ""), at: document.place(of: typeNode)))
      return .unchecked
    case let word:
      let known = ["string", "number", "integer", "boolean", "date", "time", "datetime", "year", "yearmonth"]
      diagnostics.report(
        .error(
          .unknownType(word ?? typeNode.value.kind), at: document.place(of: typeNode),
          hints: .suggestion(for: word ?? "", among: known)))
      return .unchecked
    }
  }

  private mutating func moment(
    _ type: String, _ format: String, default pattern: String, at node: JSONNode?
  ) -> FieldType {
    if let pattern = DatePattern(format == "default" ? pattern : format, type: type), format != "any" {
      return .date(pattern)
    }
    diagnostics.report(
      .warning(.notLookedInto(format), at: node.map(document.place(of:)), hints: [.knownDirectives]))
    return .unchecked
  }

  private func numberForm(_ node: JSONNode) -> FieldType.NumberForm {
    FieldType.NumberForm(
      decimalMark: node["decimalChar"]?.text ?? ".", groupMark: node["groupChar"]?.text ?? "",
      isBare: node["bareNumber"]?.boolean ?? true)
  }

  // MARK: Constraints

  private mutating func constraints(_ node: JSONNode?, of type: FieldType) -> FieldConstraints {
    var constraints = FieldConstraints()
    guard let node else { return constraints }
    for member in node.members ?? [] {
      let value = member.node
      switch member.key {
      case "required": constraints.isRequired = value.boolean == true
      case "unique": constraints.isUnique = value.boolean == true
      case "minimum": constraints.minimum = bound(value, of: type)
      case "maximum": constraints.maximum = bound(value, of: type)
      case "exclusiveMinimum": constraints.above = bound(value, of: type)
      case "exclusiveMaximum": constraints.below = bound(value, of: type)
      case "minLength": constraints.minLength = length(value)
      case "maxLength": constraints.maxLength = length(value)
      case "pattern": constraints.pattern = pattern(value)
      case "enum": constraints.choices = (value.items ?? []).compactMap { self.value($0, of: type) }
      case "jsonSchema":
        diagnostics.report(.warning(.notLookedInto(member.key), at: document.place(of: member)))
      case let key:
        diagnostics.report(
          .error(
            .unknownConstraint(key), at: document.place(of: member),
            hints: .suggestion(for: key, among: Self.constraintNames)))
      }
    }
    return constraints
  }

  private static let constraintNames = [
    "required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
    "maxLength", "pattern", "enum",
  ]

  /// A value that a constraint compares with, read as a cell of its field.
  private mutating func value(_ node: JSONNode, of type: FieldType) -> SchemaValue? {
    let value: SchemaValue? =
      switch node.value {
      case .text(let text): type.value(of: text)
      case .number(let number): type.value(of: GridCell.number(number).text, number: number)
      case .boolean(let boolean): .boolean(boolean)
      case .null, .list, .object: nil
      }
    if value == nil {
      diagnostics.report(.error(.notOfType(type.word), at: document.place(of: node)))
    }
    return value
  }

  private mutating func bound(_ node: JSONNode, of type: FieldType) -> SchemaValue? {
    guard let value = value(node, of: type) else { return nil }
    if value.isLess(than: value) != nil { return value }
    diagnostics.report(.error(.noOrder(type.word), at: document.place(of: node)))
    return nil
  }

  private mutating func length(_ node: JSONNode) -> Int? {
    guard let number = node.number, let length = Int(exactly: number), length >= 0 else {
      diagnostics.report(.error(.notALength, at: document.place(of: node)))
      return nil
    }
    return length
  }

  private mutating func pattern(_ node: JSONNode) -> String? {
    guard let text = node.text, (try? Regex(text)) != nil else {
      diagnostics.report(.error(.notAPattern, at: document.place(of: node)))
      return nil
    }
    return text
  }

  // MARK: Keys

  private mutating func names(_ node: JSONNode?, among fields: [SchemaField]) -> [Located<String>] {
    let nodes = node.map { $0.items ?? [$0] } ?? []
    return nodes.compactMap { node in
      if let name = node.text, fields.contains(where: { $0.name == name }) {
        return Located(name, at: document.place(of: node))
      }
      let known = fields.map(\.name)
      diagnostics.report(
        .error(
          .noSuchField(node.text ?? node.value.kind), at: document.place(of: node),
          hints: .suggestion(for: node.text ?? "", among: known)))
      return nil
    }
  }

  private mutating func foreignKey(_ node: JSONNode, _ fields: [SchemaField]) -> TableSchema.ForeignKey? {
    let own = names(node["fields"], among: fields)
    let reference = node["reference"]
    let referenced = reference?["fields"].map { texts($0) ?? [$0.text ?? ""] } ?? []
    guard !own.isEmpty, own.count == referenced.count else {
      diagnostics.report(.error(.badForeignKey, at: document.place(of: node)))
      return nil
    }
    let resource = reference?["resource"]
    let place = document.place(of: resource ?? node)
    return TableSchema.ForeignKey(
      fields: own, resource: Located(resource?.text ?? "", at: place), referenced: referenced)
  }

  // MARK: Values

  private func texts(_ node: JSONNode?) -> [String]? { node?.items.map { $0.compactMap(\.text) } }

  /// `["", "nd"]`, or `[{ "value": "nd", "label": "non disponible" }]`.
  private func missing(_ node: JSONNode?) -> [String]? {
    node?.items.map { $0.compactMap { $0.text ?? $0["value"]?.text } }
  }

  private mutating func choice<Choice: RawRepresentable>(
    _ node: JSONNode?, _ usual: Choice, among choices: [Choice]
  ) -> Choice where Choice.RawValue == String {
    guard let node else { return usual }
    if let choice = choices.first(where: { $0.rawValue == node.text }) { return choice }
    diagnostics.report(
      .error(
        .unknownWord(node.text ?? node.value.kind), at: document.place(of: node),
        hints: .suggestion(for: node.text ?? "", among: choices.map(\.rawValue))))
    return usual
  }
}

extension Diagnostic.Message {
  fileprivate static var noFields: Self {
    Self(
      "schema-without-fields", fr: "ce schéma n’a pas de liste « fields »",
      en: "this schema has no list “fields”")
  }
  fileprivate static var fieldWithoutName: Self {
    Self("schema-field-without-name", fr: "ce champ n’a pas de nom", en: "this field has no name")
  }
  fileprivate static func doubledField(_ name: String) -> Self {
    Self(
      "schema-doubled-field", fr: "le champ « \(name) » est décrit deux fois",
      en: "the field “\(name)” is described twice")
  }
  fileprivate static func unknownType(_ type: String) -> Self {
    Self("schema-unknown-type", fr: "type inconnu « \(type) »", en: "unknown type “\(type)”")
  }
  fileprivate static func unknownConstraint(_ key: String) -> Self {
    Self("schema-unknown-constraint", fr: "contrainte inconnue « \(key) »", en: "unknown constraint “\(key)”")
  }
  fileprivate static func unknownWord(_ word: String) -> Self {
    Self("schema-unknown-word", fr: "mot inconnu « \(word) »", en: "unknown word “\(word)”")
  }
  fileprivate static func notLookedInto(_ what: String) -> Self {
    Self("schema-not-checked", fr: "« \(what) » n’est pas vérifié", en: "“\(what)” is not checked")
  }
  fileprivate static func notOfType(_ type: String) -> Self {
    Self(
      "schema-bad-constraint", fr: "cette valeur n’est pas du type du champ (\(type))",
      en: "this value is not of the field's type (\(type))")
  }
  fileprivate static func noOrder(_ type: String) -> Self {
    Self(
      "schema-bad-constraint", fr: "les valeurs de type \(type) n’ont ni minimum ni maximum",
      en: "values of type \(type) have no minimum or maximum")
  }
  fileprivate static var notALength: Self {
    Self(
      "schema-bad-constraint", fr: "un nombre de caractères est attendu",
      en: "a number of characters is expected")
  }
  fileprivate static var notAPattern: Self {
    Self(
      "schema-bad-constraint", fr: "ce motif n’est pas une expression régulière bien formée",
      en: "this pattern is not a well-formed regular expression")
  }
  fileprivate static func noSuchField(_ name: String) -> Self {
    Self(
      "schema-unknown-field", fr: "le schéma n’a pas de champ « \(name) »",
      en: "the schema has no field “\(name)”")
  }
  fileprivate static var badForeignKey: Self {
    Self(
      "schema-bad-foreign-key",
      fr: "une clé étrangère dit ses champs et, sous « reference », autant de champs d’une autre source",
      en: "a foreign key states its fields and, under “reference”, as many fields of another source")
  }
}

extension Diagnostic.Hint {
  fileprivate static let takeSchemaOut = Self(
    fr: "c’est un paquet de données : mettez le « schema » de la ressource dans un fichier à lui",
    en: "this is a data package: put the resource's “schema” into a file of its own")
  fileprivate static let knownDirectives = Self(
    fr: "les formats de dates vérifiés sont faits de %Y %m %d %H %M %S",
    en: "formats of dates that are checked are made of %Y %m %d %H %M %S")
}
