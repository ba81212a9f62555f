import DrawList

extension GlyphRun {
  /// Where the letters of a run shaped by `FixedWidthShaper` stand: capitals up, descenders down.
  package var box: Rect {
    if isUpward {
      return Rect(x: origin.x - 0.7 * size, y: origin.y - width, width: 0.9 * size, height: width)
    }
    return Rect(x: origin.x, y: origin.y - 0.7 * size, width: width, height: 0.9 * size)
  }
}

extension DrawItem {
  /// What the item covers.
  package var box: Rect {
    switch self {
    case .glyphs(let run): run.box
    case .rectangle(let rect, _), .link(let rect, to: _), .image(_, let rect): rect
    case .path(let path, _): around(path.points)
    case .destination(_, let point): around([point])
    case .polygon(let corners, _): around(corners)
    case .line(let from, let to, _, _): around([from, to])
    }
  }

  package var run: GlyphRun? {
    if case .glyphs(let run) = self { run } else { nil }
  }

  private func around(_ corners: [Point]) -> Rect {
    corners.map { Rect(x: $0.x, y: $0.y, width: 0, height: 0) }
      .reduce(Rect(x: corners[0].x, y: corners[0].y, width: 0, height: 0)) { $0.union($1) }
  }
}

extension Rect {
  /// Whether two rectangles have more in common than what rounding leaves.
  package func overlaps(_ other: Rect) -> Bool {
    let (width, height) = (
      min(maxX, other.maxX) - max(minX, other.minX), min(maxY, other.maxY) - max(minY, other.minY)
    )
    return width > 0.01 && height > 0.01
  }

  /// Whether another rectangle lies in this one, but for what rounding leaves.
  package func holds(_ other: Rect) -> Bool {
    other.minX >= minX - 0.01 && other.maxX <= maxX + 0.01 && other.minY >= minY - 0.01
      && other.maxY <= maxY + 0.01
  }
}

/// Texts that lie over one another, two by two.
package func overlaps(among runs: [GlyphRun]) -> [String] {
  let runs = runs.sorted { $0.box.minY < $1.box.minY }
  var found: [String] = []
  for (index, run) in runs.enumerated() {
    for other in runs[(index + 1)...].prefix(while: { $0.box.minY < run.box.maxY })
    where run.box.overlaps(other.box) {
      found.append("“\(run.text)” and “\(other.text)”")
    }
  }
  return found
}
