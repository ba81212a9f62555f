import Model
import Spec

/// A subject against its own value of another period, in words.
extension ComparisonSentence {
  /// “en hausse de 3 points par rapport au 2e trimestre 2026”.
  func evolution(_ number: Double, _ compared: Compared) -> String {
    let text = DifferenceText(values: values, measure: compared.measure)
    guard case .observation(let other) = compared.against, let then = other.period else {
      return gap(number, compared)
    }
    switch text.measure {
    case .points, .difference, .relative:
      guard text.printed(number) != 0 else { return unchanged(compared, wording.stable) }
      let isRelativeToRate = text.measure == .relative && values.unit == .percent
      return wording.moved(by: text.magnitude(number), up: number > 0, isRelativeToRate: isRelativeToRate)
        + " "
        + since(compared)
    case .ratio: return multiplied(number, text, compared, then)
    case .index: return wording.index(text.cell(number), base: periods.label(then))
    case .share: return wording.share(text.text(number), periods.ofValue(then))
    }
  }

  /// What did not move, or not significantly.
  func unchanged(_ compared: Compared, _ word: String) -> String {
    let since = since(compared, unchanged: true)
    return since.isEmpty ? word : word + " " + since
  }

  /// “soit deux fois plus qu’en 2019”.
  private func multiplied(
    _ ratio: Double, _ text: DifferenceText, _ compared: Compared, _ then: Period
  ) -> String {
    if ratio == 0 { return unchanged(compared, wording.downToZero) }
    if text.printed(ratio) == 0 { return unchanged(compared, wording.stable) }
    let multiple = MultipleText(numbers: values.numbers, unit: values.unit)
    guard !compared.isBelowZero, let picture = multiple.text(ratio) else {
      return wording.times(text.cell(ratio), periods.ofValue(then))
    }
    return wording.being(picture) + " "
      + (isOverAYear(compared, then) ? wording.thanAYearEarlier : periods.than(then))
  }

  private func since(_ compared: Compared, unchanged: Bool = false) -> String {
    guard case .observation(let other) = compared.against, let then = other.period else { return "" }
    if isOverAYear(compared, then) { return wording.overAYear }
    if compared.reference == .period(.first) { return periods.since(then) }
    return unchanged ? periods.unchangedFrom(then) : periods.comparedWith(then)
  }

  /// A year from one quarter, month or day to the same; from one year to the next it goes without saying.
  private func isOverAYear(_ compared: Compared, _ then: Period) -> Bool {
    compared.subject.period.map { $0.aYearBefore == then && $0.length != .year } ?? false
  }
}
