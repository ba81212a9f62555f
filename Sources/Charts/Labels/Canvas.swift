import DrawList
import Typesetting

/// What a mark draws on: shapes, and labels that neither overlap nor leave the frame.
///
/// A value's label is tried in this order, the same for all charts and in the order of the values: beyond the bar's
/// end, or in a segment where its ground gives contrast; then without its unit; then, of segments, beside with a stroke
/// that leads there (`writeWithLeader`); then not at all, which the drawing tells (`ChartDrawing.unwritten`).
struct Canvas {
  let text: ChartText
  let style: ChartStyle
  private(set) var parts: [ChartPart] = []
  private(set) var taken: [Rect] = []
  private var headings: [Rect] = []
  /// What the bars and points of all categories cover, where they share a canvas: labels beside them keep off.
  var grounds: [Rect] = []

  init(text: ChartText, style: ChartStyle) {
    self.text = text
    self.style = style
  }

  static let gap: Points = 4
  /// What a label in a segment leaves free at its sides together.
  static let insideMargin: Points = 4
  /// How high a segment must be for a label in it, in sizes of its type.
  private static let insideHeight = 1.2
  /// How long the stub is that stands for a missing value.
  static let stub: Points = 9

  mutating func add(_ content: ChartPart.Content, _ items: [DrawItem]) {
    guard !items.isEmpty else { return }
    parts.append(ChartPart(content: content, items: items))
  }

  mutating func shape(_ items: [DrawItem]) { add(.shape, items) }

  /// Keeps an area free of labels.
  mutating func claim(_ area: Rect) { taken.append(area) }

  /// Keeps labels off a stroke.
  mutating func claimStroke(from: Point, to: Point) {
    // Along a steep stroke as near as along a flat one.
    let steps = max(1, Int(max(abs(to.x - from.x) / 4, abs(to.y - from.y) / 3)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let (x, y) = (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
      claim(Rect(x: x - 1, y: y - 1.2, width: 2, height: 2.4))
    }
  }

  /// Keeps lines along the scale off the heading over a row.
  mutating func keepLinesOff(_ heading: Rect) { headings.append(heading) }

  /// The parts of an upright stroke that no label or heading lies on.
  func gaps(at x: Points, from top: Points, to bottom: Points) -> [ClosedRange<Points>] {
    gaps(at: x, from: top, to: bottom, around: taken + headings)
  }

  /// The parts of an upright stroke that no heading lies on.
  func gapsBesideHeadings(at x: Points, from top: Points, to bottom: Points) -> [ClosedRange<Points>] {
    gaps(at: x, from: top, to: bottom, around: headings)
  }

  private func gaps(
    at x: Points, from top: Points, to bottom: Points, around areas: [Rect]
  ) -> [ClosedRange<Points>] {
    let crossed = areas.filter { $0.minX - 1 < x && $0.maxX + 1 > x && $0.size.height > 3 }.sorted {
      $0.minY < $1.minY
    }
    var (at, gaps) = (top, [ClosedRange<Points>]())
    for label in crossed {
      let end = min(bottom, label.minY - 1)
      if end > at { gaps.append(at...end) }
      at = max(at, label.maxY + 1)
    }
    return at < bottom ? gaps + [at...bottom] : gaps
  }

  /// The parts of a lying stroke that no label lies on.
  func gaps(atHeight y: Points, from left: Points, to right: Points) -> [ClosedRange<Points>] {
    let crossed = taken.filter {
      $0.minY - 1 < y && $0.maxY + 1 > y && $0.size.width > 3 && $0.size.height > 3
    }
    .sorted { $0.minX < $1.minX }
    var (at, gaps) = (left, [ClosedRange<Points>]())
    for label in crossed {
      let end = min(right, label.minX - 1)
      if end > at { gaps.append(at...end) }
      at = max(at, label.maxX + 1)
    }
    return at < right ? gaps + [at...right] : gaps
  }

  /// How far right bars, points and labels reach that stand in a range of heights.
  func rightmost(across range: ClosedRange<Points>) -> Points? {
    (taken + bars).filter { $0.maxY > range.lowerBound && $0.minY < range.upperBound }.map(\.maxX).max()
  }

  /// How far left bars, points and labels reach.
  var leftmost: Points? { (taken + bars).map(\.minX).min() }

  /// Whether a thin stroke would run through a label.
  func crossesLabel(_ stroke: (from: Point, to: Point)) -> Bool {
    (0...20).contains { step in
      let share = Double(step) / 20
      let x = stroke.from.x + (stroke.to.x - stroke.from.x) * share
      let y = stroke.from.y + (stroke.to.y - stroke.from.y) * share
      return taken.contains {
        $0.size.height > 3 && $0.minX < x && $0.maxX > x && $0.minY < y && $0.maxY > y
      }
    }
  }

  /// What the bars and points that are drawn cover.
  var bars: [Rect] {
    parts.flatMap { part -> [Rect] in
      if case .bar = part.content { part.items.map(\.bounds) } else { [] }
    }
  }

  func isFree(_ area: Rect, in limits: Rect) -> Bool {
    limits.contains(area) && !taken.contains(where: area.touches)
  }

  func isTaken(_ area: Rect) -> Bool { taken.contains(where: area.touches) }

  /// Writes a text on one line, whatever stands there.
  mutating func write(_ words: String, _ style: TextStyle, at baseline: Point, as content: ChartPart.Content)
  {
    write(text.line(words, style), style, at: baseline, as: content)
  }

  private mutating func write(
    _ line: Line, _ style: TextStyle, at baseline: Point, as content: ChartPart.Content
  ) {
    taken.append(text.box(width: line.width, style, at: baseline))
    add(content, line.items(at: baseline))
  }

  // MARK: Values

  /// Writes a value beyond the end of its bar; where there is no room, in the bar or shortened.
  ///
  /// - Parameter bar: what the label stands beyond: the bar, with the line of its interval.
  @discardableResult
  mutating func writeBeyond(
    _ bar: Rect, _ datum: Chart.Datum, isNegative: Bool, in frame: PlotFrame, as content: ChartPart.Content
  ) -> Bool {
    for words in forms(of: datum, in: frame) {
      let line = text.line(words, style.value)
      let at = baseline(
        beyond: bar, width: line.width, isNegative: isNegative != frame.isTurnedRound,
        isHorizontal: frame.isHorizontal)
      if tryWriting(line, style.value, at: at, in: frame.limits, as: content) { return true }
    }
    return false
  }

  /// Writes a value in the middle of its segment where it fits.
  ///
  /// - Parameter plate: what is put under it, where the segment is hatched.
  @discardableResult
  mutating func writeInside(
    _ segment: Rect, _ datum: Chart.Datum, ink: Color, plate: Color? = nil, in frame: PlotFrame,
    as content: ChartPart.Content
  ) -> Bool {
    let style = style.value.colored(ink)
    for words in forms(of: datum, in: frame) {
      let line = text.line(words, style)
      let width = line.width
      guard width + Self.insideMargin <= segment.size.width,
        style.size * Self.insideHeight <= segment.size.height
      else {
        continue
      }
      let at = Point(x: segment.midX - width / 2, y: segment.midY + text.middleToBaseline(style))
      if let plate, isFree(text.box(width: width, style, at: at), in: frame.limits) {
        let box = text.box(width: width, style, at: at)
        shape([
          .rectangle(Rect(x: box.minX - 1.5, y: box.minY, width: width + 3, height: box.size.height), plate)
        ])
      }
      if tryWriting(line, style, at: at, in: frame.limits, as: content, isInside: true) { return true }
    }
    return false
  }

  /// Writes a value beside a point: after it, over it, before it, under it.
  ///
  /// - Parameter others: points of other values, none of which may be as near: it would be read as theirs.
  mutating func writeBeside(
    _ point: Rect, _ datum: Chart.Datum, in frame: PlotFrame, first: [Side], besides others: [Point] = [],
    as content: ChartPart.Content
  ) {
    for words in forms(of: datum, in: frame) {
      let line = text.line(words, style.value)
      for side in first where !others.contains(where: { isNearer($0, than: point, on: side) }) {
        let at = baseline(beside: point, side, width: line.width)
        if tryWriting(line, style.value, at: at, in: frame.limits, as: content) { return }
      }
    }
  }

  /// Whether a point stands between a label on one side of another point and that point's middle.
  private func isNearer(_ other: Point, than point: Rect, on side: Side) -> Bool {
    switch side {
    case .right: other.x > point.midX
    case .left: other.x < point.midX
    case .above, .aboveLeft: other.y < point.midY
    case .below: other.y > point.midY
    }
  }

  enum Side { case right, left, above, aboveLeft, below }

  /// - Parameter isInside: whether the text stands in a segment, not beside what is drawn.
  mutating func tryWriting(
    _ line: Line, _ style: TextStyle, at baseline: Point, in limits: Rect, as content: ChartPart.Content,
    isInside: Bool = false
  ) -> Bool {
    let box = text.box(width: line.width, style, at: baseline)
    guard isFree(box, in: limits), isInside || !grounds.contains(where: box.touches) else { return false }
    write(line, style, at: baseline, as: content)
    return true
  }

  func forms(of datum: Chart.Datum, in frame: PlotFrame) -> [String] {
    switch frame.labels {
    case .full: datum.short == datum.label ? [datum.label] : [datum.label, datum.short]
    case .short: [datum.short]
    // Why a value is missing can be told by nothing else.
    case .none: datum.value == nil && !datum.label.isEmpty ? [datum.label] : []
    }
  }

  private func baseline(beyond bar: Rect, width: Points, isNegative: Bool, isHorizontal: Bool) -> Point {
    if isHorizontal {
      return baseline(beside: bar, isNegative ? .left : .right, width: width)
    }
    return baseline(beside: bar, isNegative ? .below : .above, width: width)
  }

  private func baseline(beside area: Rect, _ side: Side, width: Points) -> Point {
    let middle = area.midY + text.middleToBaseline(style.value)
    switch side {
    case .right: return Point(x: area.maxX + Self.gap, y: middle)
    case .left: return Point(x: area.minX - Self.gap - width, y: middle)
    case .above: return Point(x: area.midX - width / 2, y: area.minY - Self.gap)
    case .aboveLeft: return Point(x: area.maxX - width, y: area.minY - Self.gap)
    case .below:
      return Point(x: area.midX - width / 2, y: area.maxY + text.leading - text.descent(style.value))
    }
  }
}
