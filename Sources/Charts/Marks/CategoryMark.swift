import DrawList

/// What a chart draws in each of its categories, along a scale and across a band, whichever way these lie.
protocol CategoryMark {
  /// Numbers that the scale must hold.
  var extent: [Double] { get }
  /// Whether lengths stand for values, so that the scale must start at zero.
  var needsZero: Bool { get }
  /// How thick the category's band is where bars lie.
  var thickness: Points { get }
  /// Whether there is an axis even where values are written.
  var hasAxis: Bool { get }

  /// How far a mark reaches beyond the place of its value.
  var reach: Points { get }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas)

  /// What is kept free under a lying bar for values that have no room in it.
  func roomBelow(_ category: Int, scale: ValueScale, _ text: ChartText, _ style: ChartStyle) -> Points

  /// What is written beyond the low or high ends of marks.
  func labels(beyond end: ScaleEnd) -> [Chart.Datum]

  /// What a column's bars or points cover, which the labels of others keep off.
  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect]
}

enum ScaleEnd { case low, high }

extension CategoryMark {
  var needsZero: Bool { true }
  var hasAxis: Bool { false }
  var reach: Points { 0 }
  func roomBelow(_ category: Int, scale: ValueScale, _ text: ChartText, _ style: ChartStyle) -> Points { 0 }
  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect] { [] }
}

extension Chart {
  /// The mark of the forms that draw one category after the other.
  func mark(panel: Int) -> any CategoryMark {
    let panel = panels[panel]
    switch form {
    case .bar, .histogram, .pareto, .split, .pyramid: return BarMark(chart: self, panel: panel)
    case .stacked, .stackedToWhole, .diverging, .likert, .mosaic: return StackMark(chart: self, panel: panel)
    case .range: return RangeMark(chart: self, panel: panel)
    case .dumbbell: return DumbbellMark(chart: self, panel: panel)
    case .dot, .line, .slope: return DotMark(chart: self, panel: panel, hasStem: false)
    case .lollipop: return DotMark(chart: self, panel: panel, hasStem: true)
    case .bullet: return BulletMark(chart: self, panel: panel)
    case .waterfall: return WaterfallMark(chart: self, panel: panel)
    case .pictogram(let each): return PictogramMark(chart: self, panel: panel, each: each)
    }
  }
}

extension Chart.Panel {
  var data: [Chart.Datum] { values.flatMap(\.self) }
}

extension Canvas {
  /// A missing value: a hatched stub where its bar would start, and the mark that says why; where that place is taken,
  /// after what stands there.
  ///
  /// - Parameter start: where that is; `nil` for the foot of bars.
  mutating func missing(
    _ datum: Chart.Datum, category: Int, series: Int, across: ClosedRange<Points>, at start: Double? = nil,
    in frame: PlotFrame
  ) {
    let foot = start.map { frame.rect(from: $0, to: $0, across: across) } ?? frame.foot(across: across)
    // Where all values are below zero, there is nothing but the frame above it.
    let hangs = !frame.isHorizontal && foot.minY - Self.stub - text.leading < frame.limits.minY
    missing(datum, category: category, series: series, beyond: foot, isNegative: hangs, in: frame)
  }

  /// The same from the end of an area on.
  mutating func missing(
    _ datum: Chart.Datum, category: Int, series: Int, beyond area: Rect, isNegative: Bool, in frame: PlotFrame
  ) {
    let step = (isNegative != frame.isTurnedRound) == frame.isHorizontal ? -1.0 : 1
    let label = datum.label.isEmpty ? 0 : text.width(datum.label, style.value)
    var isMoved = false
    var stub = stub(beyond: area, step, isHorizontal: frame.isHorizontal)
    let whole = room(of: stub, label: label, step, isHorizontal: frame.isHorizontal)
    if let end = endOfTaken(over: whole, step, isHorizontal: frame.isHorizontal) {
      let distance =
        end + step * Self.gap
        - (frame.isHorizontal ? (step < 0 ? stub.maxX : stub.minX) : (step < 0 ? stub.maxY : stub.minY))
      isMoved = true
      stub = stub.moved(by: frame.isHorizontal ? Point(x: distance, y: 0) : Point(x: 0, y: distance))
    }
    if isMoved {
      // A stub among values would be read as one.
      writeBeyond(
        stub.moved(
          by: frame.isHorizontal ? Point(x: -step * Self.stub, y: 0) : Point(x: 0, y: -step * Self.stub)),
        datum, isNegative: isNegative, in: frame, as: .value(category: category, series: series))
      return
    }
    guard frame.limits.contains(stub), !isTaken(stub) else { return }
    add(
      .bar(category: category, series: series),
      datum.label.isEmpty
        ? [] : [DrawItem.rectangle(stub, .white)] + hatching(of: stub, style.muted, spacing: 3))
    writeBeyond(
      stub, datum, isNegative: isNegative, in: frame, as: .value(category: category, series: series))
    claim(stub)
  }

  private func stub(beyond area: Rect, _ step: Double, isHorizontal: Bool) -> Rect {
    let length = Self.stub
    return isHorizontal
      ? Rect(
        x: step < 0 ? area.minX - length : area.maxX, y: area.minY, width: length, height: area.size.height)
      : Rect(
        x: area.minX, y: step < 0 ? area.minY - length : area.maxY, width: area.size.width, height: length)
  }

  /// A stub with its label beyond it.
  private func room(of stub: Rect, label: Points, _ step: Double, isHorizontal: Bool) -> Rect {
    guard label > 0 else { return stub }
    if isHorizontal {
      let length = Self.gap + label
      return stub.union(
        Rect(
          x: step < 0 ? stub.minX - length : stub.maxX, y: stub.minY, width: length, height: stub.size.height)
      )
    }
    let (width, height) = (max(label, stub.size.width), Self.gap + style.value.size)
    return stub.union(
      Rect(
        x: stub.midX - width / 2, y: step < 0 ? stub.minY - height : stub.maxY, width: width, height: height))
  }

  /// How far what lies in an area, or in its way from there on, reaches; `nil` where the area is free.
  private func endOfTaken(over area: Rect, _ step: Double, isHorizontal: Bool) -> Points? {
    guard isTaken(area) else { return nil }
    let way =
      isHorizontal
      ? taken.filter {
        $0.maxY > area.minY && $0.minY < area.maxY && (step < 0 ? $0.minX < area.maxX : $0.maxX > area.minX)
      }
      : taken.filter {
        $0.maxX > area.minX && $0.minX < area.maxX && (step < 0 ? $0.minY < area.maxY : $0.maxY > area.minY)
      }
    return isHorizontal
      ? (step < 0 ? way.map(\.minX).min() : way.map(\.maxX).max())
      : (step < 0 ? way.map(\.minY).min() : way.map(\.maxY).max())
  }

  /// The interval of a value as a line with caps, light around so that it is seen on its bar.
  ///
  /// - Parameter count: how many stand side by side.
  mutating func errorBar(
    _ datum: Chart.Datum, across middle: Points, besides count: Int = 1, in frame: PlotFrame
  ) {
    guard let low = datum.low, let high = datum.high else { return }
    let cap = frame.isHorizontal ? 3 : min(3, frame.pitch / Double(2 * max(1, count)))
    let ends = [low, high].map { frame.point(at: $0, across: middle) }
    func line(_ a: Point, _ b: Point) -> [DrawItem] {
      [.line(from: a, to: b, width: 2.6, .white), .line(from: a, to: b, width: 1, style.baseline)]
    }
    let caps = ends.map { end in
      frame.isHorizontal
        ? (Point(x: end.x, y: end.y - cap), Point(x: end.x, y: end.y + cap))
        : (Point(x: end.x - cap, y: end.y), Point(x: end.x + cap, y: end.y))
    }
    let all = [(ends[0], ends[1])] + caps
    shape(all.map { line($0.0, $0.1)[0] } + all.map { line($0.0, $0.1)[1] })
    let corners = caps.map {
      Rect(
        x: min($0.0.x, $0.1.x), y: min($0.0.y, $0.1.y), width: abs($0.0.x - $0.1.x),
        height: abs($0.0.y - $0.1.y))
    }
    claim(corners[0].union(corners[1]))
  }
}
