/// One of the two counts that a rate is made of.
package struct RateCount: Hashable, Sendable {
  /// How many units; `nil` if not known.
  package let units: Double?
  /// Whether the count is hidden where it is published, for itself or for others.
  package let isHidden: Bool

  package init(units: Double?, isHidden: Bool) {
    self.units = units
    self.isHidden = isHidden
  }
}

/// Whether a rate is hidden: it is if one of its counts is, or would be under the rule.
///
/// From a rate and one of its counts, the other is computed. A rate whose remainder is small (98 % of 50) gives
/// away those who are missing: where that matters, the remainder is a cell of its own.
package func isRateHidden(numerator: RateCount, denominator: RateCount, under rule: SecrecyRule) -> Bool {
  [numerator, denominator].contains { count in
    guard !count.isHidden else { return true }
    guard let minimum = rule.minimumUnits else { return false }
    guard let units = count.units else { return true }
    return units < minimum && (units > 0 || rule.hidesZeros)
  }
}
