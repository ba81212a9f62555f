import DrawList
import Foundation

/// The numbers that a chart's scale must hold: those of its marks, references and intervals, and zero where lengths
/// stand for values.
///
/// Scales without zero are rounded to their ticks, so that no point lies at the very edge.
func domain(of chart: Chart, panels: some Sequence<Int>, series: Range<Int>? = nil) -> ClosedRange<Double> {
  let marks = panels.map { panel in
    (series.map { chart.restricted(to: $0) } ?? chart.withoutCumulated).mark(panel: panel)
  }
  var numbers = marks.flatMap(\.extent) + chart.references.flatMap { [$0.value, $0.end].compactMap(\.self) }
  numbers += [chart.axis.low, chart.axis.high].compactMap(\.self)
  let needsZero = marks.contains(where: \.needsZero) && !chart.axis.isLogarithmic
  if needsZero, !chart.axis.isCut { numbers.append(0) }
  if chart.axis.isLogarithmic { numbers = numbers.filter { $0 > 0 } }
  guard let least = numbers.min(), let most = numbers.max() else { return 0...0 }
  var (low, high) = (chart.axis.low ?? least, max(chart.axis.high ?? most, most))
  if chart.axis.isLogarithmic {
    // Round ends, so that a scale of few decades has numbers at both.
    return min(
      chart.axis.low ?? logarithmicStep(low, .down), high)...(chart.axis.high ?? logarithmicStep(high, .up))
  }
  // Where only the axis tells values, its last number is beyond the furthest of them.
  if needsZero {
    let exact = min(low, high)...high
    let isReadByAxis = !chart.writesValues && chart.axis.low == nil && chart.axis.high == nil
    return isReadByAxis ? ValueScale.rounded(exact, count: 10) : exact
  }
  // Points near zero are better seen against it.
  if low > 0, low < 0.4 * high, chart.axis.low == nil { low = 0 }
  if high == low { (low, high) = (low - max(1, abs(low) * 0.1), high + max(1, abs(high) * 0.1)) }
  return ValueScale.rounded(low...high, count: 6)
}

/// One, two or five times a power of ten: the next to a number above zero, below it or above.
private func logarithmicStep(_ number: Double, _ side: FloatingPointRoundingRule) -> Double {
  let power = pow(10, log10(number).rounded(.down))
  let steps = [1, 2, 5, 10].map { $0 * power }
  let nearly = 1e-9 * number
  return side == .down
    ? steps.last { $0 <= number + nearly } ?? number : steps.first { $0 >= number - nearly } ?? number
}

extension Chart {
  /// Without the second series of a Pareto chart, whose percentages are not on the scale.
  fileprivate var withoutCumulated: Chart {
    form == .pareto && series.count > 1 ? restricted(to: 0..<1) : self
  }

  /// The chart with some of its series only.
  func restricted(to series: Range<Int>) -> Chart {
    var chart = Chart(
      form: form, orientation: orientation, categories: categories, series: Array(self.series[series]),
      panels: panels.map { Panel(title: $0.title, values: Array($0.values[series])) }, axis: axis,
      references: references, intervals: intervals, writesValues: writesValues, totals: totals, signs: signs)
    chart.isOrdered = isOrdered
    return chart
  }
}

extension ChartPart {
  /// The same of a chart whose series are those of another from `offset` on.
  func shifted(series offset: Int) -> ChartPart {
    guard offset > 0 else { return self }
    let moved: Content =
      switch content {
      case .seriesName(let series): .seriesName(series + offset)
      case .seriesMark(let series): .seriesMark(series + offset)
      case .value(let category, let series): .value(category: category, series: series + offset)
      case .bar(let category, let series): .bar(category: category, series: series + offset)
      case .shape, .panelTitle, .groupName, .categoryName, .categoryMark, .remark: content
      }
    var part = ChartPart(content: moved, items: items)
    part.panel = panel
    return part
  }
}
