import DataSources
import Diagnostics
import TestSupport
import Testing

@Test("Names are read without the spaces around them")
func names() throws {
  let table = try table(" code ;\"nom \"\"long\"\"\"; Part des jeunes\u{A0}\n1;a;2\n")
  #expect(table.columns.map(\.name) == ["code", "nom \"long\"", "Part des jeunes"])
  #expect(table.columnIndex(named: "Part des jeunes") == 2)
  #expect(table.columnIndex(named: "part") == nil)
}

@Test("Columns without a name are one error, at the first of them")
func unnamedColumns() {
  let marked = MarkedText("code;1️⃣;nom; ;part\n1;2;3;4;5\n")
  let reading = Reading(marked.text)
  #expect(reading.codes == ["unnamed-column"])
  #expect(reading.places == marked.places)
  #expect(reading.diagnostics.map { $0.message.text(.english) } == ["columns 2, 4 have no name"])
}

@Test("A name that is given twice is an error at the second")
func duplicateColumn() {
  let marked = MarkedText("code;1️⃣code;nom;2️⃣\"code\"\n1;2;3;4\n")
  let reading = Reading(marked.text)
  #expect(reading.codes == ["duplicate-column", "duplicate-column"])
  #expect(reading.places == marked.places)
}

@Test("A name repeated in columns side by side is one error, and of very many names the first are shown")
func manyDuplicates() {
  let side = Reading("taux;nom;taux;taux;taux\n1;2;3;4;5\n")
  #expect(
    side.diagnostics.map { $0.message.text(.english) }
      == ["“taux” is already the name of column 1, and also names columns 3 to 5"])
  let names = (0..<50).map { "n\($0)" }
  let line = (names + names).joined(separator: ";")
  let many = Reading("\(line)\n\(line)\n")
  #expect(many.codes == Array(repeating: "duplicate-column", count: 20) + ["more-duplicate-columns"])
  #expect(many.diagnostics.last?.message.text(.english) == "… and 30 more repeated names")
}

@Test("Unnamed columns without content at the right end are left out")
func trailingColumns() throws {
  let table = try table("code;nom;;\n1;a;;\n2;b;;\n")
  #expect(table.columns.map(\.name) == ["code", "nom"])
  #expect(table.texts == [["1", "a"], ["2", "b"]])
}

@Test(
  "Titles above the header are an error that says where the header is",
  arguments: [
    ("1️⃣Réseaux en fibre,,\nPar région,,\n,,\nCode,Champ,T3 2017\n01,Locaux,12\n02,Locaux,13\n", 4),
    ("1️⃣Quartiers prioritaires\n\nCode;Nom\n01;a\n02;b\n", 3),
  ])
func titles(marked: String, line: Int) {
  let marked = MarkedText(marked)
  let reading = Reading(marked.text)
  #expect(reading.codes == ["header-further-down"])
  #expect(reading.places == marked.places)
  #expect(reading.diagnostics.first?.hints.map { $0(.english) } == ["declare `header-line: \(line)`"])

  let table = Reading(marked.text, options: TableOptions(headerLine: line)).table
  #expect(table?.columns.first?.name == "Code")
  #expect(table?.rows.count == 2)
  #expect(table?.line(ofRow: 0) == line + 1)
  #expect(table?.place(row: 0, column: 0).source.line(line + 1)?.hasPrefix("01") == true)
}

@Test("A header line below the end is an error")
func headerBelowEnd() {
  let reading = Reading("a;b\n1;2\n", options: TableOptions(headerLine: 9))
  #expect(reading.codes == ["empty-table"])
}
