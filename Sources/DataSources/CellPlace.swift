import Diagnostics

/// The place of a cell, quotes included. A quoted cell before it may have moved it below its record's first line.
func cellPlace(record: Int, column: Int, in records: CSVRecords, text: DataText) -> Place {
  let cell = records.range(record, column)
  let line =
    records.line(of: record) + text.lineBreaks(in: records.range(of: record).lowerBound..<cell.lowerBound)
  return text.place(of: cell, line: line)
}
