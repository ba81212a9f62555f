/// The text that a cell stands for.
extension DataText {
  /// A cell's text as its reader should see it: without the quotes around it, doubled quotes made single.
  func cellText(_ range: Range<Int>) -> String {
    let content = cellContent(range)
    guard content != range, bytes[content].contains(ASCII.quote) else { return string(content) }
    var text: [UInt8] = []
    var isDoubled = false
    for byte in bytes[content] {
      isDoubled = byte == ASCII.quote && !isDoubled
      if !isDoubled { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes between a cell's quotes, or all of them if it has none.
  func cellContent(_ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, bytes[range.lowerBound] == ASCII.quote, bytes[range.upperBound - 1] == ASCII.quote
    else { return range }
    return (range.lowerBound + 1)..<(range.upperBound - 1)
  }
}
