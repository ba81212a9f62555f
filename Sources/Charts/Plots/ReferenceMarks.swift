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

  func lines(_ ends: (Double) -> (Point, Point)) -> [DrawItem] {
    references.filter { $0.end == nil }.flatMap { reference in
      let (from, to) = ends(reference.value)
      return dashes(from: from, to: to, width: Self.width, style.baseline, dash: 3)
    }
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
      let left = min(max(0, at - line.width / 2), max(0, width - line.width))
      let span = (left - 3)...(left + line.width + 3)
      let row = rows.firstIndex { row in !row.contains { $0.overlaps(span) } } ?? rows.count
      if row == rows.count { rows.append([]) }
      rows[row].append(span)
      feet.append((at, row))
      items += line.items(
        at: Point(x: left, y: Double(row + 1) * text.leading - text.descent(style.tick)))
    }
    let height = Double(rows.count) * text.leading + 3
    for (reference, foot) in zip(references, feet) where reference.end == nil {
      items += dashes(
        from: Point(x: foot.x, y: Double(foot.row + 1) * text.leading + 1), to: Point(x: foot.x, y: height),
        width: Self.width, style.baseline, dash: 3)
    }
    return ChartDrawing.Strip(height: height, parts: [ChartPart(content: .shape, items: items)])
  }
}
