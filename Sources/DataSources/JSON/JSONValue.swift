/// A value of a JSON document, and the bytes that it takes there.
struct JSONNode: Hashable {
  let value: JSONValue
  let range: Range<Int>
}

/// A JSON document as plain values: RFC 8259. Members stand in the order of the file.
indirect enum JSONValue: Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([JSONNode])
  case object([JSONMember])

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

/// A key of an object with its value. Of two with one key the last holds, as RFC 8259 finds most readers do.
struct JSONMember: Hashable {
  let key: String
  let keyRange: Range<Int>
  let node: JSONNode
}

extension JSONNode {
  var items: [JSONNode]? { if case .list(let items) = value { items } else { nil } }
  var members: [JSONMember]? { if case .object(let members) = value { members } else { nil } }
  var text: String? { if case .text(let text) = value { text } else { nil } }
  var number: Double? { if case .number(let number) = value { number } else { nil } }
  var boolean: Bool? { if case .boolean(let boolean) = value { boolean } else { nil } }

  /// The value of a key; `nil` where there is none, or `null`.
  subscript(key: String) -> JSONNode? {
    members?.last { $0.key == key }.flatMap { $0.node.value == .null ? nil : $0.node }
  }
}

extension JSONValue {
  /// The cells of an object by column; objects within it give columns such as `adresse.ville`.
  func cells(prefix: String = "") -> [(name: String, cell: GridCell)] {
    switch self {
    case .object(let members):
      return members.flatMap { member in
        member.node.value.cells(prefix: prefix.isEmpty ? member.key : "\(prefix).\(member.key)")
      }
    case .null: return [(prefix, .empty)]
    case .boolean(let isTrue): return [(prefix, .text(isTrue ? "true" : "false"))]
    case .number(let number): return [(prefix, .number(number))]
    case .text(let text): return [(prefix, .text(text))]
    case .list(let items):
      // A list of codes is one cell that holds several, as a spreadsheet would have it.
      let texts = items.flatMap { $0.value.cells().map(\.cell.text) }
      return [(prefix, texts.isEmpty ? .empty : .text(texts.joined(separator: "; ")))]
    }
  }
}
