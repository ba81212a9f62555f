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

  /// What stands beyond the ends of marks: the widest labels at the low and at the high end.
  func labels(beyond end: ScaleEnd) -> [String]
}

enum ScaleEnd { case low, high }

extension CategoryMark {
  var needsZero: Bool { true }
  var hasAxis: Bool { false }
  var reach: Points { 0 }
  func roomBelow(_ category: Int, scale: ValueScale, _ text: ChartText, _ style: ChartStyle) -> Points { 0 }
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
  /// A missing value: a hatched stub where its bar would start, and the mark that says why.
  ///
  /// - Parameter start: where that is; `nil` for the foot of bars.
  mutating func missing(
    _ datum: Chart.Datum, category: Int, series: Int, across: ClosedRange<Points>, at start: Double? = nil,
    in frame: PlotFrame
  ) {
    let foot = start.map { frame.rect(from: $0, to: $0, across: across) } ?? frame.foot(across: across)
    let length = Self.stub
    // Where all values are below zero, there is nothing but the frame above it.
    let hangs = !frame.isHorizontal && foot.minY - length - text.leading < frame.limits.minY
    let stub =
      frame.isHorizontal
      ? Rect(
        x: frame.isTurnedRound ? foot.minX - length : foot.minX, y: foot.minY, width: length,
        height: foot.size.height)
      : Rect(
        x: foot.minX, y: hangs ? foot.minY : foot.minY - length, width: foot.size.width, height: length)
    let items =
      datum.label.isEmpty
      ? [] : [DrawItem.rectangle(stub, .white)] + hatching(of: stub, style.muted, spacing: 3)
    add(.bar(category: category, series: series), items)
    writeBeyond(stub, datum, isNegative: hangs, in: frame, as: .value(category: category, series: series))
  }

  /// The interval of a value as a line with caps, light around so that it is seen on its bar.
  mutating func errorBar(_ datum: Chart.Datum, across middle: Points, in frame: PlotFrame) {
    guard let low = datum.low, let high = datum.high else { return }
    let cap: Points = 3
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
  }
}
