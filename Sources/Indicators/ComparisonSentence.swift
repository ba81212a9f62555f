import Model
import Spec
import Statistics

/// A comparison in words.
///
/// Clauses go after a comma: “soit 4 points de moins”, “en hausse de 3 points sur un an”, “à 5 points de la cible”.
struct ComparisonSentence {
  let report: Report
  let values: ValueText
  let wording: Wording

  private var periods: PeriodText { PeriodText(language: wording.language) }

  /// What a comparison comes to, as the end of a sentence.
  ///
  /// A difference that is not significant is not called one, and a missing one is its mark.
  func clause(_ compared: Compared) -> String {
    let text = DifferenceText(values: values, measure: compared.measure)
    switch (compared.value, compared.reference) {
    case (.missing(.notSignificant), .period): return unchanged(compared, significantly: true)
    case (.missing(.notSignificant), .target): return wording.notFarFromTarget(target(compared))
    case (.missing(.notSignificant), .population), (.missing(.notSignificant), .peers):
      return wording.notSignificantGap
    case (.missing(let kind), _): return wording.mark(kind)
    case (.number(let number), .period): return evolution(number, text, compared)
    case (.number(let number), .target): return distance(number, text, compared)
    case (.number(let number), .population), (.number(let number), .peers): return text.clause(number)
    }
  }

  /// A full sentence: when, whom, the value, what it is set against, and what that comes to.
  func statement(_ compared: Compared) -> String {
    let indicator = report.indicators[compared.subject.indicator]
    guard let number = compared.subject.number else {
      return ended(capitalized(wording.quoted(indicator.label) + wording.colon + clause(compared)))
    }
    var reference: (population: Population, value: Double)?
    if case .observation(let other) = compared.against, let population = other.population,
      population != compared.subject.population, let value = other.number
    {
      reference = (report.populations[population], value)
    }
    let sentence = ReadingSentence(
      indicator: indicator, period: compared.subject.period, values: values,
      subject: (compared.subject.population.map { report.populations[$0] }, number), reference: reference
    ).text
    return ended(String(sentence.dropLast()) + ", " + clause(compared))
  }

  // MARK: Over time

  /// “en hausse de 3 points par rapport au trimestre précédent”.
  private func evolution(_ number: Double, _ text: DifferenceText, _ compared: Compared) -> String {
    guard text.printed(number) != 0 else { return unchanged(compared, significantly: false) }
    let since = since(compared)
    switch compared.measure {
    case .points, .difference, .relative:
      return wording.moved(by: text.magnitude(number), up: number > 0) + " " + since
    case .ratio: return wording.multiplied(by: text.cell(number)) + " " + since
    case .index: return wording.atIndex(text.cell(number)) + " " + since
    case .share: return text.clause(number)
    }
  }

  private func unchanged(_ compared: Compared, significantly: Bool) -> String {
    (significantly ? wording.noSignificantChange : wording.stable) + " " + since(compared)
  }

  private func since(_ compared: Compared) -> String {
    guard case .observation(let other) = compared.against, let then = other.period,
      let now = compared.subject.period
    else { return "" }
    if now.aYearBefore == then, now.length != .year { return wording.overAYear }
    if compared.reference == .period(.first) { return periods.since(then) }
    return periods.comparedWith(then)
  }

  // MARK: To a target

  /// “à 5 points de la cible de 90 % fixée pour 2028”.
  private func distance(_ number: Double, _ text: DifferenceText, _ compared: Compared) -> String {
    guard case .target(let target) = compared.against else { return text.clause(number) }
    let indicator = report.indicators[compared.subject.indicator]
    let progress = TargetProgress(
      target: target, subject: compared.subject, baseline: nil, direction: indicator.direction)
    if progress.isReached == true { return wording.targetReached(self.target(compared)) }
    let gap = DifferenceText(
      values: values, measure: indicator.unit == .percent ? Measure.points : .difference)
    let size = (compared.subject.number ?? 0) - target.value
    return wording.farFromTarget(gap.magnitude(size), self.target(compared))
  }

  /// “la cible de 90 % fixée pour 2028”.
  private func target(_ compared: Compared) -> String {
    guard case .target(let target) = compared.against else { return "" }
    return wording.target(values.full(target.value), due: periods.due(target.by))
  }

  // MARK: Among peers

  /// “au 3e rang sur 20”: from the side where an indicator should go, else from the highest.
  func rank(_ rank: Rank) -> String { wording.rank(rank.position, of: rank.count) }
}
