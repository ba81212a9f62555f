import DrawList
import Foundation

/// A bar as draw items: its fill, an outline inside its edge, hatching.
func items(of bar: Rect, fill: BarFill, isMuted: Bool) -> [DrawItem] {
  guard bar.size.width > 0, bar.size.height > 0 else { return [] }
  let color = isMuted ? fill.muted : fill.color
  var items: [DrawItem] = []
  if let outline = fill.outline {
    items.append(.rectangle(bar, outline))
    let edge = min(outlineWidth, bar.size.width / 2, bar.size.height / 2)
    items.append(.rectangle(bar.inset(by: edge), color))
  } else {
    items.append(.rectangle(bar, color))
  }
  if let hatch = fill.hatch { items += hatching(of: bar, hatch, spacing: fill.hatchSpacing) }
  return items
}

private let outlineWidth: Points = 0.8
private let hatchWidth: Points = 0.9

/// Diagonal strokes across a bar, cut at its edges.
func hatching(of bar: Rect, _ color: Color, spacing: Points) -> [DrawItem] {
  var strokes: [DrawItem] = []
  // A stroke is x + y = sum; it enters at the left or bottom edge and leaves at the top or right one.
  var sum = bar.minX + bar.minY + spacing
  while sum < bar.maxX + bar.maxY {
    let from = Point(x: max(bar.minX, sum - bar.maxY), y: min(bar.maxY, sum - bar.minX))
    let to = Point(x: min(bar.maxX, sum - bar.minY), y: max(bar.minY, sum - bar.maxX))
    strokes.append(.line(from: from, to: to, width: hatchWidth, color))
    sum += spacing
  }
  return strokes
}

/// A ring: a disc with a lighter one in it.
func ring(at center: Point, radius: Points, width: Points, _ color: Color, inner: Color = .white)
  -> [DrawItem]
{
  [disc(at: center, radius: radius, color), disc(at: center, radius: radius - width, inner)]
}

func corners(of count: Int, around center: Point, radius: Points) -> [Point] {
  (0..<count).map { index in
    let angle = 2 * Double.pi * Double(index) / Double(count)
    return Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
  }
}

/// A stroke through points, without gaps at its turns.
func stroke(through points: [Point], width: Points, _ color: Color) -> [DrawItem] {
  let lines = zip(points, points.dropFirst()).map { DrawItem.line(from: $0, to: $1, width: width, color) }
  let turns = points.dropFirst().dropLast().map { disc(at: $0, radius: width / 2, color) }
  return lines + turns
}

/// A straight stroke in dashes, with a whole one at either end.
///
/// - Parameter goesOn: whether others go on where it ends, as over the strips of a chart: both ends are then half a gap.
func dashes(
  from start: Point, to end: Point, width: Points, _ color: Color, dash: Points = 3.5, goesOn: Bool = false
) -> [DrawItem] {
  let (dx, dy) = (end.x - start.x, end.y - start.y)
  let length = (dx * dx + dy * dy).squareRoot()
  guard length > dash else { return [.line(from: start, to: end, width: width, color)] }
  let count = max(1, Int((length / dash + (goesOn ? 0 : 1)) / 2))
  let step = length / Double(goesOn ? 2 * count : 2 * count - 1)
  return (0..<count).map { index in
    let first = Double(2 * index) + (goesOn ? 0.5 : 0)
    let (from, to) = (first * step / length, (first + 1) * step / length)
    return .line(
      from: Point(x: start.x + dx * from, y: start.y + dy * from),
      to: Point(x: start.x + dx * to, y: start.y + dy * to), width: width, color)
  }
}

extension Rect {
  func inset(by distance: Points) -> Rect {
    Rect(
      x: minX + distance, y: minY + distance, width: size.width - 2 * distance,
      height: size.height - 2 * distance)
  }

  var midX: Points { minX + size.width / 2 }
  var midY: Points { minY + size.height / 2 }

  func touches(_ other: Rect) -> Bool {
    min(maxX, other.maxX) - max(minX, other.minX) > 0.01
      && min(maxY, other.maxY) - max(minY, other.minY) > 0.01
  }

  func contains(_ other: Rect) -> Bool {
    other.minX >= minX - 0.01 && other.maxX <= maxX + 0.01 && other.minY >= minY - 0.01
      && other.maxY <= maxY + 0.01
  }
}
