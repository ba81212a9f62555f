/// The type of each column, judged on all its cells.
///
/// A column is a number column if each cell with a value reads as a number, with a percent sign or not: several
/// quantities may share a column. Else it is text: one code with a leading zero makes text of the whole column.
func detectColumns(named names: [String], in store: CSVStore, marks: MissingMarks) -> [Column] {
  var tallies = [ColumnTally](repeating: ColumnTally(), count: names.count)
  for record in store.headerRows..<store.records.count {
    for column in names.indices where !tallies[column].hasText {
      let content = store.text.cellContent(store.records.range(record, column))
      if content.isEmpty { continue }
      if let number = store.number(in: content) {
        if marks.kind(of: number) == nil { tallies[column].add(number) }
      } else if marks.kind(of: store.text.string(content).trimmingSpaces()) == nil {
        tallies[column].hasText = true
      }
    }
  }
  return zip(names, tallies).map { $1.column(named: $0) }
}

/// The type of each column of a grid, judged as those of a CSV file are.
func detectColumns(in store: GridStore, marks: MissingMarks) -> [Column] {
  store.grid.columns.enumerated().map { column, name in
    var tally = ColumnTally()
    for row in store.grid.rows {
      switch store.content(row: row, column: column) {
      case .number(let number):
        if marks.kind(of: number) == nil { tally.add(number) }
      case .text(let text):
        if marks.kind(of: text.trimmingSpaces()) == nil { tally.hasText = true }
      case .missing: continue
      }
      if tally.hasText { break }
    }
    return tally.column(named: name)
  }
}

/// What the cells of a column are, as far as they have been read.
private struct ColumnTally {
  var hasText = false
  private(set) var hasPercent = false
  private var hasPlainNumber = false

  mutating func add(_ number: WrittenNumber) {
    if number.isPercent { hasPercent = true } else { hasPlainNumber = true }
  }

  func column(named name: String) -> Column {
    Column(name: name, type: type, isPercentText: type == .number && hasPercent && !hasPlainNumber)
  }

  private var type: ColumnType {
    if hasText { return .text }
    return hasPercent || hasPlainNumber ? .number : .empty
  }
}
