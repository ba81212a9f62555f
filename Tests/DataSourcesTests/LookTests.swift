import DataSources
import Diagnostics
import Testing

/// What a first look at a file says should be declared.
private func look(_ text: String, path: String = "d.csv") throws -> [String] {
  var collector = DiagnosticCollector()
  var options = TableOptions()
  options.findsRows = true
  let bytes = Array(text.utf8)
  let table = try #require(readTable(bytes, path: path, options: options, into: &collector))
  return table.summary(rowsPath: rowsFound(in: bytes, path: path)).declare
}

@Test(
  "A first look finds the header wherever it is",
  arguments: [
    ("Titre;;\n;;\n;;\n;;\ncode;nom;n\n01;a;1\n02;b;2\n", ["header-line: 5"]),
    ("T;;\n\n\n\n\ncode;nom;n\n01;a;1\n02;b;2\n", ["header-line: 6"]),
    (
      "T\nA\nB\nC\nD\nE\nF\ncode;nom;n\n01;a;1\n02;b;2\n03;c;3\n04;d;4\n05;e;5\n06;f;6\n07;g;7\n",
      ["header-line: 8"]
    ),
    (
      "T;;;\ncode;2018;;2019\n;hommes;femmes;hommes\n01;1,5;2;3\n02;4;5;6\n",
      ["header-line: 2", "header-rows: 2"]
    ),
  ])
func headers(text: String, lines: [String]) throws { #expect(try look(text) == lines) }

@Test("It tells codes from numbers, and codes that lost their zeros")
func codes() throws {
  #expect(
    try look("siren;n\n200000172;1\n200000438;2\n200000545;3\n") == ["types: { siren: text }"])
  #expect(try look("insee_com;n\n1004;1\n59350;2\n62427;3\n") == ["pad: { insee_com: 5 }"])
  #expect(try look("insee_com;n\n1004;1\n2A004;2\n62427;3\n") == ["pad: { insee_com: 5 }"])
  #expect(try look("pop;n\n1004;1\n59350;2\n62427;3\n") == [])
}

@Test("It points out what stands for a missing value without being a habit")
func marks() throws {
  #expect(try look("z;n\na;1\nb;faible\nc;3\nd;4\ne;5\n") == ["missing: { faible: not-available }"])
  #expect(try look("z;n\na;1\nb;-9999\nc;3\nd;4\n") == ["missing: { \"-9999\": not-available }"])
  #expect(try look("z;n\na;1\nb;-3\nc;s\nd;nd\n") == [])
}

@Test("It goes to the rows of a JSON file, past the geometry of a map")
func json() throws {
  #expect(
    try look(#"{"features":[{"properties":{"a":1}}]}"#, path: "d.json") == ["path: features[].properties"])
  #expect(try look(#"{"lignes":[{"a":1}]}"#, path: "d.json") == ["path: lignes[]"])
}

@Test("Codes get their zeros back, whatever a spreadsheet made of them")
func padded() throws {
  var options = TableOptions()
  options.pads = [PaddedColumn(Located("code", at: Place(wholeFile: "r.yml")), to: 5)]
  let table = try table("code;n\n1004;1\n1005.0;2\n2A004;3\n59350;4\n;5\n", options: options)
  #expect(table.columns[0].type == .text)
  #expect(table.texts.map { $0[0] } == ["01004", "01005", "2A004", "59350", ""])
  #expect(table.cell(row: 4, column: 0) == .missing(.notAvailable))
  #expect(table.number(row: 0, column: 0) == .notANumber("01004"))
  options.pads = [PaddedColumn(Located("cod", at: Place(wholeFile: "r.yml")), to: 5)]
  #expect(Reading("code;n\n1;2\n", options: options).codes == ["unknown-data-column"])
}

@Test("A cell that is viewed is the cell that is read", arguments: [";", ","])
func views(delimiter: String) throws {
  let rows = ["a;1", "\" b\";2,5", "é;nd", "\u{A0};", "\"x \"\"y\"\"\";-0", "\"\";12 %", "…;1 000"]
  let text = (["t;n"] + rows).joined(separator: "\n").replacing(";", with: delimiter) + "\n"
  let table = try table(text.replacing("2,5", with: delimiter == "," ? "2.5" : "2,5"))
  for row in table.rows {
    for column in table.columns.indices {
      var viewed: Cell?
      table.withCell(row: row, column: column) { cell in
        switch cell {
        case .number(let number): viewed = .number(number)
        case .text(let bytes): viewed = .text(String(decoding: bytes, as: UTF8.self))
        case .missing: viewed = .missing(.notAvailable)
        }
      }
      #expect(viewed == table.cell(row: row, column: column))
    }
  }
}
