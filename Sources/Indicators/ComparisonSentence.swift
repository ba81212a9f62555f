import DataSources
import Model
import Spec
import Statistics

/// A comparison in words.
///
/// Clauses go after a comma: “soit 4 points de moins”, “en hausse de 3 points sur un an”, “à 5 points de la cible”.
struct ComparisonSentence {
  let comparer: Comparer
  let values: ValueText
  let wording: Wording

  var periods: PeriodText { PeriodText(language: wording.language) }
  private var report: Report { comparer.report }

  /// What a comparison comes to, as the end of a sentence.
  ///
  /// A difference that is not significant is not called one, and a missing one is its mark.
  func clause(_ compared: Compared) -> String {
    switch (compared.value, compared.reference) {
    case (.missing(let kind), _) where kind != .notSignificant || !compared.hasBothValues:
      wording.mark(kind)
    case (.missing, .period): unchanged(compared, wording.noSignificantChange)
    case (.missing, .target): wording.notFarFromTarget(target(compared))
    case (.missing, .population), (.missing, .peers): wording.notSignificantGap
    case (.number(let number), .period): evolution(number, compared)
    case (.number(let number), .target): distance(number, compared)
    case (.number(let number), .population), (.number(let number), .peers): gap(number, compared)
    }
  }

  /// A full sentence: when, whom, the value, what it is set against, and what that comes to.
  func statement(_ compared: Compared) -> String {
    let indicator = report.indicators[compared.subject.indicator]
    let population = compared.subject.population.map { report.populations[$0] }
    guard let number = compared.subject.number else {
      let kind = compared.subject.missing ?? .notAvailable
      return ReadingSentence.withoutValue(
        indicator, population, compared.subject.period, wording.meaning(kind), wording)
    }
    let sentence = ReadingSentence(
      indicator: indicator, period: compared.subject.period, values: values,
      subject: (population, number), reference: reference(of: compared)
    ).text
    return continued(sentence, with: end(compared))
  }

  /// A full sentence on a value and its place among others.
  func statement(_ subject: Observation, _ rank: Rank) -> String {
    let sentence = ReadingSentence(
      indicator: report.indicators[subject.indicator], period: subject.period, values: values,
      subject: (subject.population.map { report.populations[$0] }, subject.number ?? 0), reference: nil
    ).text
    return continued(sentence, with: wording.rank(rank))
  }

  private func continued(_ sentence: String, with clause: String) -> String {
    ended(String(sentence.dropLast()) + ", " + clause)
  }

  /// The other population with its value, where it has one.
  private func reference(of compared: Compared) -> ReadingSentence.Reference? {
    guard case .observation(let other) = compared.against, let population = other.population,
      population != compared.subject.population, let value = other.number
    else { return nil }
    return .init(population: report.populations[population], value: value, period: other.period)
  }

  /// What a full sentence ends with: where nothing can be said, why.
  private func end(_ compared: Compared) -> String {
    guard case .missing(let kind) = compared.value else { return clause(compared) }
    if compared.hasBothValues {
      return kind == .notSignificant
        ? clause(compared) : wording.noComparison(with: name(of: compared), wording.notABase)
    }
    return wording.noComparison(with: name(of: compared), wording.meaning(kind))
  }

  /// What the subject is set against, as a noun.
  private func name(of compared: Compared) -> String {
    switch compared.against {
    case .observation(let other):
      if case .period = compared.reference, let period = other.period { return periods.noun(period) }
      return other.population.map { wording.quoted(report.populations[$0].label) } ?? ""
    case .target: return wording.theTarget
    }
  }
}

extension Compared {
  /// Whether both values are known; what is missing then is the difference.
  var hasBothValues: Bool {
    guard subject.number != nil, case .number = other else { return false }
    return true
  }

  /// Whether the two values are equal, not only as printed.
  var isEqual: Bool {
    guard let number = subject.number, case .number(let other) = other else { return false }
    return difference(of: number, from: other, by: .difference) == 0
  }

  /// Whether one of the values is below zero: then nothing is so many times the other.
  var isBelowZero: Bool {
    guard let number = subject.number, case .number(let other) = other else { return false }
    return number < 0 || other < 0
  }
}
