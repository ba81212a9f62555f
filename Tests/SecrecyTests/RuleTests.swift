import Secrecy
import Testing

@Suite("Secrecy rules")
struct RuleTests {
  private let protection = Protection(fraction: 0.1, absolute: 1)

  @Test(
    "A count below the minimum is secret, zero only if the rule says so",
    arguments: [
      (10.0, false, PrimaryReason.fewUnits), (11, false, nil), (0, false, nil), (0, true, .fewUnits),
      (0.4, false, .fewUnits),
    ])
  func units(value: Double, hidesZeros: Bool, expected: PrimaryReason?) {
    let rule = SecrecyRule(minimumUnits: 11, hidesZeros: hidesZeros, protection: protection)
    #expect(primaryReason(for: TableCell(id: "a", value: value, units: value), under: rule) == expected)
  }

  @Test(
    "Contributors are counted, and the largest weighed",
    arguments: [
      (2, [0.5, 0.5], PrimaryReason.fewContributors), (3, [0.86, 0.1], .dominated), (3, [0.85, 0.1], nil),
      (3, [], .unknown),
    ])
  func contributors(count: Int, shares: [Double], expected: PrimaryReason?) {
    let rule = SecrecyRule(
      minimumContributors: 3, dominance: Dominance(count: 1, fraction: 0.85), protection: protection)
    let cell = TableCell(id: "a", value: 900, contributors: count, largestShares: shares)
    #expect(primaryReason(for: cell, under: rule) == expected)
  }

  @Test("The two largest may make up too much together")
  func twoLargest() {
    let rule = SecrecyRule(dominance: Dominance(count: 2, fraction: 0.8), protection: protection)
    func reason(_ shares: [Double]) -> PrimaryReason? {
      primaryReason(for: TableCell(id: "a", value: 9, contributors: 5, largestShares: shares), under: rule)
    }
    #expect(reason([0.5, 0.31]) == .dominated)
    #expect(reason([0.5, 0.3]) == nil)
    #expect(reason([0.9]) == .dominated)
    #expect(reason([0.5]) == .unknown)
  }

  @Test("The second contributor must not come within p percent of the largest")
  func closeness() {
    let rule = SecrecyRule(closeness: 0.15, protection: protection)
    func reason(_ shares: [Double]) -> PrimaryReason? {
      primaryReason(for: TableCell(id: "a", value: 9, largestShares: shares), under: rule)
    }
    // The others are 0.1, 15 % of 0.6 is 0.09.
    #expect(reason([0.6, 0.3]) == nil)
    // 0.08 is less than 15 % of 0.6.
    #expect(reason([0.6, 0.32]) == .closeEstimate)
    #expect(reason([0.6]) == .unknown)
  }

  @Test("What a rule asks for and is not known counts against a cell")
  func unknown() {
    let cell = TableCell(id: "a", value: 900)
    let persons = SecrecyRule(minimumUnits: 11, protection: protection)
    let enterprises = SecrecyRule(minimumContributors: 3, protection: protection)
    #expect(primaryReason(for: cell, under: persons) == .unknown)
    #expect(primaryReason(for: cell, under: enterprises) == .unknown)
  }

  @Test(
    "A rate is hidden with either of its counts",
    arguments: [
      (30.0, false, 200.0, false, false), (30, true, 200, false, true), (30, false, 200, true, true),
      (10, false, 200, false, true), (3, false, 10, false, true), (0, false, 200, false, false),
      (nil, false, 200, false, true),
    ] as [(Double?, Bool, Double?, Bool, Bool)])
  func rates(
    numerator: Double?, hidesNumerator: Bool, denominator: Double?, hidesDenominator: Bool, expected: Bool
  ) {
    let rule = SecrecyRule(minimumUnits: 11, protection: protection)
    let isHidden = isRateHidden(
      numerator: RateCount(units: numerator, isHidden: hidesNumerator),
      denominator: RateCount(units: denominator, isHidden: hidesDenominator), under: rule)
    #expect(isHidden == expected)
  }
}
