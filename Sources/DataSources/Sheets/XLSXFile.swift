import XML
import Zip

/// A workbook of Excel's, also written by LibreOffice and others.
///
/// - **Source**: ECMA-376, *Office Open XML*, part 1, section 18.
struct XLSXFile: SheetFile {
  let workbook: Workbook
  private let archive: ZipArchive
  private let dates: SpreadsheetDate.System
  private let sharedStrings: String?
  private let styles: String?

  init(_ archive: ZipArchive) throws(SheetFileError) {
    self.archive = archive
    let root = try PackageParts(archive, of: "")
    guard let main = root.part(ofType: "officeDocument") else { throw .notASpreadsheet }
    let parts = try PackageParts(archive, of: main)
    sharedStrings = parts.part(ofType: "sharedStrings")
    styles = parts.part(ofType: "styles")
    var reading = WorkbookReading(parts: parts)
    try archive.readDocument(main, attributes: WorkbookReading.references) { reader, event throws(XMLError) in
      try reading.take(event, reader)
    }
    // A document of another program of the family has none.
    guard reading.isWorkbook else { throw .notASpreadsheet }
    guard !reading.workbook.sheets.isEmpty else { throw .noSheets }
    workbook = reading.workbook
    dates = reading.dates
  }

  func sheet(_ entry: Workbook.Entry) throws(SheetFileError) -> Sheet {
    let strings = try sharedStrings.map { part throws(SheetFileError) in try readSharedStrings(archive, part)
    }
    let formats = try styles.map { part throws(SheetFileError) in try readCellFormats(archive, part) }
    var reading = XLSXSheetReading(
      named: entry.name, strings: strings ?? [], formats: formats ?? [], dates: dates)
    try archive.readDocument(entry.part) { reader, event throws(XMLError) in try reading.take(event, reader) }
    if reading.isTooLarge { throw .tooManyCells }
    return reading.sheet
  }
}

/// The parts that a part of the package refers to.
///
/// - **Source**: ECMA-376, part 2, section 6.5.
struct PackageParts {
  private var parts: [(id: String, type: String, path: String)] = []

  /// - Parameter part: the part that refers; empty for the package itself.
  init(_ archive: ZipArchive, of part: String) throws(SheetFileError) {
    let slash = part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex
    let (folder, name) = (part[..<slash], part[slash...])
    let relations = "\(folder)_rels/\(name).rels"
    guard archive.entries.contains(relations) else { return }
    var found: [(id: String, type: String, path: String)] = []
    try archive.readDocument(relations) { reader, event in
      guard event == .start("Relationship"), let id = reader.attribute("Id"),
        let type = reader.attribute("Type"), let target = reader.attribute("Target")
      else { return }
      found.append((id, type, Self.path(target, from: folder)))
    }
    parts = found
  }

  func part(ofType type: String) -> String? { parts.first { $0.type.hasSuffix("/" + type) }?.path }

  func part(_ id: String, ofType type: String) -> String? {
    parts.first { $0.id == id && $0.type.hasSuffix("/" + type) }?.path
  }

  private static func path(_ target: String, from folder: Substring) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// What is found in a workbook's own part.
private struct WorkbookReading {
  let parts: PackageParts
  var isWorkbook = false
  var workbook = Workbook()
  var dates = SpreadsheetDate.System.from1900

  /// The attribute that refers to a part, in the usual and in the strict form.
  static let references = [
    XMLName("id", in: "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    XMLName("id", in: "http://purl.oclc.org/ooxml/officeDocument/relationships"),
  ]

  mutating func take(_ event: XMLEvent, _ reader: XMLReader) throws(XMLError) {
    switch event {
    case .start("workbook"): isWorkbook = true
    case .start("workbookPr"):
      if isTrue(reader.attribute("date1904")) { dates = .from1904 }
    case .start("sheet"):
      let id = reader.attributes.lazy.compactMap(\.self).first
      // Sheets of charts alone have no cells.
      guard let id, let part = parts.part(id, ofType: "worksheet") else { return }
      let state = reader.attribute("state") ?? "visible"
      workbook.sheets.append(
        Workbook.Entry(name: reader.attribute("name") ?? "", isVisible: state == "visible", part: part))
    case .start("definedName"):
      let name = reader.attribute("name") ?? ""
      let text = try reader.elementText()
      if let range = Workbook.NamedRange(name: name, written: text) { workbook.names.append(range) }
    case .start, .end, .text: return
    }
  }
}

/// Whether an attribute of a truth value says true.
func isTrue(_ attribute: String?) -> Bool { attribute == "1" || attribute == "true" || attribute == "on" }
