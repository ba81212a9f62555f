import Diagnostics
import Model
import Spec

/// What must be said under a figure that compares.
extension Composer {
  /// In what the compared values differ, how precise they are, and how they were rounded.
  mutating func comparisonNotes(_ comparison: Comparison, _ place: Place) -> [String] {
    var notes: [String] = []
    let compared = comparison.indicators.flatMap { indicator in
      comparison.references.compactMap { reference -> Compared? in
        guard let subject = comparer.subject(comparison, indicator),
          let against = comparer.against(reference, comparison, indicator)
        else { return nil }
        return comparer.compare(subject, against, reference, by: comparison.measure, of: comparison)
      }
    }
    for kind in Incomparability.allCases {
      let differing = compared.filter { $0.differences.contains(kind) }
      guard !differing.isEmpty else { continue }
      notes.append(capitalized(wording.differs(kind, distinct(differing.flatMap { details(kind, $0) }))))
    }
    if let note = precisionNote(comparison, compared) { notes.append(note) }
    if showsRoundedGap(compared) { notes.append(wording.roundedGaps) }
    return notes
  }

  /// What the two values have instead of one thing.
  private func details(_ kind: Incomparability, _ compared: Compared) -> [String] {
    guard case .observation(let other) = compared.against else { return [] }
    let periods = PeriodText(language: wording.language)
    switch kind {
    case .universe: return []
    case .vintage:
      return [compared.subject, other].compactMap { observation in
        let name = observation.population.map { report.populations[$0].short + wording.colon } ?? ""
        return comparer.vintage(of: observation).map { name + $0 }
      }
    case .period:
      return [compared.subject, other].compactMap { observation in
        let name = observation.population.map { report.populations[$0].short + wording.colon } ?? ""
        return observation.period.map { name + periods.label($0) }
      }
    case .seriesBreak:
      return comparer.breaks(between: compared.subject, and: other).map { one in
        periods.label(one.at) + (one.note.map { wording.colon + $0 } ?? "")
      }
    }
  }

  /// At what level gaps are tested; or, where a sample is known but not how it parts, that they cannot be.
  private func precisionNote(_ comparison: Comparison, _ compared: [Compared]) -> String? {
    let populations = compared.filter { $0.reference.population != nil }
    if compared.contains(where: { $0.interval != nil }) {
      let percent = NumberText(language: wording.language).text(
        comparison.confidence * 100, decimals: DecimalText.decimals(of: comparison.confidence * 100))
      return wording.testedAt(wording.percent(percent))
    }
    let isSurvey = populations.contains {
      report.sources[report.indicators[$0.subject.indicator].source].sample != nil
    }
    return isSurvey ? wording.precisionUnknown : nil
  }

  /// Whether a gap as printed is not the difference of the values as printed.
  private func showsRoundedGap(_ compared: [Compared]) -> Bool {
    compared.contains { one in
      guard !one.measure.isRatio, case .number(let difference) = one.value, let subject = one.subject.number,
        case .number(let other) = one.other
      else { return false }
      let text = valueText(one.subject.indicator)
      return text.signed(difference) != text.signed(text.rounded(subject) - text.rounded(other))
    }
  }

  /// Whether a figure shows a whole and all its parts, which add up, but not as printed.
  func showsRoundedParts(_ selection: Selection) -> Bool {
    selection.indicators.contains { indicator in
      guard report.indicators[indicator].description.addsUp else { return false }
      let text = valueText(indicator)
      return selection.populations.contains { whole in
        let parts = selection.populations.filter { report.populations[$0].parent == whole }
        let all = report.populations.elements.filter { $0.parent == whole }
        guard !parts.isEmpty, parts.count == all.count,
          let total = observations.find(indicator, whole)?.number
        else { return false }
        let numbers = parts.compactMap { observations.find(indicator, $0)?.number }
        guard numbers.count == parts.count, abs(numbers.reduce(0, +) - total) <= abs(total) * 1e-9 else {
          return false
        }
        let printed = numbers.map(text.rounded).reduce(0, +)
        return text.number(printed) != text.number(total)
      }
    }
  }
}
