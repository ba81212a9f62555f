import Diagnostics

/// The text of a data file as valid UTF-8, from its first line of interest on.
struct DataText: Hashable, Sendable {
  let path: String
  let bytes: [UInt8]
  /// Where reading starts: behind the byte order mark and the lines that are not read.
  private(set) var start: Int
  /// The number of the line at `start`, from 1.
  private(set) var firstLine = 1

  init(path: String, bytes: [UInt8], start: Int = 0) {
    self.path = path
    self.bytes = bytes
    self.start = start
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text from a line on: nothing if it has fewer lines.
  func from(line: Int) -> DataText {
    var rest = self
    while rest.firstLine < line, rest.start < bytes.count {
      rest.start = bytes.afterLineBreak(at: bytes.lineEnd(from: rest.start))
      rest.firstLine += 1
    }
    return rest
  }

  /// How many lines end inside a range.
  func lineBreaks(in range: Range<Int>) -> Int { bytes.lineBreaks(in: range) }

  /// The place of a range that starts on a known line. It ends with the line, even if the range goes on.
  func place(of range: Range<Int>, line: Int) -> Place {
    let lineStart = bytes.lineStart(before: range.lowerBound)
    let lineEnd = bytes.lineEnd(from: range.lowerBound)
    // The byte order mark is not a character of the first line.
    let visibleStart = line == firstLine ? max(lineStart, start) : lineStart
    return Place(
      in: SourceText(path: path, text: string(visibleStart..<lineEnd), firstLine: line), line: line,
      column: 1 + scalarCount(in: visibleStart..<range.lowerBound),
      length: scalarCount(in: range.clamped(to: range.lowerBound..<lineEnd)))
  }

  /// Places count Unicode scalars: all bytes but the continuation bytes of UTF-8.
  private func scalarCount(in range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
