import DataSources
import Testing

/// The column below a header of one XLSX cell.
private func column(_ cells: String..., formats: [String] = []) -> Reading {
  let header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>v</t></is></c></row>"
  let body = cells.enumerated().map { "<row r=\"\($0 + 2)\">\($1)</row>" }.joined()
  return Reading(workbook: XLSX(header + body, formats: formats).bytes)
}

@Test("Texts are shared, with runs, or stand in their cells")
func cellTexts() throws {
  var workbook = XLSX(
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>en</t></r><r><t> ligne</t></r></is></c></row>"
      + "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>A2</f><v>cal_x000D_\nculé</v></c></row>")
  workbook.sharedStrings = [
    "<t xml:space=\"preserve\"> nom </t>",
    "<r><rPr><b/></rPr><t xml:space=\"preserve\">Saint-</t></r><r><t>Étienne &amp; Lens</t></r><rPh><t>x</t></rPh>",
  ]
  let table = try #require(Reading(workbook: workbook.bytes).table)
  #expect(table.columns.map(\.name) == ["nom"])
  #expect(table.texts == [["Saint-Étienne & Lens"], ["en ligne"], ["cal\nculé"]])
}

@Test("Truth values are words")
func cellBooleans() {
  let reading = column("<c r=\"A2\" t=\"b\"><v>1</v></c>", "<c r=\"A3\" t=\"b\"><v>0</v></c>")
  #expect(reading.table?.texts == [["true"], ["false"]])
}

@Test(
  "Dates and times are known by the format of their cell",
  arguments: [
    ("dd/mm/yyyy", "44592", "2022-01-31"), ("mmmm\\ yyyy", "44592", "2022-01"),
    ("mmm-yy", "44621", "2022-03"),
    ("[$-40C]d mmm yy;@", "44593.604166666664", "2022-02-01T14:30:00"), ("yyyy", "1", "1900"),
    ("d", "60", "1900-02-29"),  // the day that never was, as Excel has it
    ("d", "61", "1900-03-01"), ("hh:mm", "0.604166666666667", "14:30:00"), ("[h]:mm", "1.5", "36:00:00"),
    ("d", "-1", "-1"), ("d", "44592.999999999", "2022-02-01"),
    ("&quot;année &quot;0", "2022", "2022"), ("0.00E+00", "44592", "44592"), ("General", "44592", "44592"),
    ("# ##0 [$€-40C]", "44592", "44592"), ("[Red]0;[Blue]-0", "44592", "44592"),
  ])
func cellDates(format: String, value: String, expected: String) {
  let reading = column("<c r=\"A2\" s=\"1\"><v>\(value)</v></c>", formats: [format])
  #expect(reading.table?.texts == [[expected]])
}

@Test("Old Macs count days from 1904")
func dateSystem() {
  var workbook = XLSX(
    rows([["v"]]) + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43130</v></c></row>", formats: ["dd/mm/yyyy"])
  workbook.isFrom1904 = true
  #expect(Reading(workbook: workbook.bytes).table?.texts == [["2022-01-31"]])
}

@Test("A percentage is a number with a percent sign", arguments: ["0%", "0.0\\ %", "0.00%;[Red]-0.00%"])
func cellPercentages(format: String) throws {
  let table = try #require(
    column(
      "<c r=\"A2\" s=\"1\"><v>0.56999999999999995</v></c>", "<c r=\"A3\" s=\"1\"><v>1</v></c>",
      formats: [format]
    )
    .table)
  #expect(table.columns[0].isPercentText)
  #expect(table.cells(ofColumn: 0) == [.number(57), .number(100)])
}

@Test("Codes stay codes: as texts, and as numbers that are shown with zeros in front")
func cellCodes() throws {
  let texts = try #require(Reading(workbook: XLSX(rows([["code"], ["75056"]])).bytes).table)
  #expect(texts.columns[0].type == .number)
  let quoted = column("<c r=\"A2\" t=\"inlineStr\"><is><t>01004</t></is></c>", "<c r=\"A3\"><v>75056</v></c>")
  #expect(quoted.table?.columns[0].type == .text)
  #expect(quoted.table?.texts == [["01004"], ["75056"]])
  let padded = column(
    "<c r=\"A2\" s=\"1\"><v>1004</v></c>", "<c r=\"A3\" s=\"1\"><v>75056</v></c>", formats: ["00000"])
  #expect(padded.table?.columns[0].type == .text)
  #expect(padded.table?.texts == [["01004"], ["75056"]])
}

@Test("Numbers that are stored as texts are numbers, in French and English")
func numbersAsTexts() {
  let reading = Reading(workbook: XLSX(rows([["v"], ["1 234,5"], ["12"], ["nd"]])).bytes)
  #expect(reading.codes == [])
  #expect(reading.table?.cells(ofColumn: 0) == [.number(1234.5), .number(12), .missing(.notAvailable)])
}

@Test("A formula that failed is missing, with a warning at its cell, one a column and error")
func cellFailures() {
  let reading = column(
    "<c r=\"A2\"><v>1</v></c>", "<c r=\"A3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
    "<c r=\"A4\" t=\"e\"><v>#DIV/0!</v></c>", "<c r=\"A5\" t=\"e\"><v>#N/A</v></c>")
  #expect(reading.codes == ["failed-formula", "failed-formula"])
  #expect(reading.cellNames == ["Feuil1!A3", "Feuil1!A5"])
  #expect(reading.diagnostics.allSatisfy { $0.severity == .warning })
  #expect(
    reading.table?.cells(ofColumn: 0)
      == [.number(1), .missing(.notAvailable), .missing(.notAvailable), .missing(.notAvailable)])
}

@Test("An error that the author declares is what it is declared to be, without a warning")
func declaredFailures() {
  let workbook = XLSX(rows([["v"]]) + "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row>")
  let options = TableOptions(marks: .french.declaring(["#N/A": .confidential]))
  let reading = Reading(workbook: workbook.bytes, options: options)
  #expect(reading.codes == [])
  #expect(reading.table?.cell(row: 0, column: 0) == .missing(.confidential))
}

@Test("Formulas without a result are an error at the first, never empty cells")
func cellUncomputed() {
  let reading = column(
    "<c r=\"A2\"><f>1+1</f></c>", "<c r=\"A3\"><f>2</f><v></v></c>", "<c r=\"A4\"><f>2</f><v/></c>")
  #expect(reading.table == nil)
  #expect(reading.codes == ["uncomputed-formula"])
  #expect(reading.cellNames == ["Feuil1!A2"])
  #expect(reading.hints.first?.contains("save it") == true)
  let empty = column("<c r=\"A2\" t=\"str\"><f>\"\"</f><v></v></c>", "<c r=\"A3\"><v>1</v></c>")
  #expect(empty.codes == [])
}
