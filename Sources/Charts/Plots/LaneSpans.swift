import DrawList
import Typesetting

/// Where the scales of lying bars start and end within their lanes: what is left beside the labels.
///
/// Lanes and panels that share a scale also share its length, which the widest labels of all leave: else a same value
/// would be longer in one than in another.
struct LaneSpans {
  private let chart: Chart
  private let panel: Int
  private let style: ChartStyle
  private let text: ChartText
  private let extents: [(series: Range<Int>, extent: ClosedRange<Points>)]
  private let shared: ClosedRange<Double>?
  /// How values beyond the ends of marks are written, all in one way: in full, or without their unit, or not at all
  /// where they would leave the marks no room.
  private(set) var labels: PlotFrame.LabelForm = .none

  /// The widest labels at the ends of each lane, as they are written.
  private var rooms: [(low: Points, high: Points, reach: Points)] = []

  /// Whether nothing is kept free beside marks.
  private var marksNeedAll = false

  /// The least that labels leave of a lane.
  private static let leastShare = 0.2
  private static let least: Points = 16

  /// A value left of its bar keeps off the name, with which it would be read as one.
  private static let lowGap: Points = 5

  /// - Parameter domain: of all lanes; `nil` where each has its own.
  init(
    chart: Chart, panel: Int, style: ChartStyle, text: ChartText,
    extents: [(series: Range<Int>, extent: ClosedRange<Points>)], domain: ClosedRange<Double>?
  ) {
    self.chart = chart
    self.panel = panel
    self.style = style
    self.text = text
    self.extents = extents
    shared = domain
    guard chart.writesValues else { return }
    let forms: [PlotFrame.LabelForm] = [.full, .short]
    for form in forms {
      labels = form
      // Measured once: it is what most of the time of a chart goes into.
      if chart.hasFreeScales {
        rooms = extents.map { widestLabels(beside: $0.series) }
      } else if let first = extents.first {
        rooms = Array(repeating: widestLabels(beside: first.series), count: extents.count)
      }
      if extents.allSatisfy({ leavesRoom($0.series, in: $0.extent) }) { return }
    }
    // What stands in segments is settled one by one.
    labels = chart.isStack ? .full : .none
    marksNeedAll = true
  }

  /// How wide remarks may be.
  var noteWidth: Points {
    max(70, extents.reduce(0) { $0 + $1.extent.upperBound - $1.extent.lowerBound } * 0.3)
  }

  var hasTicks: Bool {
    chart.mark(panel: panel).hasAxis || labels == .none || chart.axis.isLogarithmic
  }

  /// One for each lane.
  var scales: [ValueScale] {
    let spans = extents.map { span($0.series, in: $0.extent) }
    let shortest = spans.map(\.length).min() ?? 0
    return zip(extents, spans).map { lane, span in
      let length = chart.hasFreeScales ? span.length : shortest
      let domain = domain(lane.series)
      return isTurned(lane.series)
        ? ValueScale(domain, from: lane.extent.upperBound, to: lane.extent.upperBound - length)
        : ValueScale(
          domain, from: span.start, to: span.start + length, isLogarithmic: chart.axis.isLogarithmic)
    }
  }

  private func isTurned(_ series: Range<Int>) -> Bool { chart.form == .pyramid && series.lowerBound == 0 }

  private func domain(_ series: Range<Int>) -> ClosedRange<Double> {
    shared ?? Charts.domain(of: chart, panels: [panel], series: chart.isParted ? series : nil)
  }

  // MARK: One lane

  private func span(_ series: Range<Int>, in extent: ClosedRange<Points>) -> (start: Points, length: Points) {
    let domain = domain(series)
    let notes = Annotations(
      chart: chart, panel: chart.hasFreeScales ? panel : 0, style: style, text: text)
    let lines = notes.lines(width: noteWidth)
    let margins = margins(series)
    if isTurned(series) {
      // A length runs from the right.
      let size = extent.upperBound - extent.lowerBound
      let end = notes.end(of: 0...max(0, size - margins.high), domain, lines, series: series, limit: size)
      return (0, end)
    }
    let start = extent.lowerBound + margins.low
    var end = max(start, extent.upperBound - margins.high)
    if case .pictogram(let each) = chart.form, domain.upperBound > 0 {
      end = min(end, start + domain.upperBound / each * PictogramMark.widestPitch)
    }
    end = notes.end(of: start...end, domain, lines, series: series, limit: extent.upperBound)
    return (start, end - start)
  }

  private func leavesRoom(_ series: Range<Int>, in extent: ClosedRange<Points>) -> Bool {
    let size = extent.upperBound - extent.lowerBound
    let margins = margins(series)
    return size - margins.low - margins.high >= max(Self.least, size * Self.leastShare)
  }

  /// What a lane keeps free at the low and the high end of its scale.
  private func margins(_ series: Range<Int>) -> (low: Points, high: Points) {
    let labels =
      zip(extents, rooms).first { $0.0.series == series }?.1 ?? widestLabels(beside: series)
    let (low, high) = hasTicks ? (5.0, 8.0) : (0, 0)
    guard !marksNeedAll else { return (max(low, labels.reach), max(high, labels.reach)) }
    return (
      isTurned(series)
        ? 0 : labels.low > 0 ? labels.low + Canvas.gap + labels.reach + Self.lowGap : low,
      max(labels.high > 0 ? labels.high + Canvas.gap + labels.reach : 0, isTurned(series) ? 0 : high)
    )
  }

  /// The widest labels at either end of a lane, and of all that it is to be compared with.
  private func widestLabels(beside series: Range<Int>) -> (low: Points, high: Points, reach: Points) {
    let panels = chart.hasFreeScales ? panel..<(panel + 1) : chart.panels.indices
    let all = chart.form == .split ? chart.series.indices.map { $0..<($0 + 1) } : extents.map(\.series)
    let lanes = chart.hasFreeScales ? [series] : all
    var room: (low: Points, high: Points, reach: Points) = (0, 0, 0)
    for part in lanes.map({ $0.count == chart.series.count ? chart : chart.restricted(to: $0) }) {
      for mark in panels.map({ part.mark(panel: $0) }) {
        room.reach = max(room.reach, mark.reach)
        guard labels != .none else { continue }
        room.low = max(room.low, widest(mark.labels(beyond: .low)))
        room.high = max(room.high, widest(mark.labels(beyond: .high)))
      }
      // A mark for a missing value stands after its stub.
      let unknown = panels.flatMap { part.panels[$0].data }.filter { $0.value == nil }
      if !unknown.isEmpty { room.high = max(room.high, widest(unknown) + Canvas.stub) }
      if !unknown.isEmpty, chart.form == .range { room.low = max(room.low, widest(unknown) + Canvas.stub) }
    }
    return room
  }

  private func widest(_ data: [Chart.Datum]) -> Points {
    data.map { text.width(labels == .short ? $0.short : $0.label, style.value) }.max() ?? 0
  }
}
