import Foundation
import Testing

@testable import Indicators

private func text(_ number: Double, _ decimals: Int) -> String {
  let text = DecimalText(number, decimals: decimals)
  return (text.isNegative ? "-" : "") + text.whole + (text.fraction.isEmpty ? "" : "." + text.fraction)
}

@Test(
  "Halves round away from zero, on the number that a person would write",
  arguments: [
    (2.5, 0, "3"), (-2.5, 0, "-3"), (3.5, 0, "4"), (0.5, 0, "1"), (-0.5, 0, "-1"), (1.5, 0, "2"),
    (2.675, 2, "2.68"), (1.005, 2, "1.01"), (1.15, 1, "1.2"), (0.15, 1, "0.2"), (0.25, 1, "0.3"),
    (0.05, 1, "0.1"), (0.049, 1, "0.0"), (999.95, 1, "1000.0"), (9.5, 0, "10"), (99.5, 0, "100"),
    (0.95, 1, "1.0"), (0.995, 2, "1.00"), (1.4999999, 0, "1"), (2.4, 0, "2"), (-0.04, 1, "0.0"),
    (-0.05, 1, "-0.1"), (-0.0, 2, "0.00"), (0, 0, "0"), (0, 3, "0.000"), (12, 2, "12.00"), (0.001, 1, "0.0"),
    (0.4, 0, "0"), (0.04, 0, "0"), (-0.4, 0, "0"),
    (1e21, 0, "1000000000000000000000"), (1e-7, 7, "0.0000001"), (1e-7, 1, "0.0"), (6e-7, 6, "0.000001"),
    (1.5e300, 0, "15" + String(repeating: "0", count: 299)), (123_456_789_012_345, 0, "123456789012345"),
    (1234.5678, 3, "1234.568"), (5e-324, 2, "0.00"),
  ])
func rounding(number: Double, decimals: Int, expected: String) {
  #expect(text(number, decimals) == expected)
}

@Test(
  "What arithmetic leaves behind the fifteenth digit does not count",
  arguments: [
    (2.05 - 0.90, 1, "1.2"),  // held as 1.1499999999999999
    (0.1 + 0.2, 1, "0.3"), (0.1 + 0.2, 15, "0.300000000000000"), (1.1 * 3, 2, "3.30"), (4.35 * 100, 0, "435"),
    (1.15 + 2.30, 1, "3.5"), (100 - 89.95, 1, "10.1"),
  ])
func noise(number: Double, decimals: Int, expected: String) {
  #expect(text(number, decimals) == expected)
}

@Test(
  "A number tells how many decimals it needs",
  arguments: [
    (0, 0), (12, 0), (1200, 0), (12.5, 1), (0.125, 3), (2.05 - 0.90, 2), (0.1 + 0.2, 1), (1e-7, 7), (1e21, 0),
    (-12.5, 1),
  ])
func decimals(number: Double, expected: Int) {
  #expect(DecimalText.decimals(of: number) == expected)
}

@Test(
  "The number that is written can be had back",
  arguments: [(-2.675, 2, 2.68), (1999.5, 0, 2000), (0.04, 1, 0)])
func magnitude(number: Double, decimals: Int, expected: Double) {
  #expect(DecimalText(number, decimals: decimals).magnitude == expected)
}

/// Knuth's linear congruential generator for 64 bits (MMIX): the same numbers on every run.
private struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

@Test("Ten thousand numbers round as Foundation's decimals do")
func secondWay() throws {
  var generator = Generator(seed: 2026)
  for _ in 0..<10_000 {
    // At most 13 digits, as typed; many end in 5, where rounding is decided.
    let whole = generator.next(below: [10, 1000, 10_000_000][generator.next(below: 3)])
    let places = generator.next(below: 7)
    let fraction = (0..<places).map { index in
      index == places - 1 && generator.next(below: 2) == 0 ? "5" : String(generator.next(below: 10))
    }
    let typed =
      "\(generator.next(below: 2) == 0 ? "-" : "")\(whole)" + (places > 0 ? "." + fraction.joined() : "")
    let decimals = generator.next(below: 5)

    var exact = try #require(Decimal(string: typed, locale: Locale(identifier: "en_US_POSIX")))
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, decimals, .plain)  // halves away from zero
    let number = try #require(Double(typed))
    let printed = try #require(
      Decimal(string: text(number, decimals), locale: Locale(identifier: "en_US_POSIX")))
    #expect(printed == rounded, "\(typed) with \(decimals) decimals")
    #expect(DecimalText(number, decimals: decimals).fraction.count == decimals)
  }
}
