import DrawList

/// A row of people, one for each so many; what is left over is a part of one.
struct PictogramMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel
  let each: Double

  var extent: [Double] { panel.data.compactMap(\.value) }
  var thickness: Points { 20 * Double(chart.series.count) }

  /// People further apart are no row.
  static let widestPitch: Points = 10.5

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] { end == .high ? panel.data : [] }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let slots = frame.slots(chart.series.count, gap: 1)
    for (series, slot) in slots.enumerated() {
      let datum = panel.values[series][category]
      guard let value = datum.value, value >= 0, each > 0 else {
        canvas.missing(datum, category: category, series: series, across: slot, in: frame)
        continue
      }
      let fill = chart.series[series].fill
      let color = chart.categories[category].isMuted ? fill.muted : fill.stroke
      let row = frame.rect(from: 0, to: value, across: slot)
      canvas.add(.bar(category: category, series: series), people(value / each, in: row, slot, color, frame))
      canvas.writeBeyond(
        row, datum, isNegative: false, in: frame, as: .value(category: category, series: series))
    }
  }

  private func people(
    _ count: Double, in row: Rect, _ slot: ClosedRange<Points>, _ color: Color, _ frame: PlotFrame
  ) -> [DrawItem] {
    let pitch = frame.scale.position(of: each) - frame.scale.zero
    let height = min(18, (slot.upperBound - slot.lowerBound) - 1, pitch * 2.1)
    let middle = (slot.lowerBound + slot.upperBound) / 2
    return (0..<Int(count.rounded(.up))).flatMap { index -> [DrawItem] in
      let left = row.minX + Double(index) * pitch
      let cut = left + pitch * min(1, count - Double(index))
      return person(middle: Point(x: left + pitch / 2, y: middle), height: height, width: pitch * 0.82)
        .compactMap {
          let corners = leftOf(cut, $0)
          return corners.count < 3 ? nil : .polygon(corners, color)
        }
    }
  }

  /// A head and a body, as convex outlines.
  private func person(middle: Point, height: Points, width: Points) -> [[Point]] {
    let top = middle.y - height / 2
    let radius = min(height * 0.19, width * 0.36)
    let (shoulder, foot) = (min(width / 2, height * 0.24), min(width / 2, height * 0.24) * 0.62)
    let neck = top + 2 * radius + height * 0.05
    let bottom = top + height
    let body = [
      Point(x: middle.x - shoulder * 0.75, y: neck), Point(x: middle.x + shoulder * 0.75, y: neck),
      Point(x: middle.x + shoulder, y: neck + height * 0.1), Point(x: middle.x + foot, y: bottom),
      Point(x: middle.x - foot, y: bottom), Point(x: middle.x - shoulder, y: neck + height * 0.1),
    ]
    return [corners(of: 20, around: Point(x: middle.x, y: top + radius), radius: radius), body]
  }

  /// The part of a convex outline left of a vertical line: Sutherland and Hodgman, 1974.
  private func leftOf(_ x: Points, _ outline: [Point]) -> [Point] {
    var kept: [Point] = []
    for (index, point) in outline.enumerated() {
      let next = outline[(index + 1) % outline.count]
      if point.x <= x { kept.append(point) }
      if (point.x <= x) != (next.x <= x) {
        let share = (x - point.x) / (next.x - point.x)
        kept.append(Point(x: x, y: point.y + share * (next.y - point.y)))
      }
    }
    return kept
  }
}
