import Model
import Spec

/// A subject against its target, in words.
extension ComparisonSentence {
  /// “à 5 points de la cible de 90 % fixée pour 2028”; whatever the measure, the distance is in the values' unit.
  func distance(_ number: Double, _ compared: Compared) -> String {
    guard case .target(let target) = compared.against else { return gap(number, compared) }
    let progress = comparer.progress(to: target, compared.subject)
    if progress.isReached == true { return wording.targetReached(self.target(compared)) }
    let text = DifferenceText(values: values, measure: .difference)
    let size = (compared.subject.number ?? 0) - target.value
    if text.printed(size) == 0 { return wording.nextToTarget(self.target(compared)) }
    return wording.farFromTarget(text.magnitude(size), self.target(compared))
  }

  /// “la cible de 90 % fixée pour 2028”.
  func target(_ compared: Compared) -> String {
    guard case .target(let target) = compared.against else { return "" }
    let value = values.full(target.value)
    let progress = comparer.progress(to: target, compared.subject)
    return progress.isPast && progress.isReached != true
      ? wording.pastTarget(value, on: periods.label(target.by))
      : wording.target(value, due: periods.due(target.by))
  }
}
