import DataSources
import Testing

private let twoRows = [["zone", "taux"], ["Nord", "1"], ["Sud", "2"]]

private func workbook() -> XLSX {
  var workbook = XLSX(sheets: [
    XLSX.Sheet(name: "Paramètres", state: "hidden", rows: rows([["cache"], ["0"]])),
    XLSX.Sheet(name: "2022", rows: rows([["Titre"], [], [], []]) + rows(twoRows, from: 5, column: 2)),
    XLSX.Sheet(name: "L’an passé", rows: rows(twoRows)),
    XLSX.Sheet(name: "1", rows: rows([["un"], ["1"]])),
  ])
  workbook.names = [
    ("tableau", "'2022'!$B$5:$C$6"), ("passé", "'L’an passé'!$A$1:$B$3"), ("taxe", "0.2"),
    ("tout", "'2022'!$B:$C"),
  ]
  return workbook
}

@Test(
  "A sheet is named, or counted among those that are shown; a name goes first",
  arguments: [
    (nil, "2022"), ("2022", "2022"), ("2", "L’an passé"), ("L’an passé", "L’an passé"), ("1", "1"),
    ("3", "1"),
    ("Paramètres", "Paramètres"),
  ])
func workbookSheets(asked: String?, expected: String) {
  let reading = Reading(workbook: workbook().bytes, sheet: asked, options: TableOptions(headerLine: 1))
  #expect(
    reading.table.map { $0.path == "data.xlsx#\(expected)" }
      ?? reading.cellNames.allSatisfy { $0.hasPrefix(expected) })
}

@Test(
  "A sheet that is not there is an error that names those that are",
  arguments: ["2023", "0", "4", "Parametre"])
func unknownSheets(asked: String) {
  let reading = Reading(workbook: workbook().bytes, sheet: asked)
  #expect(reading.codes == ["no-such-sheet"])
  #expect(
    reading.diagnostics.first?.message.text(.english)
      == "“data.xlsx” has no sheet “\(asked)”; its sheets: “Paramètres” (hidden), “2022”, “L’an passé”, “1”")
  #expect(asked != "Parametre" || reading.hints == ["did you mean “Paramètres”?"])
}

@Test(
  "A range is two corners, whole columns, columns from a row on, or a name",
  arguments: [
    ("B5:C7", [["Nord", "1"], ["Sud", "2"]]), ("$b$5:c6", [["Nord", "1"]]),
    ("B5:C", [["Nord", "1"], ["Sud", "2"]]),
    ("B5:B", [["Nord"], ["Sud"]]), ("tableau", [["Nord", "1"]]), ("TABLEAU", [["Nord", "1"]]),
  ])
func workbookRanges(asked: String, expected: [[String]]) {
  let reading = Reading(workbook: workbook().bytes, range: asked)
  #expect(reading.codes == [])
  #expect(reading.table?.texts == expected)
}

@Test("A range's header may be further down, and its name may lead to another sheet")
func rangesAndSheets() {
  let columns = Reading(workbook: workbook().bytes, range: "tout", options: TableOptions(headerLine: 5))
  #expect(columns.table?.texts == [["Nord", "1"], ["Sud", "2"]])
  #expect(Reading(workbook: workbook().bytes, range: "passé").table?.path == "data.xlsx#L’an passé!A1:B3")
  let elsewhere = Reading(workbook: workbook().bytes, sheet: "2022", range: "passé")
  #expect(elsewhere.codes == ["no-such-range"])
  #expect(elsewhere.hints == ["declare `sheet: L’an passé`, or leave `sheet:` out"])
}

@Test(
  "A range that is none is an error",
  arguments: ["B5:", "5:7", "B", "B:C7", "tablau", "taxe", "A0:B2", "A1:B2:C3", "XFE1:XFF2"])
func unknownRanges(asked: String) {
  let reading = Reading(workbook: workbook().bytes, range: asked)
  #expect(reading.codes == ["no-such-range"])
  #expect(asked != "tablau" || reading.hints.first == "did you mean “tableau”?")
}

@Test("A range or a sheet without content is an error")
func workbookEmpty() {
  #expect(Reading(workbook: workbook().bytes, range: "D5:F9").codes == ["empty-table"])
  #expect(
    Reading(workbook: workbook().bytes, range: "B5:C7", options: TableOptions(headerLine: 8)).codes == [
      "empty-table"
    ])
  #expect(Reading(workbook: XLSX("").bytes).codes == ["empty-table"])
  #expect(Reading(workbook: XLSX(rows([["a"]])).bytes).codes == ["empty-table"])
  #expect(Reading(workbook: XLSX(sheets: []).bytes).codes == ["no-sheets"])
}

@Test("In ODS sheets, hidden ones and names are found too")
func workbookOds() {
  var workbook = ODS(tables: [
    ("Cachée", "table:style-name=\"ta2\"", odsRow(odsText("x")) + odsRow(odsNumber("0"))),
    (
      "Mes données", "table:style-name=\"ta1\"",
      odsRow() + odsRow("<table:table-cell/>", odsText("v")) + odsRow("<table:table-cell/>", odsNumber("5"))
    ),
  ])
  workbook.styles =
    "<style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/></style:style>"
    + "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>"
  workbook.names =
    "<table:named-range table:name=\"ici\" table:cell-range-address=\"$'Mes données'.$B$2:.$B$3\"/>"
  #expect(Reading(workbook: workbook.bytes, path: "d.ods").table?.path == "d.ods#Mes données")
  #expect(Reading(workbook: workbook.bytes, sheet: "1").table?.texts == [["5"]])
  #expect(Reading(workbook: workbook.bytes, sheet: "Cachée").table?.texts == [["0"]])
  #expect(Reading(workbook: workbook.bytes, range: "ici").table?.texts == [["5"]])
  #expect(Reading(workbook: workbook.bytes, sheet: "x").codes == ["no-such-sheet"])
}
