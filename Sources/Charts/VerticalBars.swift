import DrawList
import Typesetting

/// Columns that rise from a baseline, a group of them for each category, named below.
struct VerticalBars {
  private let chart: BarChart
  private let style: ChartStyle
  private let text: ChartText
  private let width: Points
  private let typesetter: Typesetter

  private static let plotHeight: Points = 150
  private static let groupShare = 0.72
  private static let largestBar: Points = 46
  private static let barGap: Points = 2
  private static let labelGap: Points = 5

  init(chart: BarChart, style: ChartStyle, width: Points, typesetter: Typesetter) {
    self.chart = chart
    self.style = style
    self.width = width
    self.typesetter = typesetter
    text = ChartText(typesetter: typesetter, leading: style.leading)
  }

  private var band: Points { width / Double(max(1, chart.categories.count)) }

  private var barWidth: Points {
    let count = Double(chart.series.count)
    return min(Self.largestBar, (band * Self.groupShare - (count - 1) * Self.barGap) / count)
  }

  private var groupWidth: Points {
    let count = Double(chart.series.count)
    return count * barWidth + (count - 1) * Self.barGap
  }

  /// Whether each value stands over its column, and each word of a name under its group, without touching others.
  var hasRoom: Bool {
    let values = chart.series.flatMap(\.bars).map { text.width($0.label, style.value) }
    let words = chart.categories.map { typesetter.minimumWidth(of: StyledText($0.label, style.category)) }
    return values.allSatisfy { $0 <= barWidth + Self.barGap }
      && words.allSatisfy { $0 <= band - Self.labelGap }
  }

  var legend: ChartDrawing.Strip? {
    Legend(chart: chart, style: style.series, text: text, width: width).strip
  }

  /// The columns. Call it only where they have room: names are broken into lines here, and words cut.
  func strip() -> ChartDrawing.Strip {
    let labels = chart.categories.map {
      typesetter.lines(of: StyledText($0.label, style.category), width: max(1, band - Self.labelGap))
    }
    let bars = chart.series.flatMap(\.bars).compactMap(\.value)
    let hasNegative = bars.contains { $0 < 0 }
    let top = text.leading
    let scale = LinearScale(holding: bars, from: top + Self.plotHeight, to: top)
    let foot = top + Self.plotHeight + (hasNegative ? text.leading : 0) + Self.labelGap
    var parts: [ChartPart] = []
    for category in chart.categories.indices {
      parts += group(category, labels[category], scale: scale, foot: foot)
    }
    let line = DrawItem.line(
      from: Point(x: 0, y: scale.zero), to: Point(x: width, y: scale.zero), width: 0.8, style.baseline)
    parts.append(ChartPart(content: .shape, items: [line]))
    let lineCount = labels.map(\.count).max() ?? 1
    return ChartDrawing.Strip(height: foot + Double(lineCount) * text.leading, parts: parts)
  }

  private func group(_ category: Int, _ lines: [Line], scale: LinearScale, foot: Points) -> [ChartPart] {
    let middle = (Double(category) + 0.5) * band
    var parts: [ChartPart] = []
    for index in chart.series.indices {
      let x = middle - groupWidth / 2 + Double(index) * (barWidth + Self.barGap)
      parts += column(index, category, x: x, scale: scale)
    }
    let block = foot + Double(lines.count) * text.leading / 2
    let name = text.items(lines, style.category, middle: block) { middle - $0.width / 2 }
    return parts + [ChartPart(content: .categoryName(category), items: name)]
  }

  private func column(_ number: Int, _ category: Int, x: Points, scale: LinearScale) -> [ChartPart] {
    let series = chart.series[number]
    let bar = series.bars[category]
    let end = scale.position(of: bar.value ?? 0)
    let rect = Rect(x: x, y: min(scale.zero, end), width: barWidth, height: abs(end - scale.zero))
    let isNegative = (bar.value ?? 0) < 0
    let baseline = isNegative ? end + text.leading - text.descent(style.value) : end - Self.labelGap + 1
    let center = x + barWidth / 2 - text.width(bar.label, style.value) / 2
    let shape = Charts.items(of: rect, fill: series.fill, isMuted: chart.categories[category].isMuted)
    let label = text.items(bar.label, style.value, at: Point(x: center, y: baseline))
    return [
      ChartPart(content: .shape, items: shape),
      ChartPart(content: .value(category: category, series: number), items: label),
    ]
  }
}
