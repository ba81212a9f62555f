import DrawList

extension Chart {
  /// Whether each series has a part of the width for itself.
  var isParted: Bool { form == .split || form == .pyramid }
}

/// How a width is shared among the parts of a chart.
struct LaneRoom {
  let lanes: [(series: Range<Int>, extent: ClosedRange<Points>)]

  private static let gap: Points = 16

  init(chart: Chart, width: Points, names: Points, right: Points) {
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
    let each = max(1, (room - Double(count - 1) * Self.gap) / Double(count))
    lanes = (0..<count).map { index in
      let left = start + Double(index) * (each + Self.gap)
      return (index..<(index + 1), left...(left + each))
    }
  }
}
