import Diagnostics
import Model
import Spec

/// Whether the scale that an author sets holds what is drawn on it: a value beyond it would be drawn at its edge.
extension Composer {
  mutating func checkScale(_ grid: ChartGrid, _ block: ChartBlock) {
    if block.kind == .pictogram, let each = block.options.each { checkSigns(each, grid) }
    guard let axis = block.options.axis, let ends = ends(grid, block.kind) else { return }
    if let min = axis.min, ends.lowerBound < min.value {
      diagnostics.report(
        .error(.beyondAxis("min", grid.text.short(ends.lowerBound)), at: min.place, hints: [.widerAxis]))
    }
    if let max = axis.max, ends.upperBound > max.value {
      diagnostics.report(
        .error(.beyondAxis("max", grid.text.short(ends.upperBound)), at: max.place, hints: [.widerAxis]))
    }
  }

  /// The least and the greatest number that is drawn; `nil` where the kind's scale is settled by itself.
  private func ends(_ grid: ChartGrid, _ kind: ChartKind) -> ClosedRange<Double>? {
    let numbers: [Double]
    switch kind {
    case .stackedToWhole, .likert, .mosaic, .histogram, .pareto, .pictogram: return nil
    case .stacked:
      numbers = grid.cells.flatMap { panel in
        grid.categories.indices.flatMap { category -> [Double] in
          let parts = panel.compactMap { $0[category].number }
          return [parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +)]
        }
      }
    case .waterfall: numbers = [0] + grid.cells.flatMap { $0.first.map { grid.levels(of: $0) } ?? [] }
    case .diverging: return nil
    case .bar, .column, .ranked, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet, .line, .slope:
      numbers = grid.all.flatMap { [$0.number, $0.low, $0.high, $0.target].compactMap(\.self) }
    }
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    return least...most
  }

  /// Signs that nobody could count, or of which not one is whole.
  private mutating func checkSigns(_ each: Located<Double>, _ grid: ChartGrid) {
    guard let most = grid.all.compactMap(\.number).max(), most > 0 else { return }
    if most / each.value > 60 {
      diagnostics.report(.warning(.manySigns(Int(most / each.value)), at: each.place))
    } else if most < each.value {
      diagnostics.report(.warning(.noWholeSign, at: each.place))
    }
  }
}

extension ChartGrid {
  /// What a waterfall comes to after each of its steps; totals start anew.
  func levels(of cells: [Cell]) -> [Double] {
    var level = 0.0
    return zip(categories, cells).map { category, cell in
      level = category.isTotal ? cell.number ?? level : level + (cell.number ?? 0)
      return level
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func beyondAxis(_ end: String, _ value: String) -> Self {
    Self(
      "beyond-axis", fr: "la valeur \(value) n’a pas de place sur l’axe : « \(end) » l’exclut",
      en: "the value \(value) has no place on the axis: `\(end)` leaves it out")
  }
  fileprivate static func manySigns(_ count: Int) -> Self {
    Self(
      "many-signs", fr: "une rangée aurait \(count) signes, que personne ne comptera",
      en: "a row would have \(count) signs, which nobody will count")
  }
  fileprivate static var noWholeSign: Self {
    Self(
      "no-whole-sign", fr: "un signe vaut plus que la plus grande valeur : aucun ne sera entier",
      en: "a sign stands for more than the greatest value: none will be whole")
  }
}

extension Diagnostic.Hint {
  fileprivate static let widerAxis = Self(
    fr: "élargissez l’axe, ou retirez la borne : il ira jusqu’à la valeur",
    en: "widen the axis, or take that end away: it then reaches to the value")
}
