import Model
import Spec

/// How differences of one indicator are printed.
struct DifferenceText {
  let values: ValueText
  let measure: Measure

  init(values: ValueText, measure: Measure) {
    self.values = values
    // “4 % less” would be a relative change: percentages, and indices, differ by points.
    self.measure = measure == .difference && values.unit.differsByPoints ? .points : measure
  }

  private var numbers: NumberText { values.numbers }

  /// For a table's cell, whose column says the unit: “−4”, “1,3”.
  func cell(_ difference: Double) -> String {
    switch measure {
    case .points, .difference: values.signed(difference)
    case .ratio: numbers.text(difference, decimals: ratioDecimals(difference))
    case .relative: numbers.text(difference * 100, decimals: 1, signed: true)
    case .index, .share: numbers.text(difference, decimals: 1)
    }
  }

  /// A ratio shows two digits that count, and three about one, where it matters on which side it is.
  private func ratioDecimals(_ ratio: Double) -> Int {
    switch abs(ratio) {
    case 10...: 0
    case 1.1...: 1
    case 0.1...: 2
    case 0.01...: 3
    default: ratio == 0 ? 0 : 4
    }
  }

  /// For large print and sentences: “−4 points”, “+12 %”.
  func text(_ difference: Double) -> String {
    switch measure {
    case .points: cell(difference) + "\u{A0}" + points(printed(difference))
    case .difference: sign(difference) + magnitude(difference)
    case .ratio: cell(difference)
    case .relative: cell(difference) + percentSign
    case .index: cell(difference)
    case .share: cell(difference) + percentSign
    }
  }

  /// Its size without a sign: “4 points”, “12 %”.
  func magnitude(_ difference: Double) -> String {
    switch measure {
    case .points: values.number(abs(difference)) + "\u{A0}" + points(printed(difference))
    case .difference: values.full(abs(difference))
    case .relative: numbers.text(abs(difference) * 100, decimals: 1) + percentSign
    case .ratio, .index: cell(difference)
    case .share: text(difference)
    }
  }

  /// Two ends of a range, the unit said once: “entre −6 et −2 points”.
  func range(_ low: Double, _ high: Double) -> String {
    let wording = Wording(language: numbers.language)
    switch measure {
    case .points:
      let unit = "\u{A0}" + points(max(printed(low), printed(high)))
      return wording.between(cell(low), cell(high) + unit)
    case .difference: return values.range(low, high, signed: true)
    case .ratio, .index: return wording.between(cell(low), cell(high))
    // A percent sign is part of its number.
    case .relative, .share: return wording.between(text(low), text(high))
    }
  }

  /// The size of a difference as its reader sees it, which decides plurals and “no difference”.
  ///
  /// Of measures that divide, how far they are from “no difference”.
  func printed(_ difference: Double) -> Double {
    switch measure {
    case .points, .difference: values.printed(difference)
    case .relative: DecimalText(difference * 100, decimals: 1).magnitude
    case .ratio: DecimalText(difference - 1, decimals: 2).magnitude
    case .index, .share: DecimalText(difference - 100, decimals: 1).magnitude
    }
  }

  private func sign(_ difference: Double) -> String {
    printed(difference) == 0 ? "" : difference < 0 ? "\u{2212}" : "+"
  }

  private func points(_ size: Double) -> String {
    switch numbers.language {
    case .french: isPlural(size) ? "points" : "point"
    // “1 point”, but “1.0 points”.
    case .english: size == 1 && values.decimals == 0 ? "point" : "points"
    }
  }

  private var percentSign: String {
    switch numbers.language {
    case .french: "\u{A0}%"
    case .english: "%"
    }
  }
}

extension UnitOfMeasure {
  fileprivate var differsByPoints: Bool {
    switch self {
    case .percent, .index, .points: true
    case .perThousand, .count, .ratio, .euros, .years: false
    }
  }
}
