import DrawList
import Typesetting

/// The names of a chart's series beside samples of their fills, in the order of the bars, in rows.
struct Legend {
  let series: [BarChart.Series]
  let style: TextStyle
  let text: ChartText
  let width: Points

  private static let sample = Size(width: 16, height: 8.5)
  private static let sampleGap: Points = 5
  private static let entryGap: Points = 18
  private static let below: Points = 7

  /// Nothing where there is only one series, which the title names.
  var strip: ChartDrawing.Strip? {
    guard series.count > 1 else { return nil }
    var items: [DrawItem] = []
    var x: Points = 0
    var row = 0
    for one in series {
      let advance = Self.sample.width + Self.sampleGap + text.width(one.name, style)
      if x > 0, x + advance > width {
        x = 0
        row += 1
      }
      let middle = (Double(row) + 0.5) * text.leading
      let sample = Rect(
        x: x, y: middle - Self.sample.height / 2, width: Self.sample.width, height: Self.sample.height)
      items += Charts.items(of: sample, fill: one.fill, isMuted: false)
      items += text.items(
        one.name, style,
        at: Point(x: x + Self.sample.width + Self.sampleGap, y: middle + text.middleToBaseline(style)))
      x += advance + Self.entryGap
    }
    return ChartDrawing.Strip(height: Double(row + 1) * text.leading + Self.below, items: items)
  }
}
