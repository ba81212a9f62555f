import DrawList

/// A slim bar for the value, a stroke for its target, and bands behind to judge both by.
///
/// - **Source**: Stephen Few, “Bullet Graph Design Specification”, 2013.
struct BulletMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel

  var extent: [Double] {
    panel.data.flatMap { [$0.value, $0.target].compactMap(\.self) }
      + chart.references.flatMap { [$0.value, $0.end].compactMap(\.self) }
  }
  var thickness: Points { 17 }
  /// Beyond a target that is the furthest, so that the value beside its stroke is not read as the target's.
  var reach: Points { 4 }

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] { end == .high ? panel.data : [] }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let datum = panel.values[0][category]
    drawBands(frame, &canvas)
    guard let value = datum.value else {
      drawTarget(datum, frame, &canvas)
      canvas.missing(datum, category: category, series: 0, across: frame.core(0.5), in: frame)
      return
    }
    let bar = frame.rect(from: 0, to: value, across: frame.core(0.46))
    canvas.add(
      .bar(category: category, series: 0),
      items(of: bar, fill: chart.series[0].fill, isMuted: chart.categories[category].isMuted))
    drawTarget(datum, frame, &canvas)
    if areNearBars(frame, canvas) {
      canvas.writeBeyond(
        bar, datum, isNegative: false, in: frame, as: .value(category: category, series: 0))
      return
    }
    // All in one column then, so that none is read as the target that it stands beside.
    let furthest =
      frame.isHorizontal
      ? extent.max() ?? value
      : max(value, datum.target ?? value, chart.references.compactMap(\.end).max() ?? value)
    let drawn = frame.rect(from: 0, to: furthest, across: frame.band)
    canvas.writeBeyond(
      frame.isHorizontal || datum.target == furthest
        ? drawn.union(drawn.moved(by: Point(x: reach, y: 0))) : drawn, datum,
      isNegative: false, in: frame,
      as: .value(category: category, series: 0))
  }

  /// Whether each value can stand at the end of its bar, well before its target, where no bands are behind.
  private func areNearBars(_ frame: PlotFrame, _ canvas: Canvas) -> Bool {
    guard frame.isHorizontal, !chart.references.contains(where: { $0.end != nil }) else { return false }
    return panel.values[0].allSatisfy { datum in
      guard let value = datum.value else { return true }
      guard let target = datum.target else { return value >= 0 }
      guard target > value, value >= 0 else { return false }
      let end =
        frame.scale.position(of: value) + Canvas.gap + canvas.text.width(datum.label, canvas.style.value)
      return end + 2 * reach < frame.scale.position(of: target)
    }
  }

  private func drawBands(_ frame: PlotFrame, _ canvas: inout Canvas) {
    for (index, band) in chart.references.enumerated() {
      guard let end = band.end else { continue }
      let color = canvas.style.bands[min(index, canvas.style.bands.count - 1)]
      canvas.shape([.rectangle(frame.rect(from: band.value, to: end, across: frame.band), color)])
    }
  }

  private func drawTarget(_ datum: Chart.Datum, _ frame: PlotFrame, _ canvas: inout Canvas) {
    guard let target = datum.target else { return }
    let ends = [frame.core(0.84).lowerBound, frame.core(0.84).upperBound].map {
      frame.point(at: target, across: $0)
    }
    // Light around where the bar goes on beyond it; else a bar that just reaches it would seem to end before.
    if let value = datum.value, abs(frame.scale.position(of: value) - frame.scale.position(of: target)) > 3 {
      canvas.shape([.line(from: ends[0], to: ends[1], width: 4.4, .white)])
    }
    canvas.shape([.line(from: ends[0], to: ends[1], width: 2.4, canvas.style.baseline)])
    canvas.claim(
      Rect(
        x: min(ends[0].x, ends[1].x), y: min(ends[0].y, ends[1].y), width: abs(ends[0].x - ends[1].x),
        height: abs(ends[0].y - ends[1].y)
      ).inset(by: -2.2))
  }
}
