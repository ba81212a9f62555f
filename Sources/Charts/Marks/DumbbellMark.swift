import DrawList

/// A point for each series on one line, and a bar between the outer two.
struct DumbbellMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel

  var extent: [Double] { panel.data.compactMap(\.value) }
  var needsZero: Bool { false }
  var thickness: Points { 13 }
  var reach: Points { Self.radius }
  var hasAxis: Bool { true }

  func labels(beyond end: ScaleEnd) -> [String] { panel.data.map(\.label) }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let data = panel.values.map { $0[category] }
    let known = data.indices.filter { data[$0].value != nil }.sorted {
      data[$0].value ?? 0 < data[$1].value ?? 0
    }
    for series in data.indices where data[series].value == nil {
      canvas.missing(data[series], category: category, series: series, across: frame.core(0.8), in: frame)
    }
    guard let first = known.first, let last = known.last, let low = data[first].value,
      let high = data[last].value
    else { return }
    let ends = [low, high].map { frame.point(at: $0, across: frame.middle) }
    canvas.shape([.line(from: ends[0], to: ends[1], width: 2.4, canvas.style.grid.mixed(with: .black, 0.18))])
    // The subject is drawn last, over those it is set against.
    for series in known.reversed() {
      point(series, category, data[series], frame, &canvas)
    }
    for (position, series) in known.enumerated() {
      let isFirst = position == 0
      let sides: [Canvas.Side] =
        isFirst
        ? (known.count == 1 ? [.right, .left] : [.left]) : position == known.count - 1 ? [.right] : []
      let box = area(around: data[series].value ?? 0, frame)
      canvas.writeBeside(
        box, data[series], in: frame,
        first: frame.isHorizontal ? sides : isFirst && known.count > 1 ? [.below] : [.above],
        as: .value(category: category, series: series))
    }
  }

  private static let radius: Points = 4.6

  private func area(around value: Double, _ frame: PlotFrame) -> Rect {
    let at = frame.point(at: value, across: frame.middle)
    return Rect(x: at.x - Self.radius, y: at.y - Self.radius, width: 2 * Self.radius, height: 2 * Self.radius)
  }

  private func point(
    _ series: Int, _ category: Int, _ datum: Chart.Datum, _ frame: PlotFrame, _ canvas: inout Canvas
  ) {
    guard let value = datum.value else { return }
    let at = frame.point(at: value, across: frame.middle)
    let fill = chart.series[series].fill
    canvas.add(
      .bar(category: category, series: series),
      pointItems(
        at: at, radius: frame.radius(Self.radius), fill: fill, isMuted: chart.categories[category].isMuted))
    canvas.claim(area(around: value, frame))
  }
}

/// A point in a series' fill; one that is light, or may still change, is a ring.
func pointItems(at center: Point, radius: Points, fill: BarFill, isMuted: Bool, isOpen: Bool = false)
  -> [DrawItem]
{
  let color = isMuted ? fill.muted : fill.color
  if isOpen || fill.outline != nil || fill.hatch != nil {
    return ring(
      at: center, radius: radius, width: 1.5, isMuted ? fill.muted : fill.stroke,
      inner: isOpen ? .white : color)
  }
  return [disc(at: center, radius: radius, color)]
}
