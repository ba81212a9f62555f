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
  /// Where each fragment of the flow ends if all stand one under the other.
  let bottoms: [Points]

  /// The least height in which a part of the passage fits, each column filled before the next.
  func height(of part: Range<Int>, of fragments: [Fragment]) -> Points {
    let total = height(ofColumn: part, fragments)
    var (low, high) = (total / Double(columns.count), total)
    while high - low > 0.25 {
      let middle = (low + high) / 2
      if ends(of: part, height: middle, fragments) == nil { low = middle } else { high = middle }
    }
    // What stands in the columns says how high they are, not the search.
    let ends = ends(of: part, height: high, fragments) ?? [part.upperBound]
    return zip([part.lowerBound] + ends, ends).map { height(ofColumn: $0..<$1, fragments) }.max() ?? total
  }

  /// Where columns of a height end; `nil` if there would be too many.
  func ends(of part: Range<Int>, height: Points, _ fragments: [Fragment]) -> [Int]? {
    var ends: [Int] = []
    var start = part.lowerBound
    while start < part.upperBound {
      guard ends.count < columns.count else { return nil }
      let end = end(ofColumnFrom: start, to: part.upperBound, height: height, fragments)
      guard end > start else { return nil }
      ends.append(end)
      start = end
    }
    return ends
  }

  private func end(ofColumnFrom start: Int, to last: Int, height: Points, _ fragments: [Fragment]) -> Int {
    var (fits, tooMany) = (start, last + 1)
    while tooMany - fits > 1 {
      let middle = (fits + tooMany) / 2
      let isFitting = self.height(ofColumn: start..<middle, fragments) <= height + PageRules.tolerance
      if isFitting { fits = middle } else { tooMany = middle }
    }
    var end = fits
    while end > start, end < last, fragments[end - 1].keepsWithNext { end -= 1 }
    // What fits no column whole is parted.
    return end > start ? end : fits
  }

  func height(ofColumn part: Range<Int>, _ fragments: [Fragment]) -> Points {
    guard let last = part.last else { return 0 }
    let first = part.lowerBound
    let head = fragments[first].repeatedHead?.height ?? 0
    return head + fragments[first].height + bottoms[last] - bottoms[first]
  }
}
