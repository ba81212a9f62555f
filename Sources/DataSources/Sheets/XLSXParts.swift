import XML
import Zip

/// The texts that the cells of a workbook share, each with its differently formatted runs joined.
///
/// - **Source**: ECMA-376, part 1, section 18.4.
func readSharedStrings(_ archive: ZipArchive, _ part: String) throws(SheetFileError) -> [String] {
  var strings: [String] = []
  try archive.readDocument(part) { reader, event throws(XMLError) in
    if event == .start("si") { strings.append(try richText(reader)) }
  }
  return strings
}

/// The text of an element that has just started and holds runs of text; how East Asian words are spoken is left out.
func richText(_ reader: XMLReader) throws(XMLError) -> String {
  var content = ""
  var depth = 1
  while depth > 0, let event = try reader.next() {
    switch event {
    case .start("t"): content += try reader.elementText()
    case .start("rPh"): try reader.skipElement()
    case .start: depth += 1
    case .end: depth -= 1
    case .text: continue
    }
  }
  return unescaped(content)
}

/// A text whose control characters are written as `_x000D_`: ECMA-376, part 1, section 22.9.2.19.
func unescaped(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
  let unescaped = text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
    UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
  }
  return unescaped.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
}

/// What the number format of each style of cells says, in the order by which cells name their style.
///
/// - **Source**: ECMA-376, part 1, section 18.8.
func readCellFormats(_ archive: ZipArchive, _ part: String) throws(SheetFileError) -> [CellFormat] {
  var codes: [Int: CellFormat] = [:]
  var formats: [CellFormat] = []
  var isInCellStyles = false
  try archive.readDocument(part) { reader, event in
    switch event {
    case .start("numFmt"):
      guard let id = reader.attribute("numFmtId").flatMap({ Int($0) }) else { return }
      codes[id] = CellFormat(code: reader.attribute("formatCode") ?? "")
    case .start("cellXfs"): isInCellStyles = true
    case .end("cellXfs"): isInCellStyles = false
    case .start("xf") where isInCellStyles:
      let id = reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? CellFormat(builtIn: id))
    case .start, .end, .text: return
    }
  }
  return formats
}
