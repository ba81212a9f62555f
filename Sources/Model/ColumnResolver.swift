import Diagnostics
import Spec

/// The words that name a table's columns besides populations, indicators and periods.
package enum TableWord: String, CaseIterable {
  /// The row's own name.
  case indicator, population, period
  case value, interval
  /// The subject against each reference, by the comparison's measure.
  case gap
  /// The same by a measure of one's own choice.
  case points, difference, ratio, relative, index, share
  case status
  case rank, quartile, median
  case target, pace
  case targetDate = "target-date"
  /// The row's values of other periods.
  case periods, current, previous, first
  case yearAgo = "year-ago"
  case unit, source, universe, direction, nature, definition, serves, owner
}

extension Resolver {
  /// The columns of a table: the author's, or the name, the values and what sets them against each other.
  mutating func columns(
    _ words: [Located<String>], of selection: Selection, rows: FigureDimension
  ) -> [TableColumn] {
    guard !words.isEmpty else {
      return [.stub] + values(of: selection, rows: rows)
        + (rows == .indicators ? gaps(of: selection, nil) : [])
    }
    return words.flatMap { columns(named: $0, of: selection, rows: rows) }
  }

  private mutating func columns(
    named word: Located<String>, of selection: Selection, rows: FigureDimension
  ) -> [TableColumn] {
    if rows != .populations, let population = selection.populations.first(where: { $0.name == word.value }) {
      return [.population(population)]
    }
    if rows != .indicators, let indicator = selection.indicators.first(where: { $0.name == word.value }) {
      return [.indicator(indicator)]
    }
    if let known = TableWord(rawValue: word.value) {
      if let columns = columns(known, word, of: selection, rows: rows) { return columns }
    } else if rows != .periods, let period = Period(word.value) {
      return periodColumn(.fixed(period), word, of: selection)
    }
    let known = knownColumns(of: selection, rows: rows)
    diagnostics.report(
      .error(.unknownColumn(word.value), at: word.place, hints: .suggestion(for: word.value, among: known)))
    return []
  }

  /// The columns that a word of the language stands for; `nil` where it has no sense in this table.
  private mutating func columns(
    _ known: TableWord, _ word: Located<String>, of selection: Selection, rows: FigureDimension
  ) -> [TableColumn]? {
    switch known {
    case .indicator: return rows == .indicators ? [.stub] : nil
    case .population: return rows == .populations ? [.stub] : nil
    case .period: return rows == .periods ? [.stub] : rows == .indicators ? [.text(.period)] : nil
    case .value: return rows == .indicators && selection.populations.isEmpty ? [.value] : nil
    case .interval: return [.interval(selection.comparison.flatMap { comparisons[$0].subject })]
    case .gap: return compared(word, selection, rows, gaps(of: selection, nil))
    case .points: return compared(word, selection, rows, gaps(of: selection, .points))
    case .difference: return compared(word, selection, rows, gaps(of: selection, .difference))
    case .ratio: return compared(word, selection, rows, gaps(of: selection, .ratio))
    case .relative: return compared(word, selection, rows, gaps(of: selection, .relative))
    case .index: return compared(word, selection, rows, gaps(of: selection, .index))
    case .share: return compared(word, selection, rows, gaps(of: selection, .share))
    case .status:
      return compared(word, selection, rows, gapReferences(of: selection).map(TableColumn.status))
    case .rank: return distribution(.rank, selection, rows)
    case .quartile: return distribution(.quartile, selection, rows)
    case .median: return distribution(.median, selection, rows)
    case .target: return rows == .indicators ? [.target(.target)] : nil
    case .targetDate: return rows == .indicators ? [.target(.targetDate)] : nil
    case .pace: return rows == .indicators ? [.target(.pace)] : nil
    case .periods:
      if rows == .periods || selection.periods == .current { return nil }
      return [.periods]
    case .current: return rows == .periods ? nil : [.period(.current)]
    case .previous: return rows == .periods ? nil : periodColumn(.previous, word, of: selection)
    case .first: return rows == .periods ? nil : periodColumn(.first, word, of: selection)
    case .yearAgo: return rows == .periods ? nil : periodColumn(.yearAgo, word, of: selection)
    case .universe: return rows == .periods ? nil : [.text(.universe)]
    case .unit, .source, .direction, .nature, .definition, .serves, .owner:
      return rows == .indicators ? TableText(rawValue: word.value).map { [.text($0)] } : nil
    }
  }

  private mutating func periodColumn(
    _ choice: PeriodChoice, _ word: Located<String>, of selection: Selection
  ) -> [TableColumn] {
    if let other = selection.indicators.map({ indicators[$0] }).first(where: { !$0.isByPeriod }) {
      diagnostics.report(.error(.hasOnePeriod(other.id.name), at: word.place, hints: [.sayPeriod]))
    }
    return [.period(choice)]
  }

  /// Columns that only a comparison over indicators has.
  private mutating func compared(
    _ word: Located<String>, _ selection: Selection, _ rows: FigureDimension,
    _ columns: [TableColumn]
  ) -> [TableColumn]? {
    guard rows == .indicators else { return nil }
    if selection.comparison != nil { return columns }
    diagnostics.report(.error(.gapWithoutComparison(word.value), at: word.place, hints: [.compareFirst]))
    return []
  }

  private func distribution(
    _ column: DistributionColumn, _ selection: Selection, _ rows: FigureDimension
  ) -> [TableColumn]? {
    switch rows {
    case .indicators:
      let peers = selection.comparison.map { comparisons[$0].references.contains(.peers) } ?? false
      return peers ? [.distribution(column)] : nil
    case .populations: return column == .rank && !selection.indicators.isEmpty ? [.distribution(column)] : nil
    case .periods: return nil
    }
  }

  private func values(of selection: Selection, rows: FigureDimension) -> [TableColumn] {
    switch rows {
    case .indicators where selection.periods.isSeveral:
      let references = selection.populations.dropFirst().map(TableColumn.population)
      return references + [.periods]
    case .indicators where selection.populations.isEmpty: return [.value]
    case .indicators: return selection.populations.map(TableColumn.population)
    case .periods where selection.indicators.count == 1 && selection.populations.count > 1:
      return selection.populations.map(TableColumn.population)
    case .populations where selection.periods.isSeveral: return [.periods]
    case .populations, .periods: return selection.indicators.map(TableColumn.indicator)
    }
  }

  private func gaps(of selection: Selection, _ measure: Measure?) -> [TableColumn] {
    guard let comparison = selection.comparison.map({ comparisons[$0] }) else { return [] }
    return gapReferences(of: selection).map { .measure(measure ?? comparison.measure, $0) }
  }

  /// What a subject has a difference from: a distribution has a rank instead.
  private func gapReferences(of selection: Selection) -> [ComparisonReference] {
    selection.comparison.map { comparisons[$0].references.filter { $0 != .peers } } ?? []
  }

  private func knownColumns(of selection: Selection, rows: FigureDimension) -> [String] {
    let hasPeriods = selection.indicators.allSatisfy { indicators[$0].isByPeriod }
    let periods = hasPeriods ? ["current", "previous", "year-ago", "first"] : []
    switch rows {
    case .indicators:
      return ["indicator"] + (selection.populations.isEmpty ? ["value"] : selection.populations.map(\.name))
        + (selection.comparison == nil
          ? [] : ["gap", "points", "difference", "ratio", "relative", "index", "share", "status"])
        + periods + ["interval", "target", "target-date", "pace"] + TableText.allCases.map(\.rawValue)
    case .populations:
      return ["population"] + selection.indicators.map(\.name) + periods + ["rank", "interval", "universe"]
    case .periods:
      return ["period"] + selection.populations.map(\.name) + selection.indicators.map(\.name)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownColumn(_ name: String) -> Self {
    Self("unknown-column", fr: "colonne inconnue « \(name) »", en: "unknown column “\(name)”")
  }
  fileprivate static func gapWithoutComparison(_ word: String) -> Self {
    Self(
      "gap-without-comparison", fr: "« \(word) » n’a de sens que pour une comparaison",
      en: "“\(word)” only makes sense for a comparison")
  }
}

extension Diagnostic.Hint {
  fileprivate static let compareFirst = Self(
    fr: "déclarez la comparaison sous « comparisons: » et nommez-la dans « of: »",
    en: "declare the comparison under “comparisons:” and name it in “of:”")
}
