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

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position: Int
  private var line: Int
  private(set) var records = CSVRecords()
  private(set) var problems: [QuoteProblem] = []

  init(_ text: DataText, delimiter: Delimiter) {
    bytes = text.bytes
    position = text.start
    line = text.firstLine
    self.delimiter = delimiter.byte
  }

  mutating func scan() {
    while position < bytes.count { scanRecord() }
  }

  private mutating func scanRecord() {
    records.begin(line: line)
    scanCell()
    while position < bytes.count, bytes[position] == delimiter {
      position += 1
      scanCell()
    }
    records.end()
    if position < bytes.count { passLineBreak() }
  }

  /// Leaves the position at a delimiter, a line break or the end.
  private mutating func scanCell() {
    let start = position
    if position < bytes.count, bytes[position] == ASCII.quote {
      scanQuoted()
      if !isAtCellEnd {
        problems.append(problem(.textAfterQuote))
      }
    }
    while !isAtCellEnd { position += 1 }
    records.append(cell: start..<position)
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

  private mutating func passLineBreak() {
    position = bytes.afterLineBreak(at: position)
    line += 1
  }
}
