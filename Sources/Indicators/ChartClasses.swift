import Foundation
import Model
import Spec

/// The classes of a histogram: equal widths between round bounds.
///
/// - **Source**: Freedman and Diaconis, “On the histogram as a density estimator”, 1981: a width of 2 × IQR ÷ ∛n; where
///   half of the values are equal, Sturges' count, log₂ n + 1. The width is then rounded to 1, 2, 2.5 or 5 times a power
///   of ten.
struct ChartClasses {
  let edges: [Double]

  /// - Parameter count: how many classes are wanted, about.
  init(of values: [Double], count wanted: Int?) {
    let values = values.sorted()
    guard let low = values.first, let high = values.last, high > low else {
      let only = values.first ?? 0
      edges = [only.rounded(.down), only.rounded(.down) + 1]
      return
    }
    let n = Double(values.count)
    let spread = Self.quantile(values, 0.75) - Self.quantile(values, 0.25)
    let automatic = spread > 0 ? 2 * spread / cbrt(n) : (high - low) / (log2(n) + 1).rounded(.up)
    let width =
      wanted.map { Self.width(for: $0, from: low, to: high) } ?? Self.round(max(automatic, (high - low) / 40))
    let start = (low / width + 1e-9).rounded(.down)
    var end = (high / width - 1e-9).rounded(.up)
    if end <= start { end = start + 1 }
    edges = (Int(start)...Int(end)).map { Double($0) * width }
  }

  /// How many values lie in each class; a bound belongs to the class that it starts, the last to the last.
  func counts(of values: [Double]) -> [Int] {
    var counts = Array(repeating: 0, count: edges.count - 1)
    for value in values {
      let index = edges.lastIndex { $0 <= value } ?? 0
      counts[min(index, counts.count - 1)] += 1
    }
    return counts
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  /// The round width whose classes are as many as wanted, or nearly.
  private static func width(for wanted: Int, from low: Double, to high: Double) -> Double {
    let exact = (high - low) / Double(wanted)
    let power = pow(10, log10(exact).rounded(.down))
    func count(_ width: Double) -> Int {
      max(1, Int((high / width - 1e-9).rounded(.up)) - Int((low / width + 1e-9).rounded(.down)))
    }
    let widths = [0.5, 0.8, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20].map { $0 * power }
    return widths.min { abs(count($0) - wanted) < abs(count($1) - wanted) } ?? exact
  }

  /// The nearest round width: 1, 2, 2.5 or 5 times a power of ten.
  private static func round(_ width: Double) -> Double {
    let power = pow(10, log10(width).rounded(.down))
    let steps = [1, 2, 2.5, 5, 10].map { $0 * power }
    return steps.min { abs(log($0 / width)) < abs(log($1 / width)) } ?? width
  }
}

extension ChartGrid {
  /// How many of the values lie in each class.
  func histogram(count: Int?, _ counts: ValueText, _ wording: Wording) -> ChartGrid {
    let classes = ChartClasses(of: all.compactMap(\.number), count: count)
    let decimals = classes.edges.map { DecimalText.decimals(of: text.scaled($0)) }.max() ?? 0
    let texts = classes.edges.map {
      text.axis.prefix + text.numbers.text(text.scaled($0), decimals: min(decimals, 4))
    }
    var grid = self
    grid.edges = texts
    if let last = grid.edges.indices.last { grid.edges[last] += text.axis.suffix }
    grid.categories = zip(texts, texts.dropFirst()).enumerated().map { index, bounds in
      let isLast = index == texts.count - 2
      let label = wording.classLabel(bounds.0, bounds.1, unit: text.axis.suffix, isLast: isLast)
      return Item(key: label, label: label)
    }
    grid.series = Array(series.prefix(1))
    grid.cells = cells.map { panel in
      let values = panel.flatMap { $0.compactMap(\.number) }
      return [classes.counts(of: values).map { Cell(value: .number(Double($0)), text: counts) }]
    }
    grid.text = counts
    return grid
  }
}
