import Model
import Spec

/// One of the things that a figure runs over.
enum FigureItem: Hashable {
  case indicator(ID<Indicator>)
  case population(ID<Population>?)
  case period(PeriodChoice)

  /// Whether it is what an author points out.
  func isMeant(_ highlight: Highlight) -> Bool {
    switch (self, highlight) {
    case (.indicator(let a), .indicator(let b)): a == b
    case (.population(let a), .population(let b)): a == b
    case (.period(let a), .period(let b)): a == b
    case (.indicator, _), (.population, _), (.period, _): false
    }
  }
}

/// What figures run over: indicators, populations and periods.
extension Composer {
  func items(_ dimension: FigureDimension, of selection: Selection) -> [FigureItem] {
    switch dimension {
    case .indicators: selection.indicators.map(FigureItem.indicator)
    case .populations: populations(of: selection).map(FigureItem.population)
    case .periods: periods(of: selection).map(FigureItem.period)
    }
  }

  /// The populations that a figure shows; `nil` stands for the whole that an indicator is about.
  func populations(of selection: Selection) -> [ID<Population>?] {
    selection.populations.isEmpty ? [nil] : selection.populations
  }

  /// The periods that a figure shows, those that the data decide among them.
  func periods(of selection: Selection) -> [PeriodChoice] {
    switch selection.periods {
    case .current: return [.current]
    case .chosen(let choices): return choices
    case .all: return known(selection).map(PeriodChoice.fixed)
    case .last(let count): return known(selection).suffix(count).map(PeriodChoice.fixed)
    }
  }

  /// The periods that a selection has values for, up to the current one.
  private func known(_ selection: Selection) -> [Period] {
    let series = selection.indicators.flatMap { indicator in
      populations(of: selection).map { (indicator, $0) }
    }
    let current = series.compactMap { observations.period(.current, of: $0, $1) }.max()
    let all = series.flatMap { observations.periods(of: $0, $1) }.filter { period in
      current.map { period <= $0 } ?? true
    }
    return distinct(all.sorted())
  }

  /// The value that some items name, the rest as the selection has it: its only indicator, its subject or first
  /// population, the current period.
  func key(of items: [FigureItem], in selection: Selection) -> (
    indicator: ID<Indicator>, viewpoint: Viewpoint
  ) {
    var indicator = selection.indicators[0]
    var population = populations(of: selection)[0]
    var period = PeriodChoice.current
    if case .chosen(let choices) = selection.periods, choices.count == 1 { period = choices[0] }
    for item in items {
      switch item {
      case .indicator(let id): indicator = id
      case .population(let id): population = id
      case .period(let choice): period = choice
      }
    }
    return (indicator, Viewpoint(population, period))
  }

  /// All the values that a selection shows that are there.
  func shown(in selection: Selection) -> [Observation] {
    selection.indicators.flatMap { indicator in
      populations(of: selection).flatMap { population in
        periods(of: selection).compactMap { observations.find(indicator, Viewpoint(population, $0)) }
      }
    }
  }

  /// What readers call an item.
  func name(of item: FigureItem, _ selection: Selection) -> String {
    switch item {
    case .indicator(let indicator): report.indicators[indicator].short
    case .population(let population): population.map { report.populations[$0].short } ?? ""
    case .period(let choice): name(of: choice, selection)
    }
  }

  /// A period's label, where all values that are meant have the same one; else the words for it.
  func name(of choice: PeriodChoice, _ selection: Selection) -> String {
    let periods = distinct(
      selection.indicators.flatMap { indicator in
        populations(of: selection).compactMap { observations.period(choice, of: indicator, $0) }
      })
    let text = PeriodText(language: wording.language)
    if periods.count == 1 { return capitalized(text.label(periods[0])) }
    return wording.text(choice)
  }
}
