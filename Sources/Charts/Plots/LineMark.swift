import DrawList
import Typesetting

/// Lines over categories in their order, as periods are: parted where a value is missing, dashed to values that may still
/// change, the path to a target fainter. Where a legend names them, the points of each have a form of their own.
struct LineMark {
  let chart: Chart
  let panel: Int
  let scale: ValueScale
  /// Where each category is.
  let places: [Points]
  let ends: LineEnds
  let limits: Rect

  private static let width: Points = 1.9
  private static let radius: Points = 2.7
  /// How many points of a line of many are large enough to show a form.
  private static let shapes = 12

  func draw(on canvas: inout Canvas) {
    for series in chart.series.indices.reversed() { drawLine(series, &canvas) }
    for series in chart.series.indices { drawPoints(series, &canvas) }
    ends.draw(scale: scale, places: places, limits: limits, on: &canvas)
    // Why a value is missing can be told by nothing else.
    for series in chart.series.indices { writeGaps(series, &canvas) }
    for series in chart.series.indices { writeValues(series, &canvas) }
  }

  private var data: [[Chart.Datum]] { chart.panels[panel].values }

  private func point(_ series: Int, _ category: Int) -> Point? {
    data[series][category].value.map { Point(x: places[category], y: scale.position(of: $0)) }
  }

  private func drawLine(_ series: Int, _ canvas: inout Canvas) {
    let isPath = chart.series[series].isPath
    let known = chart.categories.indices.filter { data[series][$0].value != nil }
    for (category, next) in zip(known, known.dropFirst()) {
      guard let from = point(series, category), let to = point(series, next) else { continue }
      // A path runs from its start to its target; a line of values stops where one is missing.
      guard isPath || next == category + 1 else { continue }
      let color = chart.lineColor(of: series, canvas.style)
      let isDashed = isPath || data[series][next].isProvisional
      canvas.shape(
        isDashed
          ? dashes(from: from, to: to, width: isPath ? 1.1 : Self.width, color, dash: 3.2)
          : stroke(through: [from, to], width: Self.width, color))
      canvas.claimStroke(from: from, to: to)
    }
  }

  private func drawPoints(_ series: Int, _ canvas: inout Canvas) {
    let fill = chart.series[series].fill
    for category in chart.categories.indices {
      let datum = data[series][category]
      // A path starts at a value that has a point of its own.
      if chart.series[series].isPath, category != ends.lastCategory(series) { continue }
      guard let point = point(series, category) else { continue }
      if let low = datum.low, let high = datum.high { interval(low, high, at: point.x, fill, &canvas) }
      let look = look(series, category)
      canvas.add(
        .bar(category: category, series: series),
        look.shape.items(
          at: point, radius: look.radius, chart.lineColor(of: series, canvas.style),
          isOpen: datum.isProvisional || chart.series[series].isPath))
      canvas.claim(ground(series, category, at: point))
    }
  }

  /// Among many points, which are small, a few that are larger show their form.
  private func look(_ series: Int, _ category: Int) -> (shape: PointShape, radius: Points) {
    let hasShapes = chart.series.count > 1 && !ends.namesFit && !chart.series[series].isPath
    let step = max(1, (chart.categories.count + Self.shapes - 1) / Self.shapes)
    let isLarge =
      chart.categories.count <= 24
      || hasShapes && (category % step == step / 2 || category == ends.lastCategory(series))
    guard isLarge else { return (.disc, 1.4) }
    return (hasShapes ? PointShape(of: series) : .disc, Self.radius)
  }

  /// What a point takes, with the ring around it if there is a remark on it.
  private func ground(_ series: Int, _ category: Int, at point: Point) -> Rect {
    let look = look(series, category)
    let isRinged =
      ringsRemarked && chart.annotations.contains { $0.series == series && $0.category == category }
    let reach = max(look.shape.widest * look.radius, isRinged ? Self.ringRadius : 0)
    return Rect(x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach)
  }

  /// Whether the points of remarks have a ring, since the stroke to them may run over other lines.
  private var ringsRemarked: Bool { panel == 0 && chart.series.count > 1 }

  /// The outer radius of the ring around a point.
  static let ringRadius: Points = 5.6

  private func interval(_ low: Double, _ high: Double, at x: Points, _ fill: BarFill, _ canvas: inout Canvas)
  {
    let (top, bottom) = (scale.position(of: high), scale.position(of: low))
    canvas.shape([
      .line(
        from: Point(x: x, y: top), to: Point(x: x, y: bottom), width: 5, fill.stroke.mixed(with: .white, 0.75)
      )
    ])
  }

  /// The values of all points where there are few; else of the first, and the ends name the last.
  private func writeValues(_ series: Int, _ canvas: inout Canvas) {
    guard chart.writesValues, !chart.series[series].isPath, !chart.series[series].isMuted else { return }
    let known = chart.categories.indices.filter { data[series][$0].value != nil }
    let isFew =
      known.count <= 9 && chart.series.count(where: { !$0.isPath }) <= 2 && chart.panels.count == 1
    let wanted = isFew ? known : Array(known.prefix(1))
    for category in wanted where category != ends.lastCategory(series) {
      guard let at = point(series, category) else { continue }
      let box = ground(series, category, at: at)
      let frame = PlotFrame(
        orientation: .vertical, scale: scale, band: at.x...at.x, limits: limits, labels: .full, pitch: 0)
      canvas.writeBeside(
        box, data[series][category], in: frame,
        first: (isUpper(series, category) ? [.above, .below] : [.below, .above]) + [.right, .left],
        as: .value(category: category, series: series))
    }
  }

  /// Why values are missing, once for each reason in each gap of a line, where it has room.
  private func writeGaps(_ series: Int, _ canvas: inout Canvas) {
    guard chart.writesValues, !chart.series[series].isPath else { return }
    let known = chart.categories.indices.filter { data[series][$0].value != nil }
    guard let first = known.first, let last = known.last else { return }
    // Before the first value and after the last one too, at their height.
    let gaps =
      [(-1, first)] + zip(known, known.dropFirst()) + [(last, chart.categories.count)]
    for (before, after) in gaps {
      for category in before + 1..<max(before + 1, after) {
        guard let start = point(series, max(before, first)), let end = point(series, min(after, last)),
          // A mark of what cannot be, as a value to come, is no gap.
          data[series][category].label.contains(where: \.isLetter),
          // Of several for one reason, the middle one tells it.
          isMiddle(category, of: series, in: before + 1..<after)
        else { continue }
        let share = before < first || after > last ? 0 : Double(category - before) / Double(after - before)
        let line = canvas.text.line(data[series][category].label, canvas.style.tick)
        let middle = Point(x: places[category], y: start.y + share * (end.y - start.y))
        _ = canvas.tryWriting(
          line, canvas.style.tick,
          at: Point(
            x: middle.x - line.width / 2, y: middle.y + canvas.text.middleToBaseline(canvas.style.tick)),
          in: limits, as: .value(category: category, series: series))
      }
    }
  }

  /// Whether a missing value is in the middle of those beside it that are missing for the same reason.
  private func isMiddle(_ category: Int, of series: Int, in gap: Range<Int>) -> Bool {
    let labels = data[series].map(\.label)
    let low =
      gap.prefix { $0 <= category }.last { labels[$0] != labels[category] }.map { $0 + 1 } ?? gap.lowerBound
    let high = gap.first { $0 > category && labels[$0] != labels[category] } ?? gap.upperBound
    return category == (low + high - 1) / 2
  }

  /// Whether most others lie below it there.
  private func isUpper(_ series: Int, _ category: Int) -> Bool {
    let own = data[series][category].value ?? 0
    let others = data.indices.filter { $0 != series && !chart.series[$0].isPath }.compactMap {
      data[$0][category].value
    }
    return others.filter { $0 <= own }.count * 2 >= others.count
  }
}

extension Chart {
  /// What the line of a series is drawn in.
  func lineColor(of series: Int, _ style: ChartStyle) -> Color {
    if self.series[series].isPath { return style.muted }
    return self.series[series].isMuted
      ? style.muted.mixed(with: .white, 0.45) : self.series[series].fill.stroke
  }
}

/// What stands at the right ends of lines: the series' names and their last values.
struct LineEnds {
  private let chart: Chart
  private let panel: Int
  private let style: ChartStyle
  private let text: ChartText
  /// Of the chart.
  private let chartWidth: Points
  /// Whether the lines are named at their ends; else a legend names them.
  private(set) var namesFit = false

  private static let gap: Points = 7
  /// The most of the width that names take from the lines.
  private static let largestNames = 0.3
  private static let valueGap: Points = 4
  /// What leaders to labels that were moved take, beside the others' too.
  private static let leader: Points = 3

  init(_ chart: Chart, _ panel: Int, _ style: ChartStyle, _ text: ChartText, width: Points) {
    chartWidth = width
    self.chart = chart
    self.panel = panel
    self.style = style
    self.text = text
    let ends = Set(chart.series.indices.filter { !chart.series[$0].isPath }.map(lastCategory))
    namesFit =
      chart.series.count > 1 && nameWidth <= min(130, chartWidth * Self.largestNames)
      && chart.panels.count == 1 && ends.count == 1 && haveRoom
  }

  /// Whether the plot is high enough for the labels of all lines under one another.
  private var haveRoom: Bool {
    Double(chart.series.count) * text.leading <= VerticalPlot.height(style, chartWidth) + text.leading
  }

  private var nameWidth: Points { chart.series.map { text.width($0.name, style.series) }.max() ?? 0 }

  /// The category of a series' last value, if that is near enough to the right end to be written there.
  func lastCategory(_ series: Int) -> Int? {
    chart.panels[panel].values[series].lastIndex { $0.value != nil }
  }

  private func value(_ series: Int) -> Chart.Datum? {
    lastCategory(series).map { chart.panels[panel].values[series][$0] }
  }

  private var valueWidth: Points {
    chart.series.indices.compactMap { value($0).map { text.width($0.label, style.value) } }.max() ?? 0
  }

  /// The room right of the plot, which starts half a band beyond the last point.
  var width: Points { (namesFit ? nameWidth + Self.valueGap : 0) + valueWidth + Self.gap + Self.leader + 1 }

  func draw(scale: ValueScale, places: [Points], limits: Rect, on canvas: inout Canvas) {
    let shown = chart.series.indices.filter { value($0)?.value != nil }
    // From the right on: those that end earlier are written where the others leave room.
    for category in Set(shown.compactMap(lastCategory)).sorted(by: >) {
      draw(
        shown.filter { lastCategory($0) == category }, scale: scale, at: places[category], limits: limits,
        on: &canvas)
    }
  }

  /// Those that end at one place, moved apart where they would touch.
  private func draw(
    _ shown: [Int], scale: ValueScale, at x: Points, limits: Rect, on canvas: inout Canvas
  ) {
    let wishes = shown.map { scale.position(of: value($0)?.value ?? 0) }
    let (top, bottom) = (min(scale.start, scale.end), max(scale.start, scale.end))
    // Not on the line at zero, which would strike a value through, nor on the names under the plot.
    let lowest = scale.zero < bottom || !scale.holds(0) ? bottom + 4 : bottom - 1
    let places =
      haveRoom ? spread(wishes, size: text.leading, in: (top - text.leading)...lowest) : wishes
    let areMoved = zip(wishes, places).contains { abs($0 - $1) > text.leading * 0.7 }
    for (index, series) in shown.enumerated() {
      guard let datum = value(series), let last = lastCategory(series) else { continue }
      let ink =
        chart.series[series].isPath || chart.series[series].isMuted
        ? style.muted : readable(chart.series[series].fill.stroke)
      var left = x + Self.gap + (areMoved ? Self.leader : 0)
      let width =
        text.width(datum.label, style.value)
        + (namesFit ? Self.valueGap + text.width(chart.series[series].name, style.series) : 0)
      let place =
        last == chart.categories.count - 1
        ? places[index] : besideStrokes(places[index], left: left, width: width, limits, canvas)
      let baseline = place + text.middleToBaseline(style.value)
      if abs(places[index] - wishes[index]) > text.leading * 0.7 {
        canvas.shape([
          .line(
            from: Point(x: x + 3.5, y: wishes[index]), to: Point(x: left - 1.5, y: places[index]), width: 0.6,
            style.muted)
        ])
        canvas.claimStroke(
          from: Point(x: x + 3.5, y: wishes[index]), to: Point(x: left - 1.5, y: places[index]))
      }
      let valueStyle = style.value.colored(ink)
      let content = ChartPart.Content.value(category: last, series: series)
      let at = Point(x: left, y: baseline)
      guard haveRoom, namesFit || last == chart.categories.count - 1 else {
        // Among other lines a value is written only where it has room.
        _ = canvas.tryWriting(
          text.line(datum.label, valueStyle), valueStyle, at: at, in: limits, as: content)
        continue
      }
      canvas.write(datum.label, valueStyle, at: at, as: content)
      guard namesFit else { continue }
      left += text.width(datum.label, style.value) + Self.valueGap
      canvas.write(
        chart.series[series].name, style.series.colored(ink), at: Point(x: left, y: baseline),
        as: .seriesName(series))
    }
  }

  /// As near to its place as what goes on to the right leaves a label free: a path to a target, other lines.
  private func besideStrokes(
    _ place: Points, left: Points, width: Points, _ limits: Rect, _ canvas: Canvas
  ) -> Points {
    let steps = (0...10).flatMap { [Double($0) * -3, Double($0) * 3] }.map { place + $0 }
    return steps.first { middle in
      let baseline = Point(x: left, y: middle + text.middleToBaseline(style.value))
      return canvas.isFree(text.box(width: width, style.value, at: baseline), in: limits)
    } ?? place
  }

  /// A line's colour, darkened until it can be read as text.
  private func readable(_ color: Color) -> Color {
    var color = color
    while color.contrast(with: .white) < 4.5 { color = color.mixed(with: .black, 0.12) }
    return color
  }
}
