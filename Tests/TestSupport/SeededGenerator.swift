/// Knuth's linear congruential generator for 64 bits (MMIX): the same choices on every run.
package struct SeededGenerator {
  private var state: UInt64

  package init(seed: Int) { state = UInt64(seed) &* 2_654_435_761 }

  /// - Precondition: `bound` is above 0.
  package mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  package mutating func next(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + next(below: range.count)
  }

  package mutating func isTrue(onceIn count: Int) -> Bool { next(below: count) == 0 }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(below: elements.count)]
  }
}
