import Statistics
import Testing

@Suite("Intervals of shares")
struct ProportionTests {
  private let level: ConfidenceLevel

  init() throws { level = try #require(ConfidenceLevel(0.95)) }

  @Test(
    "Wilson's interval is that of Newcombe's table",
    arguments: [
      // Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17 (1998),
      // table I, method 3.
      (81.0, 263.0, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
  func wilson(count: Double, size: Double, low: Double, high: Double) throws {
    let interval = try proportion(count, size).interval(at: level)
    #expect(isPrinted(interval, low, high, decimals: 4))
  }

  @Test(
    "The interval of a gap is that of Newcombe's table",
    arguments: [
      // Newcombe, “Interval estimation for the difference between independent proportions”, Statistics in
      // Medicine 17 (1998), table II, method 10.
      (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
      (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775),
      (0, 10, 0, 10, -0.2775, 0.2775), (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
    ])
  func gap(
    count: Double, size: Double, referenceCount: Double, referenceSize: Double, low: Double, high: Double
  ) throws {
    let interval = try proportion(count, size).gapInterval(
      from: proportion(referenceCount, referenceSize), at: level)
    #expect(isPrinted(interval, low, high, decimals: 4))
  }

  @Test("The interval of a ratio is that of Koopman's example")
  func ratio() throws {
    // Koopman (1984): 36 of 40 against 16 of 80.
    let interval = try #require(try proportion(36, 40).ratioInterval(to: proportion(16, 80), at: level))
    #expect(isPrinted(interval, 2.94, 7.15, decimals: 2))
  }

  @Test("A ratio turned over has the interval turned over")
  func inverse() throws {
    for (a, n, b, m) in [(3.0, 20.0, 9.0, 31.5), (1, 4, 4, 4), (80, 81, 2, 300)] {
      let interval = try #require(try proportion(a, n).ratioInterval(to: proportion(b, m), at: level))
      let inverse = try #require(try proportion(b, m).ratioInterval(to: proportion(a, n), at: level))
      #expect(abs(interval.low * inverse.high - 1) < 1e-12)
      #expect(abs(interval.high * inverse.low - 1) < 1e-12)
    }
  }

  @Test("Of a share of 0 or 1, one end is the share and the other is not")
  func extremes() throws {
    for size in [0.5, 1, 1.7, 20, 1e9] {
      let none = try proportion(0, size).interval(at: level)
      let all = try proportion(size, size).interval(at: level)
      #expect(none.low == 0 && none.high > 0)
      #expect(all.high == 1 && all.low < 1)
      #expect(abs(none.high - (1 - all.low)) < 1e-12)
    }
  }

  @Test("One answer bears out little")
  func oneAnswer() throws {
    // Wilson with n = 1: z²/(1 + z²) = 3.8415/4.8415.
    #expect(isPrinted(try proportion(0, 1).interval(at: level), 0, 0.7935, decimals: 4))
    #expect(try !proportion(1, 1).gapInterval(from: proportion(0, 1), at: level).excludesZero == true)
  }

  @Test("Ratios without a bound say so")
  func unbounded() throws {
    #expect(try proportion(5, 10).ratioInterval(to: proportion(0, 10), at: level)?.high == .infinity)
    #expect(try proportion(0, 10).ratioInterval(to: proportion(5, 10), at: level)?.low == 0)
    #expect(try proportion(0, 10).ratioInterval(to: proportion(0, 10), at: level) == nil)
  }

  @Test("A design effect of two halves the sample")
  func designEffect() throws {
    let effect = try #require(Proportion(share: 0.3, sampleSize: 900, designEffect: 2))
    let halved = try #require(Proportion(share: 0.3, sampleSize: 450))
    #expect(effect == halved)
    #expect(effect.effectiveSize == 450)
  }

  @Test(
    "What is no sample has no interval",
    arguments: [
      (share: 0.5, size: 0.0, effect: 1.0), (0.5, -3, 1), (0.5, .nan, 1), (0.5, .infinity, 1), (0.5, 10, 0),
      (0.5, 10, -1), (1.01, 10, 1), (-0.01, 10, 1), (.nan, 10, 1),
    ])
  func impossible(share: Double, size: Double, effect: Double) {
    #expect(Proportion(share: share, sampleSize: size, designEffect: effect) == nil)
  }

  @Test("A level lies between 0 and 1", arguments: [0, 1, -0.5, 1.5, 95, .nan])
  func impossibleLevel(probability: Double) {
    #expect(ConfidenceLevel(probability) == nil)
  }

  @Test("The founding study's gap of four points is significant for large samples only")
  func significance() throws {
    // 87 % against 91 %.
    for (size, isSignificant) in [(100.0, false), (7500, true)] {
      let subject = try #require(Proportion(share: 0.87, sampleSize: size))
      let reference = try #require(Proportion(share: 0.91, sampleSize: size))
      #expect(subject.gapInterval(from: reference, at: level).excludesZero == isSignificant)
      let ratio = try #require(subject.ratioInterval(to: reference, at: level))
      #expect(ratio.excludesOne == isSignificant)
      #expect(ratio.relativeChange.excludesZero == isSignificant)
    }
  }

  private func proportion(_ count: Double, _ size: Double) throws -> Proportion {
    try #require(Proportion(share: count / size, sampleSize: size))
  }
}

/// Whether an interval rounds to one in print.
func isPrinted(_ interval: Interval, _ low: Double, _ high: Double, decimals: Int) -> Bool {
  let half = 0.5 * (0..<decimals).reduce(1.0) { size, _ in size / 10 } * 1.000001
  return abs(interval.low - low) <= half && abs(interval.high - high) <= half
}
