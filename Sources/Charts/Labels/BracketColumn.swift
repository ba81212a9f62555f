import DrawList
import Typesetting

/// What two bars differ by, right of them: a bracket between their middles, and the difference.
struct BracketColumn {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText

  private static let arm: Points = 5
  private static let gap: Points = 5

  private var brackets: [ChartBracket] {
    chart.brackets.filter { $0.panel == panel && $0.from.category == $0.to.category }
  }

  /// The room that they take at the right.
  var width: Points {
    guard let widest = brackets.map({ text.width($0.label, style.value) }).max() else { return 0 }
    return 2 * Self.gap + Self.arm + Self.gap + widest
  }

  func draw(_ category: Int, _ frame: PlotFrame, on canvas: inout Canvas) {
    let slots = frame.slots(chart.series.count, gap: BarMark.gap)
    for bracket in brackets where bracket.from.category == category {
      let ends = [bracket.from.series, bracket.to.series].map {
        (slots[$0].lowerBound + slots[$0].upperBound) / 2
      }
      let x = frame.limits.maxX - width + 2 * Self.gap
      let (top, bottom) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
      let corner = x + Self.arm - 1
      canvas.shape(
        [(x, top, corner, top), (corner, top, corner, bottom), (x, bottom, corner, bottom)].map {
          x1, y1, x2, y2 in
          .line(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), width: 0.8, style.muted)
        })
      let at = Point(x: corner + Self.gap, y: (top + bottom) / 2 + text.middleToBaseline(style.value))
      canvas.write(bracket.label, style.value, at: at, as: .shape)
    }
  }
}
