import XML

/// The cells of a sheet, gathered from the document of its workbook.
///
/// - **Source**: OpenDocument 1.3, part 3, sections 9.1 and 19.385 (values of cells).
struct ODSSheetReading {
  private(set) var sheet: Sheet
  private(set) var isTooLarge = false

  private var isInSheet = false
  /// The row and cell being read, or the last one of those that one element repeats.
  private var position = CellName(row: 0, column: 0)
  private var rowRepetitions = 1
  private var isRowHidden = false
  private var row: [(column: Int, cell: SheetCell)] = []
  /// The last column of those whose element was read.
  private var column = 0

  init(named name: String) { sheet = Sheet(name: name) }

  mutating func take(_ event: XMLEvent, _ reader: XMLReader) throws(XMLError) {
    guard !isTooLarge else { return }
    switch event {
    case .start("tracked-changes"), .start("shapes"): try reader.skipElement()
    case .start("table"):
      isInSheet = sheet.rowCount == 0 && ODSAttributes(reader)[.tableName] == sheet.name
      if !isInSheet { try reader.skipElement() }
    case .end("table"): isInSheet = false
    case .start("table-column") where isInSheet: passColumn(reader)
    case .start("table-row") where isInSheet: startRow(reader)
    case .end("table-row") where isInSheet: endRow()
    case .start("table-cell") where isInSheet: try readCell(reader)
    case .start("covered-table-cell") where isInSheet:
      // What a merged cell covers is kept in the file and seen by nobody.
      position.column += ODSAttributes(reader).count(.columnsRepeated)
      try reader.skipElement()
    case .start, .end, .text: return
    }
  }

  private mutating func passColumn(_ reader: XMLReader) {
    let attributes = ODSAttributes(reader)
    let first = column + 1
    column += attributes.count(.columnsRepeated)
    if attributes.isHidden { sheet.hiddenColumns.append(first...column) }
  }

  private mutating func startRow(_ reader: XMLReader) {
    let attributes = ODSAttributes(reader)
    position.row += rowRepetitions
    position.column = 0
    rowRepetitions = attributes.count(.rowsRepeated)
    isRowHidden = attributes.isHidden
    row.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    // A million empty rows are one element, and take no memory.
    guard !row.isEmpty else { return }
    let last = min(position.row + rowRepetitions - 1, CellName.limit.row)
    guard position.row <= last else { return }
    guard sheet.cellCount + row.count * (last - position.row + 1) <= Sheet.cellLimit else {
      isTooLarge = true
      return
    }
    for number in position.row...last {
      sheet.append(row: number, row)
      if isRowHidden { sheet.hiddenRows.append(number) }
    }
  }

  /// Reads the cell that has just started, its end included.
  private mutating func readCell(_ reader: XMLReader) throws(XMLError) {
    let attributes = ODSAttributes(reader)
    let first = position.column + 1
    position.column += attributes.count(.columnsRepeated)
    noteMerge(at: first, attributes)
    let text = try cellText(reader)
    guard let cell = attributes.cell(showing: text) else { return }
    for column in first...max(first, min(position.column, CellName.limit.column)) {
      row.append((column, cell))
    }
  }

  private mutating func noteMerge(at column: Int, _ attributes: ODSAttributes) {
    let width = attributes.count(.columnsSpanned)
    let height = attributes.count(.rowsSpanned)
    guard width > 1 || height > 1 else { return }
    let first = CellName(row: position.row, column: column)
    sheet.merges.append(
      CellRange(first, CellName(row: first.row + height - 1, column: first.column + width - 1)))
  }

  /// The text that a cell shows, its paragraphs parted by line breaks; comments and shapes are left out.
  private func cellText(_ reader: XMLReader) throws(XMLError) -> String {
    var content = ""
    var hasParagraph = false
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start("p"):
        if hasParagraph { content += "\n" }
        content += try paragraph(reader)
        hasParagraph = true
      case .start("annotation"), .start("frame"), .start("custom-shape"), .start("g"):
        try reader.skipElement()
      case .start: depth += 1
      case .end: depth -= 1
      case .text: continue
      }
    }
    return content
  }

  private func paragraph(_ reader: XMLReader) throws(XMLError) -> String {
    var content = ""
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start("s"):
        content += String(repeating: " ", count: min(ODSAttributes(reader).count(.spaceCount), 1000))
        depth += 1
      case .start("tab"):
        content += "\t"
        depth += 1
      case .start("line-break"):
        content += "\n"
        depth += 1
      case .start("annotation"): try reader.skipElement()
      case .start: depth += 1
      case .end: depth -= 1
      case .text: content += reader.text
      }
    }
    return content
  }
}

extension ODSAttributes {
  /// What a cell with these attributes holds; `nil` for one that only has a style.
  ///
  /// - Parameter shown: what the cell shows.
  fileprivate func cell(showing shown: String) -> SheetCell? {
    if self[.calcValueType] == "error" { return .error(shown.isEmpty ? "#" : shown) }
    switch self[.valueType] {
    case "float", "currency":
      guard let number else { return .uncomputed }
      // A number shown with zeros in front is a code: `01004`.
      let isCode =
        shown.utf8.count > 1 && shown.utf8.first == ASCII.zero && shown.utf8.allSatisfy(ASCII.isDigit)
      return .value(isCode ? .text(shown) : .number(number))
    case "percentage":
      guard let number else { return .uncomputed }
      return .value(.percent(fraction: number))
    case "date":
      guard let date = self[.dateValue] else { return .uncomputed }
      return .value(.text(date.hasSuffix("T00:00:00") ? String(date.dropLast(9)) : date))
    case "time":
      guard let time = self[.timeValue] else { return .uncomputed }
      return .value(.text(SpreadsheetDate.time(ofDuration: time) ?? time))
    case "boolean": return self[.booleanValue].map { .value(.text($0)) } ?? .uncomputed
    case let type:
      let hasFormula = self[.formula] != nil
      if type == nil, hasFormula, shown.isEmpty { return .uncomputed }
      let content = self[.stringValue] ?? shown
      // Excel writes the errors of its formulas as texts.
      if hasFormula, Self.errors.contains(content) { return .error(content) }
      return content.isEmpty ? nil : .value(.text(content))
    }
  }

  private static let errors: Set = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]

  private var number: Double? { self[.value].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }
}
