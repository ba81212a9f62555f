import XML
import Zip

/// A spreadsheet file that was opened: its sheets are known, none is read yet.
protocol SheetFile {
  var workbook: Workbook { get }
  /// Reads the cells of a sheet.
  func sheet(_ entry: Workbook.Entry) throws(SheetFileError) -> Sheet
}

/// Why a spreadsheet file cannot be read.
enum SheetFileError: Error, Hashable {
  case archive(ZipError)
  case document(XMLError, part: String)
  /// An archive, but of something else.
  case notASpreadsheet
  case encrypted
  /// The binary form of Excel's files, `.xlsb`.
  case binaryWorkbook
  case noSheets
  case tooManyCells
}

extension ZipArchive {
  /// An entry that must be there.
  func part(_ name: String) throws(SheetFileError) -> [UInt8] {
    do { return try bytes(of: name) } catch { throw .archive(error) }
  }

  /// Reads a document of the archive from its start; see `readDocument`.
  func readDocument(
    _ name: String, attributes: [XMLName] = [],
    _ body: (_ reader: XMLReader, _ event: XMLEvent) throws(XMLError) -> Void
  ) throws(SheetFileError) {
    try DataSources.readDocument(try part(name), name, attributes: attributes, body)
  }
}

/// Reads a document from its start.
///
/// - Parameters:
///   - name: what errors call it.
///   - attributes: those that `XMLReader.attributes` is to give.
///   - body: gets each event, until the document ends.
func readDocument(
  _ bytes: [UInt8], _ name: String, attributes: [XMLName] = [],
  _ body: (_ reader: XMLReader, _ event: XMLEvent) throws(XMLError) -> Void
) throws(SheetFileError) {
  do {
    let reader = try XMLReader(bytes, attributes: attributes)
    while let event = try reader.next() { try body(reader, event) }
  } catch {
    throw .document(error, part: name)
  }
}

/// Opens a spreadsheet of either format.
///
/// - Parameter asked: the name of the sheet that is likely to be read.
func openSheetFile(
  _ bytes: [UInt8], asked: String?
) throws(SheetFileError) -> (file: any SheetFile, format: DataFormat) {
  let archive: ZipArchive
  do { archive = try ZipArchive(bytes) } catch { throw .archive(error) }
  let names = Set(archive.entries)
  if names.contains("xl/workbook.bin") { throw .binaryWorkbook }
  if names.contains("[Content_Types].xml") { return (try XLSXFile(archive), .xlsx) }
  if names.contains("content.xml") { return (try ODSFile(archive, asked: asked), .ods) }
  throw .notASpreadsheet
}
