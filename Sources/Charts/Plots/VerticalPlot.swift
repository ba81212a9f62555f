import DrawList
import Typesetting

/// Categories side by side, named below, their values rising from a baseline; one strip.
struct VerticalPlot {
  private let chart: Chart
  private let panel: Int
  private let style: ChartStyle
  private let text: ChartText
  private let width: Points
  private let domain: ClosedRange<Double>
  private let mark: any CategoryMark
  private let labels: PlotFrame.LabelForm
  private let margins: Margins
  private let names: NamesBelow

  /// What is kept free around the plot for numbers, names of lines and labels.
  private struct Margins {
    var left: Points = 0
    var right: Points = 0
    var top: Points
    var tickWidth: Points = 0
  }

  private static let groupShare = 0.72
  private static let largestBar: Points = 46
  private static let barGap: Points = 2
  private static let labelGap: Points = 5

  init(
    chart: Chart, panel: Int, style: ChartStyle, text: ChartText, width: Points, domain: ClosedRange<Double>
  ) {
    self.chart = chart
    self.panel = panel
    self.style = style
    self.text = text
    self.width = width
    let mark = (chart.form == .pareto ? chart.restricted(to: 0..<1) : chart).mark(panel: panel)
    self.mark = mark
    var margins = Margins(top: text.leading + mark.reach)
    let count = max(1, chart.categories.count)
    let side = chart.references.filter { $0.end == nil || chart.form != .bullet }.map {
      text.width($0.label, style.tick)
    }.max()
    if let side { margins.right = min(side, width * 0.22) + 6 }
    let column = Self.column(chart, band: (width - margins.right) / Double(count), text)
    let labels = Self.labels(chart, panel, mark, column: column, text, style)
    self.labels = labels
    let hasAxis = mark.hasAxis || labels == .none || chart.form == .line || chart.axis.isLogarithmic
    self.domain =
      hasAxis && !chart.axis.isLogarithmic && chart.form != .stackedToWhole
      ? ValueScale.rounded(domain, count: 5) : domain
    if hasAxis {
      let scale = ValueScale(
        self.domain, from: Self.height(style, width), to: 0, isLogarithmic: chart.axis.isLogarithmic)
      let numbers = chart.axis.numbers.texts(scale.ticks(spacing: 28))
      margins.tickWidth = numbers.map { text.width($0, style.tick) }.max() ?? 0
      margins.left = margins.tickWidth + 6
    }
    if chart.form == .line { margins.right = max(margins.right, LineEnds(chart, panel, style, text).width) }
    margins.top += Self.room(above: chart, panel, width: width - margins.left - margins.right, text, style)
    self.margins = margins
    names = NamesBelow(
      chart: chart, style: style, text: text,
      bands: Self.bands(chart, from: margins.left, to: width - margins.right))
  }

  // MARK: Room

  private static func height(_ style: ChartStyle, _ width: Points) -> Points {
    style.plotHeight ?? (width < 420 ? 150 : min(190, 150 + (width - 420) * 0.25))
  }

  /// The bands of the categories, as wide as these weigh; under lines, around their moments in time.
  private static func bands(_ chart: Chart, from left: Points, to right: Points) -> [ClosedRange<Points>] {
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
    let inset = min(22, (right - left) / Double(2 * times.count))
    let places = times.map { left + inset + ($0 - first) / (last - first) * (right - left - 2 * inset) }
    return places.indices.map { index in
      let before = index > 0 ? places[index] - places[index - 1] : .infinity
      let after = index + 1 < places.count ? places[index + 1] - places[index] : .infinity
      let half = min(before, after) / 2
      return (places[index] - half)...(places[index] + half)
    }
  }

  /// How wide a column of a series is in a band.
  private static func column(_ chart: Chart, band: Points, _ text: ChartText) -> Points {
    switch chart.form {
    case .histogram: return band - 1
    case .mosaic: return band
    case .bar, .split, .pyramid, .pictogram, .lollipop:
      let count = Double(max(1, chart.series.count))
      return min(largestBar, (band * groupShare - (count - 1) * barGap) / count)
    case .pareto: return min(largestBar, band * 0.8)
    case .stacked, .stackedToWhole, .diverging, .likert, .range, .dumbbell, .dot, .bullet, .waterfall, .slope,
      .line:
      return min(largestBar, band * groupShare)
    }
  }

  /// How values are written: all in full, or all without their unit, or none, so that none seems left out by chance.
  private static func labels(
    _ chart: Chart, _ panel: Int, _ mark: any CategoryMark, column: Points, _ text: ChartText,
    _ style: ChartStyle
  ) -> PlotFrame.LabelForm {
    guard chart.writesValues else { return .none }
    // What stands in segments and beside points is settled one by one.
    if chart.form.placesLabelsSingly { return .full }
    let data = chart.panels[panel].data
    let room =
      column + barGap + (chart.form == .dot || chart.form == .waterfall || chart.form.isHistogram ? 6 : 0)
    if data.allSatisfy({ text.width($0.label, style.value) <= room }) { return .full }
    return data.allSatisfy { text.width($0.short, style.value) <= room } ? .short : .none
  }

  /// Whether each value stands over its column, and each name under its group, without touching others; where categories
  /// have an order, what does not fit can be read from an axis.
  var hasRoom: Bool { chart.isOrdered || (labels != .none || !chart.writesValues) && names.hasRoom }

  private static func room(
    above chart: Chart, _ panel: Int, width: Points, _ text: ChartText, _ style: ChartStyle
  ) -> Points {
    let notes = Annotations(chart: chart, panel: panel, style: style, text: text).lines(
      width: max(60, width * 0.28))
    let lines = notes.values.map(\.count).max() ?? 0
    let brackets = chart.brackets.contains { $0.panel == panel } ? text.leading + 9 : 0
    return (lines == 0 ? 0 : Double(lines) * text.leading + 8) + brackets
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
    let hasNegative = domain.lowerBound < 0 && chart.form != .line && labels != .none
    let foot = bottom + (hasNegative ? text.leading : 0) + Self.labelGap
    let limits = Rect(x: 0, y: 0, width: width, height: foot)
    var canvas = Canvas(text: text, style: style)
    canvas.shape(behind(scale))
    // Numbers of the scale stand there.
    canvas.claim(Rect(x: 0, y: 0, width: max(0, margins.left - 2), height: bottom + text.leading))
    drawMarks(scale, limits, &canvas)
    if mark.needsZero || chart.form == .line, domain.contains(0) || chart.axis.isCut {
      let y = scale.zero
      let line = (Point(x: margins.left, y: y), Point(x: width - margins.right, y: y))
      canvas.shape(
        chart.axis.isCut
          ? dashes(from: line.0, to: line.1, width: 0.8, style.baseline, dash: 2)
          : [.line(from: line.0, to: line.1, width: 0.8, style.baseline)])
    }
    references(scale, &canvas)
    let (nameParts, nameHeight) = names.parts(top: foot)
    return ChartDrawing.Strip(
      height: foot + max(nameHeight, text.leading / 2), parts: canvas.parts + nameParts)
  }

  private func drawMarks(_ scale: ValueScale, _ limits: Rect, _ canvas: inout Canvas) {
    let bands = names.bands
    if chart.form == .line {
      let ends = LineEnds(chart, panel, style, text)
      let middles = bands.map { ($0.lowerBound + $0.upperBound) / 2 }
      LineMark(chart: chart, panel: panel, scale: scale, places: middles, ends: ends, limits: limits).draw(
        on: &canvas)
      return
    }
    for category in chart.categories.indices {
      let frame = frame(category, scale, limits)
      mark.draw(category, in: frame, on: &canvas)
      bracketsOver(category, frame, &canvas)
    }
    annotate(scale, limits, &canvas)
    if chart.form == .pareto { cumulated(scale, limits, &canvas) }
  }

  private func frame(_ category: Int, _ scale: ValueScale, _ limits: Rect) -> PlotFrame {
    let band = names.bands[category]
    let size = band.upperBound - band.lowerBound
    let middle = (band.lowerBound + band.upperBound) / 2
    let column = Self.column(chart, band: size, text)
    let count = chart.form == .bar || chart.form == .lollipop ? Double(chart.series.count) : 1
    let half = max(0.5, count * column + (count - 1) * Self.barGap) / 2
    // White between the columns of a mosaic, but for those that are hardly wider than it.
    let inset = chart.form == .mosaic ? min(0.7, half / 2) : 0
    return PlotFrame(
      orientation: .vertical, scale: scale, band: (middle - half + inset)...(middle + half - inset),
      limits: limits,
      labels: labels, pitch: size)
  }

  private func behind(_ scale: ValueScale) -> [DrawItem] {
    let marks = ReferenceMarks(references: chart.references, style: style, text: text)
    let right = width - margins.right
    let bands = marks.bands { a, b in
      let (from, to) = (scale.position(of: a), scale.position(of: b))
      return Rect(x: margins.left, y: min(from, to), width: right - margins.left, height: abs(to - from))
    }
    guard margins.left > 0 else { return bands }
    let ticks = scale.ticks(spacing: 28)
    let numbers = chart.axis.numbers.texts(ticks)
    let grid = zip(ticks, numbers).enumerated().flatMap { index, tick -> [DrawItem] in
      let y = scale.position(of: tick.0)
      let line = DrawItem.line(
        from: Point(x: margins.left, y: y), to: Point(x: right, y: y), width: 0.5, style.grid)
      // The unit stands once, at the uppermost number, and hangs over into the plot.
      let words = index == ticks.count - 1 ? tick.1 + chart.axis.numbers.suffix : tick.1
      let x = margins.tickWidth - text.width(tick.1, style.tick)
      let isUnitWide = index == ticks.count - 1 && text.width(words, style.tick) + x > margins.left
      let at = Point(x: x, y: isUnitWide ? y - 3 : y + text.middleToBaseline(style.tick))
      return [line] + text.items(words, style.tick, at: at)
    }
    return bands + grid
  }

  private func references(_ scale: ValueScale, _ canvas: inout Canvas) {
    guard chart.form != .bullet, !chart.references.isEmpty else { return }
    let right = width - margins.right
    canvas.shape(
      ReferenceMarks(references: chart.references, style: style, text: text).lines { value in
        let y = scale.position(of: value)
        return (Point(x: margins.left, y: y), Point(x: right, y: y))
      })
    let lines = chart.references.map { text.lines($0.label, style.tick, width: margins.right - 6) }
    let tallest = Double(lines.map(\.count).max() ?? 1) * text.leading
    let wishes = chart.references.map { scale.position(of: ($0.value + ($0.end ?? $0.value)) / 2) }
    let places = spread(wishes, size: tallest, in: 0...(scale.start + tallest))
    for (lines, y) in zip(lines, places) {
      canvas.shape(text.items(lines, style.tick, middle: y) { _ in right + 6 })
    }
  }

  // MARK: Over the columns

  private func bracketsOver(_ category: Int, _ frame: PlotFrame, _ canvas: inout Canvas) {
    for bracket in chart.brackets where bracket.panel == panel && bracket.from.category == category {
      let feet = [bracket.from, bracket.to].map { foot -> Point in
        let target = self.frame(foot.category, frame.scale, frame.limits)
        let count = chart.form == .bar ? chart.series.count : 1
        let slot = target.slots(count, gap: Self.barGap)[min(foot.series, count - 1)]
        return Point(x: (slot.lowerBound + slot.upperBound) / 2, y: 0)
      }
      let tops = [bracket.from, bracket.to].compactMap { foot in
        chart.panels[panel].values[foot.series][foot.category].value.map(frame.scale.position)
      }
      let y = max(text.leading + 4, (tops.min() ?? 0) - text.leading - 7)
      let (left, right) = (min(feet[0].x, feet[1].x), max(feet[0].x, feet[1].x))
      canvas.shape([
        .line(from: Point(x: left, y: y), to: Point(x: right, y: y), width: 0.8, style.muted),
        .line(from: Point(x: left, y: y), to: Point(x: left, y: y + 4), width: 0.8, style.muted),
        .line(from: Point(x: right, y: y), to: Point(x: right, y: y + 4), width: 0.8, style.muted),
      ])
      let labelWidth = text.width(bracket.label, style.value)
      let x = min(max(0, (left + right) / 2 - labelWidth / 2), width - labelWidth)
      canvas.write(bracket.label, style.value, at: Point(x: x, y: y - 4), as: .shape)
    }
  }

  private func annotate(_ scale: ValueScale, _ limits: Rect, _ canvas: inout Canvas) {
    let room = width - margins.left - margins.right
    let notes = Annotations(chart: chart, panel: panel, style: style, text: text).lines(
      width: max(60, room * 0.28))
    for note in chart.annotations {
      guard let lines = notes[note.category], let widest = lines.map(\.width).max() else { continue }
      let middle = (names.bands[note.category].lowerBound + names.bands[note.category].upperBound) / 2
      let left = min(max(margins.left, middle - widest / 2), width - margins.right - widest)
      let height = Double(lines.count) * text.leading
      let tops = chart.panels[panel].values.compactMap { $0[note.category].value }.map(scale.position)
      let end = max(height + 3, (tops.min() ?? scale.zero) - (labels == .none ? 3 : text.leading + 2))
      canvas.shape(text.items(lines, style.tick, middle: height / 2) { left + (widest - $0.width) / 2 })
      canvas.claim(Rect(x: left, y: 0, width: widest, height: height))
      canvas.shape([
        .line(from: Point(x: middle, y: height + 2), to: Point(x: middle, y: end), width: 0.7, style.muted)
      ])
    }
  }

  /// The sum from the first column to each, in percent of all: the top of the scale is the whole.
  private func cumulated(_ scale: ValueScale, _ limits: Rect, _ canvas: inout Canvas) {
    guard chart.series.count > 1 else { return }
    let total = chart.panels[panel].values[0].compactMap(\.value).reduce(0, +)
    let fill = chart.series[1].fill
    let points = chart.categories.indices.compactMap { category -> (Int, Point)? in
      guard let share = chart.panels[panel].values[1][category].value else { return nil }
      let band = names.bands[category]
      return (
        category,
        Point(x: (band.lowerBound + band.upperBound) / 2, y: scale.position(of: share / 100 * total))
      )
    }
    canvas.shape(stroke(through: points.map(\.1), width: 1.4, fill.stroke))
    for (category, point) in points {
      let box = Rect(x: point.x - 3, y: point.y - 3, width: 6, height: 6)
      canvas.add(.bar(category: category, series: 1), [disc(at: point, radius: 2.6, fill.stroke)])
      canvas.claim(box)
      // The first point is the first column's own value.
      guard category > 0 else { continue }
      canvas.writeBeside(
        box, chart.panels[panel].values[1][category], in: frame(category, scale, limits),
        first: [.above, .left],
        as: .value(category: category, series: 1))
    }
  }
}
