/// A value and the interval around it at some level; an interval without width where the value is exact.
package struct Estimate: Hashable, Sendable {
  package let value: Double
  package let interval: Interval

  /// - Precondition: the value lies in the interval, which is bounded.
  package init(_ value: Double, within interval: Interval) {
    precondition(interval.contains(value) && interval.high.isFinite, "an estimate lies in its interval")
    self.value = value
    self.interval = interval
  }

  /// A value of a full count, without sampling error.
  package init(exact value: Double) { self.init(value, within: Interval(value, value)) }

  /// A value with a published margin, half the width of its interval, brought to another level.
  ///
  /// The margin is taken as so many standard errors of a normal distribution. `nil` for a margin below 0.
  package init?(
    _ value: Double, margin: Double, at published: ConfidenceLevel, brought level: ConfidenceLevel
  ) {
    guard value.isFinite, margin.isFinite, margin >= 0 else { return nil }
    let reach = margin * (level.standardErrors / published.standardErrors)
    self.init(value, within: Interval(value - reach, value + reach))
  }

  /// The interval of this value minus another, both estimated independently and at one level.
  ///
  /// The method of variance estimates recovery: each end uses the sides of the two intervals that face each
  /// other. For margins it is the usual interval of a normal difference, for Wilson's intervals Newcombe's
  /// method 10, and against an exact value it moves the interval.
  ///
  /// - **Source**: Zou and Donner, “Construction of confidence limits about effect measures: A general approach”,
  ///   *Statistics in Medicine* 27 (2008), equation 4.
  package func gapInterval(from reference: Estimate) -> Interval {
    let gap = value - reference.value
    return Interval(
      gap - hypotenuse(below, reference.above),
      gap + hypotenuse(above, reference.below))
  }

  /// The interval of this value over another, both estimated independently and at one level.
  ///
  /// Fieller's interval where both have margins; where an interval has unlike sides, its extension by the method
  /// of variance estimates recovery. `nil` if the reference cannot be told from zero, or is not above it: the
  /// ratio could then be anything.
  ///
  /// - **Source**: Fieller, “Some Problems in Interval Estimation”, *JRSS B* 16 (1954); Donner and Zou,
  ///   “Closed-form confidence intervals for functions of the normal mean and standard deviation”, *Statistical
  ///   Methods in Medical Research* 21 (2012), equation 9.
  package func ratioInterval(to reference: Estimate) -> Interval? {
    guard reference.interval.low > 0 else { return nil }
    // The formula is made for values above zero.
    guard value >= 0 else {
      return negated.ratioInterval(to: reference).map { Interval(-$0.high, -$0.low) }
    }
    let high = RatioEquation(self, reach: above, reference, referenceReach: reference.below).upperRoot
    // A low end below zero lies further out where the reference is smaller, not where it is greater.
    let facing = below <= value ? reference.above : reference.below
    let low = RatioEquation(self, reach: below, reference, referenceReach: facing).lowerRoot
    return Interval(min(low, high), high)
  }

  private var negated: Estimate { Estimate(-value, within: Interval(-interval.high, -interval.low)) }
  private var below: Double { value - interval.low }
  private var above: Double { interval.high - value }
}

/// (value − ratio × reference)² = reach² + ratio² × referenceReach², for a value of 0 or more.
private struct RatioEquation {
  private let product: Double
  private let square: Double
  private let rest: Double

  init(_ value: Estimate, reach: Double, _ reference: Estimate, referenceReach: Double) {
    product = value.value * reference.value
    square = reference.value * reference.value - referenceReach * referenceReach
    rest = value.value * value.value - reach * reach
  }

  private var root: Double { max(0, product * product - rest * square).squareRoot() }

  var upperRoot: Double { (product + root) / square }

  /// In a form that holds where `square` is not above zero.
  var lowerRoot: Double {
    if rest < 0 { return (product - root) / square }
    return product + root == 0 ? 0 : rest / (product + root)
  }
}

private func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
