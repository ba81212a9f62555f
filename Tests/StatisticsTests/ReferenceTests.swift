import Foundation
import Statistics
import TestSupport
import Testing

/// What SciPy and statsmodels gave for a case, written by `reference.py`.
private struct ReferenceCase: Decodable {
  let measure: String
  let inputs: [Double]
  /// `null` where there is no bound.
  let expected: [Double?]
}

private struct Reference: Decodable {
  let versions: [String: String]
  let cases: [ReferenceCase]
}

@Suite("Beside SciPy and statsmodels")
struct ReferenceTests {
  private let reference: Reference

  init() throws {
    let file = PackageFiles.root.appending(path: "Tests/StatisticsTests/reference.json")
    reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }

  /// The largest difference allowed, and how many cases there are.
  @Test(
    "Results agree",
    arguments: [
      ("normal quantile", 1e-14, 14), ("normal distribution", 1e-12, 10), ("proportion", 1e-14, 40),
      ("gap of proportions", 1e-14, 56), ("gap of estimates", 1e-14, 16),
      // Both sides look for a root.
      ("ratio of proportions", 1e-10, 52), ("ratio of estimates", 1e-10, 16),
      ("quantile", 1e-15, 7), ("rank from lowest", 0, 10), ("weighted mean", 1e-15, 1),
    ])
  func results(measure: String, tolerance: Double, count: Int) throws {
    let cases = reference.cases.filter { $0.measure == measure }
    #expect(cases.count == count)
    var largest = 0.0
    for one in cases {
      let found = try #require(try results(of: measure, one.inputs), "\(one.inputs)")
      #expect(found.count == one.expected.count)
      for (value, expected) in zip(found, one.expected) {
        let difference =
          expected.map { abs(value - $0) / max(scale(of: measure), abs($0)) }
          ?? (value == .infinity ? 0 : .infinity)
        #expect(difference <= tolerance, "\(one.inputs): \(value), not \(expected ?? .infinity)")
        largest = max(largest, difference)
      }
    }
    let versions = reference.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("\(measure): \(count) cases, largest difference \(largest) (\(versions.joined(separator: ", ")))")
  }

  @Test("Every case is compared")
  func complete() {
    #expect(reference.cases.count == 222)
  }

  private func results(of measure: String, _ x: [Double]) throws -> [Double]? {
    switch measure {
    case "normal quantile": standardNormalQuantile(x[0]).map { [$0] }
    case "normal distribution": [standardNormalDistribution(x[0])]
    case "proportion": ends(try proportion(x[0], x[1]).interval(at: level(x[2])))
    case "gap of proportions":
      ends(try proportion(x[0], x[1]).gapInterval(from: proportion(x[2], x[3]), at: level(x[4])))
    case "ratio of proportions":
      ends(try proportion(x[0], x[1]).ratioInterval(to: proportion(x[2], x[3]), at: level(x[4])))
    case "gap of estimates":
      ends(try estimate(x[0], x[1], x[4]).gapInterval(from: estimate(x[2], x[3], x[4])))
    case "ratio of estimates":
      ends(try estimate(x[0], x[1], x[4]).ratioInterval(to: estimate(x[2], x[3], x[4])))
    case "quantile": Distribution(Array(x[1...])).map { [$0.quantile(x[0])] }
    case "rank from lowest":
      Distribution(Array(x[1...])).map { [Double($0.rank(of: x[0], from: .lowest).position)] }
    case "weighted mean":
      weightedMean(x.enumerated().map { (value: $0.element, weight: Double($0.offset + 1)) }).map { [$0] }
    default: nil
    }
  }

  /// Below which a value's difference is absolute; the tails of a distribution are compared relatively.
  private func scale(of measure: String) -> Double { measure == "normal distribution" ? 1e-300 : 1 }

  private func ends(_ interval: Interval?) -> [Double]? { interval.map { [$0.low, $0.high] } }

  private func level(_ probability: Double) throws -> ConfidenceLevel {
    try #require(ConfidenceLevel(probability))
  }

  private func proportion(_ count: Double, _ size: Double) throws -> Proportion {
    try #require(Proportion(share: count / size, sampleSize: size))
  }

  private func estimate(_ value: Double, _ error: Double, _ probability: Double) throws -> Estimate {
    // Published at another level, so that the change of level is compared too.
    let published = try level(0.9)
    return try #require(
      Estimate(
        value, margin: error * 1.6448536269514722, at: published, brought: level(probability)))
  }
}
