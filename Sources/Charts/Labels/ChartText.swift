import DrawList
import Typesetting

/// Texts of a chart, measured and placed.
struct ChartText {
  let typesetter: Typesetter
  let leading: Points

  /// A text on one line.
  func line(_ text: String, _ style: TextStyle) -> Line { typesetter.line(StyledText(text, style)) }

  func width(_ text: String, _ style: TextStyle) -> Points { line(text, style).width }

  /// How far below the middle of a line its baseline stands: half the height of a capital.
  func middleToBaseline(_ style: TextStyle) -> Points {
    typesetter.shaper.metrics(of: style).capHeight * style.size / 2
  }

  func descent(_ style: TextStyle) -> Points { typesetter.shaper.metrics(of: style).descender * style.size }

  /// Lines of a text, broken as labels are.
  func lines(_ text: String, _ style: TextStyle, width: Points) -> [Line] {
    typesetter.lines(of: StyledText(text, style), width: max(1, width), setting: .placedLabel)
  }

  /// A text on so many lines at the most, as even as they can be; on one where that takes more.
  func evenLines(_ text: String, _ style: TextStyle, on count: Int) -> [Line] {
    let whole = width(text, style)
    return count > 1
      ? evenLines(text, style, on: count, whole: whole, below: whole) ?? [line(text, style)]
      : [line(text, style)]
  }

  /// Lines of a text that are no wider than asked for and as few as can be, and as even as these can be: “près de chez |
  /// moi” becomes “Je sais où trouver | de l’aide près de chez moi”.
  func evenLines(_ text: String, _ style: TextStyle, width: Points) -> [Line] {
    let lines = lines(text, style, width: width)
    guard lines.count > 1 else { return lines }
    let whole = self.width(text, style)
    return evenLines(text, style, on: lines.count, whole: whole, below: width) ?? lines
  }

  /// The narrowest of some widths below a limit at which a text takes no more than so many lines.
  private func evenLines(
    _ text: String, _ style: TextStyle, on count: Int, whole: Points, below limit: Points
  ) -> [Line]? {
    guard whole > 0 else { return nil }
    let start = max(minimumWidth(text, style), whole / Double(count))
    return stride(from: start, to: limit, by: whole / 16).lazy.map { lines(text, style, width: $0) }
      .first { $0.count <= count }
  }

  /// The width of the widest part of a text that no line may break.
  func minimumWidth(_ text: String, _ style: TextStyle) -> Points {
    typesetter.minimumWidth(of: StyledText(text, style))
  }

  /// A text on one line, from a point on its baseline.
  func items(_ text: String, _ style: TextStyle, at baseline: Point) -> [DrawItem] {
    line(text, style).items(at: baseline)
  }

  /// Lines set one under the other, their middle at `middle`, each starting where `x` says for its width.
  func items(_ lines: [Line], _ style: TextStyle, middle: Points, x: (Line) -> Points) -> [DrawItem] {
    let top = middle - Double(lines.count - 1) * leading / 2 + middleToBaseline(style)
    return lines.enumerated().flatMap { index, line in
      line.items(at: Point(x: x(line), y: top + Double(index) * leading))
    }
  }

  /// What a text on one line covers, from a point on its baseline.
  func box(width: Points, _ style: TextStyle, at baseline: Point) -> Rect {
    Rect(x: baseline.x, y: baseline.y - 0.7 * style.size, width: width, height: 0.92 * style.size)
  }
}
