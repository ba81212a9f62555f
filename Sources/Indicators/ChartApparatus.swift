import DataSources
import Diagnostics
import Model
import Spec
import Statistics

/// What a chart's values are read against: references, gaps, remarks.
extension Composer {
  func references(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Reference] {
    // The mean of how many are in each class is no mean of what was counted.
    let wanted =
      block.kind == .histogram
      ? block.options.references.filter { $0.value.isNumber } : block.options.references
    return wanted.map { reference in
      let numbers =
        block.kind == .stacked
        ? grid.sums : grid.cells.compactMap(\.first).flatMap { $0.compactMap(\.number) }
      let value: Double
      let name: String
      switch reference.value {
      case .number(let number): (value, name) = (number, "")
      case .mean:
        (value, name) = (
          numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count),
          ofFirst(grid.text.unit.isOfAmounts ? wording.mean : wording.unweightedMean, grid, block.kind)
        )
      case .median: (value, name) = (median(numbers), ofFirst(wording.medianWord, grid, block.kind))
      }
      let printed = grid.text.short(value)
      let usual = name.isEmpty ? printed : name + wording.colon + printed
      return PublishedChart.Reference(
        value: value, end: reference.to,
        label: set(named(reference, printed, isWritten: block.options.showsValues?.value != .no) ?? usual))
    }
  }

  /// What is computed of the first series, with its name where there are others.
  private func ofFirst(_ name: String, _ grid: ChartGrid, _ kind: ChartKind) -> String {
    guard kind != .stacked else { return name }
    let known = grid.series.filter { !$0.isPath }
    return known.count > 1 ? name + " (" + known[0].label + ")" : name
  }

  /// A reference as its author names it; with its value where there is no axis to read it from, unless it tells a number.
  private func named(_ reference: ReferenceLineSpec, _ printed: String, isWritten: Bool) -> String? {
    guard let label = reference.label?.value else { return nil }
    let needsValue = isWritten && reference.to == nil && !label.contains(where: \.isNumber) && !label.isEmpty
    return needsValue ? label + wording.colon + printed : label
  }

  private func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return 0 }
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }

  mutating func brackets(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Bracket] {
    guard block.kind.showsGaps else { return [] }
    switch block.options.gaps {
    case .none: return insignificantGaps(grid, block)
    case .series: return seriesGaps(grid, block)
    case .categories(let from, let to):
      let found = [from, to].map { name in grid.categories.firstIndex { $0.isCalled(name.value) } }
      for (name, index) in zip([from, to], found) where index == nil {
        diagnostics.report(
          .error(
            .notACategory(name.value), at: name.place,
            hints: .suggestion(for: name.value, among: grid.categories.map(\.key))))
      }
      guard let first = found[0], let second = found[1] else { return [] }
      guard let a = grid.cells[0][0][first].number, let b = grid.cells[0][0][second].number else {
        let missing = grid.cells[0][0][first].number == nil ? from : to
        diagnostics.report(.warning(.gapOfMissing(missing.value), at: missing.place))
        return []
      }
      return [
        .init(
          panel: 0, fromCategory: first, fromSeries: 0, toCategory: second, toSeries: 0,
          label: gap(of: grid.cells[0][0][second], from: grid.cells[0][0][first], b - a, grid))
      ]
    }
  }

  /// A difference as it is printed; where both values have an interval that tells nothing apart, its mark.
  private func gap(
    of cell: ChartGrid.Cell, from other: ChartGrid.Cell, _ difference: Double, _ grid: ChartGrid
  ) -> String {
    if let one = cell.estimate, let base = other.estimate, !one.gapInterval(from: base).excludesZero {
      return wording.mark(.notSignificant)
    }
    return set(DifferenceText(values: grid.text, measure: .difference).text(difference))
  }

  /// Beside the intervals of a comparison: the gaps that are not significant, though no gaps are asked for.
  private func insignificantGaps(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Bracket] {
    guard case .indicators(let chart) = block.data, chart.selection.comparison != nil, wantsIntervals(block),
      block.kind == .bar || block.kind == .column, grid.series.count == 2
    else { return [] }
    return seriesGaps(grid, block).filter { $0.label == wording.mark(.notSignificant) }
  }

  /// The first series against the second, in each category; of periods, the later against the earlier; of a comparison as
  /// it was tested.
  private func seriesGaps(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Bracket] {
    guard grid.series.count >= 2 else { return referenceGaps(grid, block) }
    let isChange = isChange(grid)
    return grid.cells.indices.flatMap { panel in
      grid.categories.indices.compactMap { category -> PublishedChart.Bracket? in
        guard let a = grid.cells[panel][0][category].number, let b = grid.cells[panel][1][category].number
        else {
          return nil
        }
        return .init(
          panel: panel, fromCategory: category, fromSeries: 0, toCategory: category, toSeries: 1,
          label: testedGap(grid.categories[category], block)
            ?? (isChange
              ? gap(of: grid.cells[panel][1][category], from: grid.cells[panel][0][category], b - a, grid)
              : gap(of: grid.cells[panel][0][category], from: grid.cells[panel][1][category], a - b, grid)))
      }
    }
  }

  /// Whether a second series is later than the first, so that their gap is a change.
  func isChange(_ grid: ChartGrid) -> Bool {
    guard grid.series.count >= 2,
      let first = grid.series[0].period ?? Period(inData: grid.series[0].key),
      let second = grid.series[1].period ?? Period(inData: grid.series[1].key)
    else { return false }
    return first.lastMonth < second.lastMonth
  }

  /// Of one indicator, whose populations are the categories: the subject against each of its references.
  func referenceGaps(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Bracket] {
    guard case .indicators(let chart) = block.data, chart.categories == .populations,
      chart.selection.indicators.count == 1,
      let comparison = chart.selection.comparison.map({ report.comparisons[$0] }),
      let subject = comparison.subject.flatMap({ category(of: $0, in: grid) })
    else { return [] }
    return told(chart.selection, chart.selection.indicators[0]).compactMap { compared in
      guard let reference = compared.reference.population.flatMap({ category(of: $0, in: grid) }) else {
        return nil
      }
      return .init(
        panel: 0, fromCategory: reference, fromSeries: 0, toCategory: subject, toSeries: 0,
        label: label(of: compared))
    }
  }

  private func category(of population: ID<Population>, in grid: ChartGrid) -> Int? {
    grid.categories.firstIndex { $0.key == population.name }
  }

  /// The gap of a comparison's indicator, or the mark of one that is not significant.
  private func testedGap(_ category: ChartGrid.Item, _ block: ChartBlock) -> String? {
    guard case .indicators(let chart) = block.data, chart.categories == .indicators,
      let indicator = chart.selection.indicators.first(where: { $0.name == category.key }),
      let compared = told(chart.selection, indicator).first
    else { return nil }
    return label(of: compared)
  }

  private func label(of compared: Compared) -> String {
    switch compared.value {
    case .number(let number):
      set(
        DifferenceText(values: valueText(compared.subject.indicator), measure: compared.measure).text(number))
    case .missing(let kind): wording.mark(kind)
    }
  }

  mutating func annotations(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Annotation] {
    block.options.annotations.compactMap { note in
      guard let category = grid.categories.firstIndex(where: { $0.isCalled(note.at.value) }) else {
        diagnostics.report(
          .error(
            .notACategory(note.at.value), at: note.at.place,
            hints: .suggestion(for: note.at.value, among: grid.categories.map(\.key))))
        return nil
      }
      let series = note.series.flatMap { name in grid.series.firstIndex { $0.isCalled(name.value) } } ?? 0
      return .init(category: category, series: series, text: set(note.text.value))
    }
  }
}

extension ChartGrid.Cell {
  /// The value within its interval; `nil` where it has none, or not one that holds it.
  fileprivate var estimate: Estimate? {
    guard let number, let low, let high, low <= number, number <= high else { return nil }
    return Estimate(number, within: Interval(low, high))
  }
}

extension Diagnostic.Message {
  fileprivate static func notACategory(_ name: String) -> Self {
    Self(
      "not-in-figure", fr: "« \(name) » n’est pas une catégorie de cette figure",
      en: "“\(name)” is not a category of this figure")
  }
}

extension UnitOfMeasure {
  /// Whether its values are amounts, whose mean is that of all; of rates it takes their weights.
  fileprivate var isOfAmounts: Bool {
    switch self {
    case .count, .euros: true
    case .percent, .perThousand, .ratio, .years, .index, .points: false
    }
  }
}

extension ChartGrid {
  /// What each category's stack comes to, where no part is missing.
  fileprivate var sums: [Double] {
    cells.flatMap { panel in
      categories.indices.compactMap { category in
        let parts = panel.map { $0[category] }
        return parts.contains { $0.unknownPart != nil } ? nil : parts.compactMap(\.number).reduce(0, +)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func gapOfMissing(_ name: String) -> Self {
    Self(
      "gap-of-missing", fr: "l’écart ne se calcule pas : la valeur de « \(name) » manque",
      en: "there is no gap: the value of “\(name)” is missing")
  }
}
