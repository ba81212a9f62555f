import DrawList
import Typesetting

/// Categories one under the other, named at the left, their values running from left to right; a strip for each.
struct HorizontalPlot {
  private let chart: Chart
  private let panel: Int
  private var style: ChartStyle
  private let text: ChartText
  private let width: Points
  private let names: CategoryNames
  private let lanes: [Lane]
  private let brackets: BracketColumn
  private let annotations: [Int: [Line]]
  private let segmentNames: SegmentNames?
  private let numbers: NumbersBelow?
  private let labels: PlotFrame.LabelForm
  private var rows: [Row] = []
  /// What stands over the rows: the names of segments, of references, of lanes.
  private var heads: [ChartDrawing.Strip] = []

  /// A part of the width with a scale of its own, for some of the series.
  private struct Lane {
    let series: Range<Int>
    let mark: any CategoryMark
    let scale: ValueScale
    let extent: ClosedRange<Points>
    let ticks: [Double]
  }

  /// - Parameters:
  ///   - names: the names of categories, measured; of no width where a panel at the left shows them.
  ///   - shown: the series of a split chart that are drawn, side by side with as many as `inRow`.
  init(
    chart: Chart, panel: Int, style: ChartStyle, text: ChartText, width: Points, names: CategoryNames,
    domain shared: ClosedRange<Double>?, shown: Range<Int>? = nil, of inRow: Int? = nil
  ) {
    self.chart = chart
    self.panel = panel
    self.style = style
    self.text = text
    self.width = width
    self.names = names
    let brackets = BracketColumn(chart: chart, panel: panel, style: style, text: text)
    self.brackets = brackets
    let room = LaneRoom(
      chart: chart, width: width, names: names.width, right: brackets.width, shown: shown, of: inRow)
    let spans = LaneSpans(
      chart: chart, panel: panel, style: style, text: text, extents: room.lanes, domain: shared)
    let scales = spans.scales
    numbers =
      spans.hasTicks
      ? NumbersBelow(chart: chart, scales: scales, style: style, text: text, width: width) : nil
    let lanes = zip(room.lanes, scales).enumerated().map { [numbers] index, lane in
      let (lane, scale) = lane
      let part = lane.series.count == chart.series.count ? chart : chart.restricted(to: lane.series)
      return Lane(
        series: lane.series, mark: part.mark(panel: panel), scale: scale, extent: lane.extent,
        ticks: numbers?.ticks[index] ?? [])
    }
    self.lanes = lanes
    labels =
      lanes.first.flatMap { lane in
        chart.writesValues ? (lane.mark as? StackMark)?.labelForm(lane.scale, text, style) : nil
      } ?? spans.labels
    let remarks = Annotations(chart: chart, panel: panel, style: style, text: text)
    // A remark on a stack would stand among its segments.
    annotations = remarks.lines(width: spans.noteWidth).filter { category, lines in
      !chart.isStack
        && lanes.contains { lane in
          // A length from right to left has its own end.
          lane.scale.end < lane.scale.start
            || remarks.fits(
              lines, category, lane.series, lane.scale,
              chart.isParted ? lane.extent.upperBound : width - brackets.width)
        }
    }
    segmentNames =
      names.isShown
      ? lanes.first.flatMap { SegmentNames.above(chart, style, text, scale: $0.scale, width: width) } : nil
    rows = chart.categories.indices.map(row)
    heads = [segmentNames?.strip(), head, chart.isParted ? laneReferences : nil].compactMap(\.self)
  }

  /// The names of references or lanes, the categories, the numbers of the scale.
  func strips() -> [ChartDrawing.Strip] {
    heads + chart.categories.indices.map(strip) + [numbers?.strip].compactMap(\.self)
  }

  /// The same with rows so many times as high.
  func stretched(_ stretch: Double) -> HorizontalPlot {
    var plot = self
    plot.style.rowStretch = stretch
    return plot
  }

  /// How high its strips are together, which is known before they are drawn.
  ///
  /// - Parameter stretch: how many times as high as usual its rows are.
  func height(stretchedBy stretch: Double) -> Points {
    let heights = rowHeights.stretched(by: stretch)
    let below = numbers?.strip?.height ?? 0
    return rows.indices.reduce(heads.reduce(below) { $0 + $1.height }) { $0 + rows[$1].height(heights) }
  }

  // MARK: Head

  private var head: ChartDrawing.Strip? {
    if chart.isParted { return laneTitles }
    guard let lane = lanes.first else { return nil }
    // The bands of a bullet chart are in its legend.
    let named = chart.form == .bullet ? chart.references.filter { $0.end == nil } : chart.references
    return ReferenceMarks(references: named, style: style, text: text).namesAbove(width: width) {
      lane.scale.position(of: $0)
    }
  }

  /// The names of references over each lane, under its title.
  private var laneReferences: ChartDrawing.Strip? {
    let marks = ReferenceMarks(references: chart.references, style: style, text: text)
    let strips = lanes.compactMap { lane in
      marks.namesAbove(width: lane.extent.upperBound, from: lane.extent.lowerBound) {
        lane.scale.position(of: $0)
      }
    }
    return strips.map(\.height).max().map { height in
      ChartDrawing.Strip(
        height: height,
        parts: strips.flatMap { strip in
          strip.parts.map { $0.moved(by: Point(x: 0, y: height - strip.height)) }
        })
    }
  }

  private var laneTitles: ChartDrawing.Strip {
    let titles = lanes.map { lane in
      text.evenLines(
        chart.series[lane.series.lowerBound].name, style.series,
        width: lane.extent.upperBound - lane.extent.lowerBound - LaneRoom.titleInset)
    }
    let count = Double(titles.map(\.count).max() ?? 1)
    let parts = zip(lanes, titles).map { lane, lines in
      let isTurned = lane.scale.end < lane.scale.start
      let items = text.items(
        lines, style.series, middle: count * text.leading - Double(lines.count) * text.leading / 2
      ) {
        isTurned
          ? lane.scale.start - $0.width
          : max(lane.extent.lowerBound, min(lane.scale.zero, lane.extent.upperBound - $0.width))
      }
      return ChartPart(content: .seriesName(lane.series.lowerBound), items: items)
    }
    return ChartDrawing.Strip(height: count * text.leading + 4, parts: parts)
  }

  // MARK: Rows

  private var rowHeights: RowHeights { RowHeights(chart, mark: lanes.first?.mark, style: style) }

  /// A category's row, but for how high its bars are.
  private struct Row {
    /// Of the group that begins with it.
    let heading: [Line]
    let headingTop: Points
    /// Where its bars and names begin.
    let top: Points
    /// How high it is at the least.
    let least: Points
    /// What is kept free under its bars.
    let below: Points
    let isLast: Bool

    func content(_ heights: RowHeights) -> Points { max(heights.thickness, least) }

    func height(_ heights: RowHeights) -> Points {
      let content = content(heights)
      let bottom = below > 0 ? top + (content + heights.thickness) / 2 + below : 0
      return max(top + content, bottom) + (isLast ? 0 : heights.gap)
    }
  }

  private func row(_ category: Int) -> Row {
    let heading = names.heading(category)
    let headingTop: Points = category == 0 ? 0 : 5
    return Row(
      heading: heading, headingTop: headingTop,
      top: heading.isEmpty ? 0 : headingTop + Double(heading.count) * text.leading + 3,
      least: Double(max(annotations[category]?.count ?? 0, names.lines[category].count)) * text.leading,
      below: lanes.map { $0.mark.roomBelow(category, scale: $0.scale, text, style) }.max() ?? 0,
      isLast: category == chart.categories.count - 1)
  }

  private func strip(_ category: Int) -> ChartDrawing.Strip {
    let (row, heights) = (rows[category], rowHeights)
    let (thickness, content, height) = (heights.thickness, row.content(heights), row.height(heights))
    let middle = row.top + content / 2
    let whole = Rect(x: 0, y: 0, width: width, height: height)
    var parts = names.parts(
      category, middle: middle, heading: row.heading, headingTop: row.headingTop, in: width)
    for lane in lanes {
      var canvas = Canvas(text: text, style: style)
      if names.isShown, let widest = row.heading.map(\.width).max() {
        let below = row.top - 4
        canvas.keepLinesOff(Rect(x: 0, y: row.headingTop, width: widest, height: below - row.headingTop))
      }
      canvas.shape(behind(lane, height: height, canvas))
      // Segments lie across the middle of a scale of opinions, which their numbers must not be crossed by.
      if chart.form == .likert {
        canvas.add(names.isShown ? .shape : .categoryMark(category), baseline(lane, height: height, canvas))
      }
      let frame = PlotFrame(
        orientation: .horizontal, scale: lane.scale,
        band: (middle - thickness / 2)...(middle + thickness / 2),
        limits: limits(of: lane, in: whole), labels: labels,
        pitch: content + heights.gap)
      lane.mark.draw(category, in: frame, on: &canvas)
      if category == 0, namesFitInBars { writeNames(in: frame, &canvas) }
      if category == 0, let segmentNames {
        canvas.shape(segmentNames.strokes(to: middle - thickness / 2 - 0.5, on: canvas))
      }
      if let lines = annotations[category],
        let note = chart.annotations.first(where: {
          $0.category == category && lane.series.contains($0.series)
        })
      {
        Annotations(chart: chart, panel: panel, style: style, text: text).draw(
          lines, of: category, at: frame.middle(of: note.series, in: chart), frame,
          frame.isTurnedRound
            ? lane.extent.lowerBound : chart.isParted ? lane.extent.upperBound : width - brackets.width,
          on: &canvas)
      }
      brackets.draw(category, frame, right: width, on: &canvas)
      canvas.shape(references(lane, height: height, around: canvas))
      // Bars end on the line that they start from, so it is drawn over them.
      guard chart.form != .likert else {
        canvas.shape(lineApart(lane, height: height, around: canvas))
        parts += canvas.parts
        continue
      }
      let line = baseline(lane, height: height, canvas)
      if names.isShown || lane.series.lowerBound > 0 {
        canvas.shape(line)
      } else {
        canvas.add(.categoryMark(category), line.isEmpty ? [stand(lane, middle)] : line)
      }
      parts += canvas.parts.map { $0.shifted(series: chart.isParted ? lane.series.lowerBound : 0) }
    }
    return ChartDrawing.Strip(height: height, parts: parts)
  }

  /// Labels stay beside the names, and those of a part in it.
  private func limits(of lane: Lane, in whole: Rect) -> Rect {
    let right = chart.isParted ? lane.extent.upperBound : whole.maxX - brackets.width
    return Rect(
      x: lane.extent.lowerBound, y: 0, width: right - lane.extent.lowerBound, height: whole.size.height
    )
  }

  private func behind(_ lane: Lane, height: Points, _ canvas: Canvas) -> [DrawItem] {
    let marks = ReferenceMarks(
      references: chart.form == .bullet ? [] : chart.references, style: style, text: text)
    let bands = marks.bands { a, b in
      let (from, to) = (lane.scale.position(of: a), lane.scale.position(of: b))
      return Rect(x: min(from, to), y: 0, width: abs(to - from), height: height)
    }
    return bands
      + lane.ticks.flatMap { tick -> [DrawItem] in
        let x = lane.scale.position(of: tick)
        return canvas.gapsBesideHeadings(at: x, from: 0, to: height).map {
          .line(
            from: Point(x: x, y: $0.lowerBound), to: Point(x: x, y: $0.upperBound), width: 0.5, style.grid)
        }
      }
  }

  /// Lines at references, which stop before a label and go on after it.
  private func references(_ lane: Lane, height: Points, around canvas: Canvas) -> [DrawItem] {
    let lines = chart.references.filter { $0.end == nil }
    guard !lines.isEmpty else { return [] }
    let bars = canvas.bars
    return lines.flatMap { reference in
      let x = lane.scale.position(of: reference.value)
      return canvas.gaps(at: x, from: 0, to: height).flatMap { gap in
        ReferenceMarks.stroke(
          from: Point(x: x, y: gap.lowerBound), to: Point(x: x, y: gap.upperBound), over: bars, style)
      }
    }
  }

  private func baseline(_ lane: Lane, height: Points, _ canvas: Canvas) -> [DrawItem] {
    guard lane.mark.needsZero, !chart.axis.isLogarithmic else { return [] }
    let x = lane.scale.zero
    // A fall of a waterfall is written right of its bar, which may be across zero.
    let gaps =
      chart.form == .waterfall
      ? canvas.gaps(at: x, from: 0, to: height) : canvas.gapsBesideHeadings(at: x, from: 0, to: height)
    return gaps.flatMap { gap in
      let (from, to) = (Point(x: x, y: gap.lowerBound), Point(x: x, y: gap.upperBound))
      return chart.axis.isCut
        ? dashes(from: from, to: to, width: 0.8, style.baseline, dash: 2, goesOn: true)
        : [.line(from: from, to: to, width: 0.8, style.baseline)]
    }
  }

  /// Where an answer that stands apart starts, which its value may be written across.
  private func lineApart(_ lane: Lane, height: Points, around canvas: Canvas) -> [DrawItem] {
    guard let apart = lane.mark.apartStart else { return [] }
    let x = lane.scale.position(of: apart)
    return canvas.gaps(at: x, from: 0, to: height).map { gap in
      .line(
        from: Point(x: x, y: gap.lowerBound), to: Point(x: x, y: gap.upperBound), width: 0.8, style.baseline)
    }
  }

  /// What stands for a name that is written in another panel, where there is no baseline.
  private func stand(_ lane: Lane, _ middle: Points) -> DrawItem {
    .line(
      from: Point(x: lane.scale.start, y: middle - 2), to: Point(x: lane.scale.start, y: middle + 2),
      width: 0.5,
      style.grid)
  }

  // MARK: Names, remarks

  /// Whether the series are named in or over their bars, so that there is no legend.
  var namesSeries: Bool { namesFitInBars || segmentNames != nil }

  /// Whether each series' name can be written in its bar of the first category, which then needs no legend.
  private var namesFitInBars: Bool {
    guard chart.form == .bar, chart.series.count > 1, chart.panels.count == 1, let lane = lanes.first,
      chart.categories.first?.isMuted == false, chart.intervals == .bars, !chart.axis.isCut
    else { return false }
    return chart.series.indices.allSatisfy { index in
      let series = chart.series[index]
      let datum = chart.panels[panel].values[index][0]
      guard let value = datum.value, value > 0, datum.low == nil, !datum.isProvisional else { return false }
      let room = lane.scale.position(of: value) - lane.scale.zero - 2 * Self.nameInset
      return series.fill.hatch == nil && text.width(series.name, style.series) <= room
    }
  }

  private static let nameInset: Points = 5

  private func writeNames(in frame: PlotFrame, _ canvas: inout Canvas) {
    for (series, slot) in frame.slots(chart.series.count, gap: BarMark.gap).enumerated() {
      let ink = style.series.colored(chart.series[series].fill.ink)
      let middle = (slot.lowerBound + slot.upperBound) / 2
      let at = Point(x: frame.scale.zero + Self.nameInset, y: middle + text.middleToBaseline(ink))
      canvas.write(chart.series[series].name, ink, at: at, as: .seriesName(series))
    }
  }
}
