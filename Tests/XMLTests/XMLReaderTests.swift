import Testing
import XML

/// The events of a document as text: `<a`, `a>`, `"text"`.
private func events(_ document: String) throws -> [String] {
  let reader = try XMLReader(Array(document.utf8))
  var events: [String] = []
  while let event = try reader.next() {
    switch event {
    case .start(let name): events.append("<\(name)")
    case .end(let name): events.append("\(name)>")
    case .text: events.append("\"\(reader.text)\"")
    }
  }
  return events
}

@Test(
  "A document is a run of starts, texts and ends",
  arguments: [
    ("<a><b>é</b><c/></a>", ["<a", "<b", "\"é\"", "b>", "<c", "c>", "a>"]),
    ("<?xml version='1.0'?><!-- c --><a><?p?>x<!-- c --></a>", ["<a", "\"x\"", "a>"]),
    ("<x:a xmlns:x='u'><x:b/></x:a>", ["<a", "<b", "b>", "a>"]),
    ("<a><![CDATA[<]]>&amp;&#233;</a>", ["<a", "\"<\"", "\"&é\"", "a>"]), ("<a/>", ["<a", "a>"]),
  ])
func documents(document: String, expected: [String]) throws {
  #expect(try events(document) == expected)
}

@Test("Attributes are found by name, and by name and namespace")
func attributes() throws {
  let wanted = [XMLName("b", in: "v"), XMLName("e"), XMLName("b", in: "u"), XMLName("b")]
  let reader = try XMLReader(Array("<a b='1' x:b='2' xmlns:x='u' e=''>t</a>".utf8), attributes: wanted)
  _ = try reader.next()
  #expect(reader.attributes == [nil, "", "2", "1"])
  #expect(reader.attribute("b") == "1")
  #expect(reader.attribute("e") == "")
  #expect(reader.attribute("c") == nil)
  // The reader still stands on the element.
  #expect(try reader.elementText() == "t")
}

@Test(
  "An element is passed over, or read as text, its end included", arguments: ["<b>x<c>y</c>z</b>", "<b/>"])
func elements(element: String) throws {
  for isSkipped in [true, false] {
    let reader = try XMLReader(Array("<a>\(element)<d/></a>".utf8))
    _ = try reader.next()
    #expect(try reader.next() == .start("b"))
    if isSkipped {
      try reader.skipElement()
    } else {
      #expect(try reader.elementText() == (element == "<b/>" ? "" : "xyz"))
    }
    #expect(try reader.next() == .start("d"))
  }
}

@Test("What is not well-formed is an error with its line")
func malformed() {
  #expect(throws: XMLError.malformed(line: 2)) { try events("<a>\n</b>") }
  for document in ["", "a", "<a", "<a>", "<a><b></a>", "<a>&e;</a>", "<a b></a>", "\u{0}"] {
    #expect(throws: XMLError.self, "\(document)") { try events(document) }
  }
}

@Test("A document type is an error: nothing is expanded, nothing fetched")
func documentType() {
  let documents = [
    "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
    "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
  ]
  for document in documents {
    #expect(throws: XMLError.hasDocumentType, "\(document)") { try events(document) }
  }
}

@Test("A document cut anywhere ends with an error, and gives no more than was there")
func cutShort() {
  let document = Array("<?xml version='1.0'?><a b='1'><c>t</c><d/></a>".utf8)
  for length in 0..<(document.count - 1) {
    #expect(throws: XMLError.self, "\(length)") {
      let reader = try XMLReader(Array(document.prefix(length)))
      while try reader.next() != nil {}
    }
  }
}
