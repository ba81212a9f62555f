import DrawList

/// A bar as draw items: its fill, an outline inside its edge, hatching.
func items(of bar: Rect, fill: BarFill, isMuted: Bool) -> [DrawItem] {
  guard bar.size.width > 0, bar.size.height > 0 else { return [] }
  let color = isMuted ? fill.muted : fill.color
  var items: [DrawItem] = []
  if let outline = fill.outline {
    items.append(.rectangle(bar, outline))
    items.append(.rectangle(bar.inset(by: min(outlineWidth, bar.size.width / 2, bar.size.height / 2)), color))
  } else {
    items.append(.rectangle(bar, color))
  }
  if let hatch = fill.hatch { items += hatching(of: bar, hatch) }
  return items
}

private let outlineWidth: Points = 0.8
private let hatchSpacing: Points = 5
private let hatchWidth: Points = 0.9

/// Diagonal strokes across a bar, cut at its edges.
private func hatching(of bar: Rect, _ color: Color) -> [DrawItem] {
  var strokes: [DrawItem] = []
  // A stroke is x + y = sum; it enters at the left or bottom edge and leaves at the top or right one.
  var sum = bar.minX + bar.minY + hatchSpacing
  while sum < bar.maxX + bar.maxY {
    let from = Point(x: max(bar.minX, sum - bar.maxY), y: min(bar.maxY, sum - bar.minX))
    let to = Point(x: min(bar.maxX, sum - bar.minY), y: max(bar.minY, sum - bar.maxX))
    strokes.append(.line(from: from, to: to, width: hatchWidth, color))
    sum += hatchSpacing
  }
  return strokes
}

extension Rect {
  func inset(by distance: Points) -> Rect {
    Rect(
      x: minX + distance, y: minY + distance, width: size.width - 2 * distance,
      height: size.height - 2 * distance)
  }
}
