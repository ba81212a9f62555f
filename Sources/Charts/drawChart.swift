import DrawList
import Typesetting

/// Draws a chart in a given width; its height follows from what it holds.
///
/// Lengths start at zero. Where each value is written there is no axis to read and no grid. Columns whose labels would
/// touch are drawn as horizontal bars instead, which always have room.
package func drawChart(
  _ chart: Chart, style: ChartStyle, width: Points, typesetter: Typesetter
) -> ChartDrawing {
  let text = ChartText(typesetter: typesetter, leading: style.leading)
  return chart.panels.count == 1
    ? draw(chart, panel: 0, style, text, width: width)
    : PanelGrid(chart: chart, style: style, text: text, width: width).drawing()
}

private func draw(
  _ chart: Chart, panel: Int, _ style: ChartStyle, _ text: ChartText, width: Points
) -> ChartDrawing {
  let legend = Legend(chart: chart, style: style, text: text, width: width)
  if chart.form == .slope, chart.categories.count > 1 {
    let plot = SlopePlot(
      chart: chart, panel: panel, style: style, text: text, width: width,
      domain: domain(of: chart, panels: [panel]))
    return ChartDrawing(legend: plot.namesSeries ? nil : legend.strip, strips: [plot.strip()])
  }
  if chart.isUpright {
    let plot = VerticalPlot.namingSeries(
      chart: chart, style: style, text: text, width: width, domain: domain(of: chart, panels: [panel]))
    if plot.hasRoom || chart.isAlwaysUpright {
      let isNamed =
        plot.namesSeries || chart.form == .line && LineEnds(chart, panel, style, text, width: width).namesFit
      let named = Legend(
        chart: chart, style: style, text: text, width: width, namesSeries: !isNamed,
        hasReferences: plot.references.areInLegend)
      return ChartDrawing(legend: named.strip, strips: [plot.strip()])
    }
  }
  let names = CategoryNames(chart: chart, style: style, text: text, width: width)
  let shared = chart.isParted && chart.hasFreeScales ? nil : domain(of: chart, panels: [panel])
  let plot = HorizontalPlot(
    chart: chart, panel: panel, style: style, text: text, width: width, names: names, domain: shared)
  return ChartDrawing(
    legend: plot.namesSeries ? nil : legend.strip,
    strips: chart.form == .split
      ? HorizontalPlot.strips(
        chart: chart, panel: panel, style: style, text: text, width: width, names: names, domain: shared)
      : plot.strips(),
    wasTurned: chart.isUpright)
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
  package var isUpright: Bool {
    switch form {
    case .split, .pyramid, .pictogram, .likert, .bullet: false
    case .bar, .stacked, .stackedToWhole, .diverging, .range, .dumbbell, .dot, .lollipop, .waterfall,
      .histogram,
      .line, .mosaic, .pareto, .slope:
      isAlwaysUpright || orientation == .vertical
    }
  }
}
