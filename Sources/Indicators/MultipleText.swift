import Model
import Spec

/// A ratio that a reader can picture: “quatre fois plus”, “deux fois moins”; “four times as much”, “half as many”.
struct MultipleText {
  let numbers: NumberText
  let unit: UnitOfMeasure

  /// From one and a half on, or one and a half below; `nil` for a ratio nearer to one, or not above zero.
  func text(_ ratio: Double) -> String? {
    let inverse = ratio > 0 ? 1 / ratio : 0
    switch numbers.language {
    case .french:
      if ratio >= Self.pictured { return "\(times(ratio)) fois plus" }
      return inverse >= Self.pictured ? "\(times(inverse)) fois moins" : nil
    case .english:
      if ratio >= Self.pictured { return englishTimes(ratio) + " as " + much }
      return inverse >= Self.pictured ? fraction(inverse).map { $0 + " as " + much } : nil
    }
  }

  private static let pictured = 1.45

  /// “quatre”, “1,5”, “20”: whole numbers from ten on, one decimal below where it is not zero.
  private func times(_ ratio: Double) -> String {
    if ratio >= 9.95 { return numbers.text(ratio, decimals: 0) }
    let rounded = DecimalText(ratio, decimals: 1)
    guard rounded.fraction == "0" else { return numbers.text(ratio, decimals: 1) }
    return numbers.words(rounded.magnitude) ?? numbers.text(ratio, decimals: 0)
  }

  private func englishTimes(_ ratio: Double) -> String {
    DecimalText(ratio, decimals: 1).magnitude == 2 ? "twice" : "\(times(ratio)) times"
  }

  /// English has no “two times less”: simple fractions have names, others none.
  private func fraction(_ inverse: Double) -> String? {
    switch DecimalText(inverse, decimals: 1).magnitude {
    case 2: "half"
    case 3: "a third"
    case 4: "a quarter"
    case 5: "a fifth"
    case 10: "a tenth"
    default: nil
    }
  }

  /// Things are many, money is much, rates and ages are high.
  private var much: String {
    switch unit {
    case .count: "many"
    case .euros: "much"
    case .percent, .perThousand, .ratio, .years, .index, .points: "high"
    }
  }
}
