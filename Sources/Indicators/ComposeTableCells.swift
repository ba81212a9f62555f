import DataSources
import Model
import Spec
import Statistics

/// The cells of tables of indicators, each a value before it is a text.
extension Composer {
  // MARK: Cells

  mutating func cell(
    _ column: TableColumn, _ spec: ColumnSpec?, _ row: FigureItem, _ block: TableBlock
  ) -> TypedTable.Cell {
    let selection = block.selection
    switch column {
    case .stub: return words(stub(row, selection))
    case .population(let population): return value([row, .population(population)], block)
    case .indicator(let indicator): return value([row, .indicator(indicator)], block, withUnit: false)
    case .period(let choice): return value([row, .period(choice)], block)
    case .periods: return series(row, block)
    case .value: return value([row], block)
    case .interval: return interval(row, selection)
    case .measure(let measure, let reference): return gap(row, measure, reference, selection)
    case .status(let reference): return status(row, reference, selection)
    case .distribution(let column): return distribution(column, row, selection)
    case .target(let column): return target(column, row, block)
    case .text(let text): return words(describe(text, row, selection))
    case .serves(let objective): return serves(objective, row, selection)
    }
  }

  private func words(_ text: String) -> TypedTable.Cell {
    let text = set(text)
    return TypedTable.Cell(.text(text), text)
  }

  private func missing(_ kind: MissingKind) -> TypedTable.Cell {
    TypedTable.Cell(.missing(kind), wording.mark(kind))
  }

  private func number(
    _ number: Double, _ text: String, _ extra: TypedTable.Extra? = nil
  ) -> TypedTable.Cell { TypedTable.Cell(.number(number), set(text), extra) }

  private func stub(_ row: FigureItem, _ selection: Selection) -> String {
    switch row {
    case .indicator(let indicator): report.indicators[indicator].label
    case .population(let population): population.map { report.populations[$0].label } ?? ""
    case .period(let choice): name(of: choice, selection)
    }
  }

  /// Whether the subtitle can say the unit once for all cells.
  func sharesUnit(_ block: TableBlock) -> Bool {
    distinct(block.selection.indicators.map { report.indicators[$0].unit }).count == 1
  }

  private mutating func value(_ items: [FigureItem], _ block: TableBlock, withUnit: Bool? = nil)
    -> TypedTable.Cell
  {
    let key = key(of: items, in: block.selection)
    // What is only documented so far may stand in a table, among what is to be followed.
    if case .documented = report.indicators[key.indicator].value { return missing(.notAvailable) }
    guard let observation = observation(key.indicator, key.viewpoint, askedAt: block.selection.place) else {
      return missing(.notAvailable)
    }
    switch observation.value {
    case .number(let number):
      let text = valueText(key.indicator)
      var extra = TypedTable.Extra()
      extra.hung = wording.mark(observation.status).map { "\u{A0}" + $0 } ?? ""
      extra.target = report.indicators[key.indicator].description.target?.value
      return self.number(
        number, withUnit ?? !sharesUnit(block) ? text.full(number) : text.number(number), extra)
    case .missing(let kind): return missing(kind)
    }
  }

  /// The values of all periods that the table shows, as one cell.
  private mutating func series(_ row: FigureItem, _ block: TableBlock) -> TypedTable.Cell {
    let key = key(of: [row], in: block.selection)
    var extra = TypedTable.Extra()
    extra.series = periods(of: block.selection).map { period in
      observations.find(key.indicator, Viewpoint(key.viewpoint.population, period))?.number
    }
    guard let last = extra.series.last ?? nil else {
      return TypedTable.Cell(.missing(.notAvailable), wording.mark(.notAvailable), extra)
    }
    return number(last, valueText(key.indicator).number(last), extra)
  }

  private mutating func interval(_ row: FigureItem, _ selection: Selection) -> TypedTable.Cell {
    let key = key(of: [row], in: selection)
    guard let observation = observation(key.indicator, key.viewpoint, askedAt: selection.place) else {
      return missing(.notAvailable)
    }
    if let kind = observation.missing { return missing(kind) }
    let level = selection.comparison.map { report.comparisons[$0].confidence } ?? Self.usualLevel
    guard let interval = comparer.interval(of: observation, level: level) else {
      return missing(.notAvailable)
    }
    let text = valueText(key.indicator)
    return words("[\(text.number(interval.low))\u{202F};\u{A0}\(text.number(interval.high))]")
  }

  // MARK: Cells of comparisons

  private mutating func compared(
    _ row: FigureItem, _ measure: Measure?, _ reference: ComparisonReference, _ selection: Selection
  ) -> Compared? {
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }) else {
      preconditionFailure("this column belongs to a comparison")
    }
    let indicator = key(of: [row], in: selection).indicator
    return compared(
      comparison, indicator, reference, measure ?? comparison.measure, askedAt: selection.place)
  }

  private mutating func gap(
    _ row: FigureItem, _ measure: Measure, _ reference: ComparisonReference, _ selection: Selection
  ) -> TypedTable.Cell {
    guard let compared = compared(row, measure, reference, selection) else {
      return missing(.notAvailable)
    }
    switch compared.value {
    case .number(let number):
      let text = DifferenceText(values: valueText(compared.subject.indicator), measure: measure).cell(number)
      return self.number(number, text)
    case .missing(let kind): return missing(kind)
    }
  }

  private mutating func status(
    _ row: FigureItem, _ reference: ComparisonReference, _ selection: Selection
  ) -> TypedTable.Cell {
    guard let compared = compared(row, nil, reference, selection) else { return missing(.notAvailable) }
    let status = status(of: compared)
    let text = set(wording.text(status))
    var extra = TypedTable.Extra()
    extra.shape = StatusShape(status)
    return TypedTable.Cell(.text(text), text, extra)
  }

  private mutating func distribution(
    _ column: DistributionColumn, _ row: FigureItem, _ selection: Selection
  ) -> TypedTable.Cell {
    if case .population(let population) = row { return rank(of: population, in: selection) }
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }) else {
      preconditionFailure("this column belongs to a comparison")
    }
    let indicator = key(of: [row], in: selection).indicator
    guard let standing = standing(comparison, indicator) else {
      return missing(comparer.subject(comparison, indicator)?.missing ?? .notAvailable)
    }
    switch column {
    case .rank: return words(wording.rankAmong(standing.rank))
    case .quartile: return words(wording.quarter(standing.quarter))
    case .median: return number(standing.median, valueText(indicator).number(standing.median))
    }
  }

  private mutating func target(
    _ column: TargetColumn, _ row: FigureItem, _ block: TableBlock
  ) -> TypedTable.Cell {
    let selection = block.selection
    let key = key(of: [row], in: selection)
    guard let target = report.indicators[key.indicator].description.target else {
      switch column {
      case .target, .targetDate: return words(wording.noTarget)
      case .pace: return missing(.notApplicable)
      }
    }
    guard target.isMeant(for: key.viewpoint.population) else { return missing(.notApplicable) }
    switch column {
    case .target:
      let text = valueText(key.indicator)
      return number(target.value, sharesUnit(block) ? text.number(target.value) : text.short(target.value))
    case .targetDate: return words(PeriodText(language: wording.language).label(target.by))
    case .pace:
      guard let subject = observation(key.indicator, key.viewpoint, askedAt: selection.place) else {
        return missing(.notAvailable)
      }
      if let kind = subject.missing { return missing(kind) }
      guard let pace = comparer.progress(to: target, subject).paceNeeded else {
        return missing(.notApplicable)
      }
      return number(pace, wording.perYear(valueText(key.indicator).signed(pace)))
    }
  }

  /// The rank of a population among those that the figure shows.
  private mutating func rank(of population: ID<Population>?, in selection: Selection) -> TypedTable.Cell {
    let indicator = selection.indicators[0]
    let values = populations(of: selection).compactMap { observations.find(indicator, $0)?.number }
    guard let observation = observation(indicator, Viewpoint(population), askedAt: selection.place) else {
      return missing(.notAvailable)
    }
    guard let value = observation.number, let distribution = Distribution(values) else {
      return missing(observation.missing ?? .notAvailable)
    }
    let order: RankOrder = report.indicators[indicator].direction == .lower ? .lowest : .highest
    let rank = distribution.rank(of: value, from: order)
    return number(Double(rank.position), wording.place(rank))
  }

  // MARK: Cells of words

  /// Whether an indicator serves an objective, or one under it.
  private func serves(
    _ objective: ID<Objective>, _ row: FigureItem, _ selection: Selection
  ) -> TypedTable.Cell {
    let indicator = report.indicators[key(of: [row], in: selection).indicator]
    let isServed = indicator.description.serves.contains { isUnder($0, objective) }
    return words(isServed ? "●" : "–")
  }

  private func isUnder(_ objective: ID<Objective>, _ other: ID<Objective>) -> Bool {
    objective == other || report.nomenclature[objective].under.contains { isUnder($0, other) }
  }

  private func describe(_ text: TableText, _ row: FigureItem, _ selection: Selection) -> String {
    if text == .universe, case .population(let population) = row {
      return population.flatMap { report.populations[$0].universe } ?? wording.unspecified
    }
    let indicator = report.indicators[key(of: [row], in: selection).indicator]
    let described: String? =
      switch text {
      case .unit: valueText(indicator.id).caption ?? indicator.counts
      case .period: period(of: indicator.id).map { PeriodText(language: wording.language).label($0) }
      case .source: report.sources[indicator.source].citation
      case .universe: indicator.universe ?? universeOfAll(selection)
      case .direction: indicator.direction.map(wording.text)
      case .nature: indicator.nature.map(wording.text)
      case .definition: indicator.definition
      case .owner: indicator.description.owner
      case .serves: served(by: indicator)
      }
    switch text {
    case .unit, .period, .source, .direction, .nature, .definition:
      return described ?? wording.unspecifiedFeminine
    case .universe, .owner, .serves: return described ?? wording.unspecified
    }
  }

  /// The objectives that an indicator serves.
  func served(by indicator: Indicator) -> String? {
    let labels = indicator.description.serves.map { report.nomenclature[$0].label }
    return labels.isEmpty ? nil : labels.joined(separator: wording.semicolon)
  }

  /// The universe of a selection's populations, where they share one.
  private func universeOfAll(_ selection: Selection) -> String? {
    let universes = distinct(selection.populations.map { report.populations[$0].universe })
    return universes.count == 1 ? universes[0] : nil
  }
}

extension StatusShape {
  /// What a status is a sign of.
  init(_ status: ComparisonStatus) {
    switch status {
    case .favourable, .improving, .reached, .onTrack: self = .favourable
    case .unfavourable, .worsening, .late: self = .unfavourable
    case .higher, .lower, .rising, .falling, .same, .stable, .notSignificant, .unknown: self = .neutral
    }
  }
}
