import DataSources
import Diagnostics
import Model
import Spec
import Statistics

/// What is printed where a text refers to a figure.
extension Composer {
  mutating func value(of reference: Reference) -> String {
    switch reference.kind {
    case .field(let indicator, let field): return self.field(field, of: report.indicators[indicator])
    case .value(let indicator, let viewpoint, let form):
      guard let observation = observation(indicator, viewpoint, askedAt: reference.place) else { return "" }
      switch observation.value {
      case .number(let number): return print(number, observation, form, reference)
      case .missing(let kind): return mark(kind, for: reference)
      }
    case .comparison(let comparison, let indicator, let against, let form):
      return print(report.comparisons[comparison], indicator, against, form, reference)
    case .figure(let figure, .full): return wording.referenceToFigure(figure.number)
    case .figure(let figure, .number): return String(figure.number)
    case .figure(_, .page): return wording.referenceToPage("\u{FFFC}")
    case .figure(let figure, .withPage):
      return "\(wording.referenceToFigure(figure.number)), \(wording.referenceToPage("\u{FFFC}"))"
    case .icon(let icon): return icon.sign
    }
  }

  private mutating func mark(_ kind: MissingKind, for reference: Reference) -> String {
    diagnostics.report(.warning(.missingInText(reference.text, wording.mark(kind)), at: reference.place))
    return wording.mark(kind)
  }

  private mutating func print(
    _ number: Double, _ observation: Observation, _ form: ValueForm, _ reference: Reference
  ) -> String {
    let text = valueText(observation.indicator)
    switch form {
    case .full: return text.full(number)
    case .number: return text.number(number)
    case .words: return text.words(number)
    case .about: return text.about(number)
    case .interval:
      if let interval = comparer.interval(of: observation, level: Self.usualLevel) {
        return text.range(interval.low, interval.high)
      }
      diagnostics.report(.warning(.noInterval(reference.text), at: reference.place, hints: [.addPrecision]))
      return wording.intervalUnknown
    }
  }

  /// The level of an interval that belongs to no comparison.
  static var usualLevel: Double { 0.95 }

  private func field(_ field: IndicatorField, of indicator: Indicator) -> String {
    let periods = PeriodText(language: wording.language)
    switch field {
    case .label: return indicator.label
    case .universe: return indicator.universe ?? ""
    case .period: return self.period(of: indicator.id).map(periods.label) ?? ""
    case .source: return report.sources[indicator.source].citation
    case .definition: return indicator.definition ?? ""
    case .target: return indicator.description.target.map { valueText(indicator.id).full($0.value) } ?? ""
    case .targetDate: return indicator.description.target.map { periods.label($0.by) } ?? ""
    }
  }

  /// The latest period that an indicator is at, for whomever.
  func period(of indicator: ID<Indicator>) -> Period? {
    observations.populations(of: indicator).compactMap { observations.find(indicator, $0)?.period }.max()
      ?? report.indicators[indicator].period
  }

  // MARK: Comparisons

  /// A subject against a reference; what cannot be had is reported where it was asked for.
  ///
  /// A secret wins over other reasons: the mark must not tell which of the two values is hidden for what. What
  /// has no sense, as a ratio to zero, is said.
  mutating func compared(
    _ comparison: Comparison, _ indicator: ID<Indicator>, _ reference: ComparisonReference,
    _ measure: Measure, askedAt place: Place
  ) -> Compared? {
    guard let subject = observation(indicator, Viewpoint(comparison.subject), askedAt: place) else {
      return nil
    }
    let against: Compared.Against
    switch reference {
    case .population(let population):
      guard let other = observation(indicator, Viewpoint(population), askedAt: place) else { return nil }
      against = .observation(other)
    case .period(let choice):
      guard let other = observation(indicator, Viewpoint(comparison.subject, choice), askedAt: place) else {
        return nil
      }
      against = .observation(other)
    case .target:
      guard let target = report.indicators[indicator].description.target else { return nil }
      against = .target(target)
    case .peers: return nil
    }
    let compared = comparer.compare(subject, against, reference, by: measure, of: comparison)
    if compared.value == .missing(.notApplicable), subject.number != nil, case .number = compared.other {
      var at: Place?
      if case .observation(let other) = against { at = other.place }
      diagnostics.report(.warning(.noSense(measure, indicator.name, reference.word), at: at ?? place))
    }
    warn(of: compared, in: comparison)
    return compared
  }

  /// Says once a comparison that its values are not quite about the same.
  private mutating func warn(of compared: Compared, in comparison: Comparison) {
    guard !compared.differences.isEmpty, warned.insert(comparison.id).inserted else { return }
    for difference in Incomparability.allCases where compared.differences.contains(difference) {
      diagnostics.report(
        .warning(
          .incomparable(difference, comparison.id.name, compared.reference.word), at: comparison.place,
          hints: [.noteIsPrinted]))
    }
  }

  private mutating func print(
    _ comparison: Comparison, _ indicator: ID<Indicator>, _ against: ComparisonReference,
    _ form: ComparisonForm, _ reference: Reference
  ) -> String {
    if against == .peers { return print(comparison, indicator, form, reference) }
    guard
      let compared = compared(comparison, indicator, against, comparison.measure, askedAt: reference.place)
    else { return "" }
    let values = valueText(indicator)
    let text = DifferenceText(values: values, measure: comparison.measure)
    let sentence = sentence(of: indicator)
    switch (form, compared.value) {
    case (.sentence, .number): return sentence.clause(compared)
    case (.sentence, .missing(.notSignificant)) where compared.hasBothValues: return sentence.clause(compared)
    case (.statement, _): return sentence.statement(compared)
    case (.status, _): return wording.text(status(of: compared))
    case (.gap, .number(let number)): return text.text(number)
    case (.size, .number(let number)): return text.magnitude(number)
    case (.interval, _):
      if let interval = compared.interval { return text.range(interval.low, interval.high) }
      diagnostics.report(.warning(.noInterval(reference.text), at: reference.place, hints: [.addPrecision]))
      return wording.intervalUnknown
    case (.pace, _):
      let unit = DifferenceText(values: values, measure: .difference)
      return pace(compared).map { wording.perYear(unit.text($0)) } ?? wording.mark(.notApplicable)
    case (.rank, _), (.quartile, _), (.median, _): return ""
    case (_, .missing(let kind)): return mark(kind, for: reference)
    }
  }

  /// What a comparison comes to, as its reader sees its size.
  func status(of compared: Compared) -> ComparisonStatus {
    let text = DifferenceText(values: valueText(compared.subject.indicator), measure: compared.measure)
    let printed = if case .number(let number) = compared.value { text.printed(number) } else { 0.0 }
    return comparer.status(of: compared, printed: printed)
  }

  /// How much a year must bring to reach the target; `nil` where it is reached or its date past.
  func pace(_ compared: Compared) -> Double? {
    guard case .target(let target) = compared.against else { return nil }
    return comparer.progress(to: target, compared.subject).paceNeeded
  }

  // MARK: Peers

  /// Where a subject stands among similar territories; `nil` where it has no value, or they have none.
  func standing(_ comparison: Comparison, _ indicator: ID<Indicator>) -> Standing? {
    let values =
      observations.peers[Observations.PeerKey(comparison: comparison.id, indicator: indicator)] ?? []
    guard let number = comparer.subject(comparison, indicator)?.number,
      let distribution = Distribution(values)
    else { return nil }
    let order: RankOrder = report.indicators[indicator].direction == .lower ? .lowest : .highest
    return Standing(
      rank: distribution.rank(of: number, from: order), quarter: distribution.quarter(of: number),
      median: distribution.median)
  }

  private mutating func print(
    _ comparison: Comparison, _ indicator: ID<Indicator>, _ form: ComparisonForm, _ reference: Reference
  ) -> String {
    guard let subject = observation(indicator, Viewpoint(comparison.subject), askedAt: reference.place) else {
      return ""
    }
    guard let standing = standing(comparison, indicator) else {
      return mark(subject.missing ?? .notAvailable, for: reference)
    }
    switch form {
    case .rank: return wording.rankAmong(standing.rank)
    case .quartile: return wording.quarter(standing.quarter)
    case .median: return valueText(indicator).full(standing.median)
    case .sentence: return wording.rank(standing.rank)
    case .statement:
      return sentence(of: indicator).statement(subject, standing.rank)
    case .gap, .size, .status, .interval, .pace: return ""
    }
  }
}

/// A value's place among others.
struct Standing {
  let rank: Rank
  let quarter: Int
  let median: Double
}

extension Diagnostic.Message {
  fileprivate static func missingInText(_ reference: String, _ mark: String) -> Self {
    Self(
      "missing-in-text", fr: "« {\(reference)} » n’a pas de valeur : « \(mark) » est imprimé à sa place",
      en: "“{\(reference)}” has no value: “\(mark)” is printed in its place")
  }
  fileprivate static func noSense(_ measure: Measure, _ indicator: String, _ population: String) -> Self {
    Self(
      "no-difference",
      fr: "« \(indicator) » pour « \(population) » ne peut pas servir de base à « \(measure.rawValue) » "
        + "(zéro ou négatif)",
      en: "“\(indicator)” for “\(population)” cannot be the base of “\(measure.rawValue)” (zero or negative)")
  }
  fileprivate static func noInterval(_ reference: String) -> Self {
    Self(
      "no-interval", fr: "la précision de « {\(reference)} » n’est pas connue",
      en: "how precise “{\(reference)}” is is not known")
  }
  fileprivate static func incomparable(
    _ difference: Incomparability, _ comparison: String, _ reference: String
  ) -> Self {
    let what =
      switch difference {
      case .universe: Bilingual(fr: "n’ont pas le même champ", en: "do not cover the same universe")
      case .vintage: Bilingual(fr: "n’ont pas le même découpage", en: "are not of the same boundaries")
      case .period: Bilingual(fr: "ne sont pas de la même date", en: "are not of the same date")
      case .seriesBreak:
        Bilingual(fr: "sont séparées par une rupture de série", en: "have a series break between them")
      }
    return Self(
      "incomparable-\(difference.rawValue.lowercased())",
      fr: "« \(comparison) » : le sujet et « \(reference) » \(what.french)",
      en: "“\(comparison)”: the subject and “\(reference)” \(what.english)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let addPrecision = Self(
    fr:
      "dites dans « value: » quelle colonne donne l’effectif enquêté (« respondents: ») ou la marge (« margin: »)",
    en: "say in `value:` which column gives the respondents (`respondents:`) or the margin (`margin:`)")
  fileprivate static let noteIsPrinted = Self(
    fr: "une note le dit sous les figures", en: "a note under the figures says so")
}
