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
  /// The columns of a table: the author's, or the name, the values and what sets them against each other; then those
  /// that these are made of.
  mutating func columns(
    _ design: TableDesignSpec, of selection: Selection, rows: FigureDimension
  ) -> [ShownColumn] {
    var shown: [ShownColumn] = []
    for spec in design.columns {
      shown += columns(named: spec.name, of: selection, rows: rows).map {
        ShownColumn(column: $0, name: spec.name, spec: spec, isHidden: false)
      }
    }
    if design.columns.isEmpty {
      let usual =
        [.stub] + values(of: selection, rows: rows) + (rows == .indicators ? gaps(of: selection, nil) : [])
      shown = usual.map { column in
        let name = Located(usualName(of: column, rows), at: selection.place)
        return ShownColumn(column: column, name: name, spec: nil, isHidden: false)
      }
    }
    for name in design.namedColumns where !shown.contains(where: { $0.name.value == name.value }) {
      shown += columns(named: name, of: selection, rows: rows).map {
        ShownColumn(column: $0, name: name, spec: nil, isHidden: true)
      }
    }
    return shown
  }

  /// What an author calls a column that the engine chose.
  private func usualName(of column: TableColumn, _ rows: FigureDimension) -> String {
    switch column {
    case .stub: String(rows.rawValue.dropLast())
    case .population(let population): population.name
    case .indicator(let indicator): indicator.name
    case .periods: TableWord.periods.rawValue
    case .period(let choice): choice.word
    case .measure: TableWord.gap.rawValue
    case .value: TableWord.value.rawValue
    case .interval: TableWord.interval.rawValue
    case .status: TableWord.status.rawValue
    case .distribution(let distribution): distribution.rawValue
    case .target(let target): target.rawValue
    case .text(let text): text.rawValue
    case .serves(let objective): objective.name
    }
  }

  /// Indicators against what they serve, a column each.
  mutating func matrix(
    _ against: Located<MatrixColumns>, _ selection: Selection, _ rows: FigureDimension
  ) -> [ShownColumn] {
    guard rows == .indicators else {
      diagnostics.report(.error(.matrixOfIndicators, at: against.place))
      return []
    }
    let chosen = nomenclature.elements.filter { objective in
      switch against.value {
      case .pillars: objective.kind == .pillar
      case .objectives: objective.kind == .objective
      }
    }
    if chosen.isEmpty { diagnostics.report(.error(.emptyNomenclature, at: against.place)) }
    let columns = [TableColumn.stub] + chosen.map { TableColumn.serves($0.id) }
    return columns.map { column in
      let name = Located(usualName(of: column, rows), at: against.place)
      return ShownColumn(column: column, name: name, spec: nil, isHidden: false)
    }
  }

  /// How a table is arranged, the references in its notes resolved.
  mutating func design(_ spec: TableDesignSpec) -> TableDesign {
    for column in spec.columns { if let label = column.label { checkName(label) } }
    return TableDesign(spec: spec, notes: spec.footnotes.map { plainText($0.text) })
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
  fileprivate static var matrixOfIndicators: Self {
    Self(
      "matrix-of-indicators", fr: "une matrice a des indicateurs pour lignes",
      en: "the rows of a matrix are indicators")
  }
  fileprivate static var emptyNomenclature: Self {
    Self(
      "empty-nomenclature", fr: "« nomenclature: » n’en déclare aucun", en: "“nomenclature:” declares none")
  }
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
