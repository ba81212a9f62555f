import DataSources
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A workbook that LibreOffice 7.4 wrote, with the sheets Données 2022, Cachée, Croisé, Codes and Fusion.
private func workbook(_ format: String) throws -> [UInt8] {
  let folder = PackageFiles.root.appending(path: "Tests/DataSourcesTests/Spreadsheets/Files")
  return Array(try Data(contentsOf: folder.appending(path: "accueils.\(format)")))
}

@Test("What a spreadsheet program writes is read", arguments: ["xlsx", "ods"])
func realFiles(format: String) throws {
  let bytes = try workbook(format)
  let reading = Reading(workbook: bytes, path: "accueils.\(format)", options: TableOptions(headerLine: 2))
  #expect(reading.codes == ["failed-formula", "failed-formula", "hidden-cells"])
  #expect(reading.cellNames == ["Données 2022!G4", "Données 2022!G5", "Données 2022!A4"])
  let table = try #require(reading.table)
  #expect(
    table.columns.map(\.name) == [
      "Code", "Accueil numérique", "Ouvert le", "Part", "Visites", "Ouvert", "Total",
    ])
  #expect(table.texts.map { $0[0] } == ["01004", "01005", "2A004"])
  #expect(table.texts.prefix(2).map { $0[2] } == ["2022-01-31", "2022-02-01T14:30:00"])
  #expect(table.cells(ofColumn: 3) == [.number(57), .number(12.5), .number(100)])
  #expect(table.cells(ofColumn: 4) == [.number(1234.5), .number(2310), .missing(.notAvailable)])
  #expect(table.cells(ofColumn: 6) == [.number(2469), .missing(.notAvailable), .missing(.notAvailable)])
  #expect(table.fileRow(0) == 3)

  let codes = Reading(workbook: bytes, path: "accueils.\(format)", sheet: "Codes")
  #expect(codes.table?.texts == [["01004", "1"], ["75056", "2"]])
  let crossed = Reading(
    workbook: bytes, path: "accueils.\(format)", sheet: "Croisé", options: TableOptions(headerRows: 2))
  #expect(
    crossed.table?.columns.map(\.name) == [
      "Zone", "2020 hommes", "2020 femmes", "2021 hommes", "2021 femmes",
    ])
  #expect(Reading(workbook: bytes, path: "accueils.\(format)", sheet: "Fusion").codes == ["merged-cells"])
  #expect(Reading(workbook: bytes, path: "accueils.\(format)", range: "tableau").table?.texts.count == 3)
}

private let csv = Array("a;b\n1;2\n".utf8)
private let database = Array("SQLite format 3\u{0}".utf8)
private let xlsx = XLSX(rows([["a"], ["1"]])).bytes

@Test(
  "A file whose name or declared format is not what it is, is an error that says what to do",
  arguments: [
    ("a.xlsx", csv, nil, "not-a-spreadsheet", "format: csv"),
    ("a.ods", Array("[{}]".utf8), nil, "not-a-spreadsheet", "format: json"),
    ("a.csv", xlsx, nil, "spreadsheet-not-text", ".xlsx"),
    ("a.csv", csv, DataFormat.ods, "not-a-spreadsheet", "format: csv"),
    ("a.xlsx", xlsx, .csv, "spreadsheet-not-text", "format: xlsx"),
    ("a.json", xlsx, nil, "spreadsheet-not-text", ".xlsx"),
    ("a.xlsx", Array(" <html><table>".utf8), nil, "not-a-spreadsheet", "save it as .xlsx"),
    ("a.xls", Array("<?xml version='1.0'?><Workbook/>".utf8), nil, "not-a-spreadsheet", "save it as .xlsx"),
    ("a.xlsx", [], nil, "empty-table", "again"),
    ("a.csv", database, .csv, "database-not-file", "format: sqlite"),
    ("a.db", xlsx, nil, "not-a-database", "integrity_check"),
    (
      "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], nil, "old-spreadsheet",
      "save it as .xlsx"
    ),
    ("a.xlsx", StoredArchive([("word/document.xml", "")]).bytes, nil, "not-a-spreadsheet", "save it"),
    (
      "a.xlsx", StoredArchive([("[Content_Types].xml", ""), ("xl/workbook.bin", "")]).bytes, nil,
      "not-a-spreadsheet", ".xlsx"
    ),
  ])
func wrongFormats(path: String, bytes: [UInt8], format: DataFormat?, code: String, hint: String) {
  var collector = DiagnosticCollector()
  #expect(readTable(bytes, path: path, format: format, into: &collector) == nil)
  #expect(collector.diagnostics.map(\.message.code) == [code])
  let hints = collector.diagnostics.flatMap(\.hints)
  #expect(hints.contains { $0(.english).contains(hint) }, "\(hints)")
}

@Test(
  "A workbook without a telling name is known by its bytes, and either kind is read under the other's name")
func seenFormats() {
  for path in ["export", "export.xls", "a.ods", "a.XLSM"] {
    #expect(Reading(workbook: xlsx, path: path).table?.texts == [["1"]], "\(path)")
  }
  let ods = ODS(odsRow(odsText("a")) + odsRow(odsNumber("1"))).bytes
  #expect(Reading(workbook: ods, path: "a.xlsx").table?.texts == [["1"]])
}

@Test("A password is an error that says to take it away")
func passwords() {
  let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
  let excel = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 500) + name
  var ods = ODS("")
  ods.manifest = "<manifest:file-entry xmlns:manifest=\"m\"><manifest:encryption-data/></manifest:file-entry>"
  var archive = StoredArchive()
  for (name, text) in XLSX("").entries { archive.add(name, text, isEncrypted: name == "xl/workbook.xml") }
  archive.finish()
  for bytes in [excel, ods.bytes, archive.bytes] {
    let reading = Reading(workbook: bytes)
    #expect(reading.codes == ["password-protected"])
    #expect(reading.hints.first?.contains("without a password") == true)
  }
}

@Test("A workbook that is cut short, incomplete or not well-formed is an error")
func damaged() {
  #expect(Reading(workbook: Array(xlsx.dropLast(30))).codes == ["damaged-workbook"])
  for (index, entry) in XLSX(rows([["a"], ["1"]])).entries.enumerated() where entry.name.hasPrefix("xl/w") {
    var entries = XLSX(rows([["a"], ["1"]])).entries
    entries[index].text = "<!DOCTYPE a [<!ENTITY e \"e\">]>" + entry.text
    #expect(Reading(workbook: StoredArchive(entries).bytes).codes == ["damaged-workbook"])
    entries[index].text = String(entry.text.dropLast(5))
    #expect(Reading(workbook: StoredArchive(entries).bytes).codes == ["damaged-workbook"])
    entries.remove(at: index)
    #expect(Reading(workbook: StoredArchive(entries).bytes).codes == ["damaged-workbook"])
  }
}

@Test("A sheet or a range of what has none is an error at the author's word")
func sheetOfText() {
  for options in [("x", nil), (nil, "A1:B2")] as [(String?, String?)] {
    let reading = Reading(workbook: csv, path: "a.csv", sheet: options.0, range: options.1)
    #expect(reading.codes == ["not-a-spreadsheet"])
    #expect(reading.diagnostics.first?.place?.path == "report.yml")
  }
}
