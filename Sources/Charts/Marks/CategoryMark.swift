import DrawList

/// What a chart draws in each of its categories, along a scale and across a band, whichever way these lie.
protocol CategoryMark {
  /// Numbers that the scale must hold.
  var extent: [Double] { get }
  /// Whether lengths stand for values, so that the scale must start at zero.
  var needsZero: Bool { get }
  /// How thick the category's band is where bars lie.
  var thickness: Points { get }
  /// Where lengths start anew that stand apart from the others; `nil` where there are none.
  var apartStart: Double? { get }
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
  var apartStart: Double? { nil }
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
