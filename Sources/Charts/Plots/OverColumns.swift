import DrawList
import Typesetting

/// What stands over columns and lines: references with their names, remarks.
extension VerticalPlot {
  func drawReferences(_ scale: ValueScale, _ canvas: inout Canvas) {
    guard chart.form != .bullet, !chart.references.isEmpty else { return }
    let right = width - margins.right
    let bars = canvas.bars
    for reference in chart.references where reference.end == nil {
      let y = scale.position(of: reference.value)
      for gap in canvas.gaps(atHeight: y, from: margins.left, to: right) {
        let (from, to) = (Point(x: gap.lowerBound, y: y), Point(x: gap.upperBound, y: y))
        // A line is not to be cut by another.
        canvas.shape(
          chart.form == .line
            ? dashes(from: from, to: to, width: ReferenceMarks.width, style.baseline, dash: 3)
            : ReferenceMarks.stroke(from: from, to: to, over: bars, style))
      }
    }
    let lines = references.lines
    guard !lines.isEmpty else { return }
    let wishes = chart.references.map { scale.position(of: ($0.value + ($0.end ?? $0.value)) / 2) }
    let places = spread(
      wishes, sizes: lines.map { Double($0.count) * text.leading }, in: 0...lowestReference(scale))
    for (lines, (wish, y)) in zip(lines, zip(wishes, places)) {
      let middle = freeMiddle(of: lines, near: y, left: right + ReferencesBeside.gap, scale, canvas)
      let leader = (from: Point(x: right, y: wish), to: Point(x: right + 5, y: middle))
      if abs(middle - wish) > text.leading * 0.7, !canvas.crossesLabel(leader) {
        canvas.shape([.line(from: leader.from, to: leader.to, width: 0.6, style.muted)])
      }
      canvas.shape(text.items(lines, style.tick, middle: middle) { _ in right + ReferencesBeside.gap })
      canvas.claim(box(of: lines, left: right + ReferencesBeside.gap, middle: middle))
    }
  }

  /// Beside its line, or as near to that as the values and names at the ends of lines leave room.
  private func freeMiddle(
    of lines: [Line], near wish: Points, left: Points, _ scale: ValueScale, _ canvas: Canvas
  ) -> Points {
    let steps = stride(from: 0, through: lowestReference(scale), by: 3).flatMap { [$0, -$0] }
    let half = Double(lines.count) * text.leading / 2
    return steps.map { wish + $0 }.first { middle in
      middle >= half && middle + half <= lowestReference(scale) + 0.01
        && !canvas.isTaken(box(of: lines, left: left, middle: middle))
    } ?? wish
  }

  /// How far down names of references may reach: to the foot of the plot.
  private func lowestReference(_ scale: ValueScale) -> Points {
    scale.start + Self.labelGap
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
    var strokes: [(x: Points, from: Points, to: Points)] = []
    for note in chart.annotations {
      guard let lines = notes[note.category], let widest = lines.map(\.width).max(),
        widest <= room + 0.01
      else { continue }
      let middle = frame(note.category, scale, limits).middle(of: note.series, in: chart)
      let left = min(max(margins.left, middle - widest / 2), width - margins.right - widest)
      let height = Double(lines.count) * text.leading
      let beyond = labels == .none ? 3 : text.leading + 2
      // As low as the columns under it let it.
      let under = chart.categories.indices.filter {
        names.bands[$0].upperBound > left - 2 && names.bands[$0].lowerBound < left + widest + 2
      }
      let lowest =
        (under.map { top($0, of: note, scale) }.min() ?? 0) - beyond - Self.annotationStroke - height
      let low = Rect(x: left, y: max(0, lowest), width: widest, height: height)
      // Not in the way of remarks that stand in several rows over the plot.
      let rows = (tiers.values.max() ?? 0) + 1
      let isFree = rows == 1 || low.minY >= Double(rows) * tallest
      let above = [tiers[note.category] ?? 0] + Array(0..<tiers.count)
      let places =
        (chart.brackets.isEmpty && chart.form != .line && chart.form != .pareto && isFree ? [low] : [])
        + above.map { Rect(x: left, y: Double($0) * tallest, width: widest, height: height) }
      // One that has no place is told under the chart.
      guard let box = places.first(where: { canvas.isFree($0, in: limits) }) else { continue }
      canvas.add(
        .remark(note.category),
        text.items(lines, style.tick, middle: box.midY) { left + (widest - $0.width) / 2 })
      canvas.claim(box)
      let end = max(height + 3, top(note.category, of: note, scale, isOwn: true) - beyond)
      strokes.append((middle, box.maxY + 2, max(box.maxY + 3, end)))
    }
    if chart.form == .line, chart.series.count > 1 { ringRemarked(scale, &canvas) }
    // Not through a value or remark that stands on the way.
    for stroke in strokes {
      canvas.shape(
        canvas.gaps(at: stroke.x, from: stroke.from, to: stroke.to).map {
          .line(
            from: Point(x: stroke.x, y: $0.lowerBound), to: Point(x: stroke.x, y: $0.upperBound), width: 0.7,
            style.muted)
        })
    }
  }

  /// A ring around the point of each remark, since its stroke may run over other lines.
  private func ringRemarked(_ scale: ValueScale, _ canvas: inout Canvas) {
    for note in chart.annotations {
      guard panel == 0, let value = chart.panels[panel].values[note.series][note.category].value else {
        continue
      }
      let band = names.bands[note.category]
      let center = Point(x: (band.lowerBound + band.upperBound) / 2, y: scale.position(of: value))
      let outline = corners(of: 24, around: center, radius: LineMark.ringRadius - 0.4)
      canvas.shape(stroke(through: outline + outline.prefix(1), width: 0.8, style.baseline))
    }
  }

  /// Where the columns of a category end, or of lines that of the remark's own, which others may run over.
  ///
  /// - Parameter isOwn: whether it is about what the remark is about, not about what may be in its way.
  private func top(
    _ category: Int, of note: ChartAnnotation, _ scale: ValueScale, isOwn: Bool = false
  ) -> Points {
    let isOwn = chart.form == .line || isOwn && chart.hasBarsSideBySide
    let own = isOwn ? note.series..<(note.series + 1) : 0..<chart.series.count
    let ends = chart.panels[panel].values[own].flatMap {
      [isOwn ? $0[category].value : nil, chart.isStack ? nil : $0[category].high].compactMap(\.self)
    }
    let limits = Rect(x: 0, y: 0, width: width, height: scale.start)
    let grounds = isOwn ? [] : mark.grounds(category, in: frame(category, scale, limits))
    return (ends.map(scale.position) + grounds.map(\.minY)).min() ?? scale.zero
  }
}
