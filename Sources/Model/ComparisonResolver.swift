import Diagnostics
import Spec

/// Resolves comparisons.
extension Resolver {
  mutating func resolve(_ spec: ComparisonSpec) -> Comparison? {
    let name = spec.id.value
    if indicators.find(name) != nil || populations.find(name) != nil {
      diagnostics.report(.error(.declaredTwice(name), at: spec.id.place))
    }
    if Self.ownWords.contains(name) { diagnostics.report(.error(.reservedName(name), at: spec.id.place)) }
    let found = spec.indicators.compactMap {
      find($0, in: indicators, otherwise: Diagnostic.Message.unknownIndicator)
    }
    let subject = find(spec.subject, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    let references = spec.references.compactMap { reference($0, subject: subject, found) }
    let among = spec.among.compactMap {
      find($0, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    }
    guard let subject, found.count == spec.indicators.count else { return nil }
    guard references.count == spec.references.count, among.count == spec.among.count else { return nil }
    let measure = spec.measure?.value ?? (found.allSatisfy { $0.unit == .percent } ? .points : .difference)
    checkMeasure(measure, of: spec, found)
    for (name, indicator) in zip(spec.indicators, found) where !indicator.isByPopulation {
      diagnostics.report(.error(.hasOneValue(indicator.id.name), at: name.place, hints: [.sayBy]))
    }
    if references.contains(.population(subject.id)) {
      diagnostics.report(.error(.comparedWithItself(subject.id.name), at: spec.subject.place))
    }
    return Comparison(
      id: ID(name), place: spec.id.place, indicators: found.map(\.id), subject: subject.id,
      references: references,
      measure: measure, confidence: (spec.confidence?.value ?? 95) / 100, peers: peers(spec, among))
  }

  private mutating func peers(_ spec: ComparisonSpec, _ among: [Population]) -> Peers {
    let known = spec.references.contains { $0.value == ReferenceWord.peers.rawValue }
    if let stray = (spec.among + spec.same).first, !known {
      diagnostics.report(.error(.peersNotCompared, at: stray.place, hints: [.addPeers]))
    }
    if !among.isEmpty { return .among(among.map(\.id)) }
    return spec.same.isEmpty ? .allRows : .same(spec.same.map(\.value))
  }

  /// A population, a period, or a word for what is set against the subject.
  private mutating func reference(
    _ name: Located<String>, subject: Population?, _ indicators: [Indicator]
  ) -> ComparisonReference? {
    if let population = populations.find(name.value) { return .population(population.id) }
    switch ReferenceWord(rawValue: name.value) {
    case .parent:
      guard let subject else { return nil }
      guard let parent = subject.parent else {
        diagnostics.report(.error(.noParent(subject.id.name), at: name.place, hints: [.addParent]))
        return nil
      }
      return .population(parent)
    case .target:
      for indicator in indicators {
        guard let target = indicator.description.target else {
          diagnostics.report(.error(.noTarget(indicator.id.name), at: name.place, hints: [.addTarget]))
          continue
        }
        if let subject, !target.isMeant(for: subject.id) {
          diagnostics.report(
            .error(
              .targetOfOthers(indicator.id.name, subject.id.name), at: name.place,
              hints: .suggestion(for: "", among: target.populations.map(\.name))))
        }
      }
      return .target
    case .peers: return .peers
    case .previous, .yearAgo, .first, nil: break
    }
    guard let choice = PeriodChoice(written: name.value), choice != .current else {
      if name.value.prefixMatch(of: /[0-9]{4}-/) != nil {
        diagnostics.report(.error(.notAPeriodChoice(name.value), at: name.place, hints: [.periodForms]))
        return nil
      }
      let known = populations.names + ReferenceWord.allCases.map(\.rawValue)
      diagnostics.report(
        .error(
          .unknownPopulation(name.value), at: name.place,
          hints: .suggestion(for: name.value, among: known)))
      return nil
    }
    for indicator in indicators where !indicator.isByPeriod {
      diagnostics.report(.error(.hasOnePeriod(indicator.id.name), at: name.place, hints: [.sayPeriod]))
    }
    return .period(choice)
  }

  private mutating func checkMeasure(_ measure: Measure, of spec: ComparisonSpec, _ indicators: [Indicator]) {
    let place = spec.measure?.place ?? spec.id.place
    switch measure {
    case .points:
      if let other = indicators.first(where: { $0.unit != .percent }) {
        diagnostics.report(.error(.pointsOfOtherUnit(other.id.name), at: place, hints: [.pointsArePercents]))
      }
    case .difference:
      let units = indicators.map(\.unit)
      // An indicator without populations is reported as such.
      guard indicators.allSatisfy(\.isByPopulation) else { return }
      if let first = units.first, let index = units.firstIndex(where: { $0 != first }) {
        diagnostics.report(
          .error(
            .differenceOfUnits(first.rawValue, units[index].rawValue), at: spec.indicators[index].place,
            hints: [.onePerUnit]))
      }
    case .share:
      if let other = indicators.first(where: { !$0.description.addsUp }) {
        diagnostics.report(.error(.shareOfRates(other.id.name), at: place))
      }
    case .ratio, .relative, .index: break
    }
  }
}

extension Diagnostic.Message {
  fileprivate static var peersNotCompared: Self {
    Self(
      "peers-not-compared", fr: "« among » et « same » choisissent des pairs que rien ne compare",
      en: "`among` and `same` choose peers that nothing compares")
  }
  fileprivate static func noParent(_ population: String) -> Self {
    Self(
      "no-parent", fr: "« \(population) » n’est une partie de rien",
      en: "“\(population)” is a part of nothing")
  }
  fileprivate static func noTarget(_ indicator: String) -> Self {
    Self("no-target", fr: "« \(indicator) » n’a pas de cible", en: "“\(indicator)” has no target")
  }
  fileprivate static func targetOfOthers(_ indicator: String, _ subject: String) -> Self {
    Self(
      "target-of-others", fr: "la cible de « \(indicator) » n’est pas fixée pour « \(subject) »",
      en: "the target of “\(indicator)” is not set for “\(subject)”")
  }
  static func hasOnePeriod(_ indicator: String) -> Self {
    Self(
      "period-is-alone", fr: "« \(indicator) » n’a de valeur que pour une période",
      en: "“\(indicator)” has a value for one period only")
  }
  fileprivate static func differenceOfUnits(_ a: String, _ b: String) -> Self {
    Self(
      "mixed-units", fr: "cette comparaison mêle deux unités, « \(a) » et « \(b) »",
      en: "this comparison mixes two units, “\(a)” and “\(b)”")
  }
  fileprivate static func shareOfRates(_ indicator: String) -> Self {
    Self(
      "share-of-rates", fr: "« \(indicator) » ne s’additionne pas : il n’est une part de rien",
      en: "“\(indicator)” does not add up: it is a share of nothing")
  }
  fileprivate static func pointsOfOtherUnit(_ indicator: String) -> Self {
    Self(
      "points-of-other-unit", fr: "un écart en points n’a pas de sens pour « \(indicator) »",
      en: "a gap in points makes no sense for “\(indicator)”")
  }
  fileprivate static func comparedWithItself(_ population: String) -> Self {
    Self(
      "compared-with-itself", fr: "« \(population) » est comparée à elle-même",
      en: "“\(population)” is compared with itself")
  }
}

extension Diagnostic.Hint {
  fileprivate static let addPeers = Self(
    fr: "ajoutez « peers » à « references: »", en: "add `peers` to `references:`")
  fileprivate static let addParent = Self(
    fr: "ajoutez « parent: … » à cette population ou à ce territoire",
    en: "add `parent: …` to this population or territory")
  fileprivate static let addTarget = Self(
    fr: "ajoutez-lui « target: { value: …, by: … } »", en: "give it `target: { value: …, by: … }`")
  static let sayPeriod = Self(
    fr: "dites « period: » dans sa « value: » quelle colonne donne la période, ou tenez un historique : "
      + "« history: »",
    en: "say `period:` in its `value:` which column gives the period, or keep a history: `history:`")
  fileprivate static let periodForms = Self(
    fr: "écrivez 2026, 2026-T3, 2026-09 ou 2026-09-30", en: "write 2026, 2026-Q3, 2026-09 or 2026-09-30")
  fileprivate static let onePerUnit = Self(
    fr: "faites une comparaison par unité, ou comparez par « ratio » ou « relative »",
    en: "make one comparison a unit, or compare by `ratio` or `relative`")
  fileprivate static let pointsArePercents = Self(
    fr: "les points séparent des pourcentages ; pour les autres unités : difference, ratio ou relative",
    en: "points are between percentages; for other units use difference, ratio or relative")
}
