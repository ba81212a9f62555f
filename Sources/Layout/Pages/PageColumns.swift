import DrawList

/// How a passage is set in columns.
struct ColumnSet: Hashable {
  /// Tells one passage from the next.
  let number: Int
  let count: Int
  let width: Points
  let gutter: Points
}

/// A passage of a flow that is set in columns: each page's part of it in columns of about one height.
struct ColumnRun {
  let range: Range<Int>
  let columns: ColumnSet
  private let fragments: FlowFragments
  /// Where the first fragment of each piece ends, from the passage's first on, if all stand one under the other.
  private let bottoms: [Points]
  private let firstPiece: Int

  static func runs(in fragments: FlowFragments) -> [ColumnRun] {
    let pieces = fragments.pieces
    var runs: [ColumnRun] = []
    var start = 0
    while start < pieces.count {
      guard let columns = pieces[start].columns else {
        start += 1
        continue
      }
      let end = pieces[start...].firstIndex { $0.columns != columns } ?? pieces.count
      runs.append(ColumnRun(start..<end, of: fragments, columns))
      start = end
    }
    return runs
  }

  private init(_ pieces: Range<Int>, of fragments: FlowFragments, _ columns: ColumnSet) {
    self.columns = columns
    self.fragments = fragments
    firstPiece = pieces.lowerBound
    let end =
      pieces.upperBound < fragments.pieces.count ? fragments.start(of: pieces.upperBound) : fragments.count
    range = fragments.start(of: firstPiece)..<end
    var bottom: Points = 0
    bottoms = pieces.map { index in
      let piece = fragments.pieces[index]
      if index > pieces.lowerBound { bottom += gap(between: fragments.pieces[index - 1], and: piece) }
      defer { bottom += piece.height }
      return bottom + piece.rowHeight
    }
  }

  /// The least height in which a part of the passage fits, each column filled before the next.
  func height(of part: Range<Int>) -> Points {
    let total = height(ofColumn: part)
    var (low, high) = (total / Double(columns.count), total)
    while high - low > 0.25 {
      let middle = (low + high) / 2
      if ends(of: part, height: middle) == nil { low = middle } else { high = middle }
    }
    // What stands in the columns says how high they are, not the search.
    let ends = ends(of: part, height: high) ?? [part.upperBound]
    return zip([part.lowerBound] + ends, ends).map { height(ofColumn: $0..<$1) }.max() ?? total
  }

  /// Where columns of a height end; `nil` if there would be too many.
  func ends(of part: Range<Int>, height: Points) -> [Int]? {
    var ends: [Int] = []
    var start = part.lowerBound
    while start < part.upperBound {
      guard ends.count < columns.count else { return nil }
      let end = end(ofColumnFrom: start, to: part.upperBound, height: height)
      guard end > start else { return nil }
      ends.append(end)
      start = end
    }
    return ends
  }

  private func end(ofColumnFrom start: Int, to last: Int, height: Points) -> Int {
    var (fits, tooMany) = (start, last + 1)
    while tooMany - fits > 1 {
      let middle = (fits + tooMany) / 2
      let isFitting = self.height(ofColumn: start..<middle) <= height + PageRules.tolerance
      if isFitting { fits = middle } else { tooMany = middle }
    }
    var end = fits
    while end > start, end < last, fragments[end - 1].keepsWithNext { end -= 1 }
    // What fits no column whole is parted.
    return end > start ? end : fits
  }

  private func height(ofColumn part: Range<Int>) -> Points {
    guard let last = part.last else { return 0 }
    let first = fragments.pieces[fragments.place(of: part.lowerBound).piece]
    let head = first.repeatedHead?.height ?? 0
    return head + first.rowHeight + bottom(of: last) - bottom(of: part.lowerBound)
  }

  private func bottom(of index: Int) -> Points {
    let place = fragments.place(of: index)
    return bottoms[place.piece - firstPiece] + Double(place.row) * fragments.pieces[place.piece].rowHeight
  }
}
