import DrawList
import Typesetting

/// What two columns differ by, over them: a bracket with a foot over each, and the difference.
struct BracketOver {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText

  private static let drop: Points = 4
  /// How far the value over a column may reach beside it.
  private static let besideColumn: Points = 12

  /// The room that brackets take over the highest label.
  static func room(_ chart: Chart, _ panel: Int, _ text: ChartText) -> Points {
    chart.brackets.contains { $0.panel == panel } ? text.leading + 11 : 0
  }

  /// - Parameters:
  ///   - frame: of a category.
  ///   - gap: between the columns of a category.
  func draw(
    _ category: Int, width: Points, gap: Points, frame: (Int) -> PlotFrame, on canvas: inout Canvas
  ) {
    for bracket in chart.brackets where bracket.panel == panel && bracket.from.category == category {
      let feet = [bracket.from, bracket.to].map { foot -> Point in
        let target = frame(foot.category)
        let count = chart.form == .bar ? chart.series.count : 1
        let slot = target.slots(count, gap: gap)[min(foot.series, count - 1)]
        return Point(
          x: (slot.lowerBound + slot.upperBound) / 2,
          y: top(foot.category, series: [foot.series], target.scale) - text.leading - 3)
      }.sorted { $0.x < $1.x }
      let spanned =
        min(bracket.from.category, bracket.to.category)...max(bracket.from.category, bracket.to.category)
      let labelWidth = text.width(bracket.label, style.value)
      let x = min(max(0, (feet[0].x + feet[1].x) / 2 - labelWidth / 2), width - labelWidth)
      // No column between the two reaches into the bracket, nor one under its label.
      let under = chart.categories.indices.filter { index in
        let band = frame(index).band
        return spanned.contains(index)
          || band.upperBound + Self.besideColumn > x && band.lowerBound - Self.besideColumn < x + labelWidth
      }
      let highest = under.map { top($0, series: Array(chart.series.indices), frame($0).scale) }.min() ?? 0
      let y = max(text.leading + 4, highest - text.leading - 3 - Self.drop)
      canvas.shape(
        [.line(from: Point(x: feet[0].x, y: y), to: Point(x: feet[1].x, y: y), width: 0.8, style.muted)]
          + feet.map {
            .line(
              from: Point(x: $0.x, y: y), to: Point(x: $0.x, y: max(y + 1, $0.y)), width: 0.8, style.muted)
          })
      canvas.write(bracket.label, style.value, at: Point(x: x, y: y - 4), as: .shape)
    }
  }

  /// Where the columns of a category end, with their intervals.
  private func top(_ category: Int, series: [Int], _ scale: ValueScale) -> Points {
    series.flatMap { index -> [Points] in
      let datum = chart.panels[panel].values[index][category]
      return [datum.value, datum.high, 0].compactMap(\.self).map(scale.position)
    }.min() ?? scale.zero
  }
}
