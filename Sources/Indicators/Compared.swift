import DataSources
import Model
import Spec
import Statistics

/// A subject's value set against one reference.
package struct Compared: Hashable, Sendable {
  package enum Against: Hashable, Sendable {
    case observation(Observation)
    case target(Target)
  }

  package let reference: ComparisonReference
  package let measure: Measure
  package let subject: Observation
  package let against: Against
  /// The measure, in its own units; or why there is none, `notSignificant` among the reasons.
  package let value: Observation.Value
  /// The interval of the measure at the comparison's level; `nil` where the base of a value is not known.
  package let interval: Interval?
  package let differences: Set<Incomparability>

  /// The value of the reference.
  package var other: Observation.Value {
    switch against {
    case .observation(let observation): observation.value
    case .target(let target): .number(target.value)
    }
  }
}

/// Why two values are not quite about the same.
package enum Incomparability: String, Hashable, Sendable, CaseIterable {
  case universe, vintage, period, seriesBreak
}

/// Sets values against each other, and says how sure that is.
struct Comparer {
  let report: Report
  let observations: Observations

  /// The observation that a comparison's subject is.
  func subject(_ comparison: Comparison, _ indicator: ID<Indicator>) -> Observation? {
    observations.find(indicator, comparison.subject)
  }

  /// What the subject is set against; `nil` where there is no such value.
  func against(
    _ reference: ComparisonReference, _ comparison: Comparison, _ indicator: ID<Indicator>
  ) -> Compared.Against? {
    switch reference {
    case .population(let population): observations.find(indicator, population).map { .observation($0) }
    case .period(let choice):
      observations.find(indicator, Viewpoint(comparison.subject, choice)).map { .observation($0) }
    case .target: report.indicators[indicator].description.target.map { .target($0) }
    case .peers: nil
    }
  }

  /// Sets a subject against a reference; what has no sense for these numbers, as a ratio to zero, is not applicable.
  func compare(
    _ subject: Observation, _ against: Compared.Against, _ reference: ComparisonReference,
    by measure: Measure, of comparison: Comparison
  ) -> Compared {
    let interval = interval(subject, against, measure, level: comparison.confidence)
    func compared(_ value: Observation.Value) -> Compared {
      Compared(
        reference: reference, measure: measure, subject: subject, against: against, value: value,
        interval: interval, differences: incomparabilities(subject, against))
    }
    var missing = [subject.missing].compactMap(\.self)
    if case .observation(let other) = against, let kind = other.missing { missing.append(kind) }
    if let kind = mostSecret(missing) { return compared(.missing(kind)) }
    guard let a = subject.number, let b = number(of: against),
      let result = difference(of: a, from: b, by: measure)
    else { return compared(.missing(.notApplicable)) }
    if let interval, !measure.isSignificant(interval) { return compared(.missing(.notSignificant)) }
    return compared(.number(result))
  }

  private func number(of against: Compared.Against) -> Double? {
    switch against {
    case .observation(let observation): observation.number
    case .target(let target): target.value
    }
  }

  // MARK: Uncertainty

  /// The interval of a value at a level, in the value's unit; `nil` where nothing is known of its precision.
  func interval(of observation: Observation, level: Double) -> Interval? {
    estimate(observation, level: level)?.interval
  }

  private func estimate(_ observation: Observation, level: Double) -> Estimate? {
    guard let number = observation.number, let level = ConfidenceLevel(level),
      let published = ConfidenceLevel(0.95)
    else { return nil }
    switch observation.precision {
    case .unknown: return nil
    case .margin(let margin): return Estimate(number, margin: margin, at: published, brought: level)
    case .bounds(let low, let high):
      let reach = level.standardErrors / published.standardErrors
      return Estimate(
        number, within: Interval(number - (number - low) * reach, number + (high - number) * reach))
    case .sample:
      guard let interval = proportion(observation)?.interval(at: level) else { return nil }
      return Estimate(
        number, within: Interval(min(interval.low * 100, number), max(interval.high * 100, number)))
    }
  }

  private func proportion(_ observation: Observation) -> Proportion? {
    guard case .sample(let respondents, let designEffect) = observation.precision,
      let number = observation.number
    else { return nil }
    return Proportion(share: number / 100, sampleSize: respondents, designEffect: designEffect)
  }

  /// The interval of a measure, in its units. A target is exact.
  private func interval(
    _ subject: Observation, _ against: Compared.Against, _ measure: Measure, level: Double
  ) -> Interval? {
    guard let a = estimate(subject, level: level) else { return nil }
    switch against {
    case .target(let target): return interval(a, Estimate(exact: target.value), measure)
    case .observation(let other):
      guard let b = estimate(other, level: level) else { return nil }
      if measure.isRatio, let p = proportion(subject), let q = proportion(other),
        let level = ConfidenceLevel(level)
      {
        return p.ratioInterval(to: q, at: level).flatMap(measure.scaled)
      }
      return interval(a, b, measure)
    }
  }

  private func interval(_ a: Estimate, _ b: Estimate, _ measure: Measure) -> Interval? {
    measure.isRatio ? a.ratioInterval(to: b).flatMap(measure.scaled) : a.gapInterval(from: b)
  }

  // MARK: What is compared

  /// In what two values differ besides what is compared.
  private func incomparabilities(
    _ subject: Observation, _ against: Compared.Against
  ) -> Set<Incomparability> {
    guard case .observation(let other) = against else { return [] }
    var found: Set<Incomparability> = []
    if subject.population != other.population {
      if universe(of: subject) != universe(of: other) { found.insert(.universe) }
      if vintage(of: subject) != vintage(of: other) { found.insert(.vintage) }
      if subject.period != other.period { found.insert(.period) }
    } else if !breaks(between: subject, and: other).isEmpty {
      found.insert(.seriesBreak)
    }
    return found
  }

  /// The changes of how an indicator is measured between two of its periods.
  func breaks(between subject: Observation, and other: Observation) -> [SeriesBreak] {
    guard let now = subject.period, let then = other.period else { return [] }
    return report.indicators[subject.indicator].description.breaks.filter {
      min(now, then) < $0.at && $0.at <= max(now, then)
    }
  }

  private func universe(of observation: Observation) -> String? {
    observation.population.flatMap { report.populations[$0].universe }
  }

  /// The edition of the areas that a value is measured in.
  func vintage(of observation: Observation) -> String? {
    observation.population.flatMap { report.populations[$0].vintage }
      ?? report.indicators[observation.indicator].description.vintage
  }
}

extension Measure {
  /// Whether it divides by the reference.
  var isRatio: Bool {
    switch self {
    case .points, .difference: false
    case .ratio, .relative, .index, .share: true
    }
  }

  /// The interval of a ratio in this measure's units; `nil` where it is not bounded.
  fileprivate func scaled(_ ratio: Interval) -> Interval? {
    guard ratio.high.isFinite else { return nil }
    switch self {
    case .points, .difference, .ratio: return ratio
    case .relative: return ratio.relativeChange
    case .index, .share: return Interval(ratio.low * 100, ratio.high * 100)
    }
  }

  /// Whether an interval in this measure's units leaves out that there is no difference.
  fileprivate func isSignificant(_ interval: Interval) -> Bool {
    switch self {
    case .points, .difference, .relative: interval.excludesZero
    case .ratio: interval.excludesOne
    case .index, .share: !interval.contains(100)
    }
  }
}
