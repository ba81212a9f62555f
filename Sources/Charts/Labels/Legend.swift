import DrawList
import Typesetting

/// The names of a chart's series beside samples of their fills, in the order of the bars, in rows.
struct Legend {
  let chart: Chart
  let style: ChartStyle
  let text: ChartText
  let width: Points
  /// Whether series are named here, not beside what is drawn.
  var namesSeries = true
  /// Whether references are told here, not beside the plot.
  var hasReferences = false

  private static let sample = Size(width: 16, height: 8.5)
  private static let sampleGap: Points = 5
  /// Between two entries; nearer where that saves a row.
  private static let entryGaps: [Points] = [18, 14, 10]
  private static let below: Points = 7

  private struct Entry {
    let name: String
    let content: ChartPart.Content
    let sample: (Rect) -> [DrawItem]
  }

  private struct MeasuredEntry {
    let entry: Entry
    let name: [Line]
    let advance: Points
  }

  /// Nothing where there is only one series, which the title names.
  var strip: ChartDrawing.Strip? {
    let entries = ((namesSeries ? entries : []) + (hasReferences ? references : [])).map { entry in
      let name = lines(of: entry.name)
      return MeasuredEntry(
        entry: entry, name: name,
        advance: Self.sample.width + Self.sampleGap + (name.map(\.width).max() ?? 0))
    }
    guard !entries.isEmpty else { return nil }
    let wide = Self.entryGaps.map { rows(of: entries, gap: $0, width: width) }
    let fewest = wide.map(\.count).min() ?? 1
    let gap = zip(Self.entryGaps, wide).first { $0.1.count == fewest }?.0 ?? Self.entryGaps[0]
    // As even as so many rows can be.
    let even = stride(from: width / Double(fewest), to: width, by: 4).lazy
      .map { rows(of: entries, gap: gap, width: $0) }.first { $0.count == fewest }
    var parts: [ChartPart] = []
    var top: Points = 0
    for row in even ?? rows(of: entries, gap: gap, width: width) {
      var x: Points = 0
      for entry in row {
        parts += self.parts(entry.entry, entry.name, at: Point(x: x, y: top))
        x += entry.advance + gap
      }
      top += Double(row.map(\.name.count).max() ?? 1) * text.leading
    }
    return ChartDrawing.Strip(height: top + Self.below, parts: parts)
  }

  /// Entries in rows that are no wider than a width, but for a single entry.
  private func rows(of entries: [MeasuredEntry], gap: Points, width: Points) -> [[MeasuredEntry]] {
    var rows: [[MeasuredEntry]] = []
    var x: Points = 0
    for entry in entries {
      if rows.isEmpty || x + entry.advance > width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(entry)
      x += entry.advance + gap
    }
    return rows
  }

  // MARK: Entries

  private var entries: [Entry] {
    switch chart.form {
    case .bullet: return bullet
    case .range: return range
    case .split, .pyramid, .waterfall, .histogram: return []
    case .slope where chart.categories.count == 1: return []
    case .slope, .bar, .stacked, .stackedToWhole, .likert, .diverging, .dumbbell, .dot, .lollipop, .pareto,
      .line,
      .mosaic,
      .pictogram:
      guard chart.series.count > 1 else { return [] }
      return chart.series.indices.map { index in
        Entry(name: chart.series[index].name, content: .seriesName(index)) { sample(index, $0) }
      }
    }
  }

  private var references: [Entry] {
    chart.references.map { reference in
      Entry(name: reference.label, content: .shape) { area in
        reference.end == nil
          ? dashes(
            from: Point(x: area.minX, y: area.midY), to: Point(x: area.maxX, y: area.midY),
            width: ReferenceMarks.width, style.baseline, dash: 3)
          : [.rectangle(area, style.bands[style.bands.count - 1])]
      }
    }
  }

  private func sample(_ index: Int, _ area: Rect) -> [DrawItem] {
    let series = chart.series[index]
    let (left, right) = (Point(x: area.minX, y: area.midY), Point(x: area.maxX, y: area.midY))
    switch chart.form {
    case .line where series.isPath:
      return dashes(from: left, to: right, width: 1.2, style.muted)
    case .slope, .line:
      let color = chart.lineColor(of: index, style)
      let width: Points = chart.form == .slope && series.isMuted ? 1.2 : 2
      return [.line(from: left, to: right, width: width, color)]
        + PointShape(of: index).items(at: Point(x: area.midX, y: area.midY), radius: 2.7, color)
    case .pareto where index == 1:
      return [
        .line(from: left, to: right, width: 1.4, series.fill.stroke),
        disc(at: Point(x: area.midX, y: area.midY), radius: 2.6, series.fill.stroke),
      ]
    case .dumbbell, .dot, .lollipop:
      return pointItems(
        at: Point(x: area.maxX - 5, y: area.midY), radius: 4.2, fill: series.fill, isMuted: false)
    case .bar, .stacked, .stackedToWhole, .likert, .diverging, .split, .pyramid, .range, .bullet, .waterfall,
      .histogram, .pareto, .mosaic, .pictogram:
      return sampleItems(area, isUnsettled(index) ? series.fill.provisional : series.fill)
    }
  }

  /// Whether all values of a series may still change, so that no bar has its own colour.
  private func isUnsettled(_ series: Int) -> Bool {
    let data = chart.panels.flatMap { $0.values[series] }.filter { $0.value != nil }
    return !data.isEmpty && data.allSatisfy(\.isProvisional)
  }

  /// A bar with a mark at its low end, and one with it at its high end.
  private var range: [Entry] {
    guard chart.series.count == 2 else { return [] }
    let fill = chart.series[1].fill
    func entry(_ series: Int, mark: @escaping (Rect) -> Points) -> Entry {
      Entry(name: chart.series[series].name, content: .seriesName(series)) { area in
        let bar = Rect(
          x: area.minX + 3, y: area.minY + 2.5, width: area.size.width - 6, height: area.size.height - 3.5)
        if chart.hasFallingRanges {
          // The second end bears a stroke, on whichever side it is.
          let stroke = DrawItem.line(
            from: Point(x: bar.maxX, y: bar.minY - 1.5), to: Point(x: bar.maxX, y: bar.maxY + 1.5),
            width: 2.4,
            style.baseline)
          return items(of: bar, fill: fill, isMuted: false) + (series == 1 ? [stroke] : [])
        }
        let x = mark(bar)
        let top = area.minY - 1
        let arrow = [Point(x: x - 3, y: top), Point(x: x + 3, y: top), Point(x: x, y: top + 3.2)]
        return items(of: bar, fill: fill, isMuted: false) + [.polygon(arrow, style.baseline)]
      }
    }
    return [entry(0) { $0.minX }, entry(1) { $0.maxX }]
  }

  private var bullet: [Entry] {
    var entries: [Entry] = []
    if let series = chart.series.first, !series.name.isEmpty {
      entries.append(
        Entry(name: series.name, content: .shape) { area in
          items(
            of: Rect(x: area.minX, y: area.minY + 1.5, width: area.size.width, height: area.size.height - 3),
            fill: series.fill, isMuted: false)
        })
    }
    if let name = chart.targetName {
      entries.append(
        Entry(name: name, content: .shape) { area in
          [
            .line(
              from: Point(x: area.maxX - 4, y: area.minY - 1), to: Point(x: area.maxX - 4, y: area.maxY + 1),
              width: 2.4, style.baseline)
          ]
        })
    }
    return entries
      + chart.references.enumerated().filter { $0.element.end != nil && !$0.element.label.isEmpty }.map {
        index, band in
        Entry(name: band.label, content: .shape) { area in
          [.rectangle(area, style.bands[min(index, style.bands.count - 1)])]
        }
      }
  }

  /// A name, which goes on under itself where it is wider than the chart.
  private func lines(of name: String) -> [Line] {
    text.lines(name, style.series, width: width - Self.sample.width - Self.sampleGap)
  }

  /// A sample beside the first line of a name.
  private func parts(_ entry: Entry, _ name: [Line], at origin: Point) -> [ChartPart] {
    let middle = origin.y + text.leading / 2
    let sample = Rect(
      x: origin.x, y: middle - Self.sample.height / 2, width: Self.sample.width, height: Self.sample.height)
    let block = origin.y + Double(name.count) * text.leading / 2
    let words = text.items(name, style.series, middle: block) { _ in sample.maxX + Self.sampleGap }
    return [
      ChartPart(content: .shape, items: entry.sample(sample)),
      ChartPart(content: entry.content, items: words),
    ]
  }

  /// A sample of a fill; of both its forms where some categories are muted, so that their bars are known too.
  private func sampleItems(_ sample: Rect, _ fill: BarFill) -> [DrawItem] {
    let states = Set(chart.categories.map(\.isMuted))
    guard states.count == 2, fill.color != fill.muted else {
      return Charts.items(of: sample, fill: fill, isMuted: states == [true])
    }
    let half = Rect(
      x: sample.minX + sample.size.width / 2, y: sample.minY, width: sample.size.width / 2,
      height: sample.size.height)
    return Charts.items(of: sample, fill: fill, isMuted: false)
      + Charts.items(of: half, fill: fill, isMuted: true)
  }
}
