import Diagnostics

/// How a file writes its numbers, judged on the cells that can be read in one way only.
///
/// `12,5` and `0,125` show a decimal comma, `12.5` and `1,234.5` a decimal point; the more frequent wins. Where
/// no cell is sure, `1,234` shows a comma, unless commas also stand between cells; then `1.234` a point; then the
/// comma goes with other delimiters and the point with the comma.
///
/// - **Warnings**: only cells such as `1,234`, which are 1.234 in French and 1234 in English.
func detectNumberFormat(
  in text: DataText, records: CSVRecords, delimiter: Delimiter, declared: DecimalMark?,
  into diagnostics: inout DiagnosticCollector
) -> NumberFormat {
  var evidence = NumberEvidence(text)
  evidence.gather(from: records)
  if let declared {
    // Nobody who declares a point means `1,234` to be 1.234; a declared comma says nothing on `1.234`.
    let groups = declared == .point || evidence.showsGroups(with: declared)
    return NumberFormat(decimalMark: declared, groupsWithOtherMark: groups)
  }
  if !evidence.isSure, let cell = evidence.comma.doubtful {
    let place = cellPlace(record: cell.record, column: cell.column, in: records, text: text)
    let cellText = text.cellText(records.range(cell.record, cell.column))
    diagnostics.report(.warning(.ambiguousDecimalMark(cellText), at: place, hints: [.declareDecimalMark]))
  }
  let mark = evidence.decimalMark(delimiter: delimiter)
  return NumberFormat(decimalMark: mark, groupsWithOtherMark: evidence.showsGroups(with: mark))
}

/// What the cells of a file say about its decimal mark.
private struct NumberEvidence {
  /// What speaks for one mark.
  struct Signs {
    /// Cells that can be read with this decimal mark only.
    var sure = 0
    /// Whether one of them sets thousands apart with the other mark.
    var groups = false
    /// The first cell that holds this mark and can be read with both.
    var doubtful: (record: Int, column: Int)?
  }

  /// So many sure cells decide.
  private static let enough = 1000

  private let text: DataText
  private var commaReader: NumberReader
  private var pointReader: NumberReader
  private(set) var comma = Signs()
  private(set) var point = Signs()

  init(_ text: DataText) {
    self.text = text
    commaReader = NumberReader(text, format: NumberFormat(decimalMark: .comma, groupsWithOtherMark: true))
    pointReader = NumberReader(text, format: NumberFormat(decimalMark: .point, groupsWithOtherMark: true))
  }

  var isSure: Bool { comma.sure + point.sure > 0 }

  /// Whether the cells show that the other mark sets thousands apart, and none that it marks decimals.
  func showsGroups(with mark: DecimalMark) -> Bool {
    switch mark {
    case .comma: comma.groups && point.sure == 0
    case .point: point.groups && comma.sure == 0
    }
  }

  func decimalMark(delimiter: Delimiter) -> DecimalMark {
    if comma.sure != point.sure { return comma.sure > point.sure ? .comma : .point }
    if delimiter == .comma { return .point }
    return comma.doubtful == nil && point.doubtful != nil ? .point : .comma
  }

  mutating func gather(from records: CSVRecords) {
    for record in 1..<records.count {
      for column in 0..<records.width(of: record) {
        look(at: text.cellContent(records.range(record, column)), record: record, column: column)
      }
      if comma.sure + point.sure >= Self.enough { return }
    }
  }

  private mutating func look(at content: Range<Int>, record: Int, column: Int) {
    let hasComma = text.bytes[content].contains(ASCII.comma)
    let hasPoint = text.bytes[content].contains(ASCII.point)
    guard hasComma || hasPoint else { return }
    switch (commaReader.read(content) != nil, pointReader.read(content) != nil) {
    case (true, false):
      comma.sure += 1
      comma.groups = comma.groups || hasPoint
    case (false, true):
      point.sure += 1
      point.groups = point.groups || hasComma
    case (true, true):
      if hasComma, comma.doubtful == nil { comma.doubtful = (record, column) }
      if hasPoint, point.doubtful == nil { point.doubtful = (record, column) }
    case (false, false): break
    }
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
