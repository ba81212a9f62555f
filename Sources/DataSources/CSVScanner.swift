/// Finds the records and cells of a delimited text.
///
/// A cell that starts with a double quote ends at the next one that is not doubled; delimiters and line breaks
/// between them belong to the cell. A quote elsewhere is an ordinary character.
///
/// - **Source**: RFC 4180, section 2, with any delimiter and any line break.
struct CSVScanner {
  /// What is wrong with the quotes of a cell; scanning goes on behind it.
  struct QuoteProblem: Hashable {
    enum Kind { case unclosed, textAfterQuote }
    let kind: Kind
    let offset: Int
    let line: Int
    let record: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position: Int
  private var line: Int
  private var records = CSVRecords()
  private var problems: [QuoteProblem] = []

  /// - Parameter limit: after how many cells to stop; the result is `nil` then.
  static func scan(
    _ text: DataText, delimiter: Delimiter, limit: Int
  ) -> (records: CSVRecords, problems: [QuoteProblem])? {
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, from: text.start, line: text.firstLine, delimiter: delimiter.byte)
      guard scanner.scan(limit: limit) else { return nil }
      return (scanner.records, scanner.problems)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.line = line
    position = start
  }

  private mutating func scan(limit: Int) -> Bool {
    let start = position
    while position < bytes.count {
      guard records.size < limit else { return false }
      scanRecord()
      if records.count == 1000 { records.reserve(forWhole: bytes.count - start, read: position - start) }
    }
    return true
  }

  private mutating func scanRecord() {
    records.begin(line: line)
    var hasContent = scanCell()
    while position < bytes.count, bytes[position] == delimiter {
      position += 1
      if scanCell() { hasContent = true }
    }
    if hasContent { records.end(at: position) } else { records.drop() }
    if position < bytes.count { passLineBreak() }
  }

  /// Leaves the position at a delimiter, a line break or the end, and says whether it passed anything.
  private mutating func scanCell() -> Bool {
    let start = position
    records.append(cellAt: start)
    if position < bytes.count, bytes[position] == ASCII.quote {
      scanQuoted()
      if !isAtCellEnd {
        problems.append(problem(.textAfterQuote))
      }
    }
    while !isAtCellEnd { position += 1 }
    return position > start
  }

  private var isAtCellEnd: Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    return byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  /// Leaves the position behind the closing quote.
  private mutating func scanQuoted() {
    let opening = problem(.unclosed)
    position += 1
    while position < bytes.count {
      if ASCII.isLineBreak(bytes[position]) {
        passLineBreak()
      } else if bytes[position] != ASCII.quote {
        position += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == ASCII.quote {
        position += 2
      } else {
        position += 1
        return
      }
    }
    problems.append(opening)
  }

  private func problem(_ kind: QuoteProblem.Kind) -> QuoteProblem {
    QuoteProblem(kind: kind, offset: position, line: line, record: records.count - 1)
  }

  /// CRLF counts as one line break.
  private mutating func passLineBreak() {
    let isPair =
      bytes[position] == ASCII.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == ASCII.lineFeed
    position += isPair ? 2 : 1
    line += 1
  }
}
