import DataSources
import Testing

private func odsTable(_ content: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Table {
  let reading = Reading(workbook: ODS(content).bytes, path: "data.ods")
  #expect(reading.codes == [], sourceLocation: sourceLocation)
  return try #require(reading.table, sourceLocation: sourceLocation)
}

/// A cell of a type and value.
private func cell(_ type: String, _ value: String, shown: String = "") -> String {
  "<table:table-cell office:value-type=\"\(type)\" \(value)><text:p>\(shown)</text:p></table:table-cell>"
}

@Test(
  "Cells say what they hold",
  arguments: [
    (cell("date", "office:date-value=\"2022-01-31\"", shown: "31/01/22"), "2022-01-31"),
    (cell("date", "office:date-value=\"2022-01-31T00:00:00\""), "2022-01-31"),
    (cell("date", "office:date-value=\"2022-01-31T14:30:00\""), "2022-01-31T14:30:00"),
    (cell("time", "office:time-value=\"PT14H30M00S\""), "14:30:00"),
    (cell("time", "office:time-value=\"PT36H00M00.5S\""), "36:00:00"),
    (cell("boolean", "office:boolean-value=\"true\"", shown: "VRAI"), "true"),
    (cell("percentage", "office:value=\"0.57\"", shown: "57 %"), "57%"),
    (cell("currency", "office:value=\"12.5\"", shown: "12,50 €"), "12.5"),
    (cell("float", "office:value=\"1004\"", shown: "01004"), "01004"),
    (cell("float", "office:value=\"0.5\"", shown: "0,5"), "0.5"),
    (cell("string", "office:string-value=\"b\"", shown: "a"), "b"),
  ])
func odsCells(cell: String, expected: String) throws {
  #expect(try odsTable(odsRow(odsText("v")) + odsRow(cell)).texts == [[expected]])
}

@Test("A text has its spaces, links and paragraphs, without comments")
func odsTexts() throws {
  let content =
    "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>non</text:p></office:annotation>"
    + "<text:p>a<text:s text:c=\"2\"/>b <text:span>c</text:span><text:a>d</text:a><text:tab/>e</text:p>"
    + "<text:p>f<text:line-break/>g</text:p></table:table-cell>"
  #expect(try odsTable(odsRow(odsText("v")) + odsRow(content)).texts == [["a  b cd\te\nf\ng"]])
}

@Test("Repeated cells and rows are read as often as they stand there; empty ones take no memory")
func odsRepetitions() throws {
  let empty = "<table:table-cell table:number-columns-repeated=\"16380\"/>"
  let table = try odsTable(
    odsRow(odsText("a"), odsText("b"), odsText("c"), empty)
      + odsRow(
        odsNumber("1", "table:number-columns-repeated=\"2\""), odsNumber("2"), empty,
        attributes: "table:number-rows-repeated=\"3\"")
      + odsRow(
        "<table:table-cell table:number-columns-repeated=\"16384\"/>",
        attributes: "table:number-rows-repeated=\"1000000\"")
      + odsRow(odsNumber("3"), empty)
      + odsRow("<table:table-cell/>", attributes: "table:number-rows-repeated=\"1048576\""))
  #expect(table.columns.map(\.name) == ["a", "b", "c"])
  #expect(table.texts == [["1", "1", "2"], ["1", "1", "2"], ["1", "1", "2"], ["3", "", ""]])
  #expect(table.rows.map(table.fileRow) == [2, 3, 4, 1_000_005])
}

@Test("A full row repeated a million times is an error, not a full memory")
func odsFullRepetitions() {
  let full = odsNumber("1", "table:number-columns-repeated=\"16384\"")
  let reading = Reading(
    workbook: ODS(odsRow(odsText("a")) + odsRow(full, attributes: "table:number-rows-repeated=\"1048576\""))
      .bytes)
  #expect(reading.codes == ["too-many-cells"])
}

@Test("A formula that failed is missing, whatever language its error is in")
func odsFailures() {
  let reading = Reading(
    workbook: ODS(
      odsRow(odsText("a"), odsText("b"))
        + odsRow(
          cell("string", "office:string-value=\"\" calcext:value-type=\"error\"", shown: "#DIV/0 !"),
          cell("string", "table:formula=\"of:=NA()\"", shown: "#N/A"))
        + odsRow(odsNumber("1"), odsNumber("2"))
    ).bytes, path: "data.ods")
  #expect(reading.codes == ["failed-formula", "failed-formula"])
  #expect(reading.cellNames == ["Feuil1!A2", "Feuil1!B2"])
  #expect(reading.table?.columns.map(\.type) == [.number, .number])
}

@Test("Formulas without a result are an error")
func odsUncomputed() {
  for formula in [
    "<table:table-cell table:formula=\"of:=1+1\"/>", cell("float", "table:formula=\"of:=1+1\""),
  ] {
    let reading = Reading(workbook: ODS(odsRow(odsText("v")) + odsRow(formula)).bytes, path: "data.ods")
    #expect(reading.codes == ["uncomputed-formula"])
    #expect(reading.cellNames == ["Feuil1!A2"])
  }
}
