import DrawList
import Typesetting

/// Remarks on bars, with a stroke that leads to them.
struct Annotations {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText

  /// Their lines by category; a panel chart bears them in its first panel.
  func lines(width: Points) -> [Int: [Line]] {
    guard panel == 0 else { return [:] }
    var lines: [Int: [Line]] = [:]
    for note in chart.annotations {
      lines[note.category] = text.evenLines(
        note.text, style.tick, width: max(width, text.minimumWidth(note.text, style.tick)))
    }
    return lines
  }

  /// In which row over a plot each remark stands, by category: in the first where it touches no other.
  ///
  /// - Parameters:
  ///   - bounds: from the left to the right end of the plot.
  ///   - middle: of a category's band.
  static func tiers(
    _ chart: Chart, _ lines: [Int: [Line]], bounds: ClosedRange<Points>, middle: (Int) -> Points
  ) -> [Int: Int] {
    var tiers: [Int: Int] = [:]
    var rows: [[ClosedRange<Points>]] = []
    for note in chart.annotations {
      guard let widest = lines[note.category]?.map(\.width).max() else { continue }
      let left = min(
        max(bounds.lowerBound, middle(note.category) - widest / 2), bounds.upperBound - widest)
      let span = (left - 3)...(left + widest + 3)
      let row = rows.firstIndex { row in !row.contains { $0.overlaps(span) } } ?? rows.count
      if row == rows.count { rows.append([]) }
      rows[row].append(span)
      tiers[note.category] = row
    }
    return tiers
  }

  /// Where a scale must end so that each remark has room after its bar and label.
  func end(
    of room: ClosedRange<Points>, _ domain: ClosedRange<Double>, _ lines: [Int: [Line]], series: Range<Int>,
    limit: Points
  ) -> Points {
    var end = room.upperBound
    guard !chart.isStack else { return end }
    let span = domain.upperBound - domain.lowerBound
    guard span > 0 else { return end }
    for note in chart.annotations where series.contains(note.series) {
      guard let widest = lines[note.category]?.map(\.width).max() else { continue }
      let data = chart.panels[panel].values[series].map { $0[note.category] }
      let furthest = data.compactMap(\.value).max() ?? 0
      let label = data.map { text.width($0.label, style.value) }.max() ?? 0
      let share = (furthest - domain.lowerBound) / span
      guard share > 0 else { continue }
      let available = limit - widest - 24 - label - Canvas.gap - room.lowerBound
      // Bars are not made stubs for a remark, which can be told under the chart.
      guard available >= Self.leastForBars * (room.upperBound - room.lowerBound) else { continue }
      end = min(end, room.lowerBound + available / share)
    }
    return max(end, room.lowerBound + 20)
  }

  private static let leastForBars = 0.3

  /// Whether a remark has room beyond the bars of its category and their labels.
  ///
  /// - Parameter edge: how far it may reach.
  func fits(_ lines: [Line], _ category: Int, _ series: Range<Int>, _ scale: ValueScale, _ edge: Points)
    -> Bool
  {
    guard let widest = lines.map(\.width).max() else { return false }
    let data = chart.panels[panel].values[series].map { $0[category] }
    let ends = data.map { datum in
      scale.position(of: max(0, [datum.value, datum.high].compactMap(\.self).max() ?? 0))
        + text.width(datum.label, style.value) + Canvas.gap
    }
    return (ends.max() ?? 0) + 18 + widest <= edge + 0.01
  }

  /// A remark beyond what a lying bar has been drawn with; none where it would leave the chart.
  ///
  /// - Parameters:
  ///   - middle: of the bar.
  ///   - edge: how far it may reach.
  func draw(
    _ lines: [Line], of category: Int, at middle: Points, _ frame: PlotFrame, _ edge: Points,
    on canvas: inout Canvas
  ) {
    guard let widest = lines.map(\.width).max() else { return }
    if frame.isTurnedRound {
      drawLeft(lines, of: category, widest, frame, edge, on: &canvas)
      return
    }
    let height = Double(lines.count) * text.leading
    let top = max(0, min(middle - height / 2, frame.limits.maxY - height))
    // The label of a bar below zero stands left of it.
    func end(_ range: ClosedRange<Points>) -> Points {
      max(canvas.rightmost(across: range) ?? frame.scale.zero, frame.scale.zero) + 4
    }
    let start = end((middle - 4)...(middle + 4))
    let left = max(start, end((top - 3)...(top + height + 3))) + 14
    let box = Rect(x: left, y: top, width: widest, height: height)
    guard left + widest <= edge + 0.01, !canvas.isTaken(box) else { return }
    canvas.shape([
      .line(from: Point(x: start, y: middle), to: Point(x: left - 3, y: middle), width: 0.7, style.muted)
    ])
    canvas.add(.remark(category), text.items(lines, style.tick, middle: box.midY) { _ in left })
    canvas.claim(box)
  }

  /// The same of a bar that runs from right to left.
  private func drawLeft(
    _ lines: [Line], of category: Int, _ widest: Points, _ frame: PlotFrame, _ edge: Points,
    on canvas: inout Canvas
  ) {
    let start = min(canvas.leftmost ?? frame.scale.zero, frame.scale.zero) - 4
    let right = start - 14
    guard right - widest >= edge - 0.01 else { return }
    canvas.shape([
      .line(
        from: Point(x: start, y: frame.middle), to: Point(x: right + 3, y: frame.middle), width: 0.7,
        style.muted)
    ])
    canvas.add(.remark(category), text.items(lines, style.tick, middle: frame.middle) { right - $0.width })
    let height = Double(lines.count) * text.leading
    canvas.claim(Rect(x: right - widest, y: frame.middle - height / 2, width: widest, height: height))
  }
}
