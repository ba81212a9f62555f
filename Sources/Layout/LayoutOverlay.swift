import DrawList
import Typesetting

/// What `--show-layout` draws over a page: its frame, the box of each fragment, the baselines, the white left at the
/// foot, and what the page and its end cost.
struct LayoutOverlay {
  let styles: Styles
  let typesetter: Typesetter

  private static let frameColor = Color(0xC2185B)
  private static let boxColor = Color(0x1976D2)
  private static let baselineColor = Color(0x9E9E9E)
  private static let costColor = Color(0xC2185B)
  private static let hairline: Points = 0.3

  func mark(of page: FilledPage, in frame: Rect) -> Mark {
    var items = outline(frame, Self.frameColor)
    let placed = page.place(PageNumbers())
    items += placed.boxes.flatMap { outline($0, Self.boxColor) }
    items += baselines(of: placed, in: frame)
    guard let fill = page.fill else { return Mark(.artifact, items) }
    if fill.hole > 1, !fill.endsFlow { items += hole(fill, in: frame) }
    return Mark(.artifact, items + note(fill, endCost: page.endCost, in: frame))
  }

  private func outline(_ rect: Rect, _ color: Color) -> [DrawItem] {
    let corners = [
      rect.origin, Point(x: rect.maxX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY),
      Point(x: rect.minX, y: rect.maxY),
    ]
    return corners.indices.map { index in
      .line(from: corners[index], to: corners[(index + 1) % 4], width: Self.hairline, color)
    }
  }

  /// A line under each line of text, once for all that stand on it.
  private func baselines(of page: PlacedContent, in frame: Rect) -> [DrawItem] {
    var known: Set<Int> = []
    return page.marks.flatMap(\.items).compactMap { item in
      guard case .glyphs(let run) = item, known.insert(Int((run.origin.y * 10).rounded())).inserted else {
        return nil
      }
      return .line(
        from: Point(x: frame.minX, y: run.origin.y), to: Point(x: frame.maxX, y: run.origin.y),
        width: Self.hairline / 2, Self.baselineColor)
    }
  }

  /// A cross through the white at the foot.
  private func hole(_ fill: PageFill, in frame: Rect) -> [DrawItem] {
    let bottom = frame.minY + fill.room
    let top = bottom - fill.hole
    return [
      .line(
        from: Point(x: frame.minX, y: top), to: Point(x: frame.maxX, y: bottom), width: Self.hairline,
        Self.costColor),
      .line(
        from: Point(x: frame.maxX, y: top), to: Point(x: frame.minX, y: bottom), width: Self.hairline,
        Self.costColor),
    ]
  }

  /// “fill 96 % · white +31 % · page 1.4 · end 0.5” under the frame.
  private func note(_ fill: PageFill, endCost: Double, in frame: Rect) -> [DrawItem] {
    let white = fill.ratio * 100 * (fill.ratio < 0 ? PageRules.shrink : PageRules.stretch)
    let words = [
      "fill \(Int((fill.depth * 100).rounded())) %",
      "white \(white < 0 ? "−" : "+")\(Int(abs(white).rounded())) %",
      "page \(tenths(fill.cost(isFirst: false)))", "end \(tenths(endCost))",
    ]
    let line = typesetter.line(
      StyledText(words.joined(separator: " · "), styles.running.colored(Self.costColor)))
    return line.items(at: Point(x: frame.minX, y: frame.maxY + 11))
  }

  private func tenths(_ cost: Double) -> String { "\((cost * 10).rounded() / 10)" }
}
