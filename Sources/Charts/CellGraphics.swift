import DrawList

/// A picture small enough for a table's cell: a few numbers on one scale.
package enum CellGraphic: Hashable, Sendable {
  /// A bar from zero.
  case bar(Double)
  /// A bar with a stroke across it where the target is.
  case bullet(Double, target: Double?)
  /// Two dots, a hollow one and a full one, and the line between them.
  case dumbbell(from: Double, to: Double)
  /// A line over periods, with a dot at its end; it breaks where a value is missing.
  case line([Double?])
  /// A bar for each period, the last one dark.
  case bars([Double?])
  case status(Status)
  case arrow(Trend)
  case dots(filled: Int, of: Int)
  /// A disc behind a number.
  case badge

  package enum Status: Hashable, Sendable { case favourable, neutral, unfavourable }
  package enum Trend: Hashable, Sendable { case up, level, down }
}

/// The colours of pictures in cells.
package struct CellGraphicColors: Hashable, Sendable {
  package let dark: Color
  package let light: Color
  package let line: Color
  package let ground: Color

  package init(dark: Color, light: Color, line: Color, ground: Color) {
    self.dark = dark
    self.light = light
    self.line = line
    self.ground = ground
  }
}

/// Draws a picture in a box. Nothing leaves the box: numbers past the scale's ends stand at them.
///
/// - Parameters:
///   - low: the number at the box's left, or at its foot.
///   - high: the number at its right, or at its top.
package func drawCellGraphic(
  _ graphic: CellGraphic, in box: Rect, low: Double, high: Double, colors: CellGraphicColors
) -> [DrawItem] {
  let frame = CellFrame(box: box, low: low, high: high, colors: colors)
  switch graphic {
  case .bar(let value): return frame.bar(value)
  case .bullet(let value, let target): return frame.bullet(value, target)
  case .dumbbell(let from, let to): return frame.dumbbell(from, to)
  case .line(let values): return frame.line(values)
  case .bars(let values): return frame.bars(values)
  case .status(let status): return frame.status(status)
  case .arrow(let trend): return frame.arrow(trend)
  case .dots(let filled, let count): return frame.dots(filled, of: count)
  case .badge: return [disc(at: frame.center, radius: min(box.size.width, box.size.height) / 2, colors.light)]
  }
}

/// A circle as a polygon of so many corners that none is seen at this size.
func disc(at center: Point, radius: Points, _ color: Color) -> DrawItem {
  .polygon(roundCorners.map { Point(x: center.x + $0.x * radius, y: center.y + $0.y * radius) }, color)
}

/// The corners of a regular polygon with 24 sides, from the right, made from the sines of 15°, 30°, 45°, 60° and 75°.
private let roundCorners: [Point] = {
  let quarter: [(Double, Double)] = [
    (1, 0), (0.9659258262890683, 0.25881904510252074), (0.8660254037844386, 0.5),
    (0.7071067811865476, 0.7071067811865476), (0.5, 0.8660254037844386),
    (0.25881904510252074, 0.9659258262890683),
  ]
  return quarter.map { Point(x: $0.0, y: $0.1) } + quarter.map { Point(x: -$0.1, y: $0.0) }
    + quarter.map { Point(x: -$0.0, y: -$0.1) } + quarter.map { Point(x: $0.1, y: -$0.0) }
}()
