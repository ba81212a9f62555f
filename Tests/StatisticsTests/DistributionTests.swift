import Statistics
import Testing

@Suite("Distributions")
struct DistributionTests {
  private let scores: Distribution

  init() throws { scores = try #require(Distribution([30, 10, 20, 20, 40])) }

  @Test("Median and quartiles are interpolated")
  func quantiles() throws {
    #expect(scores.median == 20)
    #expect(scores.quantile(0.75) == 30)
    // Position 0.25 × 3 = 0.75 of the way from 1 to 2, then 2 + 0.25 × 2.
    let even = try #require(Distribution([4, 2, 1, 8]))
    #expect(even.quantile(0.25) == 1.75)
    #expect(even.median == 3)
    #expect(even.quantile(0.75) == 5)
    #expect((even.lowest, even.highest) == (1, 8))
  }

  @Test(
    "Equal values share a rank, and the next is left out",
    arguments: [
      (40.0, 1, 5, 1), (30, 2, 4, 1), (20, 3, 2, 2), (10, 5, 1, 1), (25, 3, 4, 0), (99, 1, 6, 0),
    ])
  func rank(value: Double, fromHighest: Int, fromLowest: Int, ties: Int) {
    #expect(scores.rank(of: value, from: .highest) == rank(fromHighest, ties))
    #expect(scores.rank(of: value, from: .lowest) == rank(fromLowest, ties))
  }

  @Test("Values that differ in the last bits are equal")
  func almostEqual() throws {
    let values = try #require(Distribution([0.3, 0.1 + 0.2, 0.1]))
    #expect(values.rank(of: 0.3, from: .highest).position == 1)
    #expect(values.rank(of: 0.3, from: .highest).ties == 2)
    #expect(values.quarter(of: 0.1 + 0.2) == values.quarter(of: 0.3))
  }

  @Test(
    "A value at a quartile stands below it", arguments: [(10.0, 1), (20, 1), (20.5, 3), (30, 3), (31, 4)])
  func quarter(value: Double, expected: Int) {
    // Quartiles are 20, 20 and 30.
    #expect(scores.quarter(of: value) == expected)
  }

  @Test("One value is its own median, first and last")
  func one() throws {
    let one = try #require(Distribution([7]))
    #expect(one.quantile(0.25) == 7)
    #expect(one.rank(of: 7, from: .lowest).position == 1)
    #expect(one.quarter(of: 7) == 1)
  }

  @Test("Nothing has no distribution and no mean")
  func empty() {
    #expect(Distribution([]) == nil)
    #expect(weightedMean([]) == nil)
    #expect(weightedMean([(value: 3, weight: 0)]) == nil)
  }

  @Test("Weights count")
  func weights() {
    #expect(weightedMean([(value: 10, weight: 3), (value: 20, weight: 1)]) == 12.5)
    #expect(weightedMean([(value: 10, weight: 1), (value: 99, weight: 0)]) == 10)
  }

  private func rank(_ position: Int, _ ties: Int) -> Rank {
    Rank(position: position, ties: ties, count: 5)
  }
}
