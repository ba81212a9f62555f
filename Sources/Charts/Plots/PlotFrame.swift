import DrawList

/// Where the values of one category are drawn: along the scale, and across it within the category's band.
struct PlotFrame {
  let orientation: Chart.Orientation
  let scale: ValueScale
  /// The category's share of the other direction.
  let band: ClosedRange<Points>
  /// What no label may leave.
  let limits: Rect
  /// How values are written.
  let labels: LabelForm
  /// From one category's middle to the next one's.
  let pitch: Points

  enum LabelForm { case full, short, none }

  /// The same with values written in full.
  var labelled: PlotFrame {
    PlotFrame(
      orientation: orientation, scale: scale, band: band, limits: limits, labels: .full, pitch: pitch)
  }

  /// Whether values grow from right to left.
  var isTurnedRound: Bool { isHorizontal && scale.end < scale.start }
  var isHorizontal: Bool { orientation == .horizontal }
  var middle: Points { (band.lowerBound + band.upperBound) / 2 }

  /// From one value to another, across a part of the band.
  func rect(from first: Double, to second: Double, across: ClosedRange<Points>) -> Rect {
    let (a, b) = (scale.position(of: first), scale.position(of: second))
    let (start, length) = (min(a, b), abs(b - a))
    let (side, thickness) = (across.lowerBound, across.upperBound - across.lowerBound)
    return isHorizontal
      ? Rect(x: start, y: side, width: length, height: thickness)
      : Rect(x: side, y: start, width: thickness, height: length)
  }

  func point(at value: Double, across: Points) -> Point {
    let along = scale.position(of: value)
    return isHorizontal ? Point(x: along, y: across) : Point(x: across, y: along)
  }

  /// Where a bar of no length would be.
  func foot(across: ClosedRange<Points>) -> Rect {
    let base = min(max(0, scale.low), scale.high)
    return rect(from: base, to: base, across: across)
  }

  /// How large a point is: as usual, but no wider than its share of the width.
  ///
  /// - Parameter count: how many stand side by side.
  func radius(_ usual: Points, besides count: Int = 1) -> Points {
    isHorizontal ? usual : min(usual, max(0.8, pitch / Double(max(1, count)) * 0.42))
  }

  /// The band in equal slots with a gap between them.
  func slots(_ count: Int, gap: Points) -> [ClosedRange<Points>] {
    let size = (band.upperBound - band.lowerBound - Double(count - 1) * gap) / Double(max(1, count))
    return (0..<count).map { index in
      let start = band.lowerBound + Double(index) * (size + gap)
      return start...(start + max(0.5, size))
    }
  }

  /// The slots of bars side by side; columns that are narrow have less white between them.
  func slotsOfBars(_ count: Int) -> [ClosedRange<Points>] {
    slots(
      count,
      gap: isHorizontal ? BarMark.gap : Self.gapOfColumns(in: band.upperBound - band.lowerBound, count: count)
    )
  }

  /// The middle of a series' bar, where those of all stand side by side; else of the band.
  func middle(of series: Int, in chart: Chart) -> Points {
    guard chart.hasBarsSideBySide else { return middle }
    let slot = slotsOfBars(chart.series.count)[series]
    return (slot.lowerBound + slot.upperBound) / 2
  }

  static func gapOfColumns(in width: Points, count: Int) -> Points {
    min(2, width / (3 * Double(max(1, count))))
  }

  /// The middle of the band, with a part of its thickness.
  func core(_ share: Double) -> ClosedRange<Points> {
    let half = (band.upperBound - band.lowerBound) * share / 2
    return (middle - half)...(middle + half)
  }
}
