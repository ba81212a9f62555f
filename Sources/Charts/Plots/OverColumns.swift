import DrawList
import Typesetting

/// What stands over columns and lines: references with their names, remarks.
extension VerticalPlot {
  func references(_ scale: ValueScale, _ canvas: inout Canvas) {
    guard chart.form != .bullet, !chart.references.isEmpty else { return }
    let right = width - margins.right
    for reference in chart.references where reference.end == nil {
      let y = scale.position(of: reference.value)
      for gap in canvas.gaps(atHeight: y, from: margins.left, to: right) {
        let (from, to) = (Point(x: gap.lowerBound, y: y), Point(x: gap.upperBound, y: y))
        // A line is not to be cut by another.
        canvas.shape(
          chart.form == .line
            ? dashes(from: from, to: to, width: ReferenceMarks.width, style.baseline, dash: 3)
            : ReferenceMarks.stroke(from: from, to: to, style))
      }
    }
    let lines = chart.references.map { text.evenLines($0.label, style.tick, width: margins.right - 6) }
    let wishes = chart.references.map { scale.position(of: ($0.value + ($0.end ?? $0.value)) / 2) }
    let places = spread(
      wishes, sizes: lines.map { Double($0.count) * text.leading }, in: 0...lowestReference(scale))
    for (lines, (wish, y)) in zip(lines, zip(wishes, places)) {
      let middle = freeMiddle(of: lines, near: y, left: right + 6, scale, canvas)
      if abs(middle - wish) > text.leading * 0.7 {
        canvas.shape([
          .line(
            from: Point(x: right, y: wish), to: Point(x: right + 5, y: middle), width: 0.6, style.muted)
        ])
      }
      canvas.shape(text.items(lines, style.tick, middle: middle) { _ in right + 6 })
      canvas.claim(box(of: lines, left: right + 6, middle: middle))
    }
  }

  /// Beside its line, or as near to that as the values and names at the ends of lines leave room.
  private func freeMiddle(
    of lines: [Line], near wish: Points, left: Points, _ scale: ValueScale, _ canvas: Canvas
  ) -> Points {
    let steps = (0...40).flatMap { [Double($0) * 3, -Double($0) * 3] }
    let half = Double(lines.count) * text.leading / 2
    return steps.map { wish + $0 }.first { middle in
      middle >= half && middle + half <= lowestReference(scale) + 0.01
        && !canvas.isTaken(box(of: lines, left: left, middle: middle))
    } ?? wish
  }

  /// How far down names of references may reach: to the foot of the plot.
  private func lowestReference(_ scale: ValueScale) -> Points {
    scale.start + Self.labelGap + text.leading / 2
  }

  private func box(of lines: [Line], left: Points, middle: Points) -> Rect {
    let height = Double(lines.count) * text.leading
    return Rect(
      x: left, y: middle - height / 2, width: lines.map(\.width).max() ?? 0, height: height)
  }

  func annotate(_ scale: ValueScale, _ limits: Rect, _ canvas: inout Canvas) {
    let room = width - margins.left - margins.right
    let notes = Annotations(chart: chart, panel: panel, style: style, text: text).lines(
      width: max(60, room * 0.28))
    let tiers = Annotations.tiers(
      chart, notes, bounds: margins.left...max(margins.left, width - margins.right)
    ) { (names.bands[$0].lowerBound + names.bands[$0].upperBound) / 2 }
    let tallest = Double(notes.values.map(\.count).max() ?? 0) * text.leading + 2
    for note in chart.annotations {
      guard let lines = notes[note.category], let widest = lines.map(\.width).max() else { continue }
      let middle = (names.bands[note.category].lowerBound + names.bands[note.category].upperBound) / 2
      let left = min(max(margins.left, middle - widest / 2), width - margins.right - widest)
      let height = Double(lines.count) * text.leading
      let room = labels == .none ? 3 : text.leading + 2
      // Of lines, the remark's own: others may run over it.
      let own = chart.form == .line ? note.series..<(note.series + 1) : 0..<chart.series.count
      func top(_ category: Int) -> Points {
        if chart.isStack {
          let segments = StackMark(chart: chart, panel: chart.panels[panel]).segments(of: category)
          return segments.map { scale.position(of: max($0.from, $0.to)) }.min() ?? scale.zero
        }
        return chart.panels[panel].values[own].map {
          [$0[category].value, $0[category].high].compactMap(\.self)
        }
        .joined().map(scale.position).min() ?? scale.zero
      }
      let end = max(height + 3, top(note.category) - room)
      // As low as the columns under it let it.
      let under = chart.categories.indices.filter {
        names.bands[$0].upperBound > left - 2 && names.bands[$0].lowerBound < left + widest + 2
      }
      let lowest = (under.map(top).min() ?? 0) - room - Self.annotationStroke - height
      let low = Rect(x: left, y: max(0, lowest), width: widest, height: height)
      // Not in the way of remarks that stand in several rows over the plot.
      let rows = (tiers.values.max() ?? 0) + 1
      let isFree = rows == 1 || low.minY >= Double(rows) * tallest
      let above = [tiers[note.category] ?? 0] + Array(0..<tiers.count)
      let places =
        (chart.brackets.isEmpty && chart.form != .line && isFree ? [low] : [])
        + above.map { Rect(x: left, y: Double($0) * tallest, width: widest, height: height) }
      guard let box = places.first(where: { canvas.isFree($0, in: limits) }) ?? places.last else { continue }
      canvas.add(
        .remark(note.category),
        text.items(lines, style.tick, middle: box.midY) { left + (widest - $0.width) / 2 })
      canvas.claim(box)
      // Not through a value that stands on the way.
      canvas.shape(
        canvas.gaps(at: middle, from: box.maxY + 2, to: max(box.maxY + 3, end)).map {
          .line(
            from: Point(x: middle, y: $0.lowerBound), to: Point(x: middle, y: $0.upperBound), width: 0.7,
            style.muted)
        })
    }
  }
}
