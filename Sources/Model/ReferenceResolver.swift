import Diagnostics
import Spec

/// Looks up what references in texts stand for.
extension Resolver {
  /// What a reference stands for; `nil` after a report.
  ///
  /// An indicator takes `[population]` and a form or field; a comparison takes `.indicator`, then
  /// `[reference]` where it has several, then a form.
  mutating func resolve(_ spec: ReferenceSpec) -> Reference? {
    let kind: Reference.Kind?
    if let indicator = indicators.find(spec.name) {
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
    var population: Population?
    if case .key(let name) = steps.first {
      steps.removeFirst()
      population = find(
        Located(name, at: spec.place), in: populations, otherwise: Diagnostic.Message.unknownPopulation)
      guard population != nil else { return nil }
      if indicator.value.by == nil {
        diagnostics.report(.error(.valueIsAlone(indicator.id.name), at: spec.place))
        return nil
      }
    }
    guard let form = form(&steps, spec) else { return nil }
    if let field = IndicatorField(rawValue: form) { return .field(indicator.id, field) }
    if indicator.value.by != nil && population == nil {
      diagnostics.report(
        .error(
          .populationNeeded(indicator.id.name), at: spec.place,
          hints: .suggestion(for: "", among: populations.names.map { "\(indicator.id.name)[\($0)]" })))
      return nil
    }
    guard let form = ValueForm(rawValue: form) else {
      unknownForm(
        form, spec, known: ValueForm.allCases.map(\.rawValue) + IndicatorField.allCases.map(\.rawValue))
      return nil
    }
    return .value(indicator.id, population?.id, form)
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
    var reference = comparison.references[0]
    if case .key(let name) = steps.first {
      steps.removeFirst()
      guard let found = comparison.references.first(where: { $0.name == name }) else {
        diagnostics.report(
          .error(
            .unknownPopulation(name), at: spec.place,
            hints: .suggestion(for: name, among: comparison.references.map(\.name))))
        return nil
      }
      reference = found
    }
    guard let word = form(&steps, spec, otherwise: ComparisonForm.sentence.rawValue) else { return nil }
    guard let form = ComparisonForm(rawValue: word) else {
      unknownForm(word, spec, known: ComparisonForm.allCases.map(\.rawValue))
      return nil
    }
    return .comparison(comparison.id, indicator, reference: reference, form)
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

extension Diagnostic.Message {
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
