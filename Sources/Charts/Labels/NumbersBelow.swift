import DrawList
import Typesetting

/// The numbers under scales that run from left to right: as many as stand apart, with the unit once for each scale.
///
/// The unit stands beside the last number; where that leaves room for fewer than three, on a line under it.
struct NumbersBelow {
  private let chart: Chart
  private let style: ChartStyle
  private let text: ChartText
  private let width: Points
  private let scales: [ValueScale]
  /// Where numbers are, by scale.
  private(set) var ticks: [[Double]]
  private var isUnitBelow = false

  private static let leastSpacing: Points = 34
  /// Between two numbers.
  private static let gap: Points = 5
  /// Enough to read values by.
  private static let enough = 3

  /// - Parameters:
  ///   - scales: one after the other.
  ///   - width: what numbers must not leave.
  init(chart: Chart, scales: [ValueScale], style: ChartStyle, text: ChartText, width: Points) {
    self.chart = chart
    self.style = style
    self.text = text
    self.width = width
    self.scales = scales
    ticks = scales.map { _ in [] }
    let widest =
      scales.flatMap { chart.axis.texts([$0.low, $0.high]) }.map { text.width($0, style.tick) }.max() ?? 0
    let first = max(Self.leastSpacing, widest + 12)
    // What stands apart has no numbers: it starts anew.
    let end = chart.mark(panel: 0).apartStart ?? .infinity
    let choices = [1, 1.5, 2, 3, 4, 6, 9].map { share in
      scales.map { chart.axis.ticks(of: $0, spacing: first * share).filter { $0 < end } }
    }
    let most = choices[0].map(\.count).min() ?? 0
    // Beside the last number, if that leaves enough of them; else under it.
    for (least, isBelow) in [(min(Self.enough, most), false), (2, true), (2, false)] {
      isUnitBelow = isBelow && !chart.axis.numbers.suffix.isEmpty
      for choice in choices where choice.allSatisfy({ $0.count >= least }) {
        ticks = choice
        if standApart { return }
      }
    }
    // The furthest from where scales start, at least.
    ticks = choices[0].map { Array($0.suffix(1)) }
    for isBelow in [false, true] {
      isUnitBelow = isBelow && !chart.axis.numbers.suffix.isEmpty
      if standApart { return }
    }
    ticks = scales.map { _ in [] }
  }

  private struct Number {
    let lines: [Line]
    let left: Points
    /// Where the unit starts.
    let unitLeft: Points

    var span: ClosedRange<Points> {
      let ends = zip(lines, [left, unitLeft]).map { $1 + $0.width }
      return min(left, lines.count > 1 ? unitLeft : left)...max(left, ends.max() ?? left)
    }
  }

  private var numbers: [Number] {
    zip(scales, ticks).flatMap { scale, ticks -> [Number] in
      zip(ticks, chart.axis.texts(ticks)).enumerated().map { index, tick in
        let isLast = index == ticks.count - 1
        let unit = isLast ? chart.axis.numbers.suffix : ""
        let number = text.line(isUnitBelow ? tick.1 : tick.1 + unit, style.tick)
        let middle = scale.position(of: tick.0)
        let bare = text.width(tick.1, style.tick)
        let left = within(middle - bare / 2, number.width)
        guard isLast, isUnitBelow else { return Number(lines: [number], left: left, unitLeft: left) }
        let below = text.line(String(unit.drop(while: \.isWhitespace)), style.tick)
        return Number(
          lines: [number, below], left: left, unitLeft: within(middle - below.width / 2, below.width))
      }
    }
  }

  private func within(_ left: Points, _ size: Points) -> Points { min(max(0, left), max(0, width - size)) }

  private var standApart: Bool {
    let spans = numbers.map(\.span).sorted { $0.lowerBound < $1.lowerBound }
    return zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound + Self.gap <= $1.lowerBound }
      && (spans.last?.upperBound ?? 0) <= width + 0.01
  }

  /// The strip of numbers; `nil` where there are none.
  var strip: ChartDrawing.Strip? {
    let numbers = numbers
    guard let lines = numbers.map(\.lines.count).max() else { return nil }
    let items = numbers.flatMap { number in
      zip(number.lines, [number.left, number.unitLeft]).enumerated().flatMap { row, line in
        line.0.items(at: Point(x: line.1, y: Double(row + 1) * text.leading + 1))
      }
    }
    return ChartDrawing.Strip(
      height: Double(lines) * text.leading + 4, parts: [ChartPart(content: .shape, items: items)])
  }
}
