import Model
import Spec

/// A subject's value set against a reference's by a measure.
///
/// - **Units**: `.points` and `.difference` are in the unit of the values, `.ratio` is subject over reference,
///   `.relative` a fraction of the reference's size, so that 0.042 prints as 4,2 %.
/// - The values are not rounded first.
/// - **Errors**: none. A reference of zero, or next to it, has no ratio, and one of zero or less no relative
///   change: the result is `nil`.
/// - **Source**: Eurostat, *Statistics Explained*, “Percentage change and percentage points”.
package func difference(of subject: Double, from reference: Double, by measure: Measure) -> Double? {
  switch measure {
  case .points, .difference: exactDifference(subject, reference)
  case .ratio: quotient(subject, reference)
  case .relative: reference <= 0 ? nil : quotient(exactDifference(subject, reference), reference)
  }
}

private func quotient(_ a: Double, _ b: Double) -> Double? {
  let quotient = a / b
  return abs(quotient) < 1e30 ? quotient : nil
}

/// The difference of two decimal numbers, which has no more decimals than they have.
///
/// 8.45 − 8 is 0.45, where binary arithmetic leaves 0.4499999999999993, which would round to 0,4.
private func exactDifference(_ a: Double, _ b: Double) -> Double {
  let decimals = max(DecimalText.decimals(of: a), DecimalText.decimals(of: b))
  let text = DecimalText(a - b, decimals: decimals)
  return text.isNegative ? -text.magnitude : text.magnitude
}

/// How differences of one indicator are printed.
struct DifferenceText {
  let values: ValueText
  let measure: Measure

  init(values: ValueText, measure: Measure) {
    self.values = values
    // “4 % less” would be a relative change: percentages differ by points.
    self.measure = measure == .difference && values.unit == .percent ? .points : measure
  }

  private var numbers: NumberText { values.numbers }

  /// For a table's cell, whose column says the unit: “−4”, “1,3”.
  func cell(_ difference: Double) -> String {
    switch measure {
    case .points, .difference: values.signed(difference)
    case .ratio: numbers.text(difference, decimals: ratioDecimals(difference))
    case .relative: numbers.text(difference * 100, decimals: 1, signed: true)
    }
  }

  /// A ratio shows two digits that count, and three about one, where it matters on which side it is.
  private func ratioDecimals(_ ratio: Double) -> Int {
    switch abs(ratio) {
    case 10...: 0
    case 1.1...: 1
    case 0.1...: 2
    case 0.01...: 3
    default: 4
    }
  }

  /// For large print and sentences: “−4 points”, “+12 %”.
  func text(_ difference: Double) -> String {
    switch measure {
    case .points: cell(difference) + "\u{A0}" + points(printed(difference))
    case .difference: sign(difference) + magnitude(difference)
    case .ratio: cell(difference)
    case .relative: cell(difference) + percentSign
    }
  }

  /// The rest of a sentence: “soit 4 points de moins”.
  func clause(_ difference: Double) -> String {
    let size = printed(difference)
    switch (measure, numbers.language) {
    case (.ratio, .french): return "soit un rapport de " + cell(difference)
    case (.ratio, .english): return "a ratio of " + cell(difference)
    case (.points, .french), (.difference, .french), (.relative, .french):
      if size == 0 { return "soit autant" }
      return "soit " + magnitude(difference) + (difference < 0 ? " de moins" : " de plus")
    case (.points, .english), (.difference, .english), (.relative, .english):
      if size == 0 { return "no difference" }
      return magnitude(difference) + (difference < 0 ? " lower" : " higher")
    }
  }

  /// What a table calls the column.
  func caption(against reference: String?) -> String {
    let against = reference.map { numbers.language == .french ? " avec \($0)" : " with \($0)" } ?? ""
    switch (measure, numbers.language) {
    case (.points, .french): return "Écart\(against) (en\u{A0}points)"
    case (.points, .english): return "Gap\(against) (points)"
    case (.difference, .french): return "Écart" + against
    case (.difference, .english): return "Difference" + against
    case (.ratio, .french): return "Rapport" + against
    case (.ratio, .english): return "Ratio" + against
    case (.relative, .french): return "Écart relatif\(against) (en\u{A0}%)"
    case (.relative, .english): return "Relative difference\(against) (%)"
    }
  }

  /// Its size without a sign: “4 points”, “12 %”.
  func magnitude(_ difference: Double) -> String {
    switch measure {
    case .points: values.number(abs(difference)) + "\u{A0}" + points(printed(difference))
    case .difference: values.full(abs(difference))
    case .relative: numbers.text(abs(difference) * 100, decimals: 1) + percentSign
    case .ratio: cell(difference)
    }
  }

  /// The size of a difference as its reader sees it, which decides plurals and “no difference”.
  private func printed(_ difference: Double) -> Double {
    measure == .relative
      ? DecimalText(difference * 100, decimals: 1).magnitude : values.printed(difference)
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
