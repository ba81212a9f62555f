import DrawList
import Typesetting

/// Draws a chart in a given width; its height follows from what it holds.
///
/// Lengths start at zero. Where each value is written there is no axis to read and no grid. Columns whose labels would
/// touch are drawn as horizontal bars instead, which always have room.
///
/// - Parameter height: what the chart is to fill, by a higher plot or higher rows. One that needs more is as low as can be,
///   and one whose rows would be too high is lower.
package func drawChart(
  _ chart: Chart, style: ChartStyle, width: Points, filling height: Points? = nil, typesetter: Typesetter
) -> ChartDrawing {
  let drawer = ChartDrawer(
    chart: chart, width: width, text: ChartText(typesetter: typesetter, leading: style.leading))
  guard let height else { return drawer.drawing(style) }
  return drawer.drawing(style, filling: height)
}

private struct ChartDrawer {
  let chart: Chart
  let width: Points
  let text: ChartText

  /// A plot that is lower than this shows nothing well.
  private static let leastPlot: Points = 90
  /// How often its height is guessed.
  private static let trials = 4

  /// - Parameter height: of lying rows in one panel.
  func drawing(_ style: ChartStyle, rowsFilling height: Points? = nil) -> ChartDrawing {
    chart.panels.count == 1
      ? panel(style, rowsFilling: height)
      : PanelGrid(chart: chart, style: style, text: text, width: width).drawing()
  }

  private func panel(_ style: ChartStyle, rowsFilling height: Points?) -> ChartDrawing {
    if chart.form == .slope, chart.categories.count > 1 {
      let plot = SlopePlot(
        chart: chart, panel: 0, style: style, text: text, width: width,
        domain: domain(of: chart, panels: [0]))
      return ChartDrawing(
        legend: plot.namesSeries ? nil : legend(style).strip, strips: [plot.strip()])
    }
    if chart.isUpright {
      let plot = VerticalPlot.namingSeries(
        chart: chart, style: style, text: text, width: width, domain: domain(of: chart, panels: [0]))
      if plot.hasRoom || chart.isAlwaysUpright {
        let isNamed =
          plot.namesSeries
          || chart.form == .line && LineEnds(chart, 0, style, text, width: width).namesFit
        let named = Legend(
          chart: chart, style: style, text: text, width: width, namesSeries: !isNamed,
          hasReferences: plot.references.areInLegend)
        return ChartDrawing(legend: named.strip, strips: [plot.strip()])
      }
    }
    var plots = LyingPlots(
      chart: chart, panel: 0, style: style, text: text, width: width,
      names: CategoryNames(chart: chart, style: style, text: text, width: width),
      domain: chart.isParted && chart.hasFreeScales ? nil : domain(of: chart, panels: [0]))
    let strip = plots.namesSeries ? nil : legend(style).strip
    if let height { plots = plots.filling(height - (strip?.height ?? 0)) }
    return ChartDrawing(legend: strip, strips: plots.strips(), wasTurned: chart.isUpright)
  }

  private func legend(_ style: ChartStyle) -> Legend {
    Legend(chart: chart, style: style, text: text, width: width)
  }

  // MARK: A given height

  func drawing(_ style: ChartStyle, filling height: Points) -> ChartDrawing {
    if chart.isUpright, let drawing = plotFilling(height, style) { return drawing }
    let natural = drawing(style, rowsFilling: height)
    guard chart.panels.count > 1, height > natural.height + 1 else { return natural }
    // Rows of panels have names and titles between them, which stay as high as they are.
    let twice = drawing(style.stretched(2))
    guard twice.height > natural.height + 1 else { return natural }
    let share = (height - natural.height) / (twice.height - natural.height)
    let filled = drawing(style.stretched(min(LyingPlots.mostStretch, 1 + share)))
    return filled.height <= height + 0.01 ? filled : natural
  }

  /// By the method of secants: a chart grows as its plot does, one of several rows of panels so many times as much. What
  /// is written in a higher plot may need another height around it, so a first guess is not always right.
  ///
  /// - Returns: `nil` where the plot lies, so that its rows are to be higher.
  private func plotFilling(_ height: Points, _ style: ChartStyle) -> ChartDrawing? {
    var (plot, growth) = (max(height, Self.leastPlot), 1.0)
    var drawn = drawing(style.withPlot(plot))
    guard !drawn.wasTurned else { return nil }
    var best: ChartDrawing?
    for _ in 0..<Self.trials {
      let next = max(Self.leastPlot, plot + (height - drawn.height) / growth)
      guard abs(next - plot) > 0.01 else { break }
      let trial = drawing(style.withPlot(next))
      if trial.height <= height + 0.01, trial.height > best?.height ?? 0 { best = trial }
      let measured = (trial.height - drawn.height) / (next - plot)
      if measured > 0 { growth = measured }
      (plot, drawn) = (next, trial)
    }
    return best ?? drawing(style.withPlot(Self.leastPlot))
  }
}

extension ChartStyle {
  fileprivate func withPlot(_ height: Points) -> ChartStyle {
    var style = self
    style.plotHeight = height
    return style
  }

  fileprivate func stretched(_ stretch: Double) -> ChartStyle {
    var style = self
    style.rowStretch = stretch
    return style
  }
}

extension Chart {
  /// Whether it has no lying form.
  var isAlwaysUpright: Bool {
    switch form {
    case .histogram, .line, .mosaic, .pareto, .slope: true
    case .bar, .stacked, .stackedToWhole, .likert, .diverging, .split, .pyramid, .range, .dumbbell, .dot,
      .lollipop,
      .bullet, .waterfall, .pictogram:
      false
    }
  }

  /// Whether its plot stands, as high as the style says, unless its labels have no room so.
  var isUpright: Bool {
    switch form {
    case .split, .pyramid, .pictogram, .likert, .bullet: false
    case .bar, .stacked, .stackedToWhole, .diverging, .range, .dumbbell, .dot, .lollipop, .waterfall,
      .histogram,
      .line, .mosaic, .pareto, .slope:
      isAlwaysUpright || orientation == .vertical
    }
  }
}
