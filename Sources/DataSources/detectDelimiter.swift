/// The delimiter that the first rows of a text agree on.
///
/// Each candidate is counted, outside quotes, in the first rows. Those that the header has as often as most rows
/// come first, then those on which most rows agree, then the more frequent. A tie goes to the semicolon, then to
/// the tab and the bar, since commas are also decimal marks and punctuation. A text without any gets a semicolon.
func detectDelimiter(in text: DataText) -> Delimiter {
  let rows = DelimiterCounts.rows(of: text)
  var best: (delimiter: Delimiter, fitness: (Int, Int, Int))?
  for delimiter in Delimiter.allCases {
    let counts = rows.map { $0[delimiter] }
    guard let header = counts.first, let typical = mostFrequent(counts), typical > 0 else { continue }
    let agreeing = counts.count { $0 == typical }
    let fitness = (header == typical ? 1 : 0, agreeing, typical)
    if fitness > best?.fitness ?? (0, 0, 0) { best = (delimiter, fitness) }
  }
  return best?.delimiter ?? .semicolon
}

/// How often each candidate stands in a row, outside quotes.
private struct DelimiterCounts {
  private static let rowLimit = 100
  private static let byteLimit = 1 << 18

  private var counts = [Int](repeating: 0, count: Delimiter.allCases.count)

  subscript(delimiter: Delimiter) -> Int { counts[delimiter.rank] }

  /// Adds a byte to the counts if it is a candidate, and says whether it is.
  private mutating func count(_ byte: UInt8) -> Bool {
    guard let delimiter = Delimiter.allCases.first(where: { $0.byte == byte }) else { return false }
    counts[delimiter.rank] += 1
    return true
  }

  /// The counts of the first rows, blank lines left out.
  static func rows(of text: DataText) -> [DelimiterCounts] {
    var rows: [DelimiterCounts] = []
    var row = DelimiterCounts()
    var isBlank = true
    var isQuoted = false
    var startsCell = true
    for byte in text.bytes[text.start...].prefix(byteLimit) {
      if byte == ASCII.quote, isQuoted || startsCell {
        // A doubled quote closes and opens again: what is between the two is nothing.
        startsCell = isQuoted
        isQuoted.toggle()
        isBlank = false
      } else if isQuoted {
        continue
      } else if ASCII.isLineBreak(byte) {
        if !isBlank { rows.append(row) }
        if rows.count == rowLimit { return rows }
        (row, isBlank, startsCell) = (DelimiterCounts(), true, true)
      } else {
        startsCell = row.count(byte)
        isBlank = false
      }
    }
    if !isBlank { rows.append(row) }
    return rows
  }
}

extension Delimiter {
  /// The place of a delimiter among the candidates.
  fileprivate var rank: Int {
    switch self {
    case .semicolon: 0
    case .tab: 1
    case .pipe: 2
    case .comma: 3
    }
  }
}
