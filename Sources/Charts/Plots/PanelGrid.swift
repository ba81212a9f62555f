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
  private static let leastPlot: Points = 40

  func drawing() -> ChartDrawing {
    let columns = columns
    let each = panelWidth(columns: columns)
    let hasSlopeNames =
      chart.form == .slope
      && SlopePlot(chart: chart, panel: 0, style: style, text: text, width: each, domain: shared ?? own(0))
        .namesSeries
    let legend = Legend(
      chart: chart, style: style, text: text, width: width, namesSeries: !hasSlopeNames,
      hasReferences: isUpright && chart.form != .slope
        && ReferencesBeside(chart: chart, style: style, text: text, width: each).areInLegend
    ).strip
    let starts = Array(stride(from: 0, to: chart.panels.count, by: columns))
    let rows = starts.map { start in
      row(
        Array(start..<min(start + columns, chart.panels.count)), columns: columns,
        isLast: start == starts.last)
    }
    return ChartDrawing(legend: legend, strips: rows, wasTurned: isTurned)
  }

  private var columns: Int {
    if let wanted = chart.panelColumns {
      let most = max(1, min(wanted, chart.panels.count))
      return (1...most).last { hasPlots(columns: $0) } ?? 1
    }
    let names = isUpright ? 0 : names.width + CategoryNames.gap
    let brackets = BracketColumn(chart: chart, panel: 0, style: style, text: text).width
    let least = isUpright ? Self.leastWidth : Self.leastWidthLying + brackets
    let fitting = max(1, Int((width - names + Self.gap) / (least + Self.gap)))
    let most = min(fitting, isUpright ? 3 : 4, chart.panels.count)
    // Rows of about equal length: four panels stand two by two rather than three and one.
    let rows = (chart.panels.count + most - 1) / most
    let even = (chart.panels.count + rows - 1) / rows
    return chart.form == .slope ? (1...even).last { hasPlots(columns: $0) } ?? 1 : even
  }

  /// Whether as many panels side by side have something to show.
  private func hasPlots(columns: Int) -> Bool {
    let each = panelWidth(columns: columns)
    guard isUpright else { return each >= Self.leastPlot + (chart.writesValues ? widestLabel : 0) }
    guard chart.form != .slope else {
      return chart.panels.indices.allSatisfy {
        SlopePlot(chart: chart, panel: $0, style: style, text: text, width: each, domain: shared ?? own($0))
          .hasPlot
      }
    }
    return chart.panels.indices.allSatisfy {
      VerticalPlot(
        chart: chart, panel: $0, style: style, text: text, width: each, domain: shared ?? own($0)
      ).hasPlot
    }
  }

  private var widestLabel: Points {
    chart.panels.flatMap(\.values).joined().map { text.width($0.label, style.value) }.max() ?? 0
  }

  private func panelWidth(columns: Int) -> Points {
    let side = isUpright ? 0 : names.width + CategoryNames.gap
    return max(20, (width - side - Double(columns - 1) * Self.gap) / Double(columns))
  }

  private var isUpright: Bool { chart.isUpright && !isTurned }

  /// Whether columns have no room in panels, so that they lie.
  private var isTurned: Bool {
    guard chart.isUpright, !chart.isAlwaysUpright else { return false }
    let fitting = max(1, Int((width + Self.gap) / (Self.leastWidth + Self.gap)))
    let columns = chart.panelColumns ?? min(fitting, 3, chart.panels.count)
    let each = max(20, (width - Double(columns - 1) * Self.gap) / Double(columns))
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

  /// How values are written on one scale: as in the panel that has least room, since where there are none an axis takes
  /// some of the width and height. Each panel decides for itself where scales are free.
  private func labels(width: Points) -> PlotFrame.LabelForm? {
    guard let shared, chart.form != .slope else { return nil }
    let forms = chart.panels.indices.map {
      VerticalPlot(chart: chart, panel: $0, style: style, text: text, width: width, domain: shared).labels
    }
    return [.none, .short].first(where: forms.contains) ?? .full
  }

  // MARK: A row of panels

  private func row(_ panels: [Int], columns: Int, isLast: Bool) -> ChartDrawing.Strip {
    var names = names
    let side = isUpright ? 0 : names.width + CategoryNames.gap
    let each = panelWidth(columns: columns)
    names.headingWidth = side + each
    let labels = isUpright ? labels(width: each) : nil
    var parts: [ChartPart] = []
    let titles = panels.map { panel in
      text.evenLines(chart.panels[panel].title ?? "", style.series, width: each)
    }
    let titleHeight = Double(titles.map(\.count).max() ?? 0) * text.leading + 5
    var height: Points = 0
    for (column, panel) in panels.enumerated() {
      let left = side + Double(column) * (each + Self.gap)
      parts += head(panel, titles[column], left: left, width: each, bottom: titleHeight)
      let strips = strips(panel, isFirst: column == 0, names: names, side: side, width: each, labels)
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
    _ panel: Int, isFirst: Bool, names: CategoryNames, side: Points, width: Points,
    _ labels: PlotFrame.LabelForm?
  ) -> [ChartDrawing.Strip] {
    let domain = shared ?? own(panel)
    if chart.form == .slope, chart.categories.count > 1 {
      return [
        SlopePlot(chart: chart, panel: panel, style: style, text: text, width: width, domain: domain).strip()
      ]
    }
    if isUpright {
      return [
        VerticalPlot(
          chart: chart, panel: panel, style: style, text: text, width: width, domain: domain, labels: labels
        ).strip()
      ]
    }
    return LyingPlots(
      chart: chart, panel: panel, style: style, text: text, width: isFirst ? side + width : width,
      names: isFirst ? names : names.hidden, domain: chart.isParted && chart.hasFreeScales ? nil : domain
    ).strips()
  }
}
