/// How two series go together.
///
/// - **Source**: NIST/SEMATECH *e-Handbook of Statistical Methods*, 1.3.3.30 and 7.2.5.
package enum Correlation {
  /// Pearson's coefficient, from −1 to 1; `nil` for fewer than three pairs, or where a series does not vary.
  package static func pearson(_ x: [Double], _ y: [Double]) -> Double? {
    let count = Double(x.count)
    guard x.count == y.count, x.count >= 3 else { return nil }
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
      xx += (a - meanX) * (a - meanX)
      yy += (b - meanY) * (b - meanY)
      xy += (a - meanX) * (b - meanY)
    }
    guard xx > 0, yy > 0 else { return nil }
    return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
  }

  /// Spearman's coefficient: Pearson's of the ranks, ties having the mean of theirs.
  package static func spearman(_ x: [Double], _ y: [Double]) -> Double? { pearson(ranks(x), ranks(y)) }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
