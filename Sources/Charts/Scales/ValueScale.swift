import DrawList
import Foundation

/// Places numbers along a length, in proportion, or in proportion to their logarithms.
struct ValueScale {
  let low: Double
  let high: Double
  let start: Points
  let end: Points
  let isLogarithmic: Bool

  /// - Parameters:
  ///   - domain: the numbers to hold.
  ///   - start: where the lowest goes.
  ///   - end: where the highest goes; below `start` for a scale that rises on the page or is turned round.
  init(_ domain: ClosedRange<Double>, from start: Points, to end: Points, isLogarithmic: Bool = false) {
    low = domain.lowerBound
    high = domain.upperBound
    self.start = start
    self.end = end
    self.isLogarithmic = isLogarithmic && domain.lowerBound > 0
  }

  /// The place of a number; one beyond the domain is at its edge.
  func position(of value: Double) -> Points {
    guard high > low else { return start }
    let value = min(max(value, low), high)
    let share = isLogarithmic ? log(value / low) / log(high / low) : (value - low) / (high - low)
    return start + share * (end - start)
  }

  /// Where bars start: at zero, or at the scale's start where it leaves zero out.
  var zero: Points { position(of: 0) }

  func holds(_ value: Double) -> Bool { value >= low && value <= high }

  /// Round numbers along the scale, as many as have room.
  ///
  /// - Parameter spacing: the least distance between two.
  func ticks(spacing: Points) -> [Double] {
    guard high > low else { return [low] }
    if isLogarithmic { return logarithmicTicks(spacing: spacing) }
    let count = max(2, Int(abs(end - start) / spacing) + 1)
    // The best few may lie but for one beyond the ends.
    for count in min(count, 8)...8 {
      let inside = ExtendedTicks.along(low...high, count: count).filter(holds)
      if inside.count > 1 { return inside }
    }
    return [low, high]
  }

  /// Powers of ten, with two and five times each where these have room; each second, third … power where not all have.
  private func logarithmicTicks(spacing: Points) -> [Double] {
    let exponents = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    let decade = abs(end - start) / max(log10(high / low), 0.01)
    if exponents.count <= 3 || decade >= 4 * spacing {
      // From 2 to 5 is the widest of the three steps, from 1 to 2 the narrowest: 0.3 of a decade.
      let factors: [Double] = 0.3 * decade >= spacing ? [1, 2, 5] : 0.47 * decade >= spacing ? [1, 3] : [1]
      let ticks = exponents.flatMap { exponent in factors.map { $0 * pow(10, Double(exponent)) } }.filter(
        holds)
      if ticks.count > 1 { return ticks }
    }
    let step = max(1, Int((spacing / decade).rounded(.up)))
    let powers = exponents.filter { $0 % step == 0 }.map { pow(10, Double($0)) }.filter(holds)
    return powers.count > 1 ? powers : [low, high]
  }

  /// The smallest range of round numbers around one, for scales whose ends are ticks.
  static func rounded(_ range: ClosedRange<Double>, count: Int) -> ClosedRange<Double> {
    guard range.upperBound > range.lowerBound else { return range }
    let ticks = ExtendedTicks.along(range, count: count)
    guard ticks.count > 1 else { return range }
    let step = ticks[1] - ticks[0]
    // A bound that is a tick but for what arithmetic leaves stays where it is.
    let low = (range.lowerBound / step + 1e-9).rounded(.down) * step
    let high = (range.upperBound / step - 1e-9).rounded(.up) * step
    return min(low, range.lowerBound)...max(high, range.upperBound)
  }
}
