import DataSources
import Diagnostics
import TestSupport

/// An XLSX workbook as its parts' inner XML.
struct XLSX {
  struct Sheet {
    var name = "Feuil1"
    /// `hidden` or `veryHidden`, if it is not shown.
    var state = "visible"
    /// What stands in the sheet's data: rows.
    var rows: String
    /// What stands before the data, and behind.
    var columns = ""
    var merges: [String] = []
  }

  var sheets: [Sheet]
  var sharedStrings: [String] = []
  /// The codes of number formats; the style `s="1"` has the first of them.
  var formats: [String] = []
  var names: [(name: String, range: String)] = []
  var isFrom1904 = false

  init(_ rows: String, merges: [String] = [], formats: [String] = []) {
    sheets = [Sheet(rows: rows, merges: merges)]
    self.formats = formats
  }

  init(sheets: [Sheet]) { self.sheets = sheets }

  private static let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""

  var entries: [(name: String, text: String)] {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"s\(index)\"/>"
    }
    let named = names.map { "<definedName name=\"\($0.name)\">\($0.range)</definedName>" }
    let relations = sheets.indices.map {
      "<Relationship Id=\"s\($0)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/\($0).xml\"/>"
    }
    let custom = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    let strings = sharedStrings.map { "<si>\($0)</si>" }
    return [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships \(Self.package)><Relationship Id=\"w\" Type=\"\(Self.office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook \(Self.space) xmlns:r=\"\(Self.office)\"><workbookPr date1904=\"\(isFrom1904 ? 1 : 0)\"/>"
          + "<sheets>\(list.joined())</sheets><definedNames>\(named.joined())</definedNames></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships \(Self.package)>\(relations.joined())"
          + "<Relationship Id=\"t\" Type=\"\(Self.office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
          + "<Relationship Id=\"y\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      ("xl/sharedStrings.xml", "<sst \(Self.space)>\(strings.joined())</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet \(Self.space)><numFmts>\(custom.joined())</numFmts><cellStyleXfs><xf numFmtId=\"9\"/>"
          + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
      ),
    ] + sheets.enumerated().map { ("xl/worksheets/\($0).xml", part(of: $1)) }
  }

  private func part(of sheet: Sheet) -> String {
    let merges = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<worksheet \(Self.space)><cols>\(sheet.columns)</cols><sheetData>\(sheet.rows)</sheetData>"
      + "<mergeCells>\(merges)</mergeCells></worksheet>"
  }

  var bytes: [UInt8] { StoredArchive(entries).bytes }
}

/// An ODS workbook as the inner XML of its sheets.
struct ODS {
  var tables: [(name: String, attributes: String, content: String)]
  var styles = ""
  var names = ""
  var manifest = ""

  init(_ content: String) { tables = [("Feuil1", "", content)] }

  init(tables: [(name: String, attributes: String, content: String)]) { self.tables = tables }

  var bytes: [UInt8] {
    let oasis = "urn:oasis:names:tc:opendocument:xmlns"
    let sheets = tables.map {
      "<table:table table:name=\"\($0.name)\" \($0.attributes)>\($0.content)</table:table>"
    }
    let content =
      "<office:document-content xmlns:office=\"\(oasis):office:1.0\" xmlns:table=\"\(oasis):table:1.0\" "
      + "xmlns:text=\"\(oasis):text:1.0\" xmlns:style=\"\(oasis):style:1.0\" "
      + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
      + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>"
      + "\(sheets.joined())<table:named-expressions>\(names)</table:named-expressions>"
      + "</office:spreadsheet></office:body></office:document-content>"
    return StoredArchive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
      ("META-INF/manifest.xml", "<manifest>\(manifest)</manifest>"),
    ]).bytes
  }
}

/// Rows of an XLSX sheet, each cell a text or, where it reads as one, a number.
func rows(_ rows: [[String]], from first: Int = 1, column: Int = 1) -> String {
  rows.enumerated().map { index, cells in
    let row = first + index
    let content = cells.enumerated().map { offset, text in
      let name = "\(["A", "B", "C", "D", "E", "F"][column - 1 + offset])\(row)"
      if text.isEmpty { return "" }
      return Double(text) == nil
        ? "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        : "<c r=\"\(name)\"><v>\(text)</v></c>"
    }
    return "<row r=\"\(row)\">\(content.joined())</row>"
  }.joined()
}

/// A cell of an ODS sheet that holds a text.
func odsText(_ text: String, _ attributes: String = "") -> String {
  "<table:table-cell office:value-type=\"string\" \(attributes)><text:p>\(text)</text:p></table:table-cell>"
}

/// A cell of an ODS sheet that holds a number.
func odsNumber(_ number: String, _ attributes: String = "") -> String {
  "<table:table-cell office:value-type=\"float\" office:value=\"\(number)\" \(attributes)><text:p>\(number)</text:p>"
    + "</table:table-cell>"
}

func odsRow(_ cells: String..., attributes: String = "") -> String {
  "<table:table-row \(attributes)>\(cells.joined())</table:table-row>"
}

extension Reading {
  /// Reads a workbook.
  init(
    workbook bytes: [UInt8], path: String = "data.xlsx", sheet: String? = nil, range: String? = nil,
    options: TableOptions = TableOptions()
  ) {
    var options = options
    let place = Place(wholeFile: "report.yml")
    options.sheet = sheet.map { Located($0, at: place) }
    options.range = range.map { Located($0, at: place) }
    var collector = DiagnosticCollector()
    table = readTable(bytes, path: path, options: options, into: &collector)
    diagnostics = collector.diagnostics
  }

  /// The cells that diagnostics point at.
  var cellNames: [String] { diagnostics.compactMap { $0.place?.cell } }

  var hints: [String] { diagnostics.flatMap { $0.hints.map { $0(.english) } } }
}
