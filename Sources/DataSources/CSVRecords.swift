/// Where the records of a CSV file and their cells stand. The first record is the header.
///
/// Records without content (blank lines, or nothing but delimiters) are not kept. A cell takes four bytes and a
/// record twelve: offsets reach 4 GiB.
struct CSVRecords: Hashable, Sendable {
  /// The greatest file size that offsets can reach, in bytes.
  static let limit = Int(UInt32.max) - 1

  /// How many cells there are, one more for each record.
  var size: Int { starts.count }

  /// Where cells start, and for each record, behind its cells, where a further one would.
  private var starts: [UInt32] = []
  /// Of each record: the index of its first cell in `starts`.
  private var firstCells: [UInt32] = []
  private var lines: [UInt32] = []

  var count: Int { firstCells.count }

  /// The line on which a record starts, from 1.
  func line(of record: Int) -> Int { Int(lines[record]) }

  /// How many cells a record has.
  func width(of record: Int) -> Int {
    let end = record + 1 < firstCells.count ? Int(firstCells[record + 1]) : starts.count
    return end - Int(firstCells[record]) - 1
  }

  /// The bytes of a cell, quotes included.
  func range(_ record: Int, _ column: Int) -> Range<Int> {
    let index = Int(firstCells[record]) + column
    // A delimiter or a line break stands between a cell and the next start.
    return Int(starts[index])..<(Int(starts[index + 1]) - 1)
  }

  /// The bytes of a record, from its first cell to its last.
  func range(of record: Int) -> Range<Int> {
    range(record, 0).lowerBound..<range(record, width(of: record) - 1).upperBound
  }

  mutating func begin(line: Int) {
    firstCells.append(UInt32(starts.count))
    lines.append(UInt32(truncatingIfNeeded: line))
  }

  mutating func append(cellAt start: Int) { starts.append(UInt32(start)) }

  /// Ends the record that was begun, behind its last cell.
  mutating func end(at offset: Int) { starts.append(UInt32(offset + 1)) }

  /// Takes away the record that was begun.
  mutating func drop() {
    guard let first = firstCells.popLast() else { return }
    lines.removeLast()
    starts.removeSubrange(Int(first)...)
  }

  /// Makes room for a file of which this much has been read.
  mutating func reserve(forWhole size: Int, read: Int) {
    guard read > 0 else { return }
    let factor = 1.02 * Double(size) / Double(read)
    starts.reserveCapacity(Int(Double(starts.count) * factor) + 1000)
    firstCells.reserveCapacity(Int(Double(firstCells.count) * factor) + 1000)
    lines.reserveCapacity(Int(Double(lines.count) * factor) + 1000)
  }
}
