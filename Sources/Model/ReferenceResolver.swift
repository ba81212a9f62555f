import Diagnostics
import Spec

/// Looks up what references in texts stand for.
extension Resolver {
  /// The words that references to what is no value start with, which nothing else may be called.
  static let ownWords: Set<String> = [figureWord, iconWord]

  /// What a reference stands for; `nil` after a report.
  ///
  /// An indicator takes `[population]` and a form or field; a comparison takes `.indicator`, then
  /// `[reference]` where it has several, then a form.
  mutating func resolve(_ spec: ReferenceSpec) -> Reference? {
    let kind: Reference.Kind?
    if spec.name == Self.figureWord {
      kind = figure(spec)
    } else if spec.name == Self.iconWord {
      kind = icon(spec)
    } else if let indicator = indicators.find(spec.name) {
      kind = value(of: indicator, spec)
    } else if let comparison = comparisons.find(spec.name) {
      kind = self.comparison(comparison, spec)
    } else {
      let known = indicators.names + comparisons.names
      diagnostics.report(
        .error(
          .unknownIndicator(spec.name), at: spec.place, hints: .suggestion(for: spec.name, among: known)))
      return nil
    }
    return kind.map { Reference(kind: $0, text: spec.text, place: spec.place) }
  }

  private mutating func value(of indicator: Indicator, _ spec: ReferenceSpec) -> Reference.Kind? {
    var steps = spec.steps[...]
    guard let viewpoint = viewpoint(of: indicator, &steps, spec), let form = form(&steps, spec) else {
      return nil
    }
    if let field = IndicatorField(rawValue: form) { return .field(indicator.id, field) }
    if indicator.isByPopulation && viewpoint.population == nil {
      diagnostics.report(
        .error(
          .populationNeeded(indicator.id.name), at: spec.place,
          hints: .suggestion(for: "", among: populations.names.map { "\(indicator.id.name)[\($0)]" })))
      return nil
    }
    if case .documented = indicator.value {
      diagnostics.report(.error(.documentedOnly(indicator.id.name), at: spec.place, hints: [.addValue]))
      return nil
    }
    guard let form = ValueForm(rawValue: form) else {
      unknownForm(
        form, spec, known: ValueForm.allCases.map(\.rawValue) + IndicatorField.allCases.map(\.rawValue))
      return nil
    }
    return .value(indicator.id, viewpoint, form)
  }

  /// The population and the period between brackets; `nil` after a report.
  private mutating func viewpoint(
    of indicator: Indicator, _ steps: inout ArraySlice<ReferenceSpec.Step>, _ spec: ReferenceSpec
  ) -> Viewpoint? {
    var population: ID<Population>?
    var period: PeriodChoice?
    while case .key(let name) = steps.first {
      steps.removeFirst()
      if let found = populations.find(name) {
        guard population == nil else {
          diagnostics.report(.error(.tooManySteps(spec.text), at: spec.place))
          return nil
        }
        guard indicator.isByPopulation else {
          diagnostics.report(.error(.valueIsAlone(indicator.id.name), at: spec.place))
          return nil
        }
        population = found.id
      } else if let choice = PeriodChoice(written: name), period == nil {
        guard indicator.isByPeriod else {
          diagnostics.report(.error(.hasOnePeriod(indicator.id.name), at: spec.place, hints: [.sayPeriod]))
          return nil
        }
        period = choice
      } else {
        let known = populations.names + (indicator.isByPeriod ? ["previous", "year-ago", "first"] : [])
        diagnostics.report(
          .error(.unknownPopulation(name), at: spec.place, hints: .suggestion(for: name, among: known)))
        return nil
      }
    }
    return Viewpoint(population, period ?? .current)
  }

  private mutating func comparison(_ comparison: Comparison, _ spec: ReferenceSpec) -> Reference.Kind? {
    var steps = spec.steps[...]
    guard case .member(let name) = steps.popFirst() else {
      diagnostics.report(
        .error(
          .indicatorNeeded(comparison.id.name), at: spec.place,
          hints: .suggestion(for: "", among: comparison.indicators.map { "\(comparison.id.name).\($0.name)" })
        ))
      return nil
    }
    guard let indicator = comparison.indicators.first(where: { $0.name == name }) else {
      diagnostics.report(
        .error(
          .unknownIndicator(name), at: spec.place,
          hints: .suggestion(for: name, among: comparison.indicators.map(\.name))))
      return nil
    }
    var reference: ComparisonReference?
    if case .key(let name) = steps.first {
      steps.removeFirst()
      reference = comparison.references.first { comparison.reads($0, as: name, populations) }
      guard reference != nil else {
        diagnostics.report(
          .error(
            .unknownPopulation(name), at: spec.place,
            hints: .suggestion(for: name, among: comparison.references.map(\.word))))
        return nil
      }
    }
    guard let word = form(&steps, spec, otherwise: ComparisonForm.sentence.rawValue) else { return nil }
    guard let form = ComparisonForm(rawValue: word) else {
      unknownForm(word, spec, known: ComparisonForm.allCases.map(\.rawValue))
      return nil
    }
    guard
      let fitting = reference ?? comparison.references.first(where: form.fits) ?? comparison.references.first,
      form.fits(fitting)
    else {
      diagnostics.report(.error(.formDoesNotFit(word, comparison.id.name), at: spec.place))
      return nil
    }
    return .comparison(comparison.id, indicator, fitting, form)
  }

  /// The last word of a reference, which must be the last step.
  private mutating func form(
    _ steps: inout ArraySlice<ReferenceSpec.Step>, _ spec: ReferenceSpec,
    otherwise usual: String = ValueForm.full.rawValue
  ) -> String? {
    guard let step = steps.popFirst() else { return usual }
    guard case .member(let form) = step, steps.isEmpty else {
      diagnostics.report(.error(.tooManySteps(spec.text), at: spec.place))
      return nil
    }
    return form
  }

  private mutating func unknownForm(_ form: String, _ spec: ReferenceSpec, known: [String]) {
    diagnostics.report(
      .error(.unknownForm(form), at: spec.place, hints: .suggestion(for: form, among: known)))
  }
}

extension Comparison {
  /// Whether a reference is what a name between brackets means.
  fileprivate func reads(
    _ reference: ComparisonReference, as name: String, _ populations: Register<Population>
  ) -> Bool {
    if reference.word == name { return true }
    return name == ReferenceWord.parent.rawValue
      && reference.population == subject.flatMap { populations[$0].parent } && reference.population != nil
  }
}

extension ComparisonForm {
  /// Whether a form says something of a reference: only a distribution has ranks, only a target a pace.
  fileprivate func fits(_ reference: ComparisonReference) -> Bool {
    switch (self, reference) {
    case (.rank, .peers), (.quartile, .peers), (.median, .peers), (.sentence, .peers), (.statement, .peers):
      true
    case (.rank, _), (.quartile, _), (.median, _), (_, .peers): false
    case (.pace, .target): true
    case (.pace, _), (.interval, .target): false
    case (.sentence, _), (.gap, _), (.size, _), (.statement, _), (.status, _), (.interval, _): true
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func documentedOnly(_ indicator: String) -> Self {
    Self(
      "documented-only", fr: "« \(indicator) » est décrit, mais n’a pas de valeur",
      en: "“\(indicator)” is described, but has no value")
  }
  fileprivate static func formDoesNotFit(_ form: String, _ comparison: String) -> Self {
    Self(
      "form-does-not-fit", fr: "« \(form) » ne se dit pas de ce que « \(comparison) » compare",
      en: "“\(form)” is not said of what “\(comparison)” compares")
  }
  fileprivate static func valueIsAlone(_ indicator: String) -> Self {
    Self(
      "value-is-alone", fr: "« \(indicator) » n’a qu’une valeur : écrivez {\(indicator)}, sans crochets",
      en: "“\(indicator)” has one value only: write {\(indicator)}, without brackets")
  }
  fileprivate static func populationNeeded(_ indicator: String) -> Self {
    Self(
      "population-needed", fr: "« \(indicator) » a une valeur par population : dites laquelle",
      en: "“\(indicator)” has a value for each population: say which")
  }
  fileprivate static func indicatorNeeded(_ comparison: String) -> Self {
    Self(
      "indicator-needed", fr: "« \(comparison) » est une comparaison : dites de quel indicateur",
      en: "“\(comparison)” is a comparison: say of which indicator")
  }
  fileprivate static func tooManySteps(_ text: String) -> Self {
    Self(
      "too-many-steps", fr: "« {\(text)} » en dit trop : rien ne suit la forme voulue",
      en: "“{\(text)}” says too much: nothing follows the form")
  }
  fileprivate static func unknownForm(_ form: String) -> Self {
    Self("unknown-form", fr: "forme inconnue « \(form) »", en: "unknown form “\(form)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let addValue = Self(
    fr: "ajoutez-lui « value: », ou montrez-le dans une fiche : « indicator-card »",
    en: "give it a `value:`, or show it on a card: `indicator-card`")
}
