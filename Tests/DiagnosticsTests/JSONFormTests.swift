import Diagnostics
import Testing

@Test("The JSON form is one line with the fields of the text form")
func fields() throws {
  let diagnostic = try finding(in: "kind: 1️⃣bâr\n", length: 3, hints: .suggestion(for: "bâr", among: ["bar"]))
  #expect(
    try diagnostic.json(in: .french)
      == #"{"code":"unknown-word","column":7,"excerpt":"kind: bâr","file":"report.yml","#
      + #""hints":["vouliez-vous dire « bar » ?"],"length":3,"line":1,"message":"mot inconnu","#
      + #""severity":"error","type":"diagnostic"}"#)
  #expect(try diagnostic.json(in: .english).contains(#""message":"unknown word""#))
}

@Test("A whole file has no line, column or excerpt in JSON")
func wholeFile() throws {
  let message = Diagnostic.Message("empty-spec", fr: "vide", en: "empty")
  let diagnostic = Diagnostic.warning(message, at: Place(wholeFile: "a/report.yml"))
  #expect(
    try diagnostic.json(in: .french)
      == #"{"code":"empty-spec","file":"a/report.yml","hints":[],"message":"vide","severity":"warning","type":"diagnostic"}"#
  )
}

@Test("Tabs, quotes and line ends stay one line of JSON")
func escapes() throws {
  let message = Diagnostic.Message("bad", fr: "un \"mot\"\nlong", en: "")
  let place = Place(in: SourceText(path: "a.yml", text: "\ta: \"b\"\r\n"), line: 1, column: 2)
  let json = try Diagnostic.error(message, at: place).json(in: .french)
  #expect(!json.contains { $0.isNewline })
  #expect(json.contains(#""excerpt":"\ta: \"b\"""#))
  #expect(json.contains(#""message":"un \"mot\"\nlong""#))
}
