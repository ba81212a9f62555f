import DrawList

/// A point at each value, with or without a stem from zero.
struct DotMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel
  let hasStem: Bool

  var extent: [Double] { panel.data.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) } }
  var needsZero: Bool { hasStem }
  var thickness: Points { hasStem || chart.hasBarsSideBySide ? Double(chart.series.count) * 11 + 2 : 13 }
  var reach: Points { Self.radius }
  var hasAxis: Bool { !hasStem }

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] {
    switch end {
    case .high: panel.data.filter { $0.value ?? 0 >= 0 }
    case .low: hasStem ? panel.data.filter { $0.value ?? 0 < 0 } : []
    }
  }

  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect] {
    let slots = slots(in: frame)
    return chart.series.indices.flatMap { series -> [Rect] in
      let across = slots.isEmpty ? frame.middle : (slots[series].lowerBound + slots[series].upperBound) / 2
      guard let value = panel.values[series][category].value else { return [] }
      let stem = frame.rect(from: 0, to: value, across: (across - 0.9)...(across + 0.9))
      return [area(frame.point(at: value, across: across))] + (hasStem ? [stem] : [])
    }
  }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let isMuted = chart.categories[category].isMuted
    let slots = slots(in: frame)
    for series in chart.series.indices {
      let datum = panel.values[series][category]
      let across = slots.isEmpty ? frame.middle : (slots[series].lowerBound + slots[series].upperBound) / 2
      guard let value = datum.value else { continue }
      let fill = chart.series[series].fill
      if hasStem { stem(to: value, across, isMuted ? fill.muted : fill.stroke, frame, &canvas) }
      canvas.errorBar(datum, across: across, besides: slots.count, in: frame)
      let at = frame.point(at: value, across: across)
      canvas.add(
        .bar(category: category, series: series),
        pointItems(
          at: at, radius: frame.radius(Self.radius, besides: slots.count), fill: fill, isMuted: isMuted,
          isOpen: datum.isProvisional
        ))
      canvas.claim(area(at))
    }
    for series in chart.series.indices { write(series, category, slots, frame, &canvas) }
    for series in chart.series.indices where panel.values[series][category].value == nil {
      canvas.missing(
        panel.values[series][category], category: category, series: series,
        across: slots.isEmpty ? frame.core(0.7) : slots[series], in: frame)
    }
  }

  /// One for each series, where they stand side by side; else none.
  private func slots(in frame: PlotFrame) -> [ClosedRange<Points>] {
    chart.hasBarsSideBySide ? frame.slots(chart.series.count, gap: 1) : []
  }

  private static let radius: Points = 4.4

  private func area(_ at: Point) -> Rect {
    Rect(x: at.x - Self.radius, y: at.y - Self.radius, width: 2 * Self.radius, height: 2 * Self.radius)
  }

  private func stem(
    to value: Double, _ across: Points, _ color: Color, _ frame: PlotFrame, _ canvas: inout Canvas
  ) {
    canvas.shape([
      .line(
        from: frame.point(at: 0, across: across), to: frame.point(at: value, across: across), width: 1.8,
        color)
    ])
  }

  private func write(
    _ series: Int, _ category: Int, _ slots: [ClosedRange<Points>], _ frame: PlotFrame, _ canvas: inout Canvas
  ) {
    let datum = panel.values[series][category]
    guard let value = datum.value else { return }
    let across = slots.isEmpty ? frame.middle : (slots[series].lowerBound + slots[series].upperBound) / 2
    var box = area(frame.point(at: value, across: across))
    if let low = datum.low, let high = datum.high {
      box = box.union(area(frame.point(at: low, across: across))).union(
        area(frame.point(at: high, across: across)))
    }
    let isNegative = hasStem && value < 0
    let at = frame.point(at: value, across: across)
    // Points that touch it on its own line.
    let others = slots.isEmpty ? chart.series.indices.filter { $0 != series } : []
    let near = others.compactMap { panel.values[$0][category].value }
      .map { frame.point(at: $0, across: across) }
      .filter { abs($0.x - at.x) <= box.size.width && abs($0.y - at.y) <= box.size.height }
    canvas.writeBeside(
      box, datum, in: frame,
      first: frame.isHorizontal
        ? (isNegative ? [.left] : hasStem ? [.right] : [.right, .left]) : isNegative ? [.below] : [.above],
      besides: near, as: .value(category: category, series: series))
  }
}
