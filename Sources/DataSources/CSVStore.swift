import Diagnostics

/// Cells in the text of a CSV file, which are read when they are asked for.
///
/// It is a class only so that a cell can be read without counting a reference to each of its arrays.
final class CSVStore: Hashable, Sendable {
  let text: DataText
  let records: CSVRecords
  /// How many records name the columns.
  let headerRows: Int
  let dialect: CSVDialect

  init(text: DataText, records: CSVRecords, headerRows: Int, dialect: CSVDialect) {
    self.text = text
    self.records = records
    self.headerRows = headerRows
    self.dialect = dialect
  }

  static func == (a: CSVStore, b: CSVStore) -> Bool {
    a === b || (a.text == b.text && a.records == b.records && a.dialect == b.dialect)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(text.path) }

  var rows: Range<Int> { 0..<(records.count - headerRows) }

  func text(row: Int, column: Int) -> String { text.cellText(range(row, column)) }

  func content(row: Int, column: Int) -> CellContent {
    let range = range(row, column)
    return number(in: text.cellContent(range)).map { .number($0) } ?? .text(text.cellText(range))
  }

  /// The number that some bytes are.
  func number(in content: Range<Int>) -> WrittenNumber? {
    let plain = text.bytes.withUnsafeBufferPointer {
      plainNumber($0, in: content, mark: dialect.numbers.decimalMark.byte)
    }
    if let plain { return WrittenNumber(value: plain, isPercent: false) }
    guard mayBeNumber(content) else { return nil }
    var reader = NumberReader(text, format: dialect.numbers)
    return reader.read(content)
  }

  /// Numbers hold a digit and no letter but the `e` of an exponent.
  private func mayBeNumber(_ content: Range<Int>) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      content.allSatisfy { !ASCII.isLetter(bytes[$0]) || bytes[$0] | 0x20 == UInt8(ascii: "e") }
    }
  }

  /// The text of a cell where it stands; `nil` if it has to be made, as where quotes are doubled.
  func withPlainText<Result>(row: Int, column: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    let range = range(row, column)
    return text.bytes.withUnsafeBytes { bytes in
      let isQuoted = range.count > 0 && bytes[range.lowerBound] == ASCII.quote
      let content = isQuoted ? text.cellContent(range) : range
      if isQuoted, bytes[content].contains(ASCII.quote) { return nil }
      return body(UnsafeRawBufferPointer(rebasing: bytes[content]))
    }
  }

  func line(ofRow row: Int) -> Int { records.line(of: row + headerRows) }

  func place(row: Int, column: Int) -> Place {
    cellPlace(record: row + headerRows, column: column, in: records, text: text)
  }

  func place(ofColumn column: Int) -> Place {
    // Of a double header the lower line has a name for each column, or the upper one has.
    let lower = records.range(headerRows - 1, column)
    let record = text.cellContent(lower).isEmpty ? 0 : headerRows - 1
    return cellPlace(record: record, column: column, in: records, text: text)
  }

  func range(_ row: Int, _ column: Int) -> Range<Int> { records.range(row + headerRows, column) }
}
