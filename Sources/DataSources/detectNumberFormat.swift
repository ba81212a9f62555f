import Diagnostics

/// How a file writes its numbers, judged on the cells that can be read in one way only.
///
/// `12,5` and `0,125` show a decimal comma, `12.5` and `1,234.5` a decimal point; the more frequent wins. Where
/// no cell is sure, `1,234` shows a comma, unless commas also stand between cells; then `1.234` a point; then the
/// comma goes with other delimiters and the point with the comma.
///
/// - **Warnings**: only cells such as `1,234`, which are 1.234 in French and 1234 in English.
func detectNumberFormat(
  in text: DataText, records: CSVRecords, headerRows: Int, delimiter: Delimiter, declared: DecimalMark?,
  into diagnostics: inout DiagnosticCollector
) -> NumberFormat {
  var readers = BothReaders(text.bytes)
  var evidence = NumberEvidence()
  rows: for record in headerRows..<records.count {
    for column in 0..<records.width(of: record) {
      let content = text.cellContent(records.range(record, column))
      evidence.add(readers.look(at: content), of: CellIndex(row: record, column: column))
    }
    if evidence.isEnough { break rows }
  }
  return evidence.format(declared: declared, commasPartCells: delimiter == .comma) { cell in
    let place = cellPlace(record: cell.row, column: cell.column, in: records, text: text)
    let cellText = text.cellText(records.range(cell.row, cell.column))
    diagnostics.report(.warning(.ambiguousDecimalMark(cellText), at: place, hints: [.declareDecimalMark]))
  }
}

/// How a grid writes those of its numbers that are text, judged as in a CSV file.
func detectNumberFormat(
  in grid: Grid, declared: DecimalMark?, into diagnostics: inout DiagnosticCollector
) -> NumberFormat {
  var evidence = NumberEvidence()
  for row in grid.rows {
    for column in grid.columns.indices {
      guard case .text(let text) = grid[row, column] else { continue }
      var readers = BothReaders(Array(text.utf8))
      evidence.add(readers.look(at: 0..<text.utf8.count), of: CellIndex(row: row, column: column))
    }
    if evidence.isEnough { break }
  }
  return evidence.format(declared: declared, commasPartCells: false) { cell in
    let place = grid.place(row: cell.row, column: cell.column)
    let message = Diagnostic.Message.ambiguousDecimalMark(grid[cell.row, cell.column].text)
    diagnostics.report(.warning(message, at: place, hints: [.declareDecimalMark]))
  }
}

private struct CellIndex {
  let row: Int
  let column: Int
}

/// What one cell says about the decimal mark of its file.
private enum Sign {
  case surely(DecimalMark, groupsWithOther: Bool)
  case either(hasComma: Bool, hasPoint: Bool)
}

/// Reads cells with each of the marks.
private struct BothReaders {
  private let bytes: [UInt8]
  private var comma: NumberReader
  private var point: NumberReader

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    comma = NumberReader(bytes, format: NumberFormat(decimalMark: .comma, groupsWithOtherMark: true))
    point = NumberReader(bytes, format: NumberFormat(decimalMark: .point, groupsWithOtherMark: true))
  }

  mutating func look(at content: Range<Int>) -> Sign? {
    let hasComma = bytes[content].contains(ASCII.comma)
    let hasPoint = bytes[content].contains(ASCII.point)
    guard hasComma || hasPoint else { return nil }
    switch (comma.read(content) != nil, point.read(content) != nil) {
    case (true, false): return .surely(.comma, groupsWithOther: hasPoint)
    case (false, true): return .surely(.point, groupsWithOther: hasComma)
    case (true, true): return .either(hasComma: hasComma, hasPoint: hasPoint)
    case (false, false): return nil
    }
  }
}

/// What the cells of a file say about its decimal mark.
private struct NumberEvidence {
  /// What speaks for one mark.
  private struct Signs {
    /// Cells that can be read with this decimal mark only.
    var sure = 0
    /// Whether one of them sets thousands apart with the other mark.
    var groups = false
    /// The first cell that holds this mark and can be read with both.
    var doubtful: CellIndex?
  }

  private var comma = Signs()
  private var point = Signs()

  /// So many sure cells decide.
  var isEnough: Bool { comma.sure + point.sure >= 1000 }

  mutating func add(_ sign: Sign?, of cell: CellIndex) {
    switch sign {
    case nil: return
    case .surely(.comma, let groups):
      comma.sure += 1
      comma.groups = comma.groups || groups
    case .surely(.point, let groups):
      point.sure += 1
      point.groups = point.groups || groups
    case .either(let hasComma, let hasPoint):
      if hasComma, comma.doubtful == nil { comma.doubtful = cell }
      if hasPoint, point.doubtful == nil { point.doubtful = cell }
    }
  }

  /// - Parameter warn: gets the cell that leaves the mark in doubt, if one does.
  func format(declared: DecimalMark?, commasPartCells: Bool, warn: (CellIndex) -> Void) -> NumberFormat {
    if let declared {
      // Nobody who declares a point means `1,234` to be 1.234; a declared comma says nothing on `1.234`.
      let groups = declared == .point || showsGroups(with: declared)
      return NumberFormat(decimalMark: declared, groupsWithOtherMark: groups)
    }
    if comma.sure + point.sure == 0, let cell = comma.doubtful { warn(cell) }
    let mark = decimalMark(commasPartCells: commasPartCells)
    return NumberFormat(decimalMark: mark, groupsWithOtherMark: showsGroups(with: mark))
  }

  /// Whether the cells show that the other mark sets thousands apart, and none that it marks decimals.
  private func showsGroups(with mark: DecimalMark) -> Bool {
    switch mark {
    case .comma: comma.groups && point.sure == 0
    case .point: point.groups && comma.sure == 0
    }
  }

  private func decimalMark(commasPartCells: Bool) -> DecimalMark {
    if comma.sure != point.sure { return comma.sure > point.sure ? .comma : .point }
    if commasPartCells { return .point }
    return comma.doubtful == nil && point.doubtful != nil ? .point : .comma
  }
}

extension Diagnostic.Message {
  fileprivate static func ambiguousDecimalMark(_ cell: String) -> Self {
    Self(
      "ambiguous-decimal-mark",
      fr: "la virgule de « \(cell) » peut marquer les décimales ou les milliers, "
        + "et aucun nombre du fichier ne le dit",
      en: "the comma of “\(cell)” may mark decimals or thousands, and no number of the file tells which")
  }
}

extension Diagnostic.Hint {
  fileprivate static let declareDecimalMark = Self(
    fr: "déclarez « decimal-mark: comma » si elle marque les décimales, « decimal-mark: point » sinon",
    en: "declare `decimal-mark: comma` if it marks decimals, else `decimal-mark: point`")
}
