import XML
import Zip

/// A workbook of LibreOffice's, also written by others.
///
/// - **Source**: OASIS, *OpenDocument Format for Office Applications* 1.3, part 3, section 9.
struct ODSFile: SheetFile {
  let workbook: Workbook
  /// The document, which is read once for its sheets and once for the cells of one.
  private let content: [UInt8]

  init(_ archive: ZipArchive) throws(SheetFileError) {
    if archive.entries.contains("META-INF/manifest.xml") {
      var isEncrypted = false
      try archive.readDocument("META-INF/manifest.xml") { _, event in
        if event == .start("encryption-data") { isEncrypted = true }
      }
      if isEncrypted { throw .encrypted }
    }
    content = try archive.part("content.xml")
    var reading = ODSWorkbookReading()
    try readDocument(content, "content.xml", attributes: ODSAttribute.names) {
      reader, event throws(XMLError) in
      try reading.take(event, reader)
    }
    guard reading.isSpreadsheet else { throw .notASpreadsheet }
    guard !reading.workbook.sheets.isEmpty else { throw .noSheets }
    workbook = reading.workbook
  }

  func sheet(_ entry: Workbook.Entry) throws(SheetFileError) -> Sheet {
    var reading = ODSSheetReading(named: entry.name)
    try readDocument(content, "content.xml", attributes: ODSAttribute.names) {
      reader, event throws(XMLError) in
      try reading.take(event, reader)
    }
    if reading.isTooLarge { throw .tooManyCells }
    return reading.sheet
  }
}

/// The sheets and names of a workbook. Styles come first in the document, names last.
private struct ODSWorkbookReading {
  var isSpreadsheet = false
  var workbook = Workbook()
  private var hiddenStyles: Set<String> = []
  private var styleName = ""

  mutating func take(_ event: XMLEvent, _ reader: XMLReader) throws(XMLError) {
    switch event {
    case .start("spreadsheet"): isSpreadsheet = true
    case .start("style"): styleName = ODSAttributes(reader)[.styleName] ?? ""
    case .start("table-properties"):
      if ODSAttributes(reader)[.display] == "false" { hiddenStyles.insert(styleName) }
    case .start("tracked-changes"): try reader.skipElement()
    case .start("table"):
      let attributes = ODSAttributes(reader)
      workbook.sheets.append(
        Workbook.Entry(
          name: attributes[.tableName] ?? "",
          isVisible: !hiddenStyles.contains(attributes[.tableStyle] ?? "")))
      try reader.skipElement()
    case .start("named-range"):
      let attributes = ODSAttributes(reader)
      guard let name = attributes[.tableName], let address = attributes[.rangeAddress],
        let range = Workbook.NamedRange(name: name, written: address)
      else { return }
      workbook.names.append(range)
    case .start, .end, .text: return
    }
  }
}
