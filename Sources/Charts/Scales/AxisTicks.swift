import DrawList

/// Where a chart's scale has numbers, and how these are written.
extension ChartAxis {
  /// Round numbers along a scale, as many as have room; whole ones where values are counts.
  ///
  /// - Parameter spacing: the least distance between two.
  func ticks(of scale: ValueScale, spacing: Points) -> [Double] {
    let ticks = scale.ticks(spacing: spacing)
    guard isOfCounts, !isLogarithmic else { return ticks }
    let whole = ticks.filter { $0 == $0.rounded() }
    return whole.count > 1 ? whole : ticks
  }

  /// Numbers alike, but for those of a logarithmic scale: 0,001 and 1 000 have no decimals in common.
  func texts(_ ticks: [Double]) -> [String] {
    isLogarithmic ? ticks.flatMap { numbers.texts([$0]) } : numbers.texts(ticks)
  }
}
