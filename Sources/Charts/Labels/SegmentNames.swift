import DrawList
import Typesetting

/// The names of a stack's series at the segments of one bar, in place of a legend: over the first bar that lies, beside
/// the last column that stands.
///
/// They are there only if all of them fit, each over its own segment, on one line or else on two.
struct SegmentNames {
  /// A name with the stroke that leads from it to its segment.
  private struct Name {
    let series: Int
    let lines: [Line]
    /// Where its first line starts, and how far it reaches.
    let box: Rect
    let stroke: (from: Point, to: Point)
  }

  private let names: [Name]
  private let style: ChartStyle
  private let text: ChartText
  let height: Points

  static let gap: Points = 9
  static let stroke: Points = 4
  private static let inset: Points = 4
  private static let mostLines = 2
  /// A longer chart may go on on another page, whose first bar has other segments.
  private static let mostBars = 20

  // MARK: Over bars

  /// Over the first bar; `nil` where a legend is needed.
  ///
  /// - Parameter scale: of the bars, in the same coordinates as `width`.
  static func above(
    _ chart: Chart, _ style: ChartStyle, _ text: ChartText, scale: ValueScale, width: Points
  ) -> SegmentNames? {
    guard chart.references.isEmpty, chart.categories.count <= mostBars,
      let segments = segments(of: chart, category: 0)
    else { return nil }
    let anchored = segments.map {
      (series: $0.series, anchor: (scale.position(of: $0.from) + scale.position(of: $0.to)) / 2)
    }.sorted { $0.anchor < $1.anchor }
    for count in 1...mostLines {
      let lines = anchored.map { text.evenLines(chart.series[$0.series].name, style.series, on: count) }
      guard lines.allSatisfy({ $0.count <= count }) else { continue }
      let sizes = lines.map { $0.map(\.width).max() ?? 0 }
      guard
        let starts = placed(
          anchored.map(\.anchor), sizes: sizes, inset: inset, gap: gap, in: 0...max(0, width))
      else { continue }
      let most = lines.map(\.count).max() ?? 1
      let height = Double(most) * text.leading + stroke + 2
      let names = anchored.indices.map { index -> Name in
        let own = Double(lines[index].count) * text.leading
        let bottom = height - stroke - 2
        return Name(
          series: anchored[index].series, lines: lines[index],
          box: Rect(x: starts[index], y: bottom - own, width: sizes[index], height: own),
          stroke: (
            Point(x: anchored[index].anchor, y: bottom + 1), Point(x: anchored[index].anchor, y: height)
          ))
      }
      return SegmentNames(names: names, style: style, text: text, height: height)
    }
    return nil
  }

  /// The names; the strokes go on from `strokes(to:)` in the first bar's strip.
  func strip() -> ChartDrawing.Strip { ChartDrawing.Strip(height: height, parts: parts(isCentered: true)) }

  /// What leads on from the top of the first bar's strip to the bar.
  func strokes(to top: Points, on canvas: Canvas) -> [DrawItem] {
    guard top >= 0.5 else { return [] }
    return names.flatMap { name -> [DrawItem] in
      let x = name.stroke.to.x
      return canvas.gapsBesideHeadings(at: x, from: 0, to: top).map {
        .line(from: Point(x: x, y: $0.lowerBound), to: Point(x: x, y: $0.upperBound), width: 0.6, style.muted)
      }
    }
  }

  // MARK: Beside columns

  /// Beside the last column; `nil` where a legend is needed.
  ///
  /// - Parameters:
  ///   - column: from the left to the right end of the last column.
  ///   - right: how far names may reach.
  static func beside(
    _ chart: Chart, _ style: ChartStyle, _ text: ChartText, scale: ValueScale, column: ClosedRange<Points>,
    right: Points
  ) -> SegmentNames? {
    guard let segments = segments(of: chart, category: chart.categories.count - 1),
      segments.allSatisfy({ $0.from >= 0 && $0.to >= 0 })
    else { return nil }
    let anchored = segments.map {
      (series: $0.series, anchor: (scale.position(of: $0.from) + scale.position(of: $0.to)) / 2)
    }.sorted { $0.anchor < $1.anchor }
    let x = column.upperBound + stroke + 3
    // A name hangs over neither the top of its column, where the sum is written, nor the line it stands on.
    let top = segments.map { scale.position(of: $0.to) }.min() ?? 0
    for count in 1...mostLines {
      let lines = anchored.map { text.evenLines(chart.series[$0.series].name, style.series, on: count) }
      let sizes = lines.map { Double($0.count) * text.leading }
      guard lines.allSatisfy({ $0.count <= count }),
        lines.joined().allSatisfy({ x + $0.width <= right + 0.01 }),
        top < scale.zero,
        let starts = placed(
          anchored.map(\.anchor), sizes: sizes, inset: inset, gap: 0, in: top...scale.zero)
      else { continue }
      let names = anchored.indices.map { index in
        Name(
          series: anchored[index].series, lines: lines[index],
          box: Rect(
            x: x, y: starts[index], width: lines[index].map(\.width).max() ?? 0, height: sizes[index]),
          stroke: (
            Point(x: column.upperBound + 1.5, y: anchored[index].anchor),
            Point(x: x - 2, y: anchored[index].anchor)
          ))
      }
      return SegmentNames(names: names, style: style, text: text, height: 0)
    }
    return nil
  }

  /// How wide the names are, on one line and on two: what a chart of columns keeps free for them.
  static func widths(_ chart: Chart, _ style: ChartStyle, _ text: ChartText) -> [Points] {
    guard chart.isStack, chart.panels.count == 1, chart.series.count > 1, chart.references.isEmpty else {
      return []
    }
    return (1...mostLines).map { count in
      chart.series.flatMap { text.evenLines($0.name, style.series, on: count).map(\.width) }.max() ?? 0
    }
  }

  func draw(on canvas: inout Canvas) {
    for name in names { canvas.claim(name.box) }
    for part in parts(isCentered: false) { canvas.add(part.content, part.items) }
  }

  // MARK: Parts

  private func parts(isCentered: Bool) -> [ChartPart] {
    names.flatMap { name in
      let items = text.items(name.lines, style.series, middle: name.box.midY) { line in
        name.box.minX + (isCentered ? (name.box.size.width - line.width) / 2 : 0)
      }
      let stroke = DrawItem.line(from: name.stroke.from, to: name.stroke.to, width: 0.6, style.muted)
      return [
        ChartPart(content: .shape, items: [stroke]),
        ChartPart(content: .seriesName(name.series), items: items),
      ]
    }
  }

  /// The segments that names can stand at: of all series, each with a length, and filled as in the other bars.
  private static func segments(of chart: Chart, category: Int) -> [StackMark.Segment]? {
    guard chart.isStack, chart.panels.count == 1, chart.series.count > 1,
      Set(chart.categories.map(\.isMuted)).count <= 1
    else { return nil }
    let values = chart.panels[0].values.map { $0[category] }
    guard values.allSatisfy({ ($0.value ?? 0) != 0 && !$0.isProvisional }) else { return nil }
    return StackMark(chart: chart, panel: chart.panels[0]).segments(of: category)
  }
}

extension Chart {
  /// Whether its series stand one after the other in one bar.
  var isStack: Bool {
    switch form {
    case .stacked, .stackedToWhole, .likert, .diverging, .mosaic: true
    case .bar, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet, .waterfall, .histogram, .pareto,
      .slope, .line, .pictogram:
      false
    }
  }
}
