import DrawList
import Typesetting

/// The names of categories beside horizontal bars, broken into lines, and the headings of their groups.
struct CategoryNames {
  let chart: Chart
  let style: ChartStyle
  let text: ChartText
  /// By category.
  let lines: [[Line]]
  let isShown: Bool
  /// Where the names stand: as wide as the widest of them.
  let width: Points
  /// How wide headings may be.
  var headingWidth: Points

  static let gap: Points = 8
  private static let share = 0.34

  init(chart: Chart, style: ChartStyle, text: ChartText, width: Points, isShown: Bool = true) {
    self.chart = chart
    self.style = style
    self.text = text
    self.isShown = isShown
    headingWidth = width
    lines = chart.categories.map { text.evenLines($0.label, style.category, width: width * Self.share) }
    let widest = lines.flatMap { $0.map(\.width) }.max() ?? 0
    self.width = isShown ? widest : 0
  }

  private init(_ names: CategoryNames, isShown: Bool) {
    chart = names.chart
    style = names.style
    text = names.text
    lines = names.lines
    headingWidth = names.headingWidth
    self.isShown = isShown
    width = isShown ? names.width : 0
  }

  /// The same for a panel beside one that shows them: rows stay as high.
  var hidden: CategoryNames { CategoryNames(self, isShown: false) }

  /// The heading over a category: its group's, where it is the first of it; else no lines.
  func heading(_ category: Int) -> [Line] {
    guard let group = chart.categories[category].group,
      category == 0 || chart.categories[category - 1].group != group
    else { return [] }
    return text.evenLines(group, style.series, width: headingWidth)
  }

  func parts(_ category: Int, middle: Points, heading: [Line], headingTop: Points, in room: Points)
    -> [ChartPart]
  {
    guard isShown else { return [] }
    var parts: [ChartPart] = []
    if !heading.isEmpty {
      let first = headingTop + text.leading - text.descent(style.series)
      let items = heading.enumerated().flatMap { row, line in
        line.items(at: Point(x: 0, y: first + Double(row) * text.leading))
      }
      parts.append(ChartPart(content: .groupName(category), items: items))
    }
    let isCentered = chart.form == .pyramid
    let left = isCentered && chart.series.count == 2 ? (room - width) / 2 : 0
    let items = text.items(lines[category], style.category, middle: middle) { line in
      left + (isCentered ? (width - line.width) / 2 : width - line.width)
    }
    return parts + [ChartPart(content: .categoryName(category), items: items)]
  }
}
