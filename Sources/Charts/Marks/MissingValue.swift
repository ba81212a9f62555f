import DrawList

/// Values that are missing: a hatched stub where the bar would start, and the mark that says why.
extension Canvas {
  /// A missing value; where its place is taken, its mark alone after what stands there, since a stub among values would be
  /// read as one of them.
  ///
  /// - Parameter start: where its bar would start; `nil` for the foot of bars.
  mutating func missing(
    _ datum: Chart.Datum, category: Int, series: Int, across: ClosedRange<Points>, at start: Double? = nil,
    in frame: PlotFrame
  ) {
    let foot = start.map { frame.rect(from: $0, to: $0, across: across) } ?? frame.foot(across: across)
    // Where all values are below zero, there is nothing but the frame above it.
    let hangs = !frame.isHorizontal && foot.minY - Self.stub - text.leading < frame.limits.minY
    missing(datum, category: category, series: series, beyond: foot, isNegative: hangs, in: frame)
  }

  /// The same beyond an area.
  mutating func missing(
    _ datum: Chart.Datum, category: Int, series: Int, beyond area: Rect, isNegative: Bool, in frame: PlotFrame
  ) {
    let side: Side =
      frame.isHorizontal
      ? (isNegative != frame.isTurnedRound ? .left : .right) : (isNegative ? .below : .above)
    let stub = area.beyond(side, Self.stub)
    let content = ChartPart.Content.value(category: category, series: series)
    if let taken = taken(from: stub, with: datum.label, side) {
      writeBeyond(taken, datum, isNegative: isNegative, in: frame, as: content)
      return
    }
    guard frame.limits.contains(stub) else { return }
    add(
      .bar(category: category, series: series),
      datum.label.isEmpty
        ? [] : [DrawItem.rectangle(stub, .white)] + hatching(of: stub, style.muted, spacing: 3))
    writeBeyond(stub, datum, isNegative: isNegative, in: frame, as: content)
    claim(stub)
  }

  /// What is taken from a stub on, as thick as this; `nil` where the stub and the mark beyond it have room.
  private func taken(from stub: Rect, with label: String, _ side: Side) -> Rect? {
    let width = label.isEmpty ? 0 : text.width(label, style.value)
    let isUpright = side == .above || side == .below
    var whole = stub.union(stub.beyond(side, Self.gap + (isUpright ? style.value.size : width)))
    if isUpright, width > whole.size.width {
      whole = Rect(x: whole.midX - width / 2, y: whole.minY, width: width, height: whole.size.height)
    }
    guard isTaken(whole) else { return nil }
    let way = whole.union(whole.beyond(side, Self.far))
    let all = taken.filter(way.touches).reduce(stub) { $0.union($1) }
    return isUpright
      ? Rect(x: stub.minX, y: all.minY, width: stub.size.width, height: all.size.height)
      : Rect(x: all.minX, y: stub.minY, width: all.size.width, height: stub.size.height)
  }

  /// Beyond any chart.
  private static let far: Points = 1e5
}

extension Rect {
  /// What lies beyond one of its sides, as thick as itself.
  fileprivate func beyond(_ side: Canvas.Side, _ length: Points) -> Rect {
    switch side {
    case .right: Rect(x: maxX, y: minY, width: length, height: size.height)
    case .left: Rect(x: minX - length, y: minY, width: length, height: size.height)
    case .above, .aboveLeft: Rect(x: minX, y: minY - length, width: size.width, height: length)
    case .below: Rect(x: minX, y: maxY, width: size.width, height: length)
    }
  }
}
