/// When a cell is secret, and how well a secret cell must be protected.
///
/// - **Source**: Hundepool and others, *Statistical Disclosure Control* (Wiley, 2012), chapter 4.
package struct SecrecyRule: Hashable, Sendable {
  /// How many units, such as persons or households, a cell must have; 11 for much of French social data.
  package var minimumUnits: Double?
  /// How many contributors, such as enterprises, a cell must have; 3 in French business statistics.
  package var minimumContributors: Int?
  /// How much of a cell its largest contributors may make up.
  package var dominance: Dominance?
  /// The p % rule: how closely, as a fraction, the second contributor may come to know the largest.
  package var closeness: Double?
  /// Whether a cell without units is secret, as those with too few are.
  package var hidesZeros: Bool
  package var protection: Protection

  package init(
    minimumUnits: Double? = nil, minimumContributors: Int? = nil, dominance: Dominance? = nil,
    closeness: Double? = nil, hidesZeros: Bool = false, protection: Protection
  ) {
    precondition(
      !hidesZeros || protection.absolute > 0, "a zero has no protection that is a fraction of itself")
    self.minimumUnits = minimumUnits
    self.minimumContributors = minimumContributors
    self.dominance = dominance
    self.closeness = closeness
    self.hidesZeros = hidesZeros
    self.protection = protection
  }
}

/// A cell is secret if its `count` largest contributors make up more than `fraction` of it; (1, 0.85) in French
/// business statistics.
package struct Dominance: Hashable, Sendable {
  package let count: Int
  package let fraction: Double

  package init(count: Int, fraction: Double) {
    precondition(
      count > 0 && (0...1).contains(fraction), "a dominance rule counts contributors and their part")
    self.count = count
    self.fraction = fraction
  }
}

/// How far from its value a secret cell must be possible, above and below, for all that a reader can compute.
///
/// The greater of the two holds. Nothing below zero is asked for.
package struct Protection: Hashable, Sendable {
  /// A fraction of the cell's value.
  package let fraction: Double
  /// In the unit of the values.
  package let absolute: Double

  /// - Precondition: one of the two is above 0, and none below.
  package init(fraction: Double = 0, absolute: Double = 0) {
    precondition(
      fraction >= 0 && absolute >= 0 && max(fraction, absolute) > 0, "a protection has a width")
    self.fraction = fraction
    self.absolute = absolute
  }

  package func above(_ value: Double) -> Double { max(fraction * value, absolute) }

  package func below(_ value: Double) -> Double { min(above(value), value) }
}
