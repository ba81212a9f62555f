import DrawList
import Typesetting

/// What two columns differ by, over them: a bracket with a foot over each, and the difference.
struct BracketOver {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText

  private static let drop: Points = 4

  private var reach: Points { chart.mark(panel: panel).reach }
  /// How far the value over a column may reach beside it.
  private static let besideColumn: Points = 12

  /// The room that brackets take over the highest label.
  static func room(_ chart: Chart, _ panel: Int, _ text: ChartText) -> Points {
    chart.brackets.contains { $0.panel == panel } ? text.leading + 11 : 0
  }

  private var brackets: [ChartBracket] { chart.brackets.filter { $0.panel == panel } }

  /// Whether both ends are on one line, so that nothing stands on one beside the other.
  private func isOnOneLine(_ bracket: ChartBracket) -> Bool {
    bracket.from.category == bracket.to.category && chart.form != .bar && chart.form != .lollipop
  }

  /// Those over two columns, before these, whose labels keep off them.
  ///
  /// - Parameter frames: by category.
  func draw(width: Points, _ frames: [PlotFrame], on canvas: inout Canvas) {
    for bracket in brackets where !isOnOneLine(bracket) {
      // Points of several series lie on one line, from whose end the bracket starts.
      let standing = chart.form == .bar || chart.form == .lollipop
      let feet = [bracket.from, bracket.to].map { foot -> Point in
        let target = frames[foot.category]
        let count = standing ? chart.series.count : 1
        let slot = target.slotsOfBars(count)[min(foot.series, count - 1)]
        return Point(
          x: (slot.lowerBound + slot.upperBound) / 2,
          y: top(foot.category, series: standing ? [foot.series] : Array(chart.series.indices), target.scale)
            - text.leading - 3)
      }.sorted { $0.x < $1.x }
      let spanned =
        min(bracket.from.category, bracket.to.category)...max(bracket.from.category, bracket.to.category)
      let labelWidth = text.width(bracket.label, style.value)
      let x = min(max(0, (feet[0].x + feet[1].x) / 2 - labelWidth / 2), width - labelWidth)
      // No column between the two reaches into the bracket, nor one under its label.
      let under = chart.categories.indices.filter { index in
        let band = frames[index].band
        return spanned.contains(index)
          || band.upperBound + Self.besideColumn > x && band.lowerBound - Self.besideColumn < x + labelWidth
      }
      let highest = under.map { top($0, series: Array(chart.series.indices), frames[$0].scale) }.min() ?? 0
      let y = max(text.leading + 4, highest - text.leading - 3 - Self.drop)
      canvas.shape(
        [.line(from: Point(x: feet[0].x, y: y), to: Point(x: feet[1].x, y: y), width: 0.8, style.muted)]
          + feet.map {
            .line(
              from: Point(x: $0.x, y: y), to: Point(x: $0.x, y: max(y + 1, $0.y)), width: 0.8, style.muted)
          })
      canvas.claimStroke(from: Point(x: feet[0].x, y: y), to: Point(x: feet[1].x, y: y))
      for foot in feet {
        canvas.claimStroke(from: Point(x: foot.x, y: y), to: Point(x: foot.x, y: max(y + 1, foot.y)))
      }
      canvas.write(bracket.label, style.value, at: Point(x: x, y: y - 4), as: .shape)
    }
  }

  /// The difference between two points of one column beside the middle of what lies between them, where it has room.
  func writeBeside(_ frames: [PlotFrame], on canvas: inout Canvas) {
    for bracket in brackets where isOnOneLine(bracket) {
      writeBeside(bracket, frames[bracket.from.category], on: &canvas)
    }
  }

  private func writeBeside(_ bracket: ChartBracket, _ frame: PlotFrame, on canvas: inout Canvas) {
    let ends = [bracket.from, bracket.to].compactMap {
      chart.panels[panel].values[$0.series][$0.category].value.map(frame.scale.position)
    }
    guard ends.count == 2 else { return }
    let line = text.line(bracket.label, style.value)
    let baseline = (ends[0] + ends[1]) / 2 + text.middleToBaseline(style.value)
    for x in [frame.middle + Canvas.gap, frame.middle - Canvas.gap - line.width]
    where canvas.tryWriting(
      line, style.value, at: Point(x: x, y: baseline), in: frame.limits, as: .shape)
    {
      return
    }
  }

  /// Where the columns of a category end, with their intervals and points.
  private func top(_ category: Int, series: [Int], _ scale: ValueScale) -> Points {
    series.flatMap { index -> [Points] in
      let datum = chart.panels[panel].values[index][category]
      return [datum.value, datum.high, 0].compactMap(\.self).map(scale.position)
    }.map { $0 - reach }.min() ?? scale.zero
  }
}
