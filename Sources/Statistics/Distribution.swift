/// Values of similar territories, or of anything else that is set side by side.
package struct Distribution: Hashable, Sendable {
  /// From the lowest to the highest; never empty.
  private let values: [Double]

  /// `nil` without values.
  ///
  /// - Precondition: each value is a number; what is missing is left out before.
  package init?(_ values: [Double]) {
    precondition(values.allSatisfy(\.isFinite), "a missing value is left out of a distribution")
    guard !values.isEmpty else { return nil }
    self.values = values.sorted()
  }

  package var count: Int { values.count }
  package var lowest: Double { values[0] }
  package var highest: Double { values[values.count - 1] }
  package var median: Double { quantile(0.5) }

  /// The value below which a fraction of the values lies, interpolated between two of them.
  ///
  /// Type 7 of Hyndman and Fan: R's default, and what a spreadsheet's `QUARTILE.INC` gives, by which readers check.
  ///
  /// - **Source**: Hyndman and Fan, “Sample Quantiles in Statistical Packages”, *The American Statistician* 50
  ///   (1996).
  /// - Precondition: the fraction lies in 0 to 1.
  package func quantile(_ fraction: Double) -> Double {
    precondition((0...1).contains(fraction), "a quantile's fraction lies in 0 to 1")
    let position = fraction * Double(values.count - 1)
    let lower = Int(position.rounded(.down))
    let upper = min(lower + 1, values.count - 1)
    return values[lower] + (position - Double(lower)) * (values[upper] - values[lower])
  }

  /// Where a value stands: 1 for a value not above the first quartile, to 4 for one above the third.
  ///
  /// Equal values stand in one quarter, so the quarters need not be of one size.
  package func quarter(of value: Double) -> Int {
    1 + [0.25, 0.5, 0.75].count { quantile($0) < value && !isTie(quantile($0), value) }
  }

  /// The rank of a value, 1 for the first in an order. Equal values share the best of their ranks, and the ranks
  /// after them are left out: 1, 2, 2, 4.
  package func rank(of value: Double, from order: RankOrder) -> Rank {
    let before = values.count { other in
      guard !isTie(other, value) else { return false }
      return switch order {
      case .highest: other > value
      case .lowest: other < value
      }
    }
    return Rank(position: before + 1, ties: values.count { isTie($0, value) }, count: values.count)
  }

  /// Two values that differ only by the last bits of a computation are equal.
  private func isTie(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-12 * max(abs(a), abs(b))
  }
}

package enum RankOrder: Hashable, Sendable { case highest, lowest }

package struct Rank: Hashable, Sendable {
  package let position: Int
  /// How many of the distribution's values are equal to this one, itself among them; 0 for a value from outside.
  package let ties: Int
  package let count: Int

  package init(position: Int, ties: Int, count: Int) {
    self.position = position
    self.ties = ties
    self.count = count
  }
}

/// The mean of values that stand for unequal numbers of units.
///
/// `nil` without values, or if all weights are zero.
///
/// - Precondition: no weight is below 0.
package func weightedMean(_ values: [(value: Double, weight: Double)]) -> Double? {
  precondition(values.allSatisfy { $0.weight >= 0 && $0.weight.isFinite }, "a weight is 0 or more")
  let weight = values.reduce(0) { $0 + $1.weight }
  guard weight > 0 else { return nil }
  return values.reduce(0) { $0 + $1.value * $1.weight } / weight
}
