/// A rectangle of cells.
struct CellRange: Hashable, Sendable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// The cells between two corners.
  init(_ first: CellName, _ last: CellName) {
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }

  static let everything = CellRange(CellName(row: 1, column: 1), CellName.limit)

  /// The range that an author or a file writes: `B4:H30`, or to the last row, `B4:H`, or whole columns, `B:H`.
  ///
  /// `nil` for anything else.
  init?(written text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map {
      PartialCellName(String($0).trimmingSpaces())
    }
    guard (1...2).contains(corners.count), let first = corners[0], let last = corners[corners.count - 1],
      let firstColumn = first.column, let lastColumn = last.column
    else { return nil }
    // `B:H30` has no upper end, and `B` alone is a word.
    if first.row == nil, last.row != nil || corners.count == 1 { return nil }
    self.init(
      CellName(row: first.row ?? 1, column: firstColumn),
      CellName(row: last.row ?? CellName.limit.row, column: lastColumn))
  }

  var first: CellName { CellName(row: rows.lowerBound, column: columns.lowerBound) }

  func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }
}

extension CellRange: CustomStringConvertible {
  var description: String {
    let last = CellName(row: rows.upperBound, column: columns.upperBound)
    if rows.upperBound < CellName.limit.row { return "\(first):\(last)" }
    let letters = CellName.letters(ofColumn: columns.upperBound)
    return rows.lowerBound == 1
      ? "\(CellName.letters(ofColumn: columns.lowerBound)):\(letters)" : "\(first):\(letters)"
  }
}
