import XML

/// The cells of a sheet, gathered from its part of the workbook.
///
/// - **Source**: ECMA-376, part 1, sections 18.3.1 and 18.18.11.
struct XLSXSheetReading {
  private(set) var sheet: Sheet
  private(set) var isTooLarge = false

  private let strings: [String]
  private let formats: [CellFormat]
  private let dates: SpreadsheetDate.System
  /// Where the row and the cell being read are, or were. Rows and cells may leave their names out.
  private var position = CellName(row: 0, column: 0)
  private var isRowHidden = false
  private var row: [(column: Int, cell: SheetCell)] = []

  init(named name: String, strings: [String], formats: [CellFormat], dates: SpreadsheetDate.System) {
    sheet = Sheet(name: name)
    self.strings = strings
    self.formats = formats
    self.dates = dates
  }

  mutating func take(_ event: XMLEvent, _ reader: XMLReader) throws(XMLError) {
    guard !isTooLarge else { return }
    switch event {
    case .start("c"): try readCell(reader)
    case .start("row"): startRow(reader)
    case .end("row"): endRow()
    case .start("col"):
      guard isTrue(reader.attribute("hidden")), let first = reader.attribute("min").flatMap({ Int($0) }),
        let last = reader.attribute("max").flatMap({ Int($0) }), first >= 1, first <= last
      else { return }
      sheet.hiddenColumns.append(first...last)
    case .start("mergeCell"):
      if let range = reader.attribute("ref").flatMap({ CellRange(written: $0) }) {
        sheet.merges.append(range)
      }
    case .start("extLst"): try reader.skipElement()
    case .start, .end, .text: return
    }
  }

  private mutating func startRow(_ reader: XMLReader) {
    let named = reader.attribute("r").flatMap { Int($0) }
    // A row beyond the last one is not read.
    position.row = min(max(0, named ?? position.row + 1), CellName.limit.row + 1)
    position.column = 0
    isRowHidden = isTrue(reader.attribute("hidden"))
    row.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    guard !row.isEmpty, (1...CellName.limit.row).contains(position.row) else { return }
    if zip(row, row.dropFirst()).contains(where: { $0.column >= $1.column }) {
      row.sort { $0.column < $1.column }
    }
    sheet.append(row: position.row, row)
    if isRowHidden { sheet.hiddenRows.append(position.row) }
    isTooLarge = sheet.cellCount > Sheet.cellLimit
  }

  /// Reads the cell that has just started, its end included.
  private mutating func readCell(_ reader: XMLReader) throws(XMLError) {
    let named = reader.attribute("r").flatMap { PartialCellName($0) }?.column
    position.column = named ?? position.column + 1
    let type = reader.attribute("t") ?? "n"
    let style = reader.attribute("s").flatMap { Int($0) }
    var value: String?
    var hasFormula = false
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start("v"): value = try reader.elementText()
      case .start("is"): value = try richText(reader)
      case .start("f"):
        hasFormula = true
        try reader.skipElement()
      case .start: depth += 1
      case .end: depth -= 1
      case .text: continue
      }
    }
    guard position.column <= CellName.limit.column else { return }
    let format = style.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? .number
    if let cell = cell(value ?? "", type: type, format: format, hasFormula: hasFormula) {
      row.append((position.column, cell))
    }
  }

  /// What a cell holds; `nil` for one that only has a style.
  private func cell(_ value: String, type: String, format: CellFormat, hasFormula: Bool) -> SheetCell? {
    if value.isEmpty, type != "str", hasFormula { return .uncomputed }
    if value.isEmpty { return nil }
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return nil }
      return strings[index].isEmpty ? nil : .value(.text(strings[index]))
    case "inlineStr": return .value(.text(value))
    case "str": return .value(.text(unescaped(value)))
    case "b": return .value(.text(value == "1" ? "true" : "false"))
    case "e": return .error(value)
    case "d": return .value(.text(value))
    default:
      guard let number = Double(value), number.isFinite else { return .value(.text(value)) }
      return .number(number, as: format, dates: dates)
    }
  }
}
