/// A share found in a sample.
///
/// - **Units**: `share` is a fraction, 0.87 for 87 %.
/// - The sample is taken as drawn at random from a population far larger than itself. A sample drawn otherwise
///   (clusters, weights) counts for fewer answers: its size is divided by the design effect.
/// - **Source**: for the design effect, Kish, *Survey Sampling* (1965), section 8.2.
package struct Proportion: Hashable, Sendable {
  package let share: Double
  /// How many answers drawn at random would be as sure; need not be whole.
  package let effectiveSize: Double

  /// `nil` for a share outside of 0 to 1, and for a size or design effect that is not above 0: such a figure has
  /// no interval.
  package init?(share: Double, sampleSize: Double, designEffect: Double = 1) {
    let size = sampleSize / designEffect
    guard (0...1).contains(share), sampleSize > 0, designEffect > 0, size > 0, size.isFinite else {
      return nil
    }
    self.share = share
    effectiveSize = size
  }

  /// Wilson's score interval, without continuity correction.
  ///
  /// It never leaves 0 to 1 and has a width at 0 and 1 too, where the textbook's interval has none.
  ///
  /// - **Source**: Wilson, “Probable Inference, the Law of Succession, and Statistical Inference”, *JASA* 22
  ///   (1927); recommended by Brown, Cai and DasGupta, “Interval Estimation for a Binomial Proportion”,
  ///   *Statistical Science* 16 (2001).
  package func interval(at level: ConfidenceLevel) -> Interval {
    let n = effectiveSize
    let z = level.standardErrors
    let square = z * z / n
    let center = share + square / 2
    let reach = z * (share * (1 - share) / n + square / (4 * n)).squareRoot()
    // Of a share of 0 or 1, one end is the share itself, whatever the last bits say.
    let low = share == 0 ? 0 : max(0, (center - reach) / (1 + square))
    let high = share == 1 ? 1 : min(1, (center + reach) / (1 + square))
    return Interval(min(low, share), max(high, share))
  }

  package func estimate(at level: ConfidenceLevel) -> Estimate {
    Estimate(share, within: interval(at: level))
  }

  /// The interval of the gap with another share, in shares: 0.04 is four points.
  ///
  /// Newcombe's hybrid of two score intervals, his method 10. The two samples are independent of each other; a
  /// part against the whole that holds it is not, and its interval is then too wide.
  ///
  /// - **Source**: Newcombe, “Interval estimation for the difference between independent proportions: comparison
  ///   of eleven methods”, *Statistics in Medicine* 17 (1998).
  package func gapInterval(from reference: Proportion, at level: ConfidenceLevel) -> Interval {
    estimate(at: level).gapInterval(from: reference.estimate(at: level))
  }
}
