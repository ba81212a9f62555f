import DrawList
import Typesetting

/// The headings of groups of columns: a second level of names under those of the columns, each under a bracket as wide as
/// its group.
struct GroupsBelow {
  let style: ChartStyle
  let text: ChartText
  private var groups: [Group]
  /// Whether headings are the years of periods, whose own names tell them too.
  private var isOfYears = false

  private struct Group {
    let heading: String
    let first: Int
    var span: ClosedRange<Points>
  }

  private static let above: Points = 4
  private static let foot: Points = 3
  /// What a bracket leaves free at either end of its group.
  private static let inset: Points = 3

  /// The years of quarters or months, each under its own; `nil` where categories are others, or a year has no room.
  static func years(
    of chart: Chart, style: ChartStyle, text: ChartText, bands: [ClosedRange<Points>],
    bounds: ClosedRange<Points>
  ) -> GroupsBelow? {
    let years = chart.categories.compactMap(\.partOfYear?.year)
    guard chart.isOrdered, chart.categories.count > 1, years.count == chart.categories.count,
      chart.categories.allSatisfy({ $0.group == nil })
    else { return nil }
    var below = GroupsBelow(
      headings: years, style: style, text: text, bands: bands, bounds: bounds)
    below.isOfYears = true
    return below.hasRoom ? below : nil
  }

  /// - Parameter bounds: of the plot, which the bands of moments at its ends may reach beyond.
  init(
    chart: Chart, style: ChartStyle, text: ChartText, bands: [ClosedRange<Points>],
    bounds: ClosedRange<Points>
  ) {
    self.init(
      headings: chart.categories.map(\.group), style: style, text: text, bands: bands, bounds: bounds)
  }

  private init(
    headings: [String?], style: ChartStyle, text: ChartText, bands: [ClosedRange<Points>],
    bounds: ClosedRange<Points>
  ) {
    self.style = style
    self.text = text
    var groups: [Group] = []
    for (index, heading) in headings.enumerated() {
      guard let heading, !heading.isEmpty else { continue }
      if index > 0, headings[index - 1] == heading {
        groups[groups.count - 1].span = groups[groups.count - 1].span.lowerBound...bands[index].upperBound
      } else {
        groups.append(Group(heading: heading, first: index, span: bands[index]))
      }
    }
    for index in groups.indices { groups[index].span = groups[index].span.clamped(to: bounds) }
    self.groups = groups
  }

  /// Whether each heading stands under its own group, on some lines if need be.
  var hasRoom: Bool { groups.allSatisfy { text.minimumWidth($0.heading, style.series) <= room($0) } }

  private func room(_ group: Group) -> Points {
    max(0, group.span.upperBound - group.span.lowerBound - 2 * Self.inset)
  }

  /// The brackets and headings from a height on, and how much they take.
  ///
  /// Where a chart cannot lie and a heading is wider than its group, headings are set one a row.
  func parts(top: Points) -> (parts: [ChartPart], height: Points) {
    guard let right = groups.last?.span.upperBound else { return ([], 0) }
    let lines = groups.map { text.evenLines($0.heading, style.series, width: hasRoom ? room($0) : right) }
    let most = Double(lines.map(\.count).max() ?? 1) * text.leading
    let y = top + Self.above + Self.foot
    var parts: [ChartPart] = []
    for (index, (group, lines)) in zip(groups, lines).enumerated() {
      let (left, end) = (group.span.lowerBound + Self.inset, group.span.upperBound - Self.inset)
      let bracket = [(left, y - Self.foot, left, y), (left, y, end, y), (end, y - Self.foot, end, y)].map {
        DrawItem.line(from: Point(x: $0.0, y: $0.1), to: Point(x: $0.2, y: $0.3), width: 0.6, style.muted)
      }
      let row = hasRoom ? 0 : Double(index) * most
      let middle = y + 2 + row + Double(lines.count) * text.leading / 2
      let items = text.items(lines, style.series, middle: middle) { line in
        min(
          max(0, (group.span.lowerBound + group.span.upperBound - line.width) / 2), max(0, right - line.width)
        )
      }
      parts.append(ChartPart(content: .shape, items: left < end ? bracket : []))
      parts.append(ChartPart(content: isOfYears ? .shape : .groupName(group.first), items: items))
    }
    return (parts, Self.above + Self.foot + 2 + (hasRoom ? 1 : Double(groups.count)) * most)
  }
}
