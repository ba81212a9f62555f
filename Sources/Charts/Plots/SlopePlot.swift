import DrawList
import Typesetting

/// Two moments or places side by side, and a line a series from one to the other.
struct SlopePlot {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText
  let width: Points
  let domain: ClosedRange<Double>

  private static let gap: Points = 6

  private var data: [[Chart.Datum]] { chart.panels[panel].values }
  private var last: Int { chart.categories.count - 1 }
  /// Enough for all names under one another, and for slopes to be seen.
  private func height(lines: Int) -> Points {
    max(style.plotHeight ?? 150, Double(chart.series.count * lines) * text.leading * 1.05)
  }

  /// The names right of the second end, broken where they are long.
  private func names(at x: Points) -> [[Line]] {
    let room = max(30, width - x - 2 * Self.gap - widest(0) { data[$0][last].label })
    return chart.series.indices.map { series in
      let name = isMuted(series) ? style.category.colored(style.muted) : style.series
      return chart.series.count > 1 ? text.evenLines(chart.series[series].name, name, width: room) : []
    }
  }

  func strip() -> ChartDrawing.Strip {
    let left = (widest(0) { data[$0][0].label }) + Self.gap
    let names = min(width * 0.4, chart.series.map { text.width($0.name, style.series) }.max() ?? 0)
    let right = widest(0) { data[$0][last].label } + names + 2 * Self.gap
    let places = (left, max(left + 20, width - right))
    let height = self.height(lines: max(1, self.names(at: places.1).map(\.count).max() ?? 1))
    let top = text.leading + 10
    let scale = ValueScale(domain, from: top + height, to: top)
    var canvas = Canvas(text: text, style: style)
    for (category, x) in [(0, places.0), (last, places.1)] {
      canvas.shape([
        .line(
          from: Point(x: x, y: top - 4), to: Point(x: x, y: top + height + 4), width: 0.6,
          style.grid.mixed(with: .black, 0.15))
      ])
      let words = chart.categories[category].label
      let wordWidth = text.width(words, style.series)
      let at = Point(x: min(max(0, x - wordWidth / 2), width - wordWidth), y: text.leading - 2)
      canvas.add(.categoryName(category), text.items(words, style.series, at: at))
    }
    for series in chart.series.indices.reversed() { line(series, places, scale, &canvas) }
    write(0, at: places.0, scale, &canvas)
    write(last, at: places.1, scale, &canvas)
    return ChartDrawing.Strip(height: top + height + 8, parts: canvas.parts)
  }

  private func widest(_ least: Points, _ label: (Int) -> String) -> Points {
    chart.series.indices.map { text.width(label($0), style.value) }.max() ?? least
  }

  private func isMuted(_ series: Int) -> Bool { chart.series[series].isMuted }

  private func line(_ series: Int, _ places: (Points, Points), _ scale: ValueScale, _ canvas: inout Canvas) {
    let color = isMuted(series) ? style.muted.mixed(with: .white, 0.45) : chart.series[series].fill.stroke
    let points = [(0, places.0), (last, places.1)].compactMap { category, x in
      data[series][category].value.map { (category, Point(x: x, y: scale.position(of: $0))) }
    }
    if points.count == 2 {
      canvas.shape([.line(from: points[0].1, to: points[1].1, width: isMuted(series) ? 1.2 : 2, color)])
    }
    for (category, point) in points {
      canvas.add(
        .bar(category: category, series: series), [disc(at: point, radius: isMuted(series) ? 2.2 : 3, color)])
    }
  }

  /// The values at one end, and at the right the names, moved apart where they would touch.
  private func write(_ category: Int, at x: Points, _ scale: ValueScale, _ canvas: inout Canvas) {
    let isRight = category == last
    let shown = chart.series.indices.filter { data[$0][category].value != nil || isRight }
    let wishes = shown.map { series in
      scale.position(of: data[series][category].value ?? data[series][0].value ?? domain.lowerBound)
    }
    let bounds = (scale.end - 4)...(scale.start + 4)
    let names = isRight ? self.names(at: x) : chart.series.map { _ in [] }
    let size = text.leading * 0.98 * Double(max(1, names.map(\.count).max() ?? 1))
    for (series, y) in zip(shown, spread(wishes, size: size, in: bounds)) {
      let datum = data[series][category]
      let ink = isMuted(series) ? style.muted : style.baseline
      let value = style.value.colored(ink)
      let width = text.width(datum.label, value)
      let left = isRight ? x + Self.gap : x - Self.gap - width
      let baseline = y + text.middleToBaseline(value)
      canvas.write(
        datum.label, value, at: Point(x: left, y: baseline), as: .value(category: category, series: series))
      guard isRight, chart.series.count > 1 else { continue }
      let nameLeft = x + 2 * Self.gap + widest(0) { data[$0][last].label }
      canvas.add(.seriesName(series), text.items(names[series], style.series, middle: y) { _ in nameLeft })
    }
  }
}
