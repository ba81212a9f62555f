import Diagnostics

/// The rows of a sheet that hold something in the cells that are meant, as a header is looked for in them.
struct SheetRows: RawRows {
  let sheet: Sheet
  let path: String
  /// The columns of the table: all that hold something, or those of the range.
  let columns: ClosedRange<Int>
  let headerRows: Int
  /// The rows, as the sheet counts those that it has.
  private let rows: [Int]
  /// The columns that hold something below the header.
  private let used: Set<Int>
  /// The names of the header's rows, those of merged cells in each column that they take.
  private let headerNames: [[String]]
  let continuesNames: Bool

  /// `nil` if no cell that is meant holds anything.
  init?(_ sheet: Sheet, in range: CellRange, isWhole: Bool, headerRows: Int, path: String) {
    let rows = (0..<sheet.rowCount).filter { row in
      range.rows.contains(sheet.number(ofRow: row))
        && sheet.cells(inRow: row).contains { range.columns.contains(sheet.column($0)) }
    }
    guard !rows.isEmpty else { return nil }
    func columns(of rows: some Sequence<Int>) -> Set<Int> {
      rows.reduce(into: []) { found, row in
        for cell in sheet.cells(inRow: row) where range.columns.contains(sheet.column(cell)) {
          found.insert(sheet.column(cell))
        }
      }
    }
    used = columns(of: rows.dropFirst(headerRows))
    let filled = used.union(columns(of: rows.prefix(headerRows)))
    guard let first = filled.min(), let last = filled.max() else { return nil }
    self.columns = isWhole ? first...last : range.columns
    self.sheet = sheet
    self.path = path
    self.headerRows = headerRows
    self.rows = rows
    (headerNames, continuesNames) = namesInHeader(
      of: sheet, rows: rows.prefix(headerRows), columns: self.columns)
  }

  var count: Int { rows.count }

  /// The columns count from 0 here, from the first of the table.
  func cell(_ row: Int, _ column: Int) -> SheetCell? {
    sheet.cell(inRow: rows[row], column: columns.lowerBound + column)
  }

  func width(of row: Int) -> Int {
    let last = sheet.cells(inRow: rows[row]).last { columns.contains(sheet.column($0)) }
    return last.map { sheet.column($0) - columns.lowerBound + 1 } ?? 0
  }

  func text(_ row: Int, _ column: Int) -> String { cell(row, column)?.text ?? "" }

  func headerNames(in row: Int) -> [String] { headerNames[row] }

  func isUsed(_ column: Int) -> Bool { used.contains(columns.lowerBound + column) }

  func isNumber(_ row: Int, _ column: Int) -> Bool {
    switch cell(row, column) {
    case .value(.number), .value(.percent): return true
    case .value(.text(let text)):
      var reader = NumberReader(
        Array(text.utf8), format: NumberFormat(decimalMark: .point, groupsWithOtherMark: true))
      return reader.readAll() != nil
    case .value(.missing), .value(.empty), .error, .uncomputed, nil: return false
    }
  }

  func label(of column: Int) -> String { CellName.letters(ofColumn: columns.lowerBound + column) }

  func line(of row: Int) -> Int { sheet.number(ofRow: rows[row]) }

  func name(ofCell row: Int, _ column: Int) -> String {
    CellName(row: line(of: row), column: columns.lowerBound + column).description
  }

  func place(of row: Int) -> Place { place(row, 0) }

  func place(_ row: Int, _ column: Int) -> Place {
    let texts = (0..<max(width(of: row), column + 1)).map { text(row, $0) }
    return Place(
      row: texts, column: column, path, line(of: row), cell: "\(sheet.name)!\(name(ofCell: row, column))")
  }
}

extension SheetCell {
  /// What a person sees in the cell.
  var text: String {
    switch self {
    case .value(let value): value.text
    case .error(let text): text
    case .uncomputed: ""
    }
  }
}

/// The names in the rows of a header, and whether an empty one continues the one at its left: merged cells say so
/// themselves, where there are any.
private func namesInHeader(
  of sheet: Sheet, rows: some Sequence<Int>, columns: ClosedRange<Int>
) -> (names: [[String]], continuesNames: Bool) {
  let rows = Array(rows)
  var names = rows.map { row in
    columns.map { sheet.cell(inRow: row, column: $0).map { name($0.text) } ?? "" }
  }
  var hasMerges = false
  for merge in sheet.merges {
    let first = rows.first { sheet.number(ofRow: $0) == merge.rows.lowerBound }
    guard let first, let anchor = sheet.cell(inRow: first, column: merge.columns.lowerBound) else { continue }
    let shared = merge.columns.clamped(to: columns)
    guard merge.columns.overlaps(columns) else { continue }
    hasMerges = hasMerges || merge.columns.count > 1
    for (index, row) in rows.enumerated() where merge.rows.contains(sheet.number(ofRow: row)) {
      for column in shared { names[index][column - columns.lowerBound] = name(anchor.text) }
    }
  }
  return (names, !hasMerges)
}

/// A name as it is written on one line: cells of a header often break theirs.
private func name(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces() }.joined(separator: " ")
    .trimmingSpaces()
}
