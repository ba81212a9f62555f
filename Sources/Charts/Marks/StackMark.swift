import DrawList

/// Parts of a category one after the other: from zero, in percent, around zero or around the middle.
struct StackMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel

  /// A part of the stack, from one number to another.
  struct Segment {
    let series: Int
    let from: Double
    let to: Double
  }

  var thickness: Points { 17 }
  /// The stubs of parts that are not known.
  var reach: Points {
    guard !missingAtEnd.isEmpty else { return 0 }
    return chart.categories.indices.map { Double(missingInPlace($0).count) * Self.partStub }.max().map {
      max($0, Canvas.stub)
    } ?? 0
  }

  /// How long the stub of an unknown part is among the others: as its mark needs.
  private static let partStub: Points = 22
  /// Where more are not known, one stub at the end tells of all.
  private static let mostInPlace = 2

  /// The parts of a category that are not known, where each has its place among the others.
  private func missingInPlace(_ category: Int) -> [Int] {
    let parts = panel.values.map { $0[category] }
    guard chart.form == .stacked || chart.form == .stackedToWhole, parts.contains(where: { $0.value != nil }),
      parts.allSatisfy({ $0.value ?? 0 >= 0 })
    else { return [] }
    let missing = parts.indices.filter { parts[$0].value == nil && !parts[$0].label.isEmpty }
    return missing.count <= Self.mostInPlace ? missing : []
  }

  /// How far the stubs before a part move it.
  private func shift(_ series: Int, _ missing: [Int], _ frame: PlotFrame) -> Point {
    let length = Double(missing.count { $0 < series }) * Self.partStub
    return frame.isHorizontal ? Point(x: length, y: 0) : Point(x: 0, y: -length)
  }

  var extent: [Double] {
    isOfWhole
      ? [0, 100] : chart.categories.indices.flatMap { segments(of: $0).flatMap { [$0.from, $0.to] } }
  }

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] {
    if isOfWhole || chart.form == .likert { return end == .high ? missingAtEnd : [] }
    if chart.form == .diverging { return end == .low ? lowLabels : panel.data }
    return end == .high
      ? chart.categories.indices.compactMap { total($0).map { Chart.Datum(value: nil, label: $0) } }
      : lowLabels
  }

  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect] {
    let ends = segments(of: category).flatMap { [$0.from, $0.to] }
    guard let low = ends.min(), let high = ends.max() else { return [] }
    let whole = frame.rect(from: low, to: high, across: frame.band)
    let missing = missingInPlace(category)
    return [missing.isEmpty ? whole : whole.union(whole.moved(by: shift(.max, missing, frame)))]
  }

  /// The marks of parts that are not known, where others are.
  private var missingAtEnd: [Chart.Datum] {
    chart.categories.indices.flatMap { category -> [Chart.Datum] in
      let parts = panel.values.map { $0[category] }
      guard parts.contains(where: { $0.value != nil }) else { return [] }
      return parts.filter { $0.value == nil }
    }
  }

  private var isOfWhole: Bool { chart.form == .stackedToWhole || chart.form == .mosaic }
  private var lowLabels: [Chart.Datum] { panel.data.filter { $0.value ?? 0 < 0 } }

  /// The segments of a category, in the order of the series on each side of zero.
  func segments(of category: Int) -> [Segment] {
    let values = panel.values.map { $0[category].value ?? 0 }
    if chart.form == .likert { return answers(values) }
    // Where nothing is below zero, the first series is set against the others.
    if chart.form == .diverging, panel.data.allSatisfy({ $0.value ?? 0 >= 0 }) {
      return [Segment(series: 0, from: 0, to: -values[0])] + stacked(values, from: 0, skipping: 1)
    }
    return signed(values)
  }

  /// Around the middle; the one on no side, if there is one, right of all.
  private func answers(_ values: [Double]) -> [Segment] {
    let sided = Array(values.prefix(chart.sidedCount))
    let around = stacked(sided, from: -leftOfMiddle(sided))
    guard let start = apartStart, let apart = values.last else { return around }
    return around + [Segment(series: values.count - 1, from: start, to: start + apart)]
  }

  /// Where answers on no side start: the same in all rows, and in all panels that share a scale.
  var apartStart: Double? {
    guard chart.form == .likert, chart.sidedCount < chart.series.count else { return nil }
    let rows = (chart.hasFreeScales ? [panel] : chart.panels).flatMap { panel in
      chart.categories.indices.map { category in
        panel.values.prefix(chart.sidedCount).map { $0[category].value ?? 0 }
      }
    }
    let right = rows.map { $0.reduce(0, +) - leftOfMiddle($0) }.max() ?? 0
    let left = rows.map(leftOfMiddle).max() ?? 0
    return right + Self.shareApart * (left + right)
  }

  /// What parts answers on no side from the others, of what these take.
  private static let shareApart = 0.06

  private func stacked(_ values: [Double], from start: Double, skipping count: Int = 0) -> [Segment] {
    var at = start
    return values.indices.dropFirst(count).map { series in
      defer { at += values[series] }
      return Segment(series: series, from: at, to: at + values[series])
    }
  }

  private func signed(_ values: [Double]) -> [Segment] {
    var (above, below) = (0.0, 0.0)
    return values.indices.map { series in
      let value = values[series]
      if value < 0 {
        defer { below += value }
        return Segment(series: series, from: below, to: below + value)
      }
      defer { above += value }
      return Segment(series: series, from: above, to: above + value)
    }
  }

  /// What lies left of zero: the answers before the middle one, and half of it where there is one.
  private func leftOfMiddle(_ values: [Double]) -> Double {
    let half = values.count / 2
    return values.prefix(half).reduce(0, +) + (values.count % 2 == 1 ? values[half] / 2 : 0)
  }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let isMuted = chart.categories[category].isMuted
    let across = frame.band
    let missing = missingInPlace(category)
    var unwritten: [(Rect, Segment)] = []
    for segment in segments(of: category) {
      let datum = panel.values[segment.series][category]
      let fill =
        datum.isProvisional
        ? chart.series[segment.series].fill.provisional : chart.series[segment.series].fill
      let rect = frame.rect(from: segment.from, to: segment.to, across: across).moved(
        by: shift(segment.series, missing, frame))
      canvas.add(
        .bar(category: category, series: segment.series), separated(rect, fill, isMuted, frame))
      let content = ChartPart.Content.value(category: category, series: segment.series)
      let ink = fill.hatch == nil ? (isMuted ? Self.inkOnMuted(fill) : fill.ink) : fill.ink
      if canvas.writeInside(
        rect, datum, ink: ink, plate: fill.hatch == nil ? nil : fill.color, in: frame, as: content)
      {
        continue
      }
      unwritten.append((rect, segment))
    }
    // What is written beside keeps off the sum, so that comes first.
    if !missing.isEmpty {
      drawInPlace(missing, category, frame, &canvas)
    } else if !drawMissing(category, frame, &canvas) {
      drawTotal(category, frame, &canvas)
    }
    for (rect, segment) in unwritten where panel.values[segment.series][category].value != nil {
      let datum = panel.values[segment.series][category]
      let content = ChartPart.Content.value(category: category, series: segment.series)
      if chart.form == .diverging, isOutermost(segment, of: category),
        canvas.writeBeyond(rect, datum, isNegative: segment.to < segment.from, in: frame, as: content)
      {
        continue
      }
      if segment.from == apartStart, segment.to > segment.from,
        canvas.writeBeyond(rect, datum, isNegative: false, in: frame, as: content)
      {
        continue
      }
      if segment.from != segment.to { _ = canvas.writeWithLeader(rect, datum, in: frame, as: content) }
    }
  }

  /// How values are written in the segments of all panels that share a scale: without their unit where one has no room
  /// for it, so that none seems to be of another kind.
  func labelForm(_ scale: ValueScale, _ text: ChartText, _ style: ChartStyle) -> PlotFrame.LabelForm {
    let panels = chart.hasFreeScales ? [panel] : chart.panels
    let isTight = panels.map { StackMark(chart: chart, panel: $0) }.contains { mark in
      chart.categories.indices.contains { category in
        mark.segments(of: category).contains { segment in
          let datum = mark.panel.values[segment.series][category]
          guard datum.value != nil, datum.short != datum.label else { return false }
          return Self.needsShort(
            full: text.width(datum.label, style.value), short: text.width(datum.short, style.value),
            in: abs(scale.position(of: segment.to) - scale.position(of: segment.from)))
        }
      }
    }
    return isTight ? .short : .full
  }

  /// Whether a value fits in a segment only without its unit.
  static func needsShort(full: Points, short: Points, in length: Points) -> Bool {
    full + Canvas.insideMargin > length && short + Canvas.insideMargin <= length
  }

  /// Whether nothing stands further from zero on its side.
  private func isOutermost(_ segment: Segment, of category: Int) -> Bool {
    let isBelow = segment.to < segment.from || segment.from < 0
    return !segments(of: category).contains { other in
      other.from != other.to && (isBelow ? other.to < segment.to : other.to > segment.to)
    }
  }

  /// Hatched stubs among the parts that are known, each with the mark that says why.
  private func drawInPlace(
    _ missing: [Int], _ category: Int, _ frame: PlotFrame, _ canvas: inout Canvas
  ) {
    for segment in segments(of: category) where missing.contains(segment.series) {
      let foot = frame.rect(from: segment.from, to: segment.from, across: frame.band).moved(
        by: shift(segment.series, missing, frame))
      let area =
        frame.isHorizontal
        ? Rect(x: foot.minX + 1, y: foot.minY, width: Self.partStub - 2, height: foot.size.height)
        : Rect(
          x: foot.minX, y: foot.minY - Self.partStub + 1, width: foot.size.width, height: Self.partStub - 2)
      let ink = canvas.style.muted
      canvas.add(
        .bar(category: category, series: segment.series),
        [DrawItem.rectangle(area, .white)] + hatching(of: area, ink, spacing: 3))
      let content = ChartPart.Content.value(category: category, series: segment.series)
      let datum = panel.values[segment.series][category]
      if !canvas.writeInside(area, datum, ink: .black, plate: .white, in: frame, as: content) {
        _ = canvas.writeWithLeader(area, datum, in: frame, as: content)
      }
    }
  }

  /// A hatched stub at the end of what is known, and the mark that says why a part is not.
  ///
  /// - Returns: whether there is one: what the stack comes to is then not known either.
  private func drawMissing(_ category: Int, _ frame: PlotFrame, _ canvas: inout Canvas) -> Bool {
    let missing = panel.values.indices.filter { panel.values[$0][category].value == nil }
    drawMissing(missing.filter(isBelowZero), isBelow: true, category, frame, &canvas)
    drawMissing(missing.filter { !isBelowZero($0) }, isBelow: false, category, frame, &canvas)
    return !missing.isEmpty
  }

  /// Whether a series of a diverging stack stands on the low side where its values are known.
  private func isBelowZero(_ series: Int) -> Bool {
    guard chart.form == .diverging else { return false }
    let values = chart.panels.flatMap { $0.values[series].compactMap(\.value) }
    let isSet = chart.panels.allSatisfy { $0.data.allSatisfy { $0.value ?? 0 >= 0 } }
    return isSet ? series == 0 : values.reduce(0, +) < 0
  }

  private func drawMissing(
    _ missing: [Int], isBelow: Bool, _ category: Int, _ frame: PlotFrame, _ canvas: inout Canvas
  ) {
    guard let first = missing.first else { return }
    let ends = segments(of: category).map(\.to) + [0]
    let end = (isBelow ? ends.min() : ends.max()) ?? 0
    if isBelow {
      let foot = frame.rect(from: end, to: end, across: frame.band)
      canvas.missing(
        panel.values[first][category], category: category, series: first, beyond: foot, isNegative: true,
        in: frame)
    } else {
      canvas.missing(
        panel.values[first][category], category: category, series: first, across: frame.band, at: end,
        in: frame)
    }
    // One stub tells of all; the others only have an edge of it.
    let edge = [frame.band.lowerBound, frame.band.upperBound].map { frame.point(at: end, across: $0) }
    for series in missing.dropFirst() {
      canvas.add(
        .bar(category: category, series: series),
        [.line(from: edge[0], to: edge[1], width: 0.5, canvas.style.muted)])
    }
  }

  /// A line under a bar, where one of its values has no room in it.
  func roomBelow(_ category: Int, scale: ValueScale, _ text: ChartText, _ style: ChartStyle) -> Points {
    let isWrittenBeyond = chart.form == .diverging && chart.series.count == 2
    let lacksRoom = segments(of: category).contains { segment in
      let length = abs(scale.position(of: segment.to) - scale.position(of: segment.from))
      let datum = panel.values[segment.series][category]
      return length > 0 && text.width(datum.short, style.value) + Canvas.insideMargin > length
    }
    return lacksRoom && chart.writesValues && !isWrittenBeyond ? Canvas.leaderRoom(style) : 0
  }

  /// A segment with a thin light edge, so that it parts from the next.
  private func separated(_ rect: Rect, _ fill: BarFill, _ isMuted: Bool, _ frame: PlotFrame) -> [DrawItem] {
    let along = frame.isHorizontal ? rect.size.width : rect.size.height
    guard along > 0 else { return [] }
    let gap = min(0.35, along / 4)
    let inner =
      frame.isHorizontal
      ? Rect(x: rect.minX + gap, y: rect.minY, width: rect.size.width - 2 * gap, height: rect.size.height)
      : Rect(x: rect.minX, y: rect.minY + gap, width: rect.size.width, height: rect.size.height - 2 * gap)
    return items(of: inner, fill: fill, isMuted: isMuted)
  }

  static func inkOnMuted(_ fill: BarFill) -> Color {
    fill.muted.contrast(with: .white) >= fill.muted.contrast(with: .black) ? .white : .black
  }

  // MARK: Totals

  /// What a whole stack comes to, as its author's numbers say.
  private func total(_ category: Int) -> String? {
    guard chart.series.count > 1 else { return nil }
    return chart.totals.flatMap { category < $0.count ? $0[category] : nil }
  }

  private func drawTotal(_ category: Int, _ frame: PlotFrame, _ canvas: inout Canvas) {
    guard chart.form == .stacked, let total = total(category) else { return }
    let end = segments(of: category).map(\.to).max() ?? 0
    let stack = frame.rect(from: 0, to: max(0, end), across: frame.band)
    canvas.writeBeyond(
      stack, Chart.Datum(value: end, label: total), isNegative: false, in: frame, as: .shape)
  }
}

extension Chart {
  /// How many of its series have a side: all but an answer that stands apart.
  var sidedCount: Int { series.last?.isApart == true ? series.count - 1 : series.count }
}
