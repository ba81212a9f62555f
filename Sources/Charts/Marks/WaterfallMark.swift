import DrawList

/// Bars that go on where the one before ended; totals start at zero.
struct WaterfallMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel
  /// Where each category's bar starts and ends.
  private let steps: [(from: Double, to: Double)]

  init(chart: Chart, panel: Chart.Panel) {
    self.chart = chart
    self.panel = panel
    var level = 0.0
    steps = chart.categories.indices.map { index in
      let value = panel.values[0][index].value ?? 0
      if chart.categories[index].isTotal {
        level = value
        return (0, value)
      }
      defer { level += value }
      return (level, level + value)
    }
  }

  var extent: [Double] { steps.flatMap { [$0.from, $0.to] } }
  var thickness: Points { 15 }

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] {
    // Lying, falls are written at their right end too.
    end == .high ? panel.values[0] : []
  }

  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect] {
    [frame.rect(from: steps[category].from, to: steps[category].to, across: frame.band)]
  }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let datum = panel.values[0][category]
    drawConnector(category, frame, &canvas)
    guard datum.value != nil else {
      canvas.missing(
        datum, category: category, series: 0, across: frame.band, at: steps[category].from, in: frame)
      return
    }
    let step = steps[category]
    let bar = frame.rect(from: step.from, to: step.to, across: frame.band)
    let base = datum.isProvisional ? fill(of: category).provisional : fill(of: category)
    canvas.add(
      .bar(category: category, series: 0),
      items(of: bar, fill: base, isMuted: chart.categories[category].isMuted))
    // A fall is written over its bar too, where there is nothing: under it the next connector runs.
    let isBelow = frame.isHorizontal ? false : max(step.from, step.to) <= 0
    canvas.writeBeyond(bar, datum, isNegative: isBelow, in: frame, as: .value(category: category, series: 0))
  }

  private func fill(of category: Int) -> BarFill {
    guard !chart.categories[category].isTotal, let signs = chart.signs else { return chart.series[0].fill }
    return steps[category].to < steps[category].from ? signs.fall : signs.rise
  }

  /// Between connectors, as far as they keep labels off, and bars.
  private static let clear: Points = 2.5

  /// From this bar's end towards the next one's band.
  private func drawConnector(_ category: Int, _ frame: PlotFrame, _ canvas: inout Canvas) {
    let color = canvas.style.muted
    let level = steps[category].to
    if category + 1 < steps.count {
      canvas.claimStroke(
        from: frame.point(at: level, across: frame.band.upperBound + Self.clear),
        to: frame.point(
          at: level, across: frame.isHorizontal ? frame.limits.maxY : nextBand(frame) - Self.clear))
      canvas.shape([
        .line(
          from: frame.point(at: level, across: frame.band.upperBound),
          to: frame.point(at: level, across: frame.isHorizontal ? frame.limits.maxY : nextBand(frame)),
          width: 0.6, color)
      ])
    }
    if frame.isHorizontal, category > 0 {
      let before = steps[category - 1].to
      let x = frame.scale.position(of: before)
      canvas.claimStroke(from: Point(x: x, y: 0), to: Point(x: x, y: frame.band.lowerBound - Self.clear))
      canvas.shape(
        canvas.gapsBesideHeadings(at: x, from: 0, to: frame.band.lowerBound).map {
          .line(from: Point(x: x, y: $0.lowerBound), to: Point(x: x, y: $0.upperBound), width: 0.6, color)
        })
    }
  }

  /// Where the next column starts: bands repeat at equal distances.
  private func nextBand(_ frame: PlotFrame) -> Points {
    frame.band.upperBound + frame.pitch - (frame.band.upperBound - frame.band.lowerBound)
  }
}
