import Model
import Spec

/// A figure's *Lecture*: one full sentence about one data point.
///
/// “En 2019, dans les quartiers prioritaires, 75 % des habitants ont un ordinateur, contre 89 % en France
/// métropolitaine.” A published example sentence once called 100,000 of 2 million “14 %”: hence computed.
struct ReadingSentence {
  let indicator: Indicator
  let period: Period?
  let values: ValueText
  let subject: (population: Population?, value: Double)
  let reference: Reference?

  /// What the value is set against.
  struct Reference {
    let population: Population
    let value: Double
    /// Told where it is not the subject's.
    let period: Period?
  }

  var text: String {
    let wording = Wording(language: values.numbers.language)
    let periods = PeriodText(language: wording.language)
    let when = period.map { periods.phrase($0) + ", " } ?? ""
    let contrast = reference.map { reference in
      let then = reference.period == period ? nil : reference.period
      return ", \(wording.against) \(values.short(reference.value)) " + whom(reference.population, wording)
        + (then.map { " " + periods.phrase($0) } ?? "")
    }
    return capitalized(when + statement(wording)) + (contrast ?? "") + "."
  }

  /// “En 2025, l’indicateur « … » n’a pas de valeur pour « … » (secret statistique).”
  static func withoutValue(
    _ indicator: Indicator, _ population: Population?, _ period: Period?, _ reason: String, _ wording: Wording
  ) -> String {
    let when = period.map { PeriodText(language: wording.language).phrase($0) + ", " } ?? ""
    let whom = population.map { wording.for(wording.quoted($0.label)) }
    return capitalized(when + wording.noValue(wording.quoted(indicator.label), whom, reason)) + "."
  }

  private func statement(_ wording: Wording) -> String {
    let population = subject.population.map { whom($0, wording) } ?? ""
    guard let template = indicator.reading else { return plainStatement(population, wording) }
    return template.parts.map { part in
      switch part {
      case .text(let text): text
      case .value: values.full(subject.value)
      case .population: population
      }
    }.joined()
  }

  /// For an indicator whose author gave no `reading`.
  private func plainStatement(_ population: String, _ wording: Wording) -> String {
    let name = wording.quoted(indicator.label)
    let whom = population.isEmpty ? "" : " " + population
    switch wording.language {
    case .french: return "l’indicateur \(name) vaut \(values.full(subject.value))\(whom)"
    case .english: return "the indicator \(name) is \(values.full(subject.value))\(whom)"
    }
  }

  /// A population in a sentence. Its phrase is made for the indicator's `reading`; without one its label is quoted.
  private func whom(_ population: Population, _ wording: Wording) -> String {
    if indicator.reading != nil, let phrase = population.phrase { return phrase }
    return wording.for(wording.quoted(population.label))
  }
}

/// A sentence with a sign at its end, its author's or a full stop.
package func ended(_ sentence: String) -> String {
  sentence.last.map { ".!?…".contains($0) } ?? false ? sentence : sentence + "."
}

/// A sentence with its first letter in upper case.
func capitalized(_ sentence: String) -> String { sentence.prefix(1).uppercased() + sentence.dropFirst() }
