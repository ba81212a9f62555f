import DrawList
import Typesetting

/// Lines and bands that values are read against, with their names.
struct ReferenceMarks {
  let references: [ChartReference]
  let style: ChartStyle
  let text: ChartText

  static let width: Points = 1

  /// Bands behind everything else.
  func bands(_ rect: (Double, Double) -> Rect) -> [DrawItem] {
    references.enumerated().compactMap { index, reference in
      reference.end.map { .rectangle(rect(reference.value, $0), style.bands[style.bands.count - 1]) }
    }
  }

  /// A dashed line, light around where it runs over bars, so that it is seen on dark ones too.
  ///
  /// - Parameter bars: those that it may run over. One that ends near the line would seem to end at it.
  static func stroke(from: Point, to: Point, over bars: [Rect], _ style: ChartStyle) -> [DrawItem] {
    let isUpright = from.x == to.x
    let light = bars.compactMap { bar -> DrawItem? in
      let reach = isUpright ? (from.x - bar.minX, bar.maxX - from.x) : (from.y - bar.minY, bar.maxY - from.y)
      guard min(reach.0, reach.1) > leastBeyond else { return nil }
      let (start, end) =
        isUpright
        ? (Point(x: from.x, y: max(from.y, bar.minY)), Point(x: from.x, y: min(to.y, bar.maxY)))
        : (Point(x: max(from.x, bar.minX), y: from.y), Point(x: min(to.x, bar.maxX), y: from.y))
      guard start.x < end.x || start.y < end.y else { return nil }
      return .line(from: start, to: end, width: width + 1.6, .white)
    }
    return light + dashes(from: from, to: to, width: width, style.baseline, dash: 3, goesOn: true)
  }

  /// How far a bar goes on on both sides of a line that is drawn light around on it.
  private static let leastBeyond: Points = 4

  /// Where a name starts: over its own line, but beside those of others, which run down past it.
  private func left(
    of size: Points, at x: Points, beside others: [Points], in room: ClosedRange<Points>
  ) -> Points {
    let least = room.lowerBound
    let most = max(least, room.upperBound - size)
    let centered = min(max(least, x - size / 2), most)
    let crossing = others.filter { $0 > centered - 3 && $0 < centered + size + 3 && $0 != x }
    guard let nearest = crossing.min(by: { abs($0 - x) < abs($1 - x) }) else { return centered }
    return min(max(least, nearest > x ? nearest - 4 - size : nearest + 4), most)
  }

  /// A name on its place over a chart.
  private struct Name {
    let lines: [Line]
    let left: Points
    let row: Int
    /// Where its line or the middle of its band is.
    let at: Points
    let isLine: Bool
  }

  /// Names over a chart whose scale runs from left to right, each over its line, in as many rows as they need.
  func namesAbove(width: Points, from start: Points = 0, x: (Double) -> Points) -> ChartDrawing.Strip? {
    guard !references.isEmpty else { return nil }
    let room = start...max(start, width)
    var rows: [[ClosedRange<Points>]] = []
    var names: [Name] = []
    for reference in references {
      let at = (x(reference.value) + x(reference.end ?? reference.value)) / 2
      let lines = text.evenLines(reference.label, style.tick, width: room.upperBound - room.lowerBound)
      let size = lines.map(\.width).max() ?? 0
      let left = left(of: size, at: at, beside: names.map(\.at), in: room)
      let span = (left - 3)...(left + size + 3)
      let row = rows.firstIndex { row in !row.contains { $0.overlaps(span) } } ?? rows.count
      if row == rows.count { rows.append([]) }
      rows[row].append(span)
      names.append(Name(lines: lines, left: left, row: row, at: at, isLine: reference.end == nil))
    }
    let heights = rows.indices.map { row in
      Double(names.filter { $0.row == row }.map(\.lines.count).max() ?? 0) * text.leading
    }
    let height = heights.reduce(0, +) + 3
    var canvas = Canvas(text: text, style: style)
    let feet = names.map { heights[...$0.row].reduce(0, +) }
    for (name, foot) in zip(names, feet) {
      let size = Double(name.lines.count) * text.leading
      canvas.shape(text.items(name.lines, style.tick, middle: foot - size / 2) { _ in name.left })
      canvas.claim(
        Rect(x: name.left, y: foot - size, width: name.lines.map(\.width).max() ?? 0, height: size))
    }
    // Nothing dark is behind these lines, which stop before the names of others.
    for (name, foot) in zip(names, feet) where name.isLine {
      canvas.shape(
        canvas.gaps(at: name.at, from: foot + 1, to: height).flatMap { gap in
          dashes(
            from: Point(x: name.at, y: gap.lowerBound), to: Point(x: name.at, y: gap.upperBound),
            width: Self.width, style.baseline, dash: 3, goesOn: true)
        })
    }
    let items = canvas.parts.flatMap(\.items)
    return ChartDrawing.Strip(height: height, parts: [ChartPart(content: .shape, items: items)])
  }
}
