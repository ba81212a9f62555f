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

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] { panel.data }

  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect] {
    let values = panel.values.compactMap { $0[category].value }
    guard let low = values.min(), let high = values.max() else { return [] }
    let line = frame.rect(from: low, to: high, across: (frame.middle - 1.2)...(frame.middle + 1.2))
    return [line] + values.map { area(around: $0, frame) }
  }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let data = panel.values.map { $0[category] }
    let known = data.indices.filter { data[$0].value != nil }.sorted {
      data[$0].value ?? 0 < data[$1].value ?? 0
    }
    drawKnown(known, category, frame, &canvas)
    for series in data.indices where data[series].value == nil {
      canvas.missing(data[series], category: category, series: series, across: frame.core(0.8), in: frame)
    }
  }

  /// - Parameter known: the series that have a value, from the lowest on.
  private func drawKnown(_ known: [Int], _ category: Int, _ frame: PlotFrame, _ canvas: inout Canvas) {
    let data = panel.values.map { $0[category] }
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
        first: frame.isHorizontal ? sides : sidesUpright(position, of: known.count),
        as: .value(category: category, series: series))
    }
  }

  /// Beyond the outer points, beside those between them, since the line runs through these.
  private func sidesUpright(_ position: Int, of count: Int) -> [Canvas.Side] {
    if position == count - 1 { return [.above] }
    return position == 0 ? [.below] : [.right, .left]
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
        at: at, radius: frame.radius(Self.radius), fill: fill, isMuted: chart.categories[category].isMuted,
        isOpen: datum.isProvisional))
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
