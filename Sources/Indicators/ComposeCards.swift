import Model
import Spec

/// Indicator cards: all that is known of an indicator, on one part of a page.
extension Composer {
  mutating func card(_ block: IndicatorCardBlock) -> PublishedCard {
    let indicator = report.indicators[block.indicator]
    let lines: [(String, String?)] = [
      (wording.universe, universe(block)),
      (wording.text(TableText.direction), indicator.direction.map(wording.text)),
      (wording.text(TableText.nature), indicator.nature.map(wording.text)),
      (wording.text(TableText.serves), served(by: indicator)), (wording.targetLabel, targetLine(indicator)),
      (wording.periodicity, indicator.description.periodicity.map(wording.text)),
      (wording.dating, indicator.description.dating), (wording.vintage, indicator.description.vintage),
      (wording.breaksLabel, breaksLine(indicator)), (wording.method, computation(of: indicator)),
      (wording.precision, precisionLine(block)), (wording.text(TableText.owner), indicator.description.owner),
      (wording.source, report.sources[indicator.source].citation),
    ]
    let unit = valueText(indicator.id).caption ?? indicator.counts.map(wording.numberOf)
    return PublishedCard(
      title: set(indicator.label), subtitle: unit.map { set(capitalized($0)) },
      definition: indicator.definition.map { set(ended($0)) }, values: values(block, indicator),
      lines: lines.compactMap { label, text in text.map { ApparatusLine(label: label, text: set(ended($0))) }
      })
  }

  /// The indicator's values, a row a population, a column a period, the target last.
  private mutating func values(_ block: IndicatorCardBlock, _ indicator: Indicator) -> PublishedTable? {
    if case .documented = indicator.value { return nil }
    let chosen = populations(block)
    guard !chosen.isEmpty else { return nil }
    let selection = selection(block)
    let periods = periods(of: selection)
    let stub =
      indicator.isByPopulation
      ? wording.text(chosen.compactMap { $0.map { report.populations[$0] } }) : wording.indicator
    var columns = [PublishedTable.Column(head: stub, alignment: .leading, isStub: true, isStrong: false)]
    columns += periods.map {
      .init(
        head: set(name(of: $0, selection)), alignment: .number, isStub: false, isStrong: $0 == periods.last)
    }
    if let target = indicator.description.target {
      let head = wording.targetFor(PeriodText(language: wording.language).label(target.by))
      columns.append(.init(head: set(head), alignment: .number, isStub: false, isStrong: false))
    }
    let rows = chosen.map { population in
      row(population, indicator, periods, askedAt: block)
    }
    return PublishedTable(columns: columns, rows: rows)
  }

  /// Whose values a card shows; one `nil` for an indicator without populations, none where there are no values.
  private func populations(_ block: IndicatorCardBlock) -> [ID<Population>?] {
    let known = observations.populations(of: block.indicator)
    return known.isEmpty || block.populations.isEmpty ? known : block.populations
  }

  private func selection(_ block: IndicatorCardBlock) -> Selection {
    Selection(
      comparison: nil, indicators: [block.indicator],
      populations: populations(block).compactMap(\.self), periods: block.periods, place: block.place)
  }

  private mutating func row(
    _ population: ID<Population>?, _ indicator: Indicator, _ periods: [PeriodChoice],
    askedAt block: IndicatorCardBlock
  ) -> [String] {
    var cells = [set(population.map { report.populations[$0].label } ?? indicator.short)]
    let text = valueText(indicator.id)
    for choice in periods {
      // A population may lack a period that others have.
      guard let observation = observations.find(indicator.id, Viewpoint(population, choice)) else {
        cells.append(wording.mark(.notAvailable))
        continue
      }
      switch observation.value {
      case .number(let number): cells.append(set(withStatus(text.short(number), observation)))
      case .missing(let kind): cells.append(wording.mark(kind))
      }
    }
    if let target = indicator.description.target {
      cells.append(
        target.isMeant(for: population) ? set(text.short(target.value)) : wording.mark(.notApplicable))
    }
    return cells
  }

  // MARK: Lines

  private func universe(_ block: IndicatorCardBlock) -> String? {
    Universes(of: selection(block), in: report).text(wording)
  }

  /// The target; what follows an objective without one says so.
  private func targetLine(_ indicator: Indicator) -> String? {
    guard let target = indicator.description.target else {
      return indicator.description.serves.isEmpty ? nil : wording.noTarget
    }
    let value = valueText(indicator.id).full(target.value)
    let due = PeriodText(language: wording.language).due(target.by)
    return value + " " + due + (target.agreed.map { " (\($0))" } ?? "")
  }

  private func breaksLine(_ indicator: Indicator) -> String? {
    let periods = PeriodText(language: wording.language)
    let breaks = indicator.description.breaks.map { one in
      periods.label(one.at) + (one.note.map { wording.colon + $0 } ?? "")
    }
    return breaks.isEmpty ? nil : breaks.joined(separator: wording.semicolon)
  }

  /// How a computed value is made.
  private func computation(of indicator: Indicator) -> String? {
    switch indicator.value {
    case .cells: nil
    case .documented: wording.valuesNotPublished
    case .formula(let formula): formula.text.value
    case .index(let of, let base):
      wording.indexOf(
        report.indicators[of].label, PeriodText(language: wording.language).label(base.value))
    }
  }

  /// The interval of the first value, or that none can be had from a survey.
  private func precisionLine(_ block: IndicatorCardBlock) -> String? {
    let indicator = report.indicators[block.indicator]
    let shown = populations(block).compactMap { observations.find(indicator.id, $0) }
    let intervals = shown.compactMap { observation -> String? in
      guard let interval = comparer.interval(of: observation, level: Self.usualLevel) else { return nil }
      let name = observation.population.map { report.populations[$0].short + wording.colon } ?? ""
      return name + valueText(indicator.id).range(interval.low, interval.high)
    }
    if !intervals.isEmpty {
      return intervals.joined(separator: wording.semicolon) + " (\(wording.confidence95))"
    }
    return report.sources[indicator.source].sample != nil && !shown.isEmpty ? wording.sampleNotParted : nil
  }
}
