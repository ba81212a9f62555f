import DrawList
import Typesetting

/// What two bars differ by, right of them: a bracket between their middles, and the difference; over several rows
/// where they are not of one category.
struct BracketColumn {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText

  private static let arm: Points = 5
  private static let gap: Points = 5

  private var brackets: [ChartBracket] { chart.brackets.filter { $0.panel == panel } }

  /// The room that they take at the right.
  var width: Points {
    // Panels on one scale have the same room.
    let all = chart.hasFreeScales ? brackets : chart.brackets
    guard let widest = all.map({ text.width($0.label, style.value) }).max() else { return 0 }
    return 2 * Self.gap + Self.arm + Self.gap + widest
  }

  /// The brackets of a category's row, or the parts there of those that go over several rows.
  ///
  /// - Parameter right: the end of the chart.
  func draw(_ category: Int, _ frame: PlotFrame, right: Points, on canvas: inout Canvas) {
    let slots = frame.slots(chart.series.count, gap: BarMark.gap)
    func middle(_ foot: ChartBracket.Foot) -> Points {
      (slots[foot.series].lowerBound + slots[foot.series].upperBound) / 2
    }
    for bracket in brackets {
      let feet = [bracket.from, bracket.to].sorted { ($0.category, $0.series) < ($1.category, $1.series) }
      guard (feet[0].category...feet[1].category).contains(category) else { continue }
      let top = feet[0].category == category ? middle(feet[0]) : 0
      let bottom = feet[1].category == category ? middle(feet[1]) : frame.limits.maxY
      let x = right - width + 2 * Self.gap
      let corner = x + Self.arm - 1
      let arms = feet.filter { $0.category == category }.map(middle)
      canvas.shape(
        canvas.gapsBesideHeadings(at: corner, from: top, to: bottom).map {
          .line(
            from: Point(x: corner, y: $0.lowerBound), to: Point(x: corner, y: $0.upperBound), width: 0.8,
            style.muted)
        }
          + arms.map {
            .line(from: Point(x: x, y: $0), to: Point(x: corner, y: $0), width: 0.8, style.muted)
          })
      // Once, in the row that is nearest to the middle of all.
      guard category == (feet[0].category + feet[1].category) / 2 else { continue }
      let isBetweenRows = (feet[1].category - feet[0].category) % 2 == 1
      let height = isBetweenRows ? frame.limits.maxY - text.leading / 2 : (top + bottom) / 2
      let at = Point(x: corner + Self.gap, y: height + text.middleToBaseline(style.value))
      canvas.write(bracket.label, style.value, at: at, as: .shape)
    }
  }
}
