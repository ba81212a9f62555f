import CXML

/// What stands next in an XML document; names are local, without their prefix.
package enum XMLEvent: Hashable, Sendable {
  case start(String)
  case end(String)
  /// Text or white space; the text between two tags may come in pieces.
  case text
}

/// The name of an attribute: its local one, and the address that its prefix stands for.
package struct XMLName: Hashable, Sendable {
  package let name: String
  /// `nil` for a name without a prefix.
  package let namespace: String?

  package init(_ name: String, in namespace: String? = nil) {
    self.name = name
    self.namespace = namespace
  }
}

/// The owner of an XML document that is read from its start to its end.
///
/// Nothing is fetched: no network, no external entity, no document type. Comments and processing instructions are
/// passed over.
package final class XMLReader {
  private let reader: xmlTextReaderPtr
  /// libxml2 reads from here as it goes.
  private let source: UnsafeMutableBufferPointer<CChar>
  /// An element such as `<c/>` has started, and its end is still to be told.
  private var emptyElement: String?
  /// What stands next has been read already.
  private var isAhead = false
  /// libxml2 keeps one copy of each name, so its address tells the name.
  private var names: [UnsafePointer<xmlChar>: String] = [:]

  /// What libxml2 calls the attributes that `attributes` gives.
  private let wanted: [(name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?)]

  /// - Parameter attributes: those that `attributes` gives the values of.
  package init(_ bytes: [UInt8], attributes: [XMLName] = []) throws(XMLError) {
    guard bytes.count < Int(Int32.max) else { throw .malformed(line: 0) }
    source = .allocate(capacity: bytes.count)
    _ = source.initialize(from: bytes.lazy.map(CChar.init(bitPattern:)))
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let reader = xmlReaderForMemory(source.baseAddress, Int32(bytes.count), nil, nil, Int32(options))
    guard let reader else {
      source.deallocate()
      throw .malformed(line: 0)
    }
    self.reader = reader
    wanted = attributes.map { attribute in
      let namespace = attribute.namespace.flatMap { xmlTextReaderConstString(reader, $0) }
      return (xmlTextReaderConstString(reader, attribute.name), namespace)
    }
  }

  deinit {
    xmlFreeTextReader(reader)
    source.deallocate()
  }

  /// Goes to what stands next; `nil` at the end of the document.
  package func next() throws(XMLError) -> XMLEvent? {
    if let name = emptyElement {
      emptyElement = nil
      return .end(name)
    }
    while true {
      let hasMore = isAhead ? true : try check(xmlTextReaderRead(reader))
      isAhead = false
      if !hasMore { return nil }
      if let event = try currentEvent() { return event }
    }
  }

  /// Whether there was something to read.
  private func check(_ result: Int32) throws(XMLError) -> Bool {
    guard result >= 0 else { throw .malformed(line: Int(xmlTextReaderGetParserLineNumber(reader))) }
    return result == 1
  }

  private func currentEvent() throws(XMLError) -> XMLEvent? {
    switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
    case XML_READER_TYPE_ELEMENT:
      let name = currentName
      if xmlTextReaderIsEmptyElement(reader) == 1 { emptyElement = name }
      return .start(name)
    case XML_READER_TYPE_END_ELEMENT: return .end(currentName)
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return .text
    case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE: throw .hasDocumentType
    default: return nil
    }
  }

  private var currentName: String {
    guard let pointer = xmlTextReaderConstLocalName(reader) else { return "" }
    if let name = names[pointer] { return name }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }

  /// Passes over the element that has just started, its end included.
  package func skipElement() throws(XMLError) {
    if emptyElement != nil {
      emptyElement = nil
    } else {
      isAhead = try check(xmlTextReaderNext(reader))
    }
  }

  /// The text where the reader stands.
  package var text: String { xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "" }

  /// An attribute, by its name without a prefix, of the element that has just started.
  package func attribute(_ name: String) -> String? {
    guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    return text
  }

  /// The values of the attributes that the reader was made for, in their order, of the element that has just
  /// started. Where there are many elements this is faster than asking for each.
  package var attributes: [String?] {
    var values = [String?](repeating: nil, count: wanted.count)
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      let name = xmlTextReaderConstLocalName(reader)
      guard let first = wanted.firstIndex(where: { $0.name == name }) else { continue }
      let namespace = xmlTextReaderConstNamespaceUri(reader)
      let index = wanted[first...].firstIndex { $0.name == name && $0.namespace == namespace }
      if let index { values[index] = text }
    }
    xmlTextReaderMoveToElement(reader)
    return values
  }

  /// All the text of the element that has just started, its end included; that of elements within it too.
  package func elementText() throws(XMLError) -> String {
    var content = ""
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: content += text
      }
    }
    return content
  }
}
