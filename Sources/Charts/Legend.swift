import DrawList
import Typesetting

/// The names of a chart's series beside samples of their fills, in the order of the bars, in rows.
struct Legend {
  let chart: BarChart
  let style: TextStyle
  let text: ChartText
  let width: Points

  private static let sample = Size(width: 16, height: 8.5)
  private static let sampleGap: Points = 5
  private static let entryGap: Points = 18
  private static let below: Points = 7

  /// Nothing where there is only one series, which the title names.
  var strip: ChartDrawing.Strip? {
    guard chart.series.count > 1 else { return nil }
    var parts: [ChartPart] = []
    var x: Points = 0
    var top: Points = 0
    var lineCount = 1
    for (index, one) in chart.series.enumerated() {
      let name = lines(of: one.name)
      let advance = Self.sample.width + Self.sampleGap + (name.map(\.width).max() ?? 0)
      if x > 0, x + advance > width {
        x = 0
        top += Double(lineCount) * text.leading
        lineCount = 1
      }
      parts += entry(index, name, at: Point(x: x, y: top))
      lineCount = max(lineCount, name.count)
      x += advance + Self.entryGap
    }
    let height = top + Double(lineCount) * text.leading
    return ChartDrawing.Strip(height: height + Self.below, parts: parts)
  }

  /// A name, which goes on under itself where it is wider than the chart.
  private func lines(of name: String) -> [Line] {
    let room = max(1, width - Self.sample.width - Self.sampleGap)
    return text.typesetter.lines(of: StyledText(name, style), width: room)
  }

  /// A sample beside the first line of a name.
  private func entry(_ series: Int, _ name: [Line], at origin: Point) -> [ChartPart] {
    let middle = origin.y + text.leading / 2
    let sample = Rect(
      x: origin.x, y: middle - Self.sample.height / 2, width: Self.sample.width, height: Self.sample.height)
    let block = origin.y + Double(name.count) * text.leading / 2
    let words = text.items(name, style, middle: block) { _ in sample.maxX + Self.sampleGap }
    return [
      ChartPart(content: .shape, items: sampleItems(sample, chart.series[series].fill)),
      ChartPart(content: .seriesName(series), items: words),
    ]
  }

  /// A sample of a fill; of both its forms where some categories are muted, so that their bars are known too.
  private func sampleItems(_ sample: Rect, _ fill: BarFill) -> [DrawItem] {
    let states = Set(chart.categories.map(\.isMuted))
    guard states.count == 2, fill.color != fill.muted else {
      return Charts.items(of: sample, fill: fill, isMuted: states == [true])
    }
    let half = Rect(
      x: sample.minX + sample.size.width / 2, y: sample.minY, width: sample.size.width / 2,
      height: sample.size.height)
    return Charts.items(of: sample, fill: fill, isMuted: false)
      + Charts.items(of: half, fill: fill, isMuted: true)
  }
}
