import DrawList

extension Chart {
  /// Whether each series has a part of the width for itself.
  var isParted: Bool { form == .split || form == .pyramid }

  /// Whether a category has a bar for each of several series, one beside the other.
  var hasBarsSideBySide: Bool {
    switch form {
    case .bar, .lollipop, .pictogram: series.count > 1
    // Points of several series stand on one line, but their intervals would cover each other.
    case .dot: series.count > 1 && panels.contains { $0.data.contains { $0.low != nil } }
    case .stacked, .stackedToWhole, .likert, .diverging, .split, .pyramid, .range, .dumbbell, .bullet,
      .waterfall, .histogram, .pareto, .slope, .line, .mosaic:
      false
    }
  }
}

/// How a width is shared among the parts of a chart.
struct LaneRoom {
  let lanes: [(series: Range<Int>, extent: ClosedRange<Points>)]

  private static let gap: Points = 16
  /// What a title leaves free of its lane.
  static let titleInset: Points = 6

  /// What a lane needs at the least, and at the most for the words of its title.
  private static let least: Points = 44
  private static let leastForTitle: Points = 110

  /// How many lanes of a split chart have room side by side: as even in their rows as can be.
  static func lanesInRow(
    _ chart: Chart, width: Points, names: Points, text: ChartText, style: ChartStyle
  ) -> Int {
    let count = chart.series.count
    guard chart.form == .split, count > 1 else { return count }
    let room = width - names - (names > 0 ? CategoryNames.gap : 0)
    let words = chart.series.map { text.minimumWidth($0.name, style.series) + titleInset }.max() ?? 0
    let least = max(least, min(leastForTitle, words))
    let most = max(1, min(count, Int((room + gap) / (least + gap))))
    let rows = (count + most - 1) / most
    return (count + rows - 1) / rows
  }

  /// - Parameter shown: the series of a split chart that have a lane in this row, of as many as others have.
  init(
    chart: Chart, width: Points, names: Points, right: Points, shown: Range<Int>? = nil, of inRow: Int? = nil
  ) {
    let nameGap: Points = names > 0 ? CategoryNames.gap : 0
    let count = chart.series.count
    if chart.form == .pyramid, count == 2 {
      let half = max(10, (width - names - 2 * nameGap) / 2)
      lanes = [(0..<1, 0...half), (1..<2, (width - half)...width)]
      return
    }
    let start = names + nameGap
    let room = max(1, width - start - right)
    guard chart.form == .split else {
      lanes = [(0..<count, start...(start + room))]
      return
    }
    let (shown, inRow) = (shown ?? 0..<count, Double(inRow ?? count))
    let each = max(1, (room - (inRow - 1) * Self.gap) / inRow)
    lanes = shown.map { index in
      let left = start + Double(index - shown.lowerBound) * (each + Self.gap)
      return (index..<(index + 1), left...(left + each))
    }
  }
}
