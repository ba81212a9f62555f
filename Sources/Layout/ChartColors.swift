import Charts
import DrawList
import Indicators
import Model
import Spec

extension Chart {
  /// A published chart with the theme's colours.
  init(_ chart: PublishedChart, theme: Theme) {
    let palette = ChartPalette(theme: theme)
    let series = zip(chart.series, palette.fills(of: chart)).map { series, fill in
      Series(
        name: series.name, fill: fill, isPath: series.isPath, isMuted: series.isMuted, isApart: series.isApart
      )
    }
    let categories = chart.categories.map { category in
      var made = Category(
        label: category.rank.map { "\($0).\u{A0}" + category.label } ?? category.label, group: category.group,
        isMuted: chart.hasHighlight && !category.isHighlighted,
        isTotal: category.isTotal, weight: category.weight, position: category.position)
      made.partOfYear = category.partOfYear.map { PartOfYear(names: $0.names, year: $0.year) }
      return made
    }
    let panels = chart.panels.map { panel in
      Panel(title: panel.title, values: panel.bars.map { $0.map(Datum.init) })
    }
    self.init(
      form: ChartForm(chart), orientation: chart.orientation == .horizontal ? .horizontal : .vertical,
      categories: categories, series: series, panels: panels, axis: ChartAxis(chart.axis))
    references = chart.references.map { ChartReference(value: $0.value, end: $0.end, label: $0.label) }
    brackets = chart.brackets.map { bracket in
      ChartBracket(
        panel: bracket.panel, from: .init(category: bracket.fromCategory, series: bracket.fromSeries),
        to: .init(category: bracket.toCategory, series: bracket.toSeries), label: bracket.label)
    }
    annotations = chart.annotations.map {
      ChartAnnotation(category: $0.category, series: $0.series, text: $0.text)
    }
    intervals = chart.options.intervals == .gradient ? .gradient : .bars
    writesValues = chart.options.writesValues
    hasFreeScales = chart.options.hasFreeScales
    panelColumns = chart.options.panelColumns
    totals = chart.options.totals
    targetName = chart.options.targetName
    isOrdered = chart.options.isOrdered
    if chart.kind == .waterfall { signs = palette.signs }
  }
}

extension Chart.Datum {
  init(_ bar: PublishedChart.Bar) {
    let aimed = bar.targetLabel.map { bar.label + "\u{A0}/\u{A0}" + $0 }
    self.init(
      value: bar.number, label: aimed ?? bar.label, short: aimed == nil ? bar.short : bar.label, low: bar.low,
      high: bar.high, target: bar.target, isProvisional: bar.isProvisional)
  }
}

extension ChartAxis {
  init(_ axis: PublishedChart.Axis) {
    self.init(
      numbers: AxisNumbers(
        decimalMark: axis.decimalMark, groupMark: axis.groupMark, prefix: axis.prefix, suffix: axis.suffix,
        divisor: axis.divisor),
      low: axis.low, high: axis.high, isLogarithmic: axis.isLogarithmic, isOfCounts: axis.isOfCounts)
  }
}

extension ChartForm {
  init(_ chart: PublishedChart) {
    switch chart.kind {
    case .bar, .column, .ranked: self = .bar
    case .stacked: self = .stacked
    case .stackedToWhole: self = .stackedToWhole
    case .diverging: self = .diverging
    case .likert: self = .likert
    case .split: self = .split
    case .pyramid: self = .pyramid
    case .range: self = .range
    case .dumbbell: self = .dumbbell
    case .dot: self = .dot
    case .lollipop: self = .lollipop
    case .bullet: self = .bullet
    case .waterfall: self = .waterfall
    case .histogram: self = .histogram(edges: chart.options.edges)
    case .pareto: self = .pareto
    case .line: self = .line
    case .slope: self = .slope
    case .mosaic: self = .mosaic
    case .pictogram: self = .pictogram(each: chart.options.each ?? 1)
    }
  }
}
