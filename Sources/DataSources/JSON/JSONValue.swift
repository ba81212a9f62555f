/// A JSON document as plain values: RFC 8259.
indirect enum JSONValue: Hashable, Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  /// What the value is, in the words of its standard.
  var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "true/false"
    case .number: "number"
    case .text: "string"
    case .list: "[ ]"
    case .object: "{ }"
    }
  }
}

extension JSONValue {
  /// The cells of an object by column; objects within it give columns such as `adresse.ville`.
  func cells(prefix: String = "") -> [(name: String, cell: GridCell)] {
    switch self {
    case .object(let members):
      return members.flatMap { key, value in value.cells(prefix: prefix.isEmpty ? key : "\(prefix).\(key)") }
    case .null: return [(prefix, .empty)]
    case .boolean(let isTrue): return [(prefix, .text(isTrue ? "true" : "false"))]
    case .number(let number): return [(prefix, .number(number))]
    case .text(let text): return [(prefix, .text(text))]
    case .list(let items):
      // A list of codes is one cell that holds several, as a spreadsheet would have it.
      let texts = items.flatMap { $0.cells().map(\.cell.text) }
      return [(prefix, texts.isEmpty ? .empty : .text(texts.joined(separator: "; ")))]
    }
  }
}
