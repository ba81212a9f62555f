import DrawList
import Typesetting

/// How the width and height of a chart of columns are shared.
extension VerticalPlot {
  static func height(_ style: ChartStyle, _ width: Points) -> Points {
    style.plotHeight ?? (width < 420 ? 150 : min(190, 150 + (width - 420) * 0.25))
  }

  /// The bands of the categories, as wide as these weigh; under lines, around their moments in time.
  static func bands(_ chart: Chart, from left: Points, to right: Points) -> [ClosedRange<Points>] {
    if chart.form == .line, let bands = moments(chart, from: left, to: right) { return bands }
    let sum = chart.categories.reduce(0) { $0 + max(0, $1.weight) }
    let isWeighted = chart.form == .mosaic && sum > 0
    var x = left
    return chart.categories.map { category in
      let share = isWeighted ? max(0, category.weight) / sum : 1 / Double(chart.categories.count)
      defer { x += share * (right - left) }
      return x...(x + share * (right - left))
    }
  }

  /// Each moment in the middle of a band that reaches half way to the nearer of its neighbours.
  private static func moments(_ chart: Chart, from left: Points, to right: Points) -> [ClosedRange<Points>]? {
    let times = chart.categories.compactMap(\.position)
    guard times.count > 1, times.count == chart.categories.count, zip(times, times.dropFirst()).allSatisfy(<),
      let first = times.first, let last = times.last
    else { return nil }
    // Points at the ends stay whole.
    let inset = min((right - left) / 2, max(2.8, min(22, (right - left) / Double(2 * times.count))))
    let places = times.map { left + inset + ($0 - first) / (last - first) * (right - left - 2 * inset) }
    return places.indices.map { index in
      let before = index > 0 ? places[index] - places[index - 1] : .infinity
      let after = index + 1 < places.count ? places[index + 1] - places[index] : .infinity
      let half = min(before, after) / 2
      return (places[index] - half)...(places[index] + half)
    }
  }

  /// How wide a column of a series is in a band.
  static func column(_ chart: Chart, band: Points, _ text: ChartText) -> Points {
    switch chart.form {
    case .histogram: return band - 1
    case .mosaic: return band
    case .bar, .split, .pyramid, .pictogram, .lollipop:
      let count = Double(max(1, chart.series.count))
      let gap = PlotFrame.gapOfColumns(in: band * groupShare, count: chart.series.count)
      return min(largestBar, (band * groupShare - (count - 1) * gap) / count)
    case .pareto: return min(largestBar, band * 0.8)
    case .stacked, .stackedToWhole, .diverging, .likert, .range, .dumbbell, .dot, .bullet, .waterfall, .slope,
      .line:
      return min(largestBar, band * groupShare)
    }
  }

  /// How values are written: all in full, or all without their unit, or none, so that none seems left out by chance.
  ///
  /// - Parameters:
  ///   - band: how wide a category's share of the plot is.
  ///   - height: of the plot.
  static func labels(
    _ chart: Chart, _ panel: Int, _ mark: any CategoryMark, band: Points, _ domain: ClosedRange<Double>,
    height: Points, _ text: ChartText, _ style: ChartStyle
  ) -> PlotFrame.LabelForm {
    guard chart.writesValues else { return .none }
    // What stands in segments and beside points is settled one by one.
    let column = column(chart, band: band, text)
    if chart.form.placesLabelsSingly {
      guard chart.isStack, chart.form != .mosaic else { return .full }
      let widths = chart.panels[panel].data.filter { $0.value != nil }.map { datum in
        (full: text.width(datum.label, style.value), short: text.width(datum.short, style.value))
      }
      return widths.contains { StackMark.needsShort(full: $0.full, short: $0.short, in: column) }
        ? .short : .full
    }
    let canHangOver = chart.form == .dot || chart.form == .waterfall || chart.form.isHistogram
    let room = column + barGap + (canHangOver ? 6 : 0)
    let forms: [(PlotFrame.LabelForm, (Chart.Datum) -> String)] = [(.full, \.label), (.short, \.short)]
    return forms.first { _, label in
      chart.panels[panel].data.allSatisfy { text.width(label($0), style.value) <= room }
        && !(canHangOver
          && touchNeighbours(
            chart, panel, mark, widths: { text.width(label($0), style.value) }, band: band, column: column,
            ValueScale(domain, from: height, to: 0, isLogarithmic: chart.axis.isLogarithmic), style))
    }?.0 ?? .none
  }

  /// Whether a label that is wider than its column would stand on a higher one beside it.
  private static func touchNeighbours(
    _ chart: Chart, _ panel: Int, _ mark: any CategoryMark, widths: (Chart.Datum) -> Points, band: Points,
    column: Points, _ scale: ValueScale, _ style: ChartStyle
  ) -> Bool {
    let middles = chart.categories.indices.map { (Double($0) + 0.5) * band }
    let grounds = chart.categories.indices.map { category in
      mark.grounds(
        category,
        in: PlotFrame(
          orientation: .vertical, scale: scale,
          band: (middles[category] - column / 2)...(middles[category] + column / 2),
          limits: Rect(x: 0, y: 0, width: band * Double(middles.count), height: scale.start), labels: .full,
          pitch: band))
    }
    return chart.categories.indices.contains { category in
      let top = grounds[category].map(\.minY).min() ?? scale.zero - Canvas.stub
      let width = chart.panels[panel].values.map { widths($0[category]) }.max() ?? 0
      let box = Rect(
        x: middles[category] - width / 2, y: top - Canvas.gap - 0.7 * style.value.size, width: width,
        height: 0.92 * style.value.size)
      return [category - 1, category + 1].filter(grounds.indices.contains).contains {
        grounds[$0].contains(where: box.touches)
      }
    }
  }

  static func room(
    above chart: Chart, _ panel: Int, width: Points, _ text: ChartText, _ style: ChartStyle
  ) -> Points {
    let notes = Annotations(chart: chart, panel: panel, style: style, text: text).lines(
      width: max(60, width * 0.28))
    let lines = notes.values.map(\.count).max() ?? 0
    let bands = bands(chart, from: 0, to: width)
    let tiers = Annotations.tiers(chart, notes, bounds: 0...max(0, width)) {
      (bands[$0].lowerBound + bands[$0].upperBound) / 2
    }
    let rows = Double((tiers.values.max() ?? -1) + 1)
    return (lines == 0 ? 0 : rows * (Double(lines) * text.leading + 2) + 6)
      + BracketOver.room(chart, panel, text)
  }

  /// What is kept free at the right for the names of series, which reach into the white beside the last column.
  static func roomBeside(_ chart: Chart, names: Points, width: Points, _ text: ChartText) -> Points {
    let wanted = names + SegmentNames.stroke + 3
    let band = max(1, width - wanted) / Double(max(1, chart.categories.count))
    let white = chart.form == .mosaic ? 0 : (band - column(chart, band: band, text)) / 2
    return max(0, wanted - white)
  }
}
