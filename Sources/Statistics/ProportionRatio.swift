import Foundation

extension Proportion {
  /// The interval of this share over another, from independent samples.
  ///
  /// Koopman's score interval: every ratio that the samples do not contradict at this level. It has an end where
  /// a share is 0 or 1, which the logarithm's interval (Katz) has not. `high` is infinite if the reference is 0,
  /// and the result is `nil` if both are: any ratio would do.
  ///
  /// - **Source**: Koopman, “Confidence Intervals for the Ratio of Two Binomial Proportions”, *Biometrics* 40
  ///   (1984).
  package func ratioInterval(to reference: Proportion, at level: ConfidenceLevel) -> Interval? {
    guard share > 0 || reference.share > 0 else { return nil }
    let score = RatioScore(subject: self, reference: reference)
    let allowed = level.standardErrors * level.standardErrors
    guard share > 0 else { return Interval(0, score.bound(above: 0, within: allowed)) }
    guard reference.share > 0 else {
      return Interval(score.bound(below: .infinity, within: allowed), .infinity)
    }
    let ratio = share / reference.share
    return Interval(score.bound(below: ratio, within: allowed), score.bound(above: ratio, within: allowed))
  }
}

/// How far two samples are from shares in a given ratio.
private struct RatioScore {
  let subject: Proportion
  let reference: Proportion

  /// Koopman's statistic, in squared standard errors; grows on both sides of the ratio that was found.
  func distance(at ratio: Double) -> Double {
    let expected = likeliestReference(at: ratio)
    let miss = subject.share - ratio * expected
    let referenceMiss = reference.share - expected
    return squareOverVariance(miss, share: ratio * expected, size: subject.effectiveSize)
      + squareOverVariance(referenceMiss, share: expected, size: reference.effectiveSize)
  }

  /// The reference's most likely share if the subject's were so many times as large: the smaller root of a
  /// quadratic, in the form without cancellation.
  private func likeliestReference(at ratio: Double) -> Double {
    let n = subject.effectiveSize
    let m = reference.effectiveSize
    let x = subject.share * n
    let y = reference.share * m
    let a = ratio * (n + m)
    let b = ratio * (n + y) + x + m
    let root = max(0, b * b - 4 * a * (x + y)).squareRoot()
    return min(2 * (x + y) / (b + root), 1, 1 / ratio)
  }

  private func squareOverVariance(_ miss: Double, share: Double, size: Double) -> Double {
    let variance = share * (1 - share) / size
    if variance > 0 { return miss * miss / variance }
    return abs(miss) < 1e-12 ? 0 : .infinity
  }

  /// The lowest ratio below the one found that is still allowed.
  func bound(below ratio: Double, within allowed: Double) -> Double {
    bound(from: ratio.isFinite ? log(ratio) : farthest, towards: -1, within: allowed)
  }

  func bound(above ratio: Double, within allowed: Double) -> Double {
    bound(from: ratio > 0 ? log(ratio) : -farthest, towards: 1, within: allowed)
  }

  /// Walks away from a ratio that is allowed to one that is not, by doubling steps, then halves the way between.
  private func bound(from start: Double, towards side: Double, within allowed: Double) -> Double {
    var step = 0.125
    while distance(at: exp(start + side * step)) <= allowed, step < 4 * farthest { step *= 2 }
    var inside = start
    var outside = start + side * step
    for _ in 0..<80 {
      let middle = (inside + outside) / 2
      if distance(at: exp(middle)) <= allowed { inside = middle } else { outside = middle }
    }
    return exp(inside)
  }
}

/// The logarithm of a ratio that no pair of samples bears out, and whose square is still a number.
private let farthest = 100.0
