import DataSources
import Diagnostics
import Testing

private func reading(_ text: String, path: String? = nil) -> (table: Table?, diagnostics: [Diagnostic]) {
  var diagnostics = DiagnosticCollector()
  let place = Place(wholeFile: "report.yml")
  let options = TableOptions(jsonPath: path.flatMap { JSONPath(written: $0) }.map { Located($0, at: place) })
  let table = readTable(Array(text.utf8), path: "data.json", options: options, into: &diagnostics)
  return (table, diagnostics.diagnostics)
}

@Test("A list of objects is a table; columns stand in the order of their keys")
func listOfObjects() throws {
  let table = try #require(
    reading(#"[{"code":"01004","pop":12.5,"vu":true},{"pop":null,"code":"2A","note":"é"}]"#).table)
  #expect(table.columns.map(\.name) == ["code", "pop", "vu", "note"])
  #expect(table.columns.map(\.type) == [.text, .number, .text, .text])
  #expect(table.cell(row: 0, column: 0) == .text("01004"))
  #expect(table.cell(row: 0, column: 1) == .number(12.5))
  #expect(table.cell(row: 1, column: 1) == .missing(.notAvailable))
  #expect(table.cell(row: 1, column: 2) == .missing(.notAvailable))
}

@Test(
  "A path leads into a document",
  arguments: [
    ("features[].properties", #"{"features":[{"properties":{"a":1}},{"properties":{"a":2}}]}"#),
    ("data.items", #"{"data":{"items":[{"a":1},{"a":2}]}}"#), ("[].x", #"[{"x":{"a":1}},{"x":{"a":2}}]"#),
    ("pages[].rows[]", #"{"pages":[{"rows":[{"a":1}]},{"rows":[{"a":2}]}]}"#),
  ])
func paths(path: String, text: String) throws {
  let table = try #require(reading(text, path: path).table)
  #expect(table.rows.map { table.cell(row: $0, column: 0) } == [.number(1), .number(2)])
}

@Test("Objects within a row give columns of their own, lists one cell")
func nested() throws {
  let table = try #require(reading(#"[{"ville":{"nom":"Lens","cp":"62300"},"qp":["A","B"]}]"#).table)
  #expect(Set(table.columns.map(\.name)) == ["ville.nom", "ville.cp", "qp"])
  #expect(table.columnIndex(named: "qp").map { table.text(row: 0, column: $0) } == "A; B")
  #expect(table.columnIndex(named: "ville.nom").map { table.text(row: 0, column: $0) } == "Lens")
}

@Test(
  "What is not a list of objects is an error that says where to look",
  arguments: [
    (#"{"features":[{"a":1}]}"#, nil, "which-rows", "features[]"), ("[1, 2]", nil, "not-objects", "path:"),
    (#"{"items":[{"a":1}]}"#, "item", "no-such-key", "items"), ("[]", nil, "empty-table", ""),
  ])
func mistakes(text: String, path: String?, code: String, hint: String) {
  let found = reading(text, path: path).diagnostics
  #expect(found.map(\.message.code) == [code])
  #expect(hint.isEmpty || found.first?.hints.contains { $0(.french).contains(hint) } == true)
}

@Test("A text that is not JSON is an error at its line and column")
func malformed() throws {
  let found = reading("[\n  {\"a\" 1}\n]").diagnostics
  #expect(found.map(\.message.code) == ["not-json"])
  #expect(found.first?.place?.line == 2)
}

@Test("A path is keys and brackets", arguments: ["", "a..b", "a[0]", "a[", "[]x", "a.[]"])
func badPaths(text: String) { #expect(JSONPath(written: text) == nil) }
