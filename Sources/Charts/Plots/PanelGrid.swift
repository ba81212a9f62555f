import DrawList
import Typesetting

/// Small multiples: the same chart for each panel, side by side and in rows, on one scale unless said otherwise.
struct PanelGrid {
  let chart: Chart
  let style: ChartStyle
  let text: ChartText
  let width: Points

  private static let gap: Points = 18
  private static let rowGap: Points = 12
  private static let leastWidth: Points = 118
  private static let leastWidthLying: Points = 98

  func drawing() -> ChartDrawing {
    let legend = Legend(chart: chart, style: style, text: text, width: width).strip
    let columns = columns
    let starts = Array(stride(from: 0, to: chart.panels.count, by: columns))
    let rows = starts.map { start in
      row(
        Array(start..<min(start + columns, chart.panels.count)), columns: columns,
        isLast: start == starts.last)
    }
    return ChartDrawing(legend: legend, strips: rows, wasTurned: isTurned)
  }

  private var columns: Int {
    if let wanted = chart.panelColumns { return max(1, min(wanted, chart.panels.count)) }
    let names = isUpright ? 0 : names.width + CategoryNames.gap
    let brackets = BracketColumn(chart: chart, panel: 0, style: style, text: text).width
    let least = isUpright ? Self.leastWidth : Self.leastWidthLying + brackets
    let fitting = max(1, Int((width - names + Self.gap) / (least + Self.gap)))
    let most = min(fitting, isUpright ? 3 : 4, chart.panels.count)
    // Rows of about equal length: four panels stand two by two rather than three and one.
    let rows = (chart.panels.count + most - 1) / most
    return (chart.panels.count + rows - 1) / rows
  }

  private var isUpright: Bool { chart.isUpright && !isTurned }

  /// Whether columns have no room in panels, so that they lie.
  private var isTurned: Bool {
    guard chart.isUpright, !chart.isAlwaysUpright else { return false }
    let fitting = max(1, Int((width + Self.gap) / (Self.leastWidth + Self.gap)))
    let columns = chart.panelColumns ?? min(fitting, 3, chart.panels.count)
    let each = (width - Double(columns - 1) * Self.gap) / Double(columns)
    return !VerticalPlot(
      chart: chart, panel: 0, style: style, text: text, width: each, domain: shared ?? own(0)
    ).hasRoom
  }

  private var names: CategoryNames {
    CategoryNames(chart: chart, style: style, text: text, width: width * 0.8)
  }

  private var shared: ClosedRange<Double>? {
    chart.hasFreeScales ? nil : domain(of: chart, panels: chart.panels.indices)
  }

  private func own(_ panel: Int) -> ClosedRange<Double> { domain(of: chart, panels: [panel]) }

  // MARK: A row of panels

  private func row(_ panels: [Int], columns: Int, isLast: Bool) -> ChartDrawing.Strip {
    let names = names
    let side = isUpright ? 0 : names.width + CategoryNames.gap
    let each = max(20, (width - side - Double(columns - 1) * Self.gap) / Double(columns))
    var parts: [ChartPart] = []
    let titles = panels.map { panel in
      text.evenLines(chart.panels[panel].title ?? "", style.series, width: each)
    }
    let titleHeight = Double(titles.map(\.count).max() ?? 0) * text.leading + 5
    var height: Points = 0
    for (column, panel) in panels.enumerated() {
      let left = side + Double(column) * (each + Self.gap)
      parts += head(panel, titles[column], left: left, width: each, bottom: titleHeight)
      let strips = strips(panel, isFirst: column == 0, names: names, side: side, width: each)
      var y = titleHeight + 3
      let origin = column == 0 && !isUpright ? 0 : left
      for strip in strips {
        parts += strip.of(panel: panel).parts.map { $0.moved(by: Point(x: origin, y: y)) }
        y += strip.height
      }
      height = max(height, y)
    }
    return ChartDrawing.Strip(height: height + (isLast ? 0 : Self.rowGap), parts: parts)
  }

  /// A panel's title over a thin rule, which has a piece for each series.
  private func head(
    _ panel: Int, _ lines: [Line], left: Points, width: Points, bottom: Points
  ) -> [ChartPart] {
    let middle = bottom - 5 - Double(lines.count) * text.leading / 2
    let title = ChartPart(
      content: .panelTitle, items: text.items(lines, style.series, middle: middle) { _ in left })
    let piece = width / Double(chart.series.count)
    let rules = chart.series.indices.map { index in
      ChartPart(
        content: .seriesMark(index),
        items: [
          .line(
            from: Point(x: left + Double(index) * piece, y: bottom - 2),
            to: Point(x: left + Double(index + 1) * piece, y: bottom - 2), width: 0.6,
            style.grid.mixed(with: .black, 0.12))
        ])
    }
    return ([title] + rules).map { $0.of(panel: panel) }
  }

  private func strips(
    _ panel: Int, isFirst: Bool, names: CategoryNames, side: Points, width: Points
  ) -> [ChartDrawing.Strip] {
    let domain = shared ?? own(panel)
    if chart.form == .slope, chart.categories.count > 1 {
      return [
        SlopePlot(chart: chart, panel: panel, style: style, text: text, width: width, domain: domain).strip()
      ]
    }
    if isUpright {
      return [
        VerticalPlot(chart: chart, panel: panel, style: style, text: text, width: width, domain: domain)
          .strip()
      ]
    }
    return HorizontalPlot(
      chart: chart, panel: panel, style: style, text: text, width: isFirst ? side + width : width,
      names: isFirst ? names : names.hidden, domain: chart.isParted && chart.hasFreeScales ? nil : domain
    ).strips()
  }
}
