/// Where the records of a CSV file and their cells stand. The first record is the header.
///
/// Records without content (blank lines, or nothing but delimiters) are not kept.
struct CSVRecords: Hashable, Sendable {
  private struct Record: Hashable, Sendable {
    let firstCell: Int
    let line: Int
  }

  private var cells: [ByteRange] = []
  private var records: [Record] = []

  var count: Int { records.count }

  /// The line on which a record starts, from 1.
  func line(of record: Int) -> Int { records[record].line }

  /// How many cells a record has.
  func width(of record: Int) -> Int { cellIndices(of: record).count }

  /// The bytes of a cell, quotes included.
  func range(_ record: Int, _ column: Int) -> Range<Int> {
    cells[records[record].firstCell + column].range
  }

  /// The bytes of a record, from its first cell to its last.
  func range(of record: Int) -> Range<Int> {
    range(record, 0).lowerBound..<range(record, width(of: record) - 1).upperBound
  }

  private func cellIndices(of record: Int) -> Range<Int> {
    let end = record + 1 < records.count ? records[record + 1].firstCell : cells.count
    return records[record].firstCell..<end
  }

  mutating func begin(line: Int) { records.append(Record(firstCell: cells.count, line: line)) }

  mutating func append(cell: Range<Int>) { cells.append(ByteRange(cell)) }

  /// Ends the record that was begun, and drops it if it has no content.
  mutating func end() {
    guard let record = records.last, cells[record.firstCell...].allSatisfy(\.isEmpty) else { return }
    cells.removeSubrange(record.firstCell...)
    records.removeLast()
  }
}
