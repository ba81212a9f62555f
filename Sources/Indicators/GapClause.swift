import Model
import Spec

/// A subject against another population, in words.
extension ComparisonSentence {
  /// “soit 4 points de moins”, “soit quatre fois plus”.
  func gap(_ number: Double, _ compared: Compared) -> String {
    let text = DifferenceText(values: values, measure: compared.measure)
    switch text.measure {
    case .points, .difference, .relative:
      if text.printed(number) == 0 { return same(compared) }
      return wording.gap(of: size(number, text), more: number > 0, counted: values.unit == .count)
    case .ratio: return ratio(number, text, compared)
    case .index: return wording.index(text.cell(number), base: name(ofBase: compared))
    case .share: return wording.ofTotal(text.text(number))
    }
  }

  /// Equal values; the hedge is for those that are only printed alike.
  private func same(_ compared: Compared) -> String {
    compared.isEqual ? wording.asMuch : wording.almostAsMuch
  }

  /// In English what is counted follows “fewer”: it is told apart from the number.
  private func size(_ number: Double, _ text: DifferenceText) -> Wording.Size {
    if text.measure == .difference, values.unit == .count {
      return .init(number: values.number(abs(number)), noun: values.unitAfter(abs(number)))
    }
    let isRelativeToRate = text.measure == .relative && values.unit == .percent
    return .init(number: text.magnitude(number), noun: "", isRelativeToRate: isRelativeToRate)
  }

  private func ratio(_ number: Double, _ text: DifferenceText, _ compared: Compared) -> String {
    if number == 0 { return wording.zeroRatio }
    if text.printed(number) == 0 { return same(compared) }
    let multiple = MultipleText(numbers: values.numbers, unit: values.unit)
    if !compared.isBelowZero, let picture = multiple.text(number) { return wording.being(picture) }
    return wording.ratio(text.cell(number))
  }

  private func name(ofBase compared: Compared) -> String {
    guard case .observation(let other) = compared.against, let population = other.population else {
      return ""
    }
    return comparer.report.populations[population].short
  }
}
