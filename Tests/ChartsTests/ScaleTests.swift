import TestSupport
import Testing

@testable import Charts

@Suite("Scales")
struct ScaleTests {
  @Test(
    "Ticks are round numbers that cover their range",
    arguments: [
      (0.0...100.0, 5, [0.0, 25, 50, 75, 100]),
      (0...81, 5, [0, 20, 40, 60, 80]),
      (0...7, 4, [0, 2.5, 5, 7.5]),
      (-320...340, 5, [-400, -200, 0, 200, 400]),
      (0...0.3, 4, [0, 0.1, 0.2, 0.3]),
      (2000...2025, 6, [2000, 2005, 2010, 2015, 2020, 2025]),
    ])
  func ticks(range: ClosedRange<Double>, count: Int, expected: [Double]) {
    let ticks = ExtendedTicks.along(range, count: count)
    #expect(ticks.count == expected.count, "\(ticks)")
    for (tick, wanted) in zip(ticks, expected) { #expect(abs(tick - wanted) < 1e-9, "\(ticks)") }
  }

  @Test("Ticks of any range are equally far apart, increasing and few", arguments: 0..<200)
  func anyTicks(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let low = Double(generator.next(in: -100_000...100_000)) / Double(generator.pick([1, 7, 100, 3000]))
    let high = low + Double(generator.next(in: 1...100_000)) / Double(generator.pick([1, 9, 100, 10000]))
    let ticks = ExtendedTicks.along(low...high, count: generator.next(in: 2...9))
    let steps = zip(ticks, ticks.dropFirst()).map { $1 - $0 }
    #expect((2...20).contains(ticks.count))
    #expect(steps.allSatisfy { $0 > 0 && abs($0 - steps[0]) < steps[0] * 1e-6 })
  }

  @Test(
    "Numbers of an axis have as many decimals as one of them needs",
    arguments: [
      ([0.0, 0.5, 1], ["0,0", "0,5", "1,0"]), ([0, 2500, 5000], ["0", "2\u{202F}500", "5\u{202F}000"]),
      ([-0.25, 0, 0.25], ["−0,25", "0,00", "0,25"]),
    ])
  func numbers(values: [Double], texts: [String]) { #expect(AxisNumbers().texts(values) == texts) }

  @Test("A logarithmic scale has powers of ten at equal distances")
  func logarithmic() {
    let scale = ValueScale(1...1000, from: 0, to: 300, isLogarithmic: true)
    #expect(scale.ticks(spacing: 50).contains(100))
    #expect(abs(scale.position(of: 10) - 100) < 1e-9)
    #expect(abs(scale.position(of: 100) - 200) < 1e-9)
  }

  @Test("A range is widened to its ticks, and one that ends on ticks stays")
  func rounded() {
    #expect(ValueScale.rounded(0...92, count: 5) == 0...100)
    #expect(ValueScale.rounded(0...100, count: 5) == 0...100)
  }

  @Test("Labels that would touch are moved apart, as little as can be, in their order")
  func labelsMoved() {
    #expect(spread([10, 50], size: 10, in: 0...100) == [10, 50])
    #expect(spread([50, 50], size: 10, in: 0...100) == [45, 55])
    #expect(spread([50, 50], sizes: [30, 10], in: 0...100) == [40, 60])
    #expect(spread([50, 95], sizes: [10, 30], in: 0...100) == [50, 85])
    #expect(spread([52, 50, 48], size: 10, in: 0...100) == [60, 50, 40])
    #expect(spread([99, 100], size: 10, in: 0...100) == [85, 95])
  }
}
