import DataSources
import Diagnostics
import Testing

@Test("A table may start anywhere; places are the sheet's rows and cells")
func sheetPlaces() throws {
  let workbook = XLSX(
    rows([["zone", "taux"], ["Nord", "12,5"], ["", ""], ["Sud", "x"]], from: 4, column: 2))
  let table = try #require(Reading(workbook: workbook.bytes).table)
  #expect(table.columns.map(\.name) == ["zone", "taux"])
  #expect(table.texts == [["Nord", "12,5"], ["Sud", "x"]])
  #expect(table.rows.map(table.fileRow) == [5, 7])
  let place = table.place(row: 1, column: 1)
  #expect(place.cell == "Feuil1!C7")
  #expect((place.path, place.line, place.column) == ("data.xlsx", 7, 6))
  #expect(table.place(ofColumn: 1).cell == "Feuil1!C4")
}

@Test("Rows and cells without names follow one another; names out of order are put in order")
func sheetPositions() {
  let cell = "<c><v>1</v></c>"
  let unnamed = XLSX(
    "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row><row>\(cell)</row>"
  )
  #expect(Reading(workbook: unnamed.bytes).table?.texts == [["1", ""]])
  let swapped = XLSX(
    rows([["a", "b"]]) + "<row r=\"2\"><c r=\"B2\"><v>2</v></c><c r=\"A2\"><v>1</v></c></row>")
  #expect(Reading(workbook: swapped.bytes).table?.texts == [["1", "2"]])
}

@Test("Cells and columns that only have a style are not there, nor are rows")
func styledCells() throws {
  let workbook = XLSX(
    rows([["a", "b"], ["1", "2"]])
      + "<row r=\"3\" s=\"1\"><c r=\"A3\" s=\"1\"/><c r=\"F3\" s=\"1\"><v></v></c></row>")
  let table = try #require(Reading(workbook: workbook.bytes).table)
  #expect(table.columns.count == 2)
  #expect(table.rows.count == 1)
}

@Test("Titles above the header are an error that says where the header is, even if they are merged")
func sheetTitles() {
  let content = rows([
    ["Accueils en 2022"], [], ["zone", "taux", "rang"], ["Nord", "1", "1"], ["Sud", "2", "3"],
  ])
  for merges in [[], ["A1:C1"]] {
    let reading = Reading(workbook: XLSX(content, merges: merges).bytes)
    #expect(reading.codes == ["header-further-down"])
    #expect(reading.cellNames == ["Feuil1!A1"])
    #expect(reading.hints == ["declare `header-line: 3`"])
    let table = Reading(workbook: XLSX(content, merges: merges).bytes, options: TableOptions(headerLine: 3))
      .table
    #expect(table?.texts == [["Nord", "1", "1"], ["Sud", "2", "3"]])
  }
}

@Test("A cell to the right of the header is a column without a name, called by its letter")
func strayCell() {
  let reading = Reading(workbook: XLSX(rows([["a", "b"], ["1", "2", "", "note"]])).bytes)
  #expect(reading.codes == ["unnamed-column"])
  #expect(reading.diagnostics.first?.message.text(.english) == "columns C, D have no name")
  let far = XLSX(rows([["a"], ["1"]]) + "<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>")
  #expect(Reading(workbook: far.bytes).codes == ["unnamed-column"])
}

@Test("A name that is broken over lines is one name")
func brokenNames() {
  let reading = Reading(workbook: XLSX(rows([["Taux de \nchômage"], ["1"]])).bytes)
  #expect(reading.table?.columns.map(\.name) == ["Taux de chômage"])
}

@Test("In a header merged cells name all their columns and rows, and only those")
func mergedHeader() {
  let content = rows([
    ["zone", "2020", "", "2021", "", "note"], ["", "h", "f", "h", "f", ""],
    ["Nord", "1", "2", "3", "4", "x"],
  ])
  let reading = Reading(
    workbook: XLSX(content, merges: ["A1:A2", "B1:C1", "D1:E1"]).bytes, options: TableOptions(headerRows: 2))
  #expect(reading.codes == [])
  #expect(reading.table?.columns.map(\.name) == ["zone", "2020 h", "2020 f", "2021 h", "2021 f", "note"])
}

@Test("A merged cell that names all columns of a sheet is one error, however many they are")
func mergedOverAll() {
  let far = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"XFD2\"><v>2</v></c></row>"
  let reading = Reading(workbook: XLSX(rows([["Taux"]]) + far, merges: ["A1:XFD1"]).bytes)
  #expect(reading.codes == ["duplicate-column"])
  #expect(reading.cellNames == ["Feuil1!B1"])
  #expect(
    reading.diagnostics.first?.message.text(.english)
      == "“Taux” is already the name of column A, and also names columns B to XFD")
}

@Test("A header that goes on below its declared rows is an error that says so")
func shortHeader() {
  let content = rows([["zone", "taux"], ["", "en %"], ["Nord", "1"]])
  let reading = Reading(workbook: XLSX(content, merges: ["A1:A2"]).bytes)
  #expect(reading.codes == ["merged-cells"])
  #expect(reading.hints == ["the header seems to take several rows: declare `header-rows: 2`"])
}

private let merged = XLSX(
  rows([["région", "ville", "pop"], ["Nord", "Lille", "1"], ["", "Lens", "2"], ["Sud", "Nice", "3"]]),
  merges: ["A2:A3"])

@Test("A merged cell below the header is an error at its cell")
func mergedBody() {
  let reading = Reading(workbook: merged.bytes)
  #expect(reading.table == nil)
  #expect(reading.codes == ["merged-cells"])
  #expect(reading.cellNames == ["Feuil1!A2"])
  #expect(reading.hints.first?.contains("merged: repeat") == true)
}

@Test(
  "What merged cells stand for can be declared",
  arguments: [(MergedCells.repeat, ["Nord", "Nord", "Sud"]), (.first, ["Nord", "", "Sud"])])
func declaredMerges(merged declared: MergedCells, expected: [String]) {
  let reading = Reading(workbook: merged.bytes, options: TableOptions(merged: declared))
  #expect(reading.codes == [])
  #expect(reading.table?.texts.map { $0[0] } == expected)
}

@Test("Merged cells outside the table, or without a value, do no harm")
func harmlessMerges() {
  let content = rows([["a", "b"], ["1", ""], ["2", "3"]]) + rows([["Source : Insee"]], from: 9)
  let reading = Reading(
    workbook: XLSX(content, merges: ["B2:B2", "A9:B9", "E1:F8", "A5:B6"]).bytes, range: "A1:B8")
  #expect(reading.codes == [])
  #expect(reading.table?.texts == [["1", ""], ["2", "3"]])
  #expect(Reading(workbook: XLSX(content, merges: ["A9:B9"]).bytes).codes == ["merged-cells"])
}

@Test("In ODS, merged cells are those that span others, and what they cover is not read")
func odsMerges() {
  let content =
    odsRow(odsText("zone"), odsText("n"))
    + odsRow(odsText("Nord", "table:number-rows-spanned=\"2\""), odsNumber("1"))
    + odsRow("<table:covered-table-cell><text:p>caché</text:p></table:covered-table-cell>", odsNumber("2"))
  #expect(Reading(workbook: ODS(content).bytes).codes == ["merged-cells"])
  let reading = Reading(workbook: ODS(content).bytes, options: TableOptions(merged: .repeat))
  #expect(reading.table?.texts == [["Nord", "1"], ["Nord", "2"]])
}

@Test("Hidden rows and columns are read, and that is said once")
func sheetHidden() {
  var workbook = XLSX(
    rows([["a", "b"], ["1", "2"]]) + "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>3</v></c></row>"
      + "<row r=\"4\" hidden=\"1\"><c r=\"A4\"><v>4</v></c></row><row r=\"9\" hidden=\"1\"/>")
  workbook.sheets[0].columns =
    "<col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"5\" max=\"16384\" hidden=\"1\"/>"
  let reading = Reading(workbook: workbook.bytes)
  #expect(reading.table?.texts == [["1", "2"], ["3", ""], ["4", ""]])
  #expect(reading.codes == ["hidden-cells"])
  #expect(reading.cellNames == ["Feuil1!A3"])
  #expect(
    reading.diagnostics.first?.message.text(.english)
      == "what is hidden is read like the rest: hidden rows 3, 4 and hidden column B")
  let ods = Reading(
    workbook: ODS(
      "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>"
        + odsRow(odsText("a")) + odsRow(odsNumber("1"), attributes: "table:visibility=\"filter\"")
    ).bytes)
  #expect(ods.codes == ["hidden-cells"])
  #expect(ods.table?.texts == [["1"]])
}

@Test("Declared types, marks and decimal marks work as in CSV files")
func sheetDeclarations() {
  let content = rows([["code", "v"], ["75056", "1,234"], ["13055", "-9999"]])
  let options = TableOptions(
    decimalMark: .point, types: [TypedColumn(Located("code", at: Place(wholeFile: "report.yml")), is: .text)],
    marks: .french.declaring(["-9999": .confidential]))
  let table = Reading(workbook: XLSX(content).bytes, options: options).table
  #expect(table?.columns.map(\.type) == [.text, .number])
  #expect(table?.cells(ofColumn: 1) == [.number(1234), .missing(.confidential)])
}

@Test("A first look at a workbook goes to the header, and says what to declare")
func sheetLook() throws {
  var workbook = XLSX(
    rows([
      ["Titre"], [], ["zone", "2020", "", "2021"], ["", "h", "f", "h"], ["Nord", "1", "2", "3"],
      ["Sud", "3", "4", "5"],
    ]))
  workbook.sheets.append(XLSX.Sheet(name: "Suite", rows: rows([["a"], ["1"]], from: 3, column: 2)))
  var options = TableOptions()
  options.findsRows = true
  func look(_ sheet: String?, _ range: String? = nil) throws -> DataSummary {
    let table = Reading(workbook: workbook.bytes, sheet: sheet, range: range, options: options).table
    return try #require(table).summary
  }
  let first = try look(nil)
  #expect(first.columns.map(\.name) == ["zone", "2020 h", "2020 f", "2021 h"])
  #expect(first.declare == ["header-line: 3", "header-rows: 2"])
  #expect(first.cells == "Feuil1!A3:D6")
  // Empty rows above a header are no reason to declare it.
  #expect(try look("Suite").declare == ["sheet: Suite"])
  #expect(try look("Suite", "B3:B4").declare == ["sheet: Suite", "range: B3:B4"])
}

@Test(
  "A row beyond the last one is not read, and a number that is none counts on",
  arguments: [
    ("-1", [["1"], ["8"]]), ("0", [["1"], ["8"]]), ("1048577", [["1"]]), ("9223372036854775807", [["1"]]),
    ("9223372036854775808", [["1"], ["9"], ["8"]]),
  ])
func senselessRows(number: String, texts: [[String]]) {
  let content = "<row r=\"\(number)\"><c><v>9</v></c></row><row><c><v>8</v></c></row>"
  let reading = Reading(workbook: XLSX(rows([["a"], ["1"]]) + content).bytes)
  #expect(reading.table?.texts == texts)
}
