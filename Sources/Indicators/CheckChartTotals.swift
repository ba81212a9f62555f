import Diagnostics
import Foundation
import Model
import Spec

/// Totals drawn as one of the things that they are the total of.
extension Composer {
  /// - Parameter read: the grid before its kind made something of it.
  mutating func checkTotalsAmongParts(_ read: ChartGrid, _ block: ChartBlock) {
    let hasMean = block.options.references.contains { !$0.value.isNumber }
    if block.kind.ordersCategories || hasMean,
      let total = read.totalAmongCategories(isSum: block.kind.sumsCategories)
    {
      diagnostics.report(
        .warning(
          .totalAmongCategories(read.categories[total].label),
          at: read.cells.first?.first?[total].place ?? block.place, hints: [.dropTotal]))
    }
    if block.kind.sumsSeries, let total = read.totalAmongSeries {
      diagnostics.report(
        .warning(.totalAmongSeries(read.series[total].label), at: block.place, hints: [.dropTotalSeries]))
    }
    if block.kind == .waterfall, block.options.totals.isEmpty, let total = read.sumAtEnd {
      diagnostics.report(
        .warning(.totalAsStep(read.categories[total].label), at: block.place, hints: [.sayTotal]))
    }
  }
}

extension ChartGrid {
  /// A category that is called a total, or that has in each series what all others come to.
  fileprivate func totalAmongCategories(isSum: Bool) -> Int? {
    guard categories.count > 2 else { return nil }
    return categories.indices.first { category in
      if categories[category].label.isNameOfTotal { return true }
      guard isSum, categories.count > 3 else { return false }
      let rows = cells.flatMap { $0.map { series in series.map(\.number) } }
      return !rows.isEmpty && rows.allSatisfy { Self.isSum(category, of: $0) }
    }
  }

  /// A series that has in each category what all others come to.
  fileprivate var totalAmongSeries: Int? {
    guard series.count > 2 else { return nil }
    return series.indices.first { index in
      if series[index].label.isNameOfTotal { return true }
      guard categories.count > 1 || series.count > 3 else { return false }
      let columns = cells.flatMap { panel in
        categories.indices.map { category in panel.map { $0[category].number } }
      }
      return columns.allSatisfy { Self.isSum(index, of: $0) }
    }
  }

  /// The last category, if its value is what all before come to.
  fileprivate var sumAtEnd: Int? {
    guard categories.count > 2, let cells = cells.first?.first, let last = categories.indices.last,
      Self.isSum(last, of: cells.map(\.number))
    else { return nil }
    return last
  }

  private static func isSum(_ index: Int, of numbers: [Double?]) -> Bool {
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, let number = numbers[index], number != 0 else { return false }
    let others = known.reduce(0, +) - number
    return abs(others - number) <= abs(number) * 1e-9
  }
}

extension String {
  /// “Total”, “Total général”, “Ensemble”: what tables call the row under all others.
  fileprivate var isNameOfTotal: Bool {
    let name = folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return name == "total" || name.hasPrefix("total ") || name == "ensemble" || name == "tous"
      || name == "all"
  }
}

extension ChartKind {
  /// Whether it ranks its categories, or is about what they come to.
  fileprivate var ordersCategories: Bool {
    switch self {
    case .ranked, .pareto, .mosaic: true
    case .bar, .column, .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .range, .dumbbell,
      .dot, .lollipop, .bullet, .waterfall, .histogram, .line, .slope, .pictogram:
      false
    }
  }

  fileprivate var sumsCategories: Bool { self == .pareto || self == .mosaic }

  /// Whether its series are parts of a whole.
  fileprivate var sumsSeries: Bool {
    switch self {
    case .stacked, .stackedToWhole, .diverging, .likert, .mosaic: true
    case .bar, .column, .ranked, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet, .waterfall,
      .histogram, .pareto, .line, .slope, .pictogram:
      false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func totalAmongCategories(_ name: String) -> Self {
    Self(
      "total-among-parts",
      fr: "« \(name) » est un total parmi ce dont il est le total : rangs, cumuls et moyennes le comptent",
      en: "“\(name)” is a total among what it is the total of: ranks, sums and means count it")
  }
  fileprivate static func totalAmongSeries(_ name: String) -> Self {
    Self(
      "total-among-parts", fr: "la série « \(name) » est le total des autres, et s’y ajoute dans les barres",
      en: "the series “\(name)” is the total of the others, and adds to them in the bars")
  }
  fileprivate static func totalAsStep(_ name: String) -> Self {
    Self(
      "total-as-step",
      fr: "« \(name) » est la somme de ce qui précède, et se dessine comme une hausse de plus",
      en: "“\(name)” is the sum of what stands before it, and is drawn as one more rise")
  }
}

extension Diagnostic.Hint {
  fileprivate static let dropTotal = Self(
    fr: "retirez sa ligne par une étape : « drop: { colonne: Total } »",
    en: "take its row away by a step: `drop: { column: Total }`")
  fileprivate static let dropTotalSeries = Self(
    fr: "retirez-la : la somme s’écrit d’elle-même", en: "take it away: the sum is written by itself")
  fileprivate static let sayTotal = Self(
    fr: "dites quelles barres sont des totaux : « totals: [Départ, Arrivée] »",
    en: "say which bars are totals: `totals: [Start, End]`")
}
