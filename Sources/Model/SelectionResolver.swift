import Diagnostics
import Spec

/// Resolves what a figure shows: a comparison, or indicators for some populations and periods.
extension Resolver {
  /// What a figure shows: `of` names one comparison, or indicators.
  mutating func selection(_ spec: SelectionSpec, at place: Place) -> Selection? {
    if spec.of.count == 1, let comparison = comparisons.find(spec.of[0].value) {
      return selection(of: comparison, spec)
    }
    let found = spec.of.compactMap { indicator(named: $0) }
    let chosen = spec.populations.compactMap {
      find($0, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    }
    guard let first = spec.of.first, found.count == spec.of.count, chosen.count == spec.populations.count
    else { return nil }
    if !chosen.isEmpty, let (name, indicator) = zip(spec.of, found).first(where: { !$1.isByPopulation }) {
      diagnostics.report(.error(.hasOneValue(indicator.id.name), at: name.place, hints: [.sayBy]))
      return nil
    }
    if chosen.isEmpty, let indicator = found.first(where: \.isByPopulation) {
      diagnostics.report(
        .error(
          .whichPopulations(indicator.id.name), at: first.place,
          hints: .suggestion(for: "", among: populations.names)))
      return nil
    }
    return Selection(
      comparison: nil, indicators: found.map(\.id), populations: chosen.map(\.id),
      periods: periods(spec.periods, zip(found, spec.of).map { ($0, $1.place) }), place: first.place)
  }

  private mutating func selection(of comparison: Comparison, _ spec: SelectionSpec) -> Selection {
    if let stray = spec.populations.first ?? spec.periods.first {
      diagnostics.report(.error(.populationsOfComparison, at: stray.place))
    }
    return Selection(
      comparison: comparison.id, indicators: comparison.indicators, populations: comparison.populations,
      periods: comparison.periods, place: spec.of[0].place)
  }

  private mutating func indicator(named name: Located<String>) -> Indicator? {
    if let indicator = indicators.find(name.value) { return indicator }
    if comparisons.find(name.value) != nil {
      diagnostics.report(.error(.comparisonAmongOthers(name.value), at: name.place))
      return nil
    }
    diagnostics.report(
      .error(
        .unknownIndicator(name.value), at: name.place,
        hints: .suggestion(for: name.value, among: indicators.names + comparisons.names)))
    return nil
  }

  /// The periods that an author chooses: words and periods, or `all`, or `last-8` by itself.
  mutating func periods(
    _ words: [Located<String>], _ indicators: [(Indicator, Place)]
  ) -> PeriodSelection {
    guard let first = words.first else { return .current }
    for (indicator, _) in indicators where !indicator.isByPeriod {
      diagnostics.report(.error(.hasOnePeriod(indicator.id.name), at: first.place, hints: [.sayPeriod]))
      return .current
    }
    if words.count == 1, first.value == "all" { return .all }
    if words.count == 1, let match = first.value.wholeMatch(of: /last-([0-9]{1,3})/),
      let count = Int(match.1),
      count > 0
    {
      return .last(count)
    }
    return .chosen(
      words.compactMap { word in
        if let choice = PeriodChoice(written: word.value) { return choice }
        diagnostics.report(.error(.notAPeriodChoice(word.value), at: word.place, hints: [.periodChoices]))
        return nil
      })
  }
}

extension Selection {
  /// How many items a figure may show along a dimension: two stand for any number of periods.
  func count(of dimension: FigureDimension) -> Int {
    switch dimension {
    case .indicators: indicators.count
    case .populations: populations.count
    case .periods:
      switch periods {
      case .current: 1
      case .chosen(let choices): choices.count
      case .last(let count): min(count, 2)
      case .all: 2
      }
    }
  }
}

extension Diagnostic.Message {
  static func notAPeriodChoice(_ word: String) -> Self {
    Self("not-a-period", fr: "« \(word) » n’est pas une période", en: "“\(word)” is not a period")
  }
  fileprivate static func comparisonAmongOthers(_ name: String) -> Self {
    Self(
      "comparison-among-others", fr: "la comparaison « \(name) » se montre seule : retirez les autres noms",
      en: "the comparison “\(name)” is shown by itself: remove the other names")
  }
  fileprivate static var populationsOfComparison: Self {
    Self(
      "populations-of-comparison", fr: "une comparaison a déjà ses populations : retirez « populations »",
      en: "a comparison has its own populations: remove “populations”")
  }
  fileprivate static func whichPopulations(_ indicator: String) -> Self {
    Self(
      "which-populations", fr: "« \(indicator) » a une valeur par population : ajoutez « populations: […] »",
      en: "“\(indicator)” has a value for each population: add “populations: […]”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let periodChoices = Self(
    fr:
      "écrivez des périodes (2026-T3), « current », « previous », « year-ago », « first », ou « all », « last-8 »",
    en: "write periods (2026-Q3), `current`, `previous`, `year-ago`, `first`, or `all`, `last-8`")
}
