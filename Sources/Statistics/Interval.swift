/// A range of values that a result may have, both ends in it.
///
/// `high` is infinite where nothing bounds the range above, as a ratio to a share of zero.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double

  /// - Precondition: `low` is a number and not above `high`.
  package init(_ low: Double, _ high: Double) {
    precondition(low.isFinite && low <= high, "an interval goes from a number upwards")
    self.low = low
    self.high = high
  }

  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Whether a gap with this interval is significant at the interval's level: no gap at all lies outside.
  package var excludesZero: Bool { !contains(0) }

  /// Whether a ratio with this interval is significant at the interval's level: equality lies outside.
  package var excludesOne: Bool { !contains(1) }

  /// The interval of a ratio as that of the relative change: 0.9 to 1.2 is −0.1 to 0.2.
  package var relativeChange: Interval { Interval(low - 1, high - 1) }
}

/// How often intervals made this way hold the true value; 0.95 is usual.
package struct ConfidenceLevel: Hashable, Sendable {
  /// Above 0 and below 1.
  package let probability: Double
  /// How many standard errors an interval extends to each side; 1.96 at 0.95.
  package let standardErrors: Double

  /// `nil` unless the probability is above 0 and below 1.
  package init?(_ probability: Double) {
    guard let quantile = standardNormalQuantile((1 + probability) / 2), quantile > 0 else { return nil }
    self.probability = probability
    standardErrors = quantile
  }
}
