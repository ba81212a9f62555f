import XML
import Zip

/// A workbook of LibreOffice's, also written by others.
///
/// - **Source**: OASIS, *OpenDocument Format for Office Applications* 1.3, part 3, section 9.
struct ODSFile: SheetFile {
  let workbook: Workbook
  private let content: [UInt8]
  /// The cells of the sheet that is likely to be meant, which are read along with the names of all.
  private let likely: ODSSheetReading?

  /// - Parameter asked: the name of the sheet that is asked for; without it, the first that is shown is meant.
  init(_ archive: ZipArchive, asked: String?) throws(SheetFileError) {
    if archive.entries.contains("META-INF/manifest.xml") {
      var isEncrypted = false
      try archive.readDocument("META-INF/manifest.xml") { _, event in
        if event == .start("encryption-data") { isEncrypted = true }
      }
      if isEncrypted { throw .encrypted }
    }
    content = try archive.part("content.xml")
    var reading = ODSWorkbookReading(asked: asked)
    try readDocument(content, "content.xml", attributes: ODSAttribute.names) {
      reader, event throws(XMLError) in
      try reading.take(event, reader)
    }
    guard reading.isSpreadsheet else { throw .notASpreadsheet }
    guard !reading.workbook.sheets.isEmpty else { throw .noSheets }
    workbook = reading.workbook
    likely = reading.likely
  }

  func sheet(_ entry: Workbook.Entry) throws(SheetFileError) -> Sheet {
    if let likely, likely.sheet.name == entry.name {
      if likely.isTooLarge { throw .tooManyCells }
      return likely.sheet
    }
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
  let asked: String?
  var isSpreadsheet = false
  var workbook = Workbook()
  private(set) var likely: ODSSheetReading?
  private var isInLikely = false
  private var hiddenStyles: Set<String> = []
  private var styleName = ""

  init(asked: String?) { self.asked = asked }

  mutating func take(_ event: XMLEvent, _ reader: XMLReader) throws(XMLError) {
    if isInLikely {
      try likely?.take(event, reader)
      isInLikely = event != .end("table")
      return
    }
    switch event {
    case .start("spreadsheet"): isSpreadsheet = true
    case .start("style"): styleName = ODSAttributes(reader)[.styleName] ?? ""
    case .start("table-properties"):
      if ODSAttributes(reader)[.display] == "false" { hiddenStyles.insert(styleName) }
    case .start("tracked-changes"): try reader.skipElement()
    case .start("table"):
      let attributes = ODSAttributes(reader)
      let entry = Workbook.Entry(
        name: attributes[.tableName] ?? "",
        isVisible: !hiddenStyles.contains(attributes[.tableStyle] ?? ""))
      workbook.sheets.append(entry)
      guard likely == nil, asked.map({ $0 == entry.name }) ?? entry.isVisible else {
        return try reader.skipElement()
      }
      likely = ODSSheetReading(named: entry.name)
      try likely?.take(event, reader)
      isInLikely = true
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
