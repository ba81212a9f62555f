/// Lines in bytes of UTF-8 or Windows-1252. A line ends with CRLF, LF, or CR alone.
extension [UInt8] {
  /// The start of the line that holds an offset.
  func lineStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, !ASCII.isLineBreak(self[start - 1]) { start -= 1 }
    return start
  }

  /// The end of the line that holds an offset, before its line break.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < count, !ASCII.isLineBreak(self[end]) { end += 1 }
    return end
  }

  /// The offset behind the line break at an offset, CRLF counting as one; the offset itself at the end.
  func afterLineBreak(at offset: Int) -> Int {
    guard offset < count else { return offset }
    let isPair =
      self[offset] == ASCII.carriageReturn && offset + 1 < count && self[offset + 1] == ASCII.lineFeed
    return offset + (isPair ? 2 : 1)
  }

  /// How many lines end inside a range.
  func lineBreaks(in range: Range<Int>) -> Int {
    var breaks = 0
    var offset = lineEnd(from: range.lowerBound)
    while offset < range.upperBound {
      breaks += 1
      offset = lineEnd(from: afterLineBreak(at: offset))
    }
    return breaks
  }
}
