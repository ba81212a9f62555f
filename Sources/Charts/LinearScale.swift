import DrawList

/// Places numbers along a length, in proportion, with zero always among them.
struct LinearScale {
  private let low: Double
  private let high: Double
  private let start: Points
  private let end: Points

  /// - Parameters:
  ///   - values: the numbers to hold; zero is added.
  ///   - start: where the lowest goes.
  ///   - end: where the highest goes; below `start` for a scale that rises on the page.
  init(holding values: [Double], from start: Points, to end: Points) {
    low = min(0, values.min() ?? 0)
    high = max(0, values.max() ?? 0)
    self.start = start
    self.end = end
  }

  func position(of value: Double) -> Points {
    guard high > low else { return start }
    return start + (value - low) / (high - low) * (end - start)
  }

  var zero: Points { position(of: 0) }
}
