import DataSources
import Diagnostics
import TestSupport
import Testing

@Test("A file of more cells than fit in memory is an error")
func tooManyCells() {
  var options = TableOptions()
  options.cellLimit = 10
  #expect(Reading("a;b\n1;2\n3;4\n", options: options).codes == [])
  #expect(Reading("a;b\n1;2\n3;4\n5;6\n7;8\n", options: options).codes == ["file-too-large"])
}

@Test("An uneven row is an error at its first cell too many, or at its last cell")
func unevenRows() throws {
  let marked = MarkedText("code;nom;part\n1;a;2\n3;b;4;1️⃣5;6\n\"7\n8\";2️⃣b\n3️⃣9\n10;c;11\n")
  let reading = Reading(marked.text)
  #expect(reading.table == nil)
  #expect(reading.codes == ["uneven-row", "uneven-row", "uneven-row"])
  #expect(reading.places == marked.places)
  let first = try #require(reading.diagnostics.first)
  #expect(first.message.text(.english) == "this row has 5 cells, the header has 3")
  #expect(first.place?.source.line(3) == "3;b;4;5;6")
  #expect(first.hints.first?(.english).contains("`;`") == true)
}

@Test(
  "Twenty uneven rows are shown, the others counted",
  arguments: [
    (20, nil),
    (21, "… and 1 more row does not have as many cells as the header"),
    (45, "… and 25 more rows do not have as many cells as the header"),
  ])
func manyUnevenRows(count: Int, last: String?) {
  let reading = Reading("a;b\n" + String(repeating: "1;2;3\n", count: count) + "1;2\n")
  #expect(reading.codes.count { $0 == "uneven-row" } == 20)
  #expect(reading.diagnostics.dropFirst(20).first?.message.text(.english) == last)
  // The header and twenty rows come before it.
  #expect(last == nil || reading.places.last == "22:1")
}

@Test(
  "A file without header or rows is an error",
  arguments: [
    ("", "0:0"),
    ("\n\r\n", "0:0"),
    (";;\n", "0:0"),
    ("code;nom\n", "1:1"),
    ("\ncode;nom", "2:1"),
  ])
func emptyTable(text: String, place: String) {
  let reading = Reading(text)
  #expect(reading.table == nil)
  #expect(reading.codes == ["empty-table"])
  #expect(reading.places == [place])
}

@Test("A place names a cell's line and column, and shows the line")
func cellPlaces() throws {
  let marked = MarkedText("nom;part\r\n\"à\r\nb\";1️⃣12\r\n😀é;2️⃣abc\r\n")
  let table = try table(marked.text)
  let places = table.rows.map { table.place(row: $0, column: 1) }
  #expect(places.map { "\($0.line):\($0.column)" } == marked.places)
  #expect(places.map(\.length) == [2, 3])
  #expect(places.map { $0.source.line($0.line) } == ["b\";12", "😀é;abc"])
  #expect(table.place(row: 0, column: 0).length == 2)  // “"à”: the rest of the cell is on the next line.
  #expect(table.place(ofColumn: 1).column == 5)
  #expect(table.rows.map(table.line(ofRow:)) == [2, 4])
}
