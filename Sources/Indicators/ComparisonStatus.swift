import Model
import Spec

/// What a comparison comes to, in a word. No status calls a difference what is not significant.
package enum ComparisonStatus: String, Hashable, Sendable, CaseIterable {
  case favourable, unfavourable
  case improving, worsening
  case higher, lower
  case rising, falling
  /// Two populations whose values are printed alike.
  case same
  case stable
  case notSignificant = "not-significant"
  case reached
  case onTrack = "on-track"
  case late
  case unknown
}

extension Comparer {
  /// - Parameter printed: the size of the difference as its reader sees it.
  func status(of compared: Compared, printed: Double) -> ComparisonStatus {
    let indicator = report.indicators[compared.subject.indicator]
    if case .target(let target) = compared.against { return status(compared, target, indicator) }
    switch compared.value {
    case .missing(.notSignificant): return .notSignificant
    case .missing: return .unknown
    case .number: break
    }
    let isPeriod = if case .period = compared.reference { true } else { false }
    guard printed != 0, let subject = compared.subject.number, case .number(let other) = compared.other else {
      return isPeriod ? .stable : .same
    }
    let isHigher = subject > other
    switch indicator.direction {
    case nil: return isPeriod ? (isHigher ? .rising : .falling) : (isHigher ? .higher : .lower)
    case .higher, .lower:
      let isGood = isHigher == (indicator.direction == .higher)
      return isPeriod ? (isGood ? .improving : .worsening) : (isGood ? .favourable : .unfavourable)
    }
  }

  func progress(to target: Target, _ subject: Observation) -> TargetProgress {
    let first = observations.find(subject.indicator, Viewpoint(subject.population, .first))
    let baseline = first.flatMap { $0.period == subject.period ? nil : $0 }
    return TargetProgress(
      target: target, subject: subject, baseline: baseline,
      direction: report.indicators[subject.indicator].direction)
  }

  private func status(_ compared: Compared, _ target: Target, _ indicator: Indicator) -> ComparisonStatus {
    // What lies above the target by chance is not said to have reached it, nor what lies below to be late.
    if compared.value == .missing(.notSignificant) { return .notSignificant }
    let progress = progress(to: target, compared.subject)
    if progress.isReached == true { return .reached }
    return switch progress.isOnTrack {
    case true?: .onTrack
    case false?: .late
    case nil: .unknown
    }
  }
}
