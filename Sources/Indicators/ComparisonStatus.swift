import Model
import Spec

/// What a comparison comes to, in a word. No status calls a difference what is not significant.
package enum ComparisonStatus: String, Hashable, Sendable, CaseIterable {
  case favourable, unfavourable
  case improving, worsening
  case higher, lower
  case rising, falling
  case same
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
    guard printed != 0, let subject = compared.subject.number, case .number(let other) = compared.other else {
      return .same
    }
    let isHigher = subject > other
    let isPeriod = if case .period = compared.reference { true } else { false }
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
    let progress = progress(to: target, compared.subject)
    if progress.isReached == true {
      // What lies above the target by chance is not said to have reached it.
      return compared.value == .missing(.notSignificant) ? .notSignificant : .reached
    }
    return switch progress.isOnTrack {
    case true?: .onTrack
    case false?: .late
    case nil: .unknown
    }
  }
}
