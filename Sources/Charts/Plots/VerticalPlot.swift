import DrawList
import Typesetting

/// Categories side by side, named below, their values rising from a baseline; one strip.
struct VerticalPlot {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText
  let width: Points
  let domain: ClosedRange<Double>
  let mark: any CategoryMark
  let labels: PlotFrame.LabelForm
  let margins: Margins
  /// What numbers and names would leave of the width, were they all written.
  private let wantedPlot: Points
  let names: NamesBelow
  let references: ReferencesBeside
  /// How wide the names of series are that are to stand beside the last column.
  let namesWidth: Points

  /// What is kept free around the plot for numbers, names of lines and labels.
  struct Margins {
    var left: Points = 0
    var right: Points = 0
    var top: Points
    var tickWidth: Points = 0
    /// How far over the uppermost number its unit stands; 0 for beside it.
    var unit: Points = 0
  }

  static let groupShare = 0.72
  static let largestBar: Points = 46
  static let barGap: Points = 2
  static let labelGap: Points = 5
  static let annotationStroke: Points = 14
  /// The most of the width that names of series take beside the last column.
  private static let largestNames = 0.24
  /// The least of the width that the plot keeps; numbers of the scale leave first.
  private static let leastPlot: Points = 24
  /// A wider unit stands over the uppermost number.
  private static let widestUnitBeside: Points = 16

  /// - Parameter form: how values are written in all panels of a chart; `nil` where this one decides alone.
  init(
    chart: Chart, panel: Int, style: ChartStyle, text: ChartText, width: Points, domain: ClosedRange<Double>,
    namesWidth: Points = 0, labels form: PlotFrame.LabelForm? = nil
  ) {
    self.namesWidth = namesWidth
    self.chart = chart
    self.panel = panel
    self.style = style
    self.text = text
    self.width = width
    let mark = (chart.form == .pareto ? chart.restricted(to: 0..<1) : chart).mark(panel: panel)
    self.mark = mark
    var margins = Margins(top: text.leading + mark.reach)
    let count = max(1, chart.categories.count)
    let references = ReferencesBeside(chart: chart, style: style, text: text, width: width)
    self.references = references
    margins.right = references.room
    if namesWidth > 0 { margins.right += Self.roomBeside(chart, names: namesWidth, width: width, text) }
    let labels =
      form
      ?? Self.labels(
        chart, panel, mark, band: (width - margins.right) / Double(count), domain,
        height: Self.height(style, width), text, style)
    self.labels = labels
    let hasAxis = mark.hasAxis || labels == .none || chart.form == .line || chart.axis.isLogarithmic
    self.domain =
      hasAxis && !chart.axis.isLogarithmic && chart.form != .stackedToWhole
      ? ValueScale.rounded(domain, count: 5) : domain
    if hasAxis {
      let scale = ValueScale(
        self.domain, from: Self.height(style, width), to: 0, isLogarithmic: chart.axis.isLogarithmic)
      let numbers = chart.axis.texts(chart.axis.ticks(of: scale, spacing: 28))
      margins.tickWidth = numbers.map { text.width($0, style.tick) }.max() ?? 0
      margins.left = margins.tickWidth + 6
      let unit = text.width(chart.axis.numbers.suffix, style.tick)
      if unit > Self.widestUnitBeside {
        margins.unit = text.leading
        margins.top += text.leading / 2
      } else {
        margins.left += unit
      }
    }
    if chart.form == .line {
      margins.right = max(margins.right, LineEnds(chart, panel, style, text, width: width).width)
    }
    wantedPlot = width - margins.left - margins.right
    let least = min(width, Self.leastPlot)
    if width - margins.left - margins.right < least {
      (margins.left, margins.tickWidth, margins.unit) = (0, 0, 0)
    }
    margins.right = min(margins.right, width - margins.left - least)
    margins.top += Self.room(above: chart, panel, width: width - margins.left - margins.right, text, style)
    self.margins = margins
    names = NamesBelow(
      chart: chart, style: style, text: text,
      bands: Self.bands(chart, from: margins.left, to: width - margins.right),
      bounds: margins.left...max(margins.left, width - margins.right), width: width)
  }

  // MARK: Room

  /// Whether numbers and names leave enough of the width to see something by.
  var hasPlot: Bool { wantedPlot >= Self.leastPlot }

  /// Whether each value stands over its column, and each name under its group, without touching others; where categories
  /// have an order, what does not fit can be read from an axis.
  var hasRoom: Bool { chart.isOrdered || (labels != .none || !chart.writesValues) && names.hasRoom }

  /// A plot whose series are named beside its last column, where that leaves the columns and their own names as they
  /// are; else one that needs a legend.
  static func namingSeries(
    chart: Chart, style: ChartStyle, text: ChartText, width: Points, domain: ClosedRange<Double>
  ) -> VerticalPlot {
    func plot(_ names: Points) -> VerticalPlot {
      VerticalPlot(
        chart: chart, panel: 0, style: style, text: text, width: width, domain: domain, namesWidth: names)
    }
    let plain = plot(0)
    for names in SegmentNames.widths(chart, style, text) where names <= width * largestNames {
      let named = plot(names)
      if named.namesSeries, named.hasRoom, named.names.isAsGood(as: plain.names) { return named }
    }
    return plain
  }

  var namesSeries: Bool { segmentNames != nil }

  private var segmentNames: SegmentNames? {
    guard namesWidth > 0, let last = chart.categories.indices.last else { return nil }
    let scale = scale
    return SegmentNames.beside(
      chart, style, text, scale: scale,
      column: frame(last, scale, Rect(x: 0, y: 0, width: width, height: scale.start)).band, right: width)
  }

  // MARK: Drawing

  private var scale: ValueScale {
    ValueScale(
      domain, from: margins.top + Self.height(style, width), to: margins.top,
      isLogarithmic: chart.axis.isLogarithmic)
  }

  /// The columns. Call it only where they have room.
  func strip() -> ChartDrawing.Strip {
    let scale = scale
    let bottom = margins.top + Self.height(style, width)
    let foot = bottom + (hasLabelsBelow(scale) ? text.leading + mark.reach : 0) + Self.labelGap
    let limits = Rect(x: 0, y: 0, width: width, height: foot)
    var canvas = Canvas(text: text, style: style)
    drawBehind(scale, &canvas)
    // Numbers of the scale stand there.
    canvas.claim(Rect(x: 0, y: 0, width: max(0, margins.left - 2), height: bottom + text.leading))
    segmentNames?.draw(on: &canvas)
    drawMarks(scale, limits, &canvas)
    if mark.needsZero || chart.form == .line, domain.contains(0) || chart.axis.isCut {
      let y = scale.zero
      let line = (Point(x: margins.left, y: y), Point(x: width - margins.right, y: y))
      canvas.shape(
        chart.axis.isCut
          ? dashes(from: line.0, to: line.1, width: 0.8, style.baseline, dash: 2)
          // Not through what is written at the ends of lines.
          : (chart.form == .line || chart.form == .pareto
            ? canvas.gaps(atHeight: y, from: line.0.x, to: line.1.x) : [line.0.x...max(line.0.x, line.1.x)])
            .map {
              .line(
                from: Point(x: $0.lowerBound, y: y), to: Point(x: $0.upperBound, y: y), width: 0.8,
                style.baseline)
            })
    }
    drawReferences(scale, &canvas)
    let (nameParts, nameHeight) = names.parts(top: foot)
    return ChartDrawing.Strip(
      height: foot + max(nameHeight, text.leading / 2), parts: canvas.parts + nameParts)
  }

  /// Whether values are written under the plot: those of columns below zero, or of the low ends of ranges.
  private func hasLabelsBelow(_ scale: ValueScale) -> Bool {
    guard labels != .none, chart.form != .line else { return false }
    if domain.lowerBound < 0 { return true }
    guard chart.form == .range || chart.form == .dumbbell else { return false }
    return chart.panels[panel].data.compactMap(\.value).contains {
      scale.position(of: $0) + mark.reach + text.leading > scale.start
    }
  }

  private func drawMarks(_ scale: ValueScale, _ limits: Rect, _ canvas: inout Canvas) {
    let bands = names.bands
    if chart.form == .line {
      let ends = LineEnds(chart, panel, style, text, width: width)
      let middles = bands.map { ($0.lowerBound + $0.upperBound) / 2 }
      // Under the plot are the marks of the axis.
      let inPlot = Rect(x: 0, y: 0, width: width, height: min(limits.maxY, max(scale.start, scale.end) + 0.5))
      LineMark(chart: chart, panel: panel, scale: scale, places: middles, ends: ends, limits: inPlot).draw(
        on: &canvas)
      annotate(scale, limits, &canvas)
      return
    }
    let frames = chart.categories.indices.map { frame($0, scale, limits) }
    canvas.grounds = frames.enumerated().flatMap { mark.grounds($0, in: $1) }
    let curve = curve(scale)
    claim(curve, on: &canvas)
    let brackets = BracketOver(chart: chart, panel: panel, style: style, text: text)
    brackets.draw(width: width, frames, on: &canvas)
    for (category, frame) in frames.enumerated() { mark.draw(category, in: frame, on: &canvas) }
    brackets.writeBeside(frames, on: &canvas)
    cumulated(curve, scale, limits, &canvas)
    annotate(scale, limits, &canvas)
  }

  func frame(_ category: Int, _ scale: ValueScale, _ limits: Rect) -> PlotFrame {
    let band = names.bands[category]
    let size = band.upperBound - band.lowerBound
    let middle = (band.lowerBound + band.upperBound) / 2
    let column = Self.column(chart, band: size, text)
    let count = chart.form == .bar || chart.form == .lollipop ? Double(chart.series.count) : 1
    // A column of a mosaic is as wide as its weight says, though that be nothing.
    let least: Points = chart.form == .mosaic ? 0 : 0.5
    let gap = PlotFrame.gapOfColumns(in: size * Self.groupShare, count: Int(count))
    let half = max(least, count * column + (count - 1) * gap) / 2
    // White between the columns of a mosaic, but for those that are hardly wider than it.
    let inset = chart.form == .mosaic ? min(0.7, half / 2) : 0
    return PlotFrame(
      orientation: .vertical, scale: scale, band: (middle - half + inset)...(middle + half - inset),
      limits: limits,
      labels: labels, pitch: size)
  }

  private func drawBehind(_ scale: ValueScale, _ canvas: inout Canvas) {
    let marks = ReferenceMarks(references: chart.references, style: style, text: text)
    let right = width - margins.right
    canvas.shape(
      marks.bands { a, b in
        let (from, to) = (scale.position(of: a), scale.position(of: b))
        return Rect(x: margins.left, y: min(from, to), width: right - margins.left, height: abs(to - from))
      })
    guard margins.left > 0 else { return }
    let ticks = chart.axis.ticks(of: scale, spacing: 28)
    let numbers = chart.axis.texts(ticks)
    canvas.shape(
      ticks.map { tick in
        let y = scale.position(of: tick)
        return .line(from: Point(x: margins.left, y: y), to: Point(x: right, y: y), width: 0.5, style.grid)
      })
    for (index, (tick, number)) in zip(ticks, numbers).enumerated() {
      let x = margins.tickWidth - text.width(number, style.tick)
      let y = scale.position(of: tick)
      // The unit stands once, at the uppermost number: beside it, or over it.
      let unit = index == ticks.count - 1 ? chart.axis.numbers.suffix : ""
      let words = margins.unit > 0 ? number : number + unit
      canvas.write(
        words, style.tick, at: Point(x: x, y: y + text.middleToBaseline(style.tick)), as: .shape)
      if margins.unit > 0, !unit.isEmpty {
        canvas.write(
          String(unit.drop(while: \.isWhitespace)), style.tick,
          at: Point(x: 0, y: scale.end - margins.unit + text.middleToBaseline(style.tick)), as: .shape)
      }
    }
  }

  /// The sum from the first column to each of a Pareto chart, in percent of all: the top of the scale is the whole.
  private func curve(_ scale: ValueScale) -> [(category: Int, point: Point)] {
    guard chart.form == .pareto, chart.series.count > 1 else { return [] }
    let total = chart.panels[panel].values[0].compactMap(\.value).reduce(0, +)
    return chart.categories.indices.compactMap { category in
      chart.panels[panel].values[1][category].value.map { share in
        let band = names.bands[category]
        return (
          category,
          Point(x: (band.lowerBound + band.upperBound) / 2, y: scale.position(of: share / 100 * total))
        )
      }
    }
  }

  private func claim(_ curve: [(category: Int, point: Point)], on canvas: inout Canvas) {
    for (_, point) in curve { canvas.claim(Rect(x: point.x - 3, y: point.y - 3, width: 6, height: 6)) }
    for (from, to) in zip(curve, curve.dropFirst()) { canvas.claimStroke(from: from.point, to: to.point) }
  }

  private func cumulated(
    _ curve: [(category: Int, point: Point)], _ scale: ValueScale, _ limits: Rect, _ canvas: inout Canvas
  ) {
    guard !curve.isEmpty else { return }
    let fill = chart.series[1].fill
    canvas.shape(stroke(through: curve.map(\.point), width: 1.4, fill.stroke))
    let radius = frame(0, scale, limits).radius(2.6)
    for (category, point) in curve {
      let box = Rect(x: point.x - 3, y: point.y - 3, width: 6, height: 6)
      canvas.add(.bar(category: category, series: 1), [disc(at: point, radius: radius, fill.stroke)])
      canvas.writeBeside(
        box, chart.panels[panel].values[1][category],
        in: chart.writesValues
          ? frame(category, scale, limits).labelled : frame(category, scale, limits),
        first: [.above, .aboveLeft, .left],
        as: .value(category: category, series: 1))
    }
  }
}
