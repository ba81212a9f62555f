/// The type of each column, judged on all its cells.
///
/// A column is a number column if each cell with a value reads as a number, either all with a percent sign or
/// none. Else it is text: one code with a leading zero makes text of the whole column.
func detectColumns(
  named names: [String], in text: DataText, records: CSVRecords, format: NumberFormat, marks: MissingMarks
) -> [Column] {
  var reader = NumberReader(text, format: format)
  var tallies = [ColumnTally](repeating: ColumnTally(), count: names.count)
  for record in 1..<records.count {
    for column in names.indices where !tallies[column].hasText {
      let content = text.cellContent(records.range(record, column))
      if content.isEmpty { continue }
      if let number = reader.read(content) {
        tallies[column].add(number)
      } else if marks.kind(of: text.string(content).trimmingSpaces()) == nil {
        tallies[column].hasText = true
      }
    }
  }
  return zip(names, tallies).map { name, tally in
    Column(name: name, type: tally.type, isPercentText: tally.type == .number && tally.hasPercent)
  }
}

/// What the cells of a column are, as far as they have been read.
private struct ColumnTally {
  var hasText = false
  private(set) var hasPercent = false
  private var hasPlainNumber = false

  mutating func add(_ number: WrittenNumber) {
    if number.isPercent { hasPercent = true } else { hasPlainNumber = true }
    if hasPercent && hasPlainNumber { hasText = true }
  }

  var type: ColumnType {
    if hasText { return .text }
    return hasPercent || hasPlainNumber ? .number : .empty
  }
}
