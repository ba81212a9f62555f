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
  /// The most of the width that names take, unless a word alone is wider.
  private static let largestNames = 0.4
  /// What lines need to be seen by; and what they have at the least.
  private static let leastPlot: Points = 36
  private static let least: Points = 20

  private var data: [[Chart.Datum]] { chart.panels[panel].values }
  private var last: Int { chart.categories.count - 1 }

  // MARK: Room

  private var leftWidth: Points { widest(0) + Self.gap }
  private var rightWidth: Points { widest(last) + Self.gap }

  /// How wide the names are that stand right of the second end.
  private var nameWidth: Points {
    let words = chart.series.map { text.minimumWidth($0.name, style.series) }.max() ?? 0
    let whole = chart.series.map { text.width($0.name, style.series) }.max() ?? 0
    return max(words, min(whole, width * Self.largestNames))
  }

  /// Whether lines are named at their ends; else a legend names them.
  var namesSeries: Bool {
    chart.series.count > 1 && width - leftWidth - rightWidth - Self.gap - nameWidth >= Self.leastPlot
  }

  /// Whether values leave enough of the width to see lines by.
  var hasPlot: Bool { width - leftWidth - rightWidth >= Self.leastPlot }

  /// The names right of the second end, broken where they are long; none where a legend has them.
  private var names: [[Line]] {
    guard namesSeries else { return chart.series.map { _ in [] } }
    return chart.series.indices.map { series in
      let name = isMuted(series) ? style.category.colored(style.muted) : style.series
      return text.evenLines(chart.series[series].name, name, width: nameWidth)
    }
  }

  /// What a line's label takes of the height.
  private func size(_ name: [Line]) -> Points { Double(max(1, name.count)) * text.leading * 0.98 }

  // MARK: Drawing

  func strip() -> ChartDrawing.Strip {
    let names = names
    let right = rightWidth + (namesSeries ? Self.gap + nameWidth : 0)
    let places = (
      min(leftWidth, width - Self.least), max(min(leftWidth, width - Self.least) + Self.least, width - right)
    )
    // Enough for all names under one another, and for slopes to be seen.
    let height = max(style.plotHeight ?? 150, names.map(size).reduce(0, +) * 1.05)
    let middle = (places.0 + places.1) / 2
    let headings = [
      (0, places.0, 0...max(1, middle - 4)), (last, places.1, (middle + 4)...max(middle + 5, width)),
    ].map {
      category, x, room in
      let lines = text.evenLines(
        chart.categories[category].label, style.series, width: room.upperBound - room.lowerBound)
      return (category: category, x: x, room: room, lines: lines)
    }
    let rows = Double(headings.map(\.lines.count).max() ?? 1)
    let top = rows * text.leading + 10
    let scale = ValueScale(domain, from: top + height, to: top)
    var canvas = Canvas(text: text, style: style)
    for heading in headings {
      canvas.shape([
        .line(
          from: Point(x: heading.x, y: top - 4), to: Point(x: heading.x, y: top + height + 4), width: 0.6,
          style.grid.mixed(with: .black, 0.15))
      ])
      let first = (rows - Double(heading.lines.count) + 1) * text.leading - 2
      let items = heading.lines.enumerated().flatMap { row, line in
        line.items(
          at: Point(
            x: min(
              max(heading.room.lowerBound, heading.x - line.width / 2), heading.room.upperBound - line.width),
            y: first + Double(row) * text.leading))
      }
      canvas.add(.categoryName(heading.category), items)
    }
    for series in chart.series.indices.reversed() { line(series, places, scale, &canvas) }
    write(0, at: places.0, names: chart.series.map { _ in [] }, scale, &canvas)
    write(last, at: places.1, names: names, scale, &canvas)
    return ChartDrawing.Strip(height: top + height + 8, parts: canvas.parts)
  }

  /// How wide the values at an end are.
  private func widest(_ category: Int) -> Points {
    chart.series.indices.map { text.width(data[$0][category].label, style.value) }.max() ?? 0
  }

  private func isMuted(_ series: Int) -> Bool { chart.series[series].isMuted }

  private func line(_ series: Int, _ places: (Points, Points), _ scale: ValueScale, _ canvas: inout Canvas) {
    let color = chart.lineColor(of: series, style)
    let shape = namesSeries ? PointShape.disc : PointShape(of: series)
    let points = [(0, places.0), (last, places.1)].compactMap { category, x in
      data[series][category].value.map { (category, Point(x: x, y: scale.position(of: $0))) }
    }
    if points.count == 2 {
      canvas.shape([.line(from: points[0].1, to: points[1].1, width: isMuted(series) ? 1.2 : 2, color)])
    }
    for (category, point) in points {
      canvas.add(
        .bar(category: category, series: series),
        shape.items(
          at: point, radius: isMuted(series) ? 2.2 : 3, color, isOpen: data[series][category].isProvisional))
    }
  }

  /// The values at one end, and at the right the names, moved apart where they would touch.
  private func write(
    _ category: Int, at x: Points, names: [[Line]], _ scale: ValueScale, _ canvas: inout Canvas
  ) {
    let isRight = category == last
    let shown = chart.series.indices.filter { data[$0][category].value != nil || isRight }
    let wishes = shown.map { series in
      scale.position(of: data[series][category].value ?? data[series][0].value ?? domain.lowerBound)
    }
    let bounds = (scale.end - 4)...(scale.start + 4)
    let places = spread(wishes, sizes: shown.map { size(names[$0]) }, in: bounds)
    for (series, (wish, y)) in zip(shown, zip(wishes, places)) {
      let datum = data[series][category]
      let ink = isMuted(series) ? style.muted : style.baseline
      let value = style.value.colored(ink)
      let width = text.width(datum.label, value)
      let left = isRight ? x + Self.gap : x - Self.gap - width
      let baseline = y + text.middleToBaseline(value)
      if abs(y - wish) > text.leading * 0.7, datum.value != nil {
        let side = isRight ? 1.0 : -1
        canvas.shape([
          .line(
            from: Point(x: x + side * 3, y: wish), to: Point(x: x + side * (Self.gap - 1), y: y), width: 0.6,
            style.muted)
        ])
      }
      canvas.write(
        datum.label, value, at: Point(x: left, y: baseline), as: .value(category: category, series: series))
      guard !names[series].isEmpty else { continue }
      let nameLeft = x + rightWidth + Self.gap
      canvas.add(.seriesName(series), text.items(names[series], style.series, middle: y) { _ in nameLeft })
    }
  }
}
