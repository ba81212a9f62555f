import DataSources
import Diagnostics
import TestSupport
import Testing

private let samples: [[UInt8]] = [
  {
    var workbook = XLSX(
      rows([["zone", "2020", ""], ["", "h", "f"], ["Nord", "1,5", "nd"], ["Sud", "2", "3"]])
        + "<row r=\"5\" hidden=\"1\"><c r=\"A5\" t=\"s\"><v>0</v></c><c r=\"B5\" s=\"1\"><v>44592</v></c></row>",
      merges: ["B1:C1", "A4:A5"], formats: ["dd/mm/yyyy"])
    workbook.sharedStrings = ["<r><t>Est</t></r>"]
    workbook.names = [("ici", "Feuil1!$A$1:$C$4")]
    return workbook.bytes
  }(),
  ODS(
    "<table:table-column table:number-columns-repeated=\"3\"/>" + odsRow(odsText("zone"), odsText("n"))
      + odsRow(odsText("Nord", "table:number-rows-spanned=\"2\""), odsNumber("1"))
      + odsRow("<table:covered-table-cell/>", odsNumber("2"), attributes: "table:number-rows-repeated=\"3\"")
  ).bytes,
]

/// Reads bytes and all that comes of them.
private func tryReading(_ bytes: [UInt8], _ note: String) {
  let options = TableOptions(
    headerRows: note.utf8.count % 2 + 1, merged: note.utf8.count % 3 == 0 ? .repeat : nil)
  let reading = Reading(workbook: bytes, options: options)
  #expect((reading.table == nil) == reading.diagnostics.contains { $0.severity == .error }, "\(note)")
  for diagnostic in reading.diagnostics { #expect(!diagnostic.text(in: .french, colored: false).isEmpty) }
  guard let table = reading.table else { return }
  for row in table.rows.prefix(100) {
    for column in table.columns.indices.prefix(100) {
      #expect(table.place(row: row, column: column).line == table.fileRow(row))
      _ = table.cell(row: row, column: column)
    }
  }
}

@Test("A workbook cut anywhere gives errors", arguments: 0..<2)
func cutAnywhere(index: Int) {
  let sample = samples[index]
  for length in stride(from: 0, to: sample.count, by: 97) {
    #expect(Reading(workbook: Array(sample.prefix(length))).table == nil)
  }
}

@Test("A workbook with bytes changed gives a table or errors, and never crashes", arguments: 0..<2, 0..<3)
func changedBytes(index: Int, seed: Int) {
  let sample = samples[index]
  var generator = SeededGenerator(seed: seed)
  for round in 0..<200 {
    var bytes = sample
    for _ in 0..<(1 + generator.next(below: 4)) {
      bytes[generator.next(below: bytes.count)] = UInt8(generator.next(below: 256))
    }
    tryReading(bytes, "\(seed) \(round)")
  }
}

/// Parts of a sheet that have a meaning somewhere, so that random sheets reach every branch.
private let pieces = [
  "<row>", "</row>", "<row r=\"2\">", "<row r=\"-1\"/>", "<row r=\"99999999999999999999\">",
  "<row hidden=\"1\">", "<c>", "</c>",
  "<c r=\"B2\" t=\"b\">", "<c r=\"ZZZZ1\">", "<c t=\"s\">", "<c t=\"e\">", "<c s=\"1\">", "<c s=\"-1\">",
  "<c t=\"inlineStr\">", "<v>", "</v>",
  "<v>1</v>", "<v>-5</v>", "<v>1e308</v>", "<v>1e999</v>", "<v>nan</v>", "<v/>", "<f>1</f>", "<f/>",
  "<is><t>a</t></is>",
  "<mergeCell ref=\"A1:B2\"/>", "<mergeCell ref=\"A1:XFD1048576\"/>", "<mergeCell ref=\"B2:A1\"/>",
  "<col min=\"0\" max=\"9\" hidden=\"1\"/>", "<col min=\"1\" max=\"99999999999\" hidden=\"1\"/>", "<extLst>",
  "</extLst>", "x",
]

@Test("Random sheets give a table or errors, and never crash", arguments: 0..<3)
func randomSheets(seed: Int) {
  var generator = SeededGenerator(seed: seed)
  for round in 0..<200 {
    let content = (0..<generator.next(below: 13)).map { _ in
      pieces[generator.next(below: pieces.count)]
    }
    // Most are well-formed: an end for each start is added behind.
    let starts = content.compactMap { $0.wholeMatch(of: /<(\w+)[^>\/]*>/).map { String($0.1) } }
    let ends = content.compactMap { $0.wholeMatch(of: /<\/(\w+)>/).map { String($0.1) } }
    let missing = starts.dropFirst(ends.count).reversed().map { "</\($0)>" }
    let workbook = XLSX(rows([["a", "b"], ["1", "2"]]) + (content + missing).joined(), formats: ["d"])
    tryReading(workbook.bytes, "\(seed) \(round)")
  }
}
