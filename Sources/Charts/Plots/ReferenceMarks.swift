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

  /// A dashed line, light around so that it is seen on dark bars too.
  static func stroke(from: Point, to: Point, _ style: ChartStyle) -> [DrawItem] {
    [.line(from: from, to: to, width: width + 1.6, .white)]
      + dashes(from: from, to: to, width: width, style.baseline, dash: 3, goesOn: true)
  }

  /// Where a name starts: over its own line, but beside those of others, which run down past it.
  private func left(of line: Line, at x: Points, beside others: [Points], width: Points) -> Points {
    let most = max(0, width - line.width)
    let centered = min(max(0, x - line.width / 2), most)
    let crossing = others.filter { $0 > centered - 3 && $0 < centered + line.width + 3 && $0 != x }
    guard let nearest = crossing.min(by: { abs($0 - x) < abs($1 - x) }) else { return centered }
    return min(max(0, nearest > x ? nearest - 4 - line.width : nearest + 4), most)
  }

  /// Names over a chart whose scale runs from left to right, each over its line, in as many rows as they need.
  func namesAbove(width: Points, x: (Double) -> Points) -> ChartDrawing.Strip? {
    guard !references.isEmpty else { return nil }
    var rows: [[ClosedRange<Points>]] = []
    var items: [DrawItem] = []
    var feet: [(x: Points, row: Int)] = []
    for reference in references {
      let at = (x(reference.value) + x(reference.end ?? reference.value)) / 2
      let line = text.typesetter.line(StyledText(reference.label, style.tick))
      let left = left(of: line, at: at, beside: feet.map(\.x), width: width)
      let span = (left - 3)...(left + line.width + 3)
      let row = rows.firstIndex { row in !row.contains { $0.overlaps(span) } } ?? rows.count
      if row == rows.count { rows.append([]) }
      rows[row].append(span)
      feet.append((at, row))
      items += line.items(
        at: Point(x: left, y: Double(row + 1) * text.leading - text.descent(style.tick)))
    }
    let height = Double(rows.count) * text.leading + 3
    // Nothing dark is behind these.
    for (reference, foot) in zip(references, feet) where reference.end == nil {
      items += dashes(
        from: Point(x: foot.x, y: Double(foot.row + 1) * text.leading + 1), to: Point(x: foot.x, y: height),
        width: Self.width, style.baseline, dash: 3)
    }
    return ChartDrawing.Strip(height: height, parts: [ChartPart(content: .shape, items: items)])
  }
}
