import Foundation

/// Round numbers along a range, as people would choose them for an axis.
///
/// Of all sequences of round steps the one is taken that scores best in four things together: round steps, and zero
/// among them; covering the range without much beyond it; being about as many as wanted; and being legible, which
/// here is only asked as a number of ticks.
///
/// - **Source**: Talbot, Lin, Hanrahan, “An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes”,
///   IEEE TVCG 16(6), 2010, with its weights (0.2, 0.25, 0.5, 0.05).
struct ExtendedTicks {
  private let low: Double
  private let high: Double
  private let wanted: Double

  private static let roundSteps: [Double] = [1, 5, 2, 2.5, 4, 3]
  private static let weights = (simplicity: 0.2, coverage: 0.25, density: 0.5, legibility: 0.05)

  private struct Sequence {
    let first: Double
    let last: Double
    let step: Double
    let score: Double
  }

  /// The ticks from the lowest to the highest; where the range is empty, its only number.
  ///
  /// - Parameter count: how many are wanted, about; two at least.
  static func along(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    guard range.upperBound - range.lowerBound > 0 else { return [range.lowerBound] }
    let search = ExtendedTicks(low: range.lowerBound, high: range.upperBound, wanted: Double(max(2, count)))
    guard let best = search.best() else { return [range.lowerBound, range.upperBound] }
    let steps = Int(((best.last - best.first) / best.step).rounded())
    return (0...steps).map { index in
      let value = best.first + Double(index) * best.step
      return abs(value) < best.step * 1e-9 ? 0 : value
    }
  }

  private func best() -> Sequence? {
    var best: Sequence?
    var skip = 1.0
    while skip < 20 {
      for (index, round) in Self.roundSteps.enumerated() {
        if worseThan(best, simplicity: mostSimplicity(index, skip), coverage: 1, density: 1) { return best }
        searchCounts(index, round, skip, &best)
      }
      skip += 1
    }
    return best
  }

  private func searchCounts(_ index: Int, _ round: Double, _ skip: Double, _ best: inout Sequence?) {
    var count = 2.0
    while count < 60 {
      let density = mostDensity(count)
      if worseThan(best, simplicity: mostSimplicity(index, skip), coverage: 1, density: density) { return }
      var exponent = (log10((high - low) / (count + 1) / skip / round)).rounded(.up)
      for _ in 0..<12 {
        let step = skip * round * pow(10, exponent)
        let coverage = mostCoverage(step * (count - 1))
        if worseThan(best, simplicity: mostSimplicity(index, skip), coverage: coverage, density: density) {
          break
        }
        searchStarts(index, skip, step: step, count: count, &best)
        exponent += 1
      }
      count += 1
    }
  }

  private func searchStarts(
    _ index: Int, _ skip: Double, step: Double, count: Double, _ best: inout Sequence?
  ) {
    let span = step * (count - 1)
    let unit = step / skip
    var start = (high / step).rounded(.down) * skip - (count - 1) * skip
    let lastStart = (low / step).rounded(.up) * skip
    guard lastStart - start < 1000 else { return }
    while start <= lastStart {
      let first = start * unit
      let score = total(
        simplicity: simplicity(index, skip, first: first, last: first + span, step: step),
        coverage: coverage(first, first + span), density: density(count, first, first + span))
      if score > best?.score ?? -.infinity {
        best = Sequence(first: first, last: first + span, step: step, score: score)
      }
      start += 1
    }
  }

  private func worseThan(_ best: Sequence?, simplicity: Double, coverage: Double, density: Double) -> Bool {
    guard let best else { return false }
    return total(simplicity: simplicity, coverage: coverage, density: density) < best.score
  }

  private func total(simplicity: Double, coverage: Double, density: Double) -> Double {
    let weights = Self.weights
    return weights.simplicity * simplicity + weights.coverage * coverage + weights.density * density
      + weights.legibility
  }

  private func mostSimplicity(_ index: Int, _ skip: Double) -> Double {
    2 - Double(index) / Double(Self.roundSteps.count - 1) - skip
  }

  private func simplicity(_ index: Int, _ skip: Double, first: Double, last: Double, step: Double) -> Double {
    let offset = first - (first / step).rounded(.down) * step
    let hasZero = min(offset, step - offset) < 1e-10 * step && first <= 0 && last >= 0
    return mostSimplicity(index, skip) - 1 + (hasZero ? 1 : 0)
  }

  private func coverage(_ first: Double, _ last: Double) -> Double {
    let range = 0.1 * (high - low)
    return 1 - 0.5 * ((high - last) * (high - last) + (low - first) * (low - first)) / (range * range)
  }

  private func mostCoverage(_ span: Double) -> Double {
    let range = high - low
    guard span > range else { return 1 }
    let half = (span - range) / 2
    return 1 - half * half / (0.01 * range * range)
  }

  private func density(_ count: Double, _ first: Double, _ last: Double) -> Double {
    let density = (count - 1) / (last - first)
    let ideal = (wanted - 1) / (max(last, high) - min(first, low))
    return 2 - max(density / ideal, ideal / density)
  }

  private func mostDensity(_ count: Double) -> Double {
    count >= wanted ? 2 - (count - 1) / (wanted - 1) : 1
  }
}
