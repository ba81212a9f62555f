import Statistics
import Testing

@Suite("Values with margins")
struct EstimateTests {
  private let level: ConfidenceLevel
  private let lower: ConfidenceLevel

  init() throws {
    level = try #require(ConfidenceLevel(0.95))
    lower = try #require(ConfidenceLevel(0.9))
  }

  @Test("A margin is brought to another level by its standard error")
  func levels() throws {
    // 1.645 standard errors of 2 at 90 %, so 1.96 of them at 95 %.
    let estimate = try #require(Estimate(50, margin: 2 * 1.6448536, at: lower, brought: level))
    #expect(isPrinted(estimate.interval, 50 - 3.91993, 50 + 3.91993, decimals: 5))
    let same = try #require(Estimate(50, margin: 3, at: level, brought: level))
    #expect(isPrinted(same.interval, 47, 53, decimals: 9))
  }

  @Test("A margin of zero is an exact value")
  func zeroMargin() {
    #expect(Estimate(50, margin: 0, at: lower, brought: level) == Estimate(exact: 50))
  }

  @Test(
    "What is no margin gives no estimate",
    arguments: [(50, -1), (50, .nan), (50, .infinity), (.nan, 1), (.infinity, 1)] as [(Double, Double)])
  func impossible(value: Double, margin: Double) {
    #expect(Estimate(value, margin: margin, at: level, brought: level) == nil)
  }

  @Test("Margins of a difference add up as squares")
  func gap() throws {
    // 3² + 4² = 5².
    let gap = try estimate(20, 3).gapInterval(from: estimate(12, 4))
    #expect(isPrinted(gap, 3, 13, decimals: 9))
    #expect(gap.excludesZero)
    #expect(try !estimate(17, 3).gapInterval(from: estimate(12, 4)).excludesZero)  // 0 to 10: it may be none
  }

  @Test("Against an exact value, the interval moves or is divided")
  func exact() throws {
    let share = try #require(Proportion(share: 0.1, sampleSize: 40)).estimate(at: level)
    let gap = share.gapInterval(from: Estimate(exact: 0.25))
    #expect(isPrinted(gap, share.interval.low - 0.25, share.interval.high - 0.25, decimals: 12))
    let ratio = try #require(share.ratioInterval(to: Estimate(exact: 0.25)))
    #expect(isPrinted(ratio, share.interval.low * 4, share.interval.high * 4, decimals: 12))
    let inverse = try #require(Estimate(exact: 0.25).ratioInterval(to: share))
    #expect(isPrinted(inverse, 0.25 / share.interval.high, 0.25 / share.interval.low, decimals: 12))
  }

  @Test("Two exact values have a gap and a ratio without width")
  func bothExact() throws {
    let (a, b) = (Estimate(exact: 3), Estimate(exact: 4))
    #expect(a.gapInterval(from: b) == Interval(-1, -1))
    #expect(a.gapInterval(from: a) == Interval(0, 0))
    #expect(a.gapInterval(from: a).excludesZero == false)
    #expect(a.ratioInterval(to: b) == Interval(0.75, 0.75))
    #expect(Estimate(exact: 0).ratioInterval(to: b) == Interval(0, 0))
    #expect(Estimate(exact: -3).ratioInterval(to: b) == Interval(-0.75, -0.75))
  }

  @Test(
    "A reference that may be zero, or is below it, has no ratio",
    arguments: [(2, 2), (2, 3), (0, 0), (-5, 1)])
  func noRatio(value: Double, margin: Double) throws {
    #expect(try estimate(10, 1).ratioInterval(to: estimate(value, margin)) == nil)
  }

  @Test("A ratio lies in its interval, whatever the shapes of the two intervals")
  func contained() {
    let values = [-4, -0.5, 0, 0.01, 0.4, 3] as [Double]
    let sides = [0, 0.02, 0.3, 5] as [Double]
    for value in values {
      for reference in [0.05, 0.6, 9] as [Double] {
        for (below, above) in sides.flatMap({ side in sides.map { (side, $0) } }) {
          let subject = Estimate(value, within: Interval(value - below, value + above))
          let other = Estimate(reference, within: Interval(reference * 0.2, reference + below))
          let interval = subject.ratioInterval(to: other)
          #expect(interval?.contains(value / reference) == true || isNear(interval, value / reference))
        }
      }
    }
  }

  private func isNear(_ interval: Interval?, _ value: Double) -> Bool {
    guard let interval else { return false }
    return interval.low - value < 1e-12 && value - interval.high < 1e-12
  }

  private func estimate(_ value: Double, _ margin: Double) throws -> Estimate {
    try #require(Estimate(value, margin: margin, at: level, brought: level))
  }
}
