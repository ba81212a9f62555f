import DrawList
import Typesetting

/// Bars that run from left to right, a group of them for each category, named at the left.
struct HorizontalBars {
  private let chart: BarChart
  private let style: ChartStyle
  private let text: ChartText
  private let width: Points
  private let labels: [[Line]]
  private let labelWidth: Points
  private let scale: LinearScale

  private static let labelShare = 0.34
  private static let labelGap: Points = 8
  private static let valueGap: Points = 4
  private static let groupGap: Points = 9
  private static let nameInset: Points = 5

  init(chart: BarChart, style: ChartStyle, width: Points, typesetter: Typesetter) {
    self.chart = chart
    self.style = style
    self.width = width
    let text = ChartText(typesetter: typesetter, leading: style.leading)
    self.text = text
    labels = chart.categories.map {
      typesetter.lines(of: StyledText($0.label, style.category), width: width * Self.labelShare)
    }
    let labelWidth = labels.flatMap { $0.map(\.width) }.max() ?? 0
    self.labelWidth = labelWidth
    let bars = chart.series.flatMap(\.bars)
    let valueWidth = bars.map { text.width($0.label, style.value) }.max() ?? 0
    let hasNegative = bars.contains { $0.value ?? 0 < 0 }
    let start = labelWidth + Self.labelGap + (hasNegative ? valueWidth + Self.valueGap : 0)
    scale = LinearScale(
      holding: bars.compactMap(\.value), from: start, to: max(start, width - valueWidth - Self.valueGap))
  }

  private var barHeight: Points { chart.series.count == 1 ? 15 : 12.5 }
  private var barGap: Points { 1.5 }
  private var groupHeight: Points {
    Double(chart.series.count) * barHeight + Double(chart.series.count - 1) * barGap
  }

  /// The names of the series, where they do not fit in the bars.
  var legend: ChartDrawing.Strip? {
    namesFitInBars ? nil : Legend(chart: chart, style: style.series, text: text, width: width).strip
  }

  /// A strip for each category.
  func strips() -> [ChartDrawing.Strip] { chart.categories.indices.map(strip) }

  private func strip(_ category: Int) -> ChartDrawing.Strip {
    let isLast = category == chart.categories.count - 1
    let content = max(groupHeight, Double(labels[category].count) * text.leading)
    let height = content + (isLast ? 0 : Self.groupGap)
    let top = (content - groupHeight) / 2
    var parts: [ChartPart] = []
    for index in chart.series.indices {
      parts += bar(index, category, y: top + Double(index) * (barHeight + barGap))
    }
    let line = DrawItem.line(
      from: Point(x: scale.zero, y: 0), to: Point(x: scale.zero, y: height), width: 0.8, style.baseline)
    parts.append(ChartPart(content: .shape, items: [line]))
    let names = text.items(labels[category], style.category, middle: content / 2) { line in
      labelWidth - line.width
    }
    return ChartDrawing.Strip(
      height: height, parts: [ChartPart(content: .categoryName(category), items: names)] + parts)
  }

  private func bar(_ number: Int, _ category: Int, y: Points) -> [ChartPart] {
    let series = chart.series[number]
    let bar = series.bars[category]
    let isMuted = chart.categories[category].isMuted
    let end = scale.position(of: bar.value ?? 0)
    let rect = Rect(x: min(scale.zero, end), y: y, width: abs(end - scale.zero), height: barHeight)
    var parts = [
      ChartPart(content: .shape, items: Charts.items(of: rect, fill: series.fill, isMuted: isMuted))
    ]
    let middle = y + barHeight / 2
    if category == 0, namesFitInBars {
      let ink = style.series.colored(series.fill.ink)
      let at = Point(x: rect.minX + Self.nameInset, y: middle + text.middleToBaseline(ink))
      parts.append(ChartPart(content: .seriesName(number), items: text.items(series.name, ink, at: at)))
    }
    let labelWidth = text.width(bar.label, style.value)
    let x = (bar.value ?? 0) < 0 ? end - Self.valueGap - labelWidth : end + Self.valueGap
    let label = text.items(
      bar.label, style.value, at: Point(x: x, y: middle + text.middleToBaseline(style.value)))
    parts.append(ChartPart(content: .value(category: category, series: number), items: label))
    return parts
  }

  /// Whether each series' name can be written in its bar of the first category, which then needs no legend.
  private var namesFitInBars: Bool {
    guard chart.series.count > 1, chart.categories.first?.isMuted == false else { return false }
    return chart.series.allSatisfy { series in
      guard let value = series.bars[0].value, value > 0 else { return false }
      let room = scale.position(of: value) - scale.zero - 2 * Self.nameInset
      return series.fill.hatch == nil && text.width(series.name, style.series) <= room
    }
  }
}
