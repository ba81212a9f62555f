import Diagnostics

/// How a file writes its numbers, judged on the cells that can be read in one way only.
///
/// `12,5` and `0,125` show a decimal comma, `12.5` and `1,234.5` a decimal point; the more frequent wins. Where
/// no cell is sure, `1,234` shows a comma, unless commas also stand between cells; then `1.234` a point; then the
/// comma goes with other delimiters and the point with the comma.
///
/// - **Warnings**: only cells such as `1,234`, which are 1.234 in French and 1234 in English, or `1.234` in a column
///   with `987`, where the point may set thousands apart.
func detectNumberFormat(
  in text: DataText, records: CSVRecords, headerRows: Int, delimiter: Delimiter, declared: DecimalMark?,
  into diagnostics: inout DiagnosticCollector
) -> NumberFormat {
  var readers = BothReaders(text.bytes)
  var evidence = NumberEvidence()
  rows: for record in headerRows..<records.count {
    for column in 0..<records.width(of: record) {
      let content = text.cellContent(records.range(record, column))
      let cell = CellIndex(row: record, column: column)
      evidence.add(readers.look(at: content), of: cell)
      evidence.noteInteger(text.bytes[content], of: cell)
    }
    if evidence.isEnough { break rows }
  }
  return evidence.format(declared: declared, commasPartCells: delimiter == .comma) { cell, mark in
    let place = cellPlace(record: cell.row, column: cell.column, in: records, text: text)
    let cellText = text.cellText(records.range(cell.row, cell.column))
    diagnostics.report(
      .warning(.ambiguousDecimalMark(mark, cellText), at: place, hints: [.declare(mark)]))
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
      let bytes = Array(text.utf8)
      var readers = BothReaders(bytes)
      let cell = CellIndex(row: row, column: column)
      evidence.add(readers.look(at: 0..<bytes.count), of: cell)
      evidence.noteInteger(bytes[...], of: cell)
    }
    if evidence.isEnough { break }
  }
  return evidence.format(declared: declared, commasPartCells: false) { cell, mark in
    let place = grid.place(row: cell.row, column: cell.column)
    let message = Diagnostic.Message.ambiguousDecimalMark(mark, grid[cell.row, cell.column].text)
    diagnostics.report(.warning(message, at: place, hints: [.declare(mark)]))
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
  /// By column, the first cell that holds a point and can be read with both.
  private var pointed: [Int: CellIndex] = [:]
  /// The columns with whole numbers written without any mark: among them `1.234` may be one too.
  private var integerColumns: Set<Int> = []

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
      if hasPoint {
        if point.doubtful == nil { point.doubtful = cell }
        if pointed[cell.column] == nil { pointed[cell.column] = cell }
      }
    }
  }

  /// Notes a whole number of three digits, which has none to set apart.
  mutating func noteInteger(_ content: ArraySlice<UInt8>, of cell: CellIndex) {
    guard content.count == 3, !integerColumns.contains(cell.column),
      content.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return }
    integerColumns.insert(cell.column)
  }

  private var doubtfulPoint: CellIndex? {
    pointed.values.filter { integerColumns.contains($0.column) }.min {
      ($0.row, $0.column) < ($1.row, $1.column)
    }
  }

  /// - Parameter warn: gets the cell that leaves the mark in doubt, if one does.
  func format(
    declared: DecimalMark?, commasPartCells: Bool, warn: (CellIndex, DecimalMark) -> Void
  ) -> NumberFormat {
    if let declared {
      // Nobody who declares a point means `1,234` to be 1.234; a declared comma says nothing on `1.234`.
      let groups = declared == .point || showsGroups(with: declared)
      return NumberFormat(decimalMark: declared, groupsWithOtherMark: groups)
    }
    if comma.sure + point.sure == 0 {
      if let cell = comma.doubtful {
        warn(cell, .comma)
      } else if let cell = doubtfulPoint {
        warn(cell, .point)
      }
    }
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
  fileprivate static func ambiguousDecimalMark(_ mark: DecimalMark, _ cell: String) -> Self {
    let (french, english) =
      switch mark {
      case .comma: ("la virgule", "comma")
      case .point: ("le point", "point")
      }
    return Self(
      "ambiguous-decimal-mark",
      fr: "\(french) de « \(cell) » peut marquer les décimales ou les milliers, "
        + "et aucun nombre du fichier ne le dit",
      en: "the \(english) of “\(cell)” may mark decimals or thousands, and no number of the file tells which")
  }
}

extension Diagnostic.Hint {
  fileprivate static func declare(_ mark: DecimalMark) -> Self {
    let (own, other, it) =
      switch mark {
      case .comma: ("comma", "point", "elle")
      case .point: ("point", "comma", "il")
      }
    return Self(
      fr: "déclarez « decimal-mark: \(own) » si \(it) marque les décimales, « decimal-mark: \(other) » sinon",
      en: "declare `decimal-mark: \(own)` if it marks decimals, else `decimal-mark: \(other)`")
  }
}
