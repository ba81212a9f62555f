import DataSources
import Diagnostics
import TestSupport
import Testing

/// A CSV text held against a schema.
private struct Held {
  let diagnostics: [Diagnostic]
  let table: Table?

  init(
    _ text: String, _ schema: String, marks: [String] = [], others: [String: String] = [:]
  ) {
    var collector = DiagnosticCollector()
    let place = Place(wholeFile: "report.yml")
    let companions = Companions(
      CompanionFiles(schema: Located("s.json", at: place)), in: "",
      read: { $0 == "s.json" ? Array(schema.utf8) : nil }, into: &collector)
    let options = companions.completing(TableOptions())
    let read = readTable(Array(text.utf8), path: "d.csv", options: options, into: &collector)
    table = read.map { companions.describing($0, into: &collector) }
    if let table {
      companions.check(
        table, marks: marks,
        resource: { name in
          others[name].flatMap { Reading($0).table }
        }, into: &collector)
    }
    diagnostics = collector.diagnostics
  }

  /// A schema of one field.
  init(cells: [String], field: String, delimiter: String = ";") {
    self.init(
      "n;x\n" + cells.map { "1;\($0)\n" }.joined(), #"{"fields":[{"name":"n"},{"name":"x",\#(field)}]}"#)
  }

  var codes: [String] { diagnostics.map(\.message.code) }
  var places: [String] { diagnostics.compactMap(\.place).map { "\($0.path):\($0.line):\($0.column)" } }
  var messages: [String] { diagnostics.map { $0.message.text(.english) } }
  /// The rules that were broken, as the messages name them.
  var rules: [String] { messages.compactMap { $0.firstMatch(of: /: ([^:]+)\)$/).map { String($0.1) } } }
}

@Test(
  "A cell that is not of its field's type is an error at the cell",
  arguments: [
    (#""type":"integer""#, ["1", "-5", "+2"], ["1.5", "12 %", "abc", "1e3"]),
    (#""type":"number""#, ["1", "1.5", ".5", "1e3", "-2.50"], ["1,5", "1 000", "abc", "1.2.3"]),
    (#""type":"number","decimalChar":",","groupChar":" ""#, ["1,5", "1 234,5"], ["1.5", "x"]),
    (#""type":"number","bareNumber":false"#, ["95%", "€ 12", "7"], ["abc"]),
    (#""type":"boolean""#, ["true", "0"], ["oui"]),
    (#""type":"boolean","trueValues":["oui"],"falseValues":["non"]"#, ["oui", "non"], ["true"]),
    (#""type":"date""#, ["2024-02-29"], ["2023-02-29", "29/02/2024", "2024-2-29x"]),
    (#""type":"date","format":"%d/%m/%Y""#, ["29/02/2024"], ["2024-02-29", "32/01/2024"]),
    (
      #""type":"datetime""#, ["2024-02-29T10:00:00", "2024-02-29T10:00:00Z"],
      ["2024-02-29", "2024-02-29T25:00:00"]
    ),
    (#""type":"time""#, ["10:05:00"], ["10h05"]),
    (#""type":"year""#, ["2024"], ["24", "2024.5"]),
    (#""type":"yearmonth""#, ["2024-09"], ["2024-13", "2024"]),
    (#""type":"string","format":"email""#, ["a@b.fr"], ["a b"]),
    (#""type":"string","format":"uri""#, ["https://x.fr"], ["x.fr"]),
    (#""type":"any""#, ["1", "x"], []),
  ])
func types(field: String, good: [String], bad: [String]) {
  #expect(Held(cells: good + [""], field: field).codes == [])
  for cell in bad {
    let held = Held(cells: good + [cell], field: field)
    #expect(held.codes == ["schema-breach"], "\(cell)")
    #expect(held.places == ["d.csv:\(good.count + 2):3"], "\(cell)")
    #expect(held.rules.first?.hasPrefix("type ") == true, "\(held.messages)")
  }
}

@Test(
  "A constraint that is broken is an error that names it",
  arguments: [
    (#""type":"integer","constraints":{"minimum":0,"maximum":10}"#, ["0", "10"], "-1", "minimum"),
    (#""type":"integer","constraints":{"minimum":0,"maximum":10}"#, ["0"], "11", "maximum"),
    (#""type":"number","constraints":{"exclusiveMinimum":0}"#, ["0.1"], "0", "minimum"),
    (#""type":"date","constraints":{"minimum":"2020-01-01"}"#, ["2020-01-01"], "2019-12-31", "minimum"),
    (#""constraints":{"required":true}"#, ["a"], "", "required"),
    (#""constraints":{"unique":true}"#, ["a", "b"], "a", "unique"),
    (#""constraints":{"minLength":2,"maxLength":3}"#, ["é€", "abc"], "a", "minLength"),
    (#""constraints":{"minLength":2,"maxLength":3}"#, ["ab"], "abcd", "maxLength"),
    (#""constraints":{"pattern":"Q[NP][0-9]{5}[A-Z]"}"#, ["QN00101M"], "xQN00101M", "pattern"),
    (#""constraints":{"enum":["oui","non"]}"#, ["oui", "non", ""], "ouii", "enum"),
    (#""type":"integer","constraints":{"enum":[1,2]}"#, ["1"], "3", "enum"),
  ])
func constraints(field: String, good: [String], bad: String, rule: String) {
  #expect(Held(cells: good, field: field).codes == [])
  let held = Held(cells: good + [bad], field: field)
  #expect(held.codes == ["schema-breach"])
  #expect(held.rules == [rule])
  #expect(held.diagnostics.first?.place?.line == good.count + 2)
}

@Test("A doubled value names the line of the first, a wrong word the nearest of those allowed")
func hints() {
  let doubled = Held(cells: ["a", "b", "a"], field: #""constraints":{"unique":true}"#)
  #expect(doubled.messages.first?.contains("line 2") == true)
  let wrong = Held(cells: ["ouii"], field: #""constraints":{"enum":["oui","non"]}"#)
  #expect(wrong.diagnostics.first?.hints.map { $0(.english) } == ["did you mean “oui”?"])
}

@Test("What the schema or the author declares as missing breaks no type, and is missing when it is read")
func missing() throws {
  let schema =
    #"{"fields":[{"name":"x","type":"number"},{"name":"y","type":"integer"}],"missingValues":["","-9999","nd"]}"#
  let held = Held("x;y\n-9999;1\nnd;2\n1.5;\n", schema)
  #expect(held.codes == [])
  let table = try #require(held.table)
  #expect(
    table.cells(ofColumn: 0) == [.missing(.notAvailable), .missing(.notAvailable), .number(1.5)])
  // A habit of producers is no declaration.
  #expect(Held("x;y\ns;1\n", schema).codes == ["schema-breach"])
  #expect(Held("x;y\ns;1\n", schema, marks: ["s"]).codes == [])
}

@Test("A key that stands twice, or lacks a part, is an error")
func primaryKey() {
  let schema =
    #"{"fields":[{"name":"a"},{"name":"b"}],"primaryKey":["a","b"]}"#
  #expect(Held("a;b\n1;x\n1;y\n", schema).codes == [])
  let held = Held("a;b\n1;x\n2;x\n1;x\n3;\n", schema)
  #expect(held.rules == ["primaryKey", "primaryKey"])
  #expect(held.places == ["d.csv:4:1", "d.csv:5:3"])
}

@Test("A foreign key looks into another source, or into the file itself")
func foreignKey() {
  let schema =
    #"{"fields":[{"name":"a"},{"name":"b"}],"foreignKeys":[{"fields":"b","reference":{"resource":"c","fields":"code"}}]}"#
  let others = ["c": "code;nom\n01;A\n02;B\n"]
  let held = Held("a;b\n1;01\n2;03\n3;\n", schema, others: others)
  #expect(held.rules == ["foreignKeys"])
  #expect(held.places == ["d.csv:3:3"])
  #expect(Held("a;b\n1;01\n", schema).codes == ["schema-unknown-resource"])
  let own =
    #"{"fields":[{"name":"a"},{"name":"b"}],"foreignKeys":[{"fields":["b"],"reference":{"resource":"","fields":["a"]}}]}"#
  #expect(Held("a;b\n1;2\n2;1\n3;9\n", own).places == ["d.csv:4:3"])
}

@Test(
  "Columns must be the schema's, as far as it minds",
  arguments: [
    ("exact", "a;b\n1;2\n", [] as [String]), ("exact", "b;a\n1;2\n", ["schema-column-order"]),
    ("exact", "a\n1\n", ["schema-missing-column"]), ("exact", "a;b;c\n1;2;3\n", ["schema-extra-column"]),
    ("equal", "b;a\n1;2\n", []), ("equal", "a;b;c\n1;2;3\n", ["schema-extra-column"]),
    ("subset", "b;c;a\n1;2;3\n", []), ("subset", "a;c\n1;2\n", ["schema-missing-column"]),
    ("superset", "b\n1\n", []), ("superset", "b;c\n1;2\n", ["schema-extra-column"]),
    ("partial", "c;b\n1;2\n", []), ("partial", "c\n1\n", ["schema-missing-column"]),
  ])
func columns(match: String, text: String, codes: [String]) {
  #expect(Held(text, #"{"fields":[{"name":"a"},{"name":"b"}],"fieldsMatch":"\#(match)"}"#).codes == codes)
}

@Test("Twenty breaches are shown, the others counted")
func many() {
  let held = Held(cells: Array(repeating: "x", count: 23), field: #""type":"integer""#)
  #expect(held.codes == Array(repeating: "schema-breach", count: 20) + ["more-schema-breaches"])
  #expect(held.messages.last == "… and 3 more breaches of the schema")
  #expect(held.diagnostics.last?.place?.line == 22)
}

@Test("Titles become labels, and codes that a schema calls strings are text")
func labels() throws {
  let schema =
    #"{"fields":[{"name":"siren","title":"SIREN"},{"name":"pop","type":"integer","description":"Population"}]}"#
  let table = try #require(Held("siren;pop\n200000172;5\n", schema).table)
  #expect(table.columns.map(\.label) == ["SIREN", "Population"])
  #expect(table.columns.map(\.type) == [.text, .number])
}

@Test(
  "A schema that is wrong is an error at its place",
  arguments: [
    (#"{"fields": 1️⃣[]}"#, "schema-without-fields"), (#"1️⃣{"champs": []}"#, "schema-without-fields"),
    (#"1️⃣{"resources": []}"#, "schema-without-fields"),
    (#"{"fields": [1️⃣{"type": "string"}]}"#, "schema-field-without-name"),
    (#"{"fields": [{"name": "a", "type": 1️⃣"integr"}]}"#, "schema-unknown-type"),
    (#"{"fields": [{"name": "a"}, {"name": 1️⃣"a"}]}"#, "schema-doubled-field"),
    (#"{"fields": [{"name": "a", "constraints": {1️⃣"minimun": 1}}]}"#, "schema-unknown-constraint"),
    (#"{"fields": [{"name": "a", "constraints": {"pattern": 1️⃣"["}}]}"#, "schema-bad-constraint"),
    (
      #"{"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": 1️⃣"x"}}]}"#,
      "schema-bad-constraint"
    ),
    (#"{"fields": [{"name": "a", "constraints": {"minimum": 1️⃣1}}]}"#, "schema-bad-constraint"),
    (#"{"fields": [{"name": "a"}], "primaryKey": 1️⃣"b"}"#, "schema-unknown-field"),
    (#"{"fields": [{"name": "a"}], "foreignKeys": [1️⃣{"fields": "a"}]}"#, "schema-bad-foreign-key"),
    (#"{"fields": [{"name": "a"}], "fieldsMatch": 1️⃣"exactly"}"#, "schema-unknown-word"),
    ("{\"fields\": [\n  {\"name\": \"a\"1️⃣\n", "not-json"),
  ])
func wrongSchemas(marked: String, code: String) {
  let marked = MarkedText(marked)
  let held = Held("a\n1\n", marked.text)
  #expect(held.codes == [code])
  let place = held.diagnostics.first?.place
  #expect(place?.path == "s.json")
  if code != "not-json" { #expect(place.map { ["\($0.line):\($0.column)"] } == marked.places) }
}

@Test("Types that are not looked into are a warning, and their cells pass")
func unchecked() {
  #expect(Held(cells: ["1,2"], field: #""type":"geopoint""#).codes == ["schema-not-checked"])
  #expect(Held(cells: ["1 mai"], field: #""type":"date","format":"%d %B""#).codes == ["schema-not-checked"])
}
