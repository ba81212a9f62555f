import DrawList

/// Bars from zero to each value, those of the series side by side.
struct BarMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel

  var extent: [Double] {
    let values = panel.data.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) }
    // The line of a Pareto chart ends at the sum of its columns.
    return chart.form == .pareto ? values + [panel.values[0].compactMap(\.value).reduce(0, +)] : values
  }

  var thickness: Points {
    let count = Double(chart.series.count)
    return chart.series.count == 1 ? 15 : count * 12.5 + (count - 1) * Self.gap
  }

  var hasAxis: Bool { chart.form.isHistogram || chart.form == .pareto || chart.axis.isCut }

  static let gap: Points = 1.5

  /// Values stand over the points of a Pareto chart's line.
  var reach: Points { chart.form == .pareto ? 6 : 0 }

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] {
    panel.data.filter { datum in
      switch end {
      case .low: datum.value ?? 0 < 0
      case .high: datum.value ?? 0 >= 0
      }
    }
  }

  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect] {
    zip(chart.series.indices, frame.slotsOfBars(chart.series.count)).flatMap { series, slot -> [Rect] in
      let datum = panel.values[series][category]
      guard let value = datum.value else { return [] }
      let bar = frame.rect(from: 0, to: value, across: slot)
      guard let low = datum.low, let high = datum.high else { return [bar] }
      let middle = (slot.lowerBound + slot.upperBound) / 2
      return [bar, frame.rect(from: low, to: high, across: (middle - 3)...(middle + 3))]
    }
  }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let slots = frame.slotsOfBars(chart.series.count)
    // Bars first, so that no label of one keeps another from its place.
    for (series, slot) in slots.enumerated() { drawBar(category, series, slot, frame, &canvas) }
  }

  private func drawBar(
    _ category: Int, _ series: Int, _ slot: ClosedRange<Points>, _ frame: PlotFrame, _ canvas: inout Canvas
  ) {
    let datum = panel.values[series][category]
    guard let value = datum.value else {
      canvas.missing(datum, category: category, series: series, across: slot, in: frame)
      return
    }
    let isMuted = chart.categories[category].isMuted
    let fill = datum.isProvisional ? chart.series[series].fill.provisional : chart.series[series].fill
    let bar = frame.rect(from: 0, to: value, across: slot)
    var end = bar
    if let low = datum.low, let high = datum.high {
      end = bar.union(frame.rect(from: low, to: high, across: slot))
    }
    let middle = (slot.lowerBound + slot.upperBound) / 2
    switch chart.intervals {
    case .gradient where datum.low != nil:
      canvas.add(
        .bar(category: category, series: series), gradient(datum, value, slot, fill, isMuted, frame))
    case .bars, .gradient:
      canvas.add(.bar(category: category, series: series), items(of: bar, fill: fill, isMuted: isMuted))
      canvas.errorBar(datum, across: middle, besides: chart.series.count, in: frame)
    }
    if chart.axis.isCut { canvas.shape(breakSign(of: bar, frame)) }
    // Over the columns of a Pareto chart runs its line.
    if chart.form == .pareto,
      canvas.writeInside(
        topEnd(of: bar, isUnderPoint: category == 0, canvas), datum, ink: fill.ink, in: frame,
        as: .value(category: category, series: series))
    {
      return
    }
    if let side = sideInside(frame, canvas) {
      let ink = isMuted && !datum.isProvisional ? StackMark.inkOnMuted(fill) : fill.ink
      let length = canvas.text.width(datum.label, canvas.style.value) + Self.insideRoom
      let part = Rect(
        x: side == .left ? bar.minX : bar.maxX - length, y: bar.minY, width: length, height: bar.size.height)
      if canvas.writeInside(
        part, datum, ink: ink, in: frame, as: .value(category: category, series: series))
      {
        return
      }
    }
    let content = ChartPart.Content.value(category: category, series: series)
    if let beyond = beyondLines(end, datum, frame, canvas),
      canvas.writeBeyond(beyond, datum, isNegative: false, in: frame, as: content)
    {
      return
    }
    canvas.writeBeyond(end, datum, isNegative: value < 0, in: frame, as: content)
  }

  /// What a value stands beyond where a benchmark's line would run through it: the line too; `nil` where none would.
  private func beyondLines(_ end: Rect, _ datum: Chart.Datum, _ frame: PlotFrame, _ canvas: Canvas) -> Rect? {
    guard frame.isHorizontal, !frame.isTurnedRound, datum.value ?? 0 >= 0, frame.labels == .full else {
      return nil
    }
    let width = Canvas.gap + canvas.text.width(datum.label, canvas.style.value) + 2
    var beyond = end
    for line in lines(frame).sorted()
    where (beyond.maxX...(beyond.maxX + width)).contains(line) {
      beyond = beyond.union(Rect(x: line, y: end.minY, width: 0, height: end.size.height))
    }
    return beyond == end ? nil : beyond
  }

  /// Where the lines of benchmarks are.
  private func lines(_ frame: PlotFrame) -> [Points] {
    chart.references.filter { $0.end == nil }.map { frame.scale.position(of: $0.value) }
  }

  /// At which end values stand in bars that lie: all of them, where a benchmark's line would run through one beside its
  /// bar, and through none there; `nil` where they stand beyond their bars.
  private func sideInside(_ frame: PlotFrame, _ canvas: Canvas) -> Canvas.Side? {
    let lines = lines(frame)
    guard !lines.isEmpty, frame.isHorizontal, !frame.isTurnedRound, frame.labels == .full,
      chart.series.allSatisfy({ $0.fill.hatch == nil }), !chart.axis.isCut,
      panel.data.allSatisfy({ $0.low == nil && $0.value ?? 0 >= 0 })
    else { return nil }
    let zero = frame.scale.zero
    let bars = panel.data.compactMap { datum in
      datum.value.map { value in
        (end: frame.scale.position(of: value), width: canvas.text.width(datum.label, canvas.style.value))
      }
    }
    func areCrossed(_ span: (_ end: Points, _ width: Points) -> ClosedRange<Points>) -> Bool {
      bars.contains { bar in lines.contains { span(bar.end, bar.width).contains($0) } }
    }
    guard areCrossed({ $0...($0 + Canvas.gap + $1 + 2) }),
      bars.allSatisfy({ $0.width + Self.insideRoom <= $0.end - zero })
    else { return nil }
    if !areCrossed({ ($0 - $1 - Self.insideRoom)...$0 }) { return .right }
    // Several series are named there.
    guard chart.series.count == 1 else { return nil }
    return areCrossed { zero...(zero + $1 + Self.insideRoom) } ? nil : .left
  }

  /// What a value takes in a bar besides its width.
  private static let insideRoom: Points = 9

  /// The part of a column just under its top, a line high; of the first column under the point that its line starts from.
  private func topEnd(of bar: Rect, isUnderPoint: Bool, _ canvas: Canvas) -> Rect {
    let height = canvas.text.leading + 2
    let top: Points = isUnderPoint ? 4 : 0
    return bar.size.height < height + top
      ? Rect(x: 0, y: 0, width: 0, height: 0)
      : Rect(x: bar.minX, y: bar.minY + top, width: bar.size.width, height: height)
  }

  /// A bar that is whole up to the low end of its interval and fades to the high end, with a stroke at the value.
  private func gradient(
    _ datum: Chart.Datum, _ value: Double, _ slot: ClosedRange<Points>, _ fill: BarFill, _ isMuted: Bool,
    _ frame: PlotFrame
  ) -> [DrawItem] {
    guard let low = datum.low, let high = datum.high else { return [] }
    let color = isMuted ? fill.muted : fill.color
    let steps = 12
    let (near, far) = value < 0 ? (min(high, 0), low) : (max(low, 0), high)
    var drawn: [DrawItem] = [.rectangle(frame.rect(from: 0, to: near, across: slot), color)]
    for step in 0..<steps {
      let (a, b) = (Double(step) / Double(steps), Double(step + 1) / Double(steps))
      let part = frame.rect(from: near + (far - near) * a, to: near + (far - near) * b, across: slot)
      drawn.append(.rectangle(part, color.mixed(with: .white, (a + b) / 2)))
    }
    let ends = [slot.lowerBound, slot.upperBound].map { frame.point(at: value, across: $0) }
    drawn.append(.line(from: ends[0], to: ends[1], width: 1.2, fill.stroke.mixed(with: .black, 0.3)))
    return drawn
  }

  /// Two light strokes across the foot of a bar whose scale leaves zero out.
  private func breakSign(of bar: Rect, _ frame: PlotFrame) -> [DrawItem] {
    [5.0, 8.0].map { distance in
      frame.isHorizontal
        ? .line(
          from: Point(x: bar.minX + distance - 1.5, y: bar.maxY + 1),
          to: Point(x: bar.minX + distance + 1.5, y: bar.minY - 1),
          width: 1.4, .white)
        : .line(
          from: Point(x: bar.minX - 1, y: bar.maxY - distance + 1.5),
          to: Point(x: bar.maxX + 1, y: bar.maxY - distance - 1.5),
          width: 1.4, .white)
    }
  }
}
