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
  case .index, .share: reference <= 0 ? nil : quotient(100 * subject, reference)
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
    case .index: cell(difference)
    case .share: cell(difference) + percentSign
    }
  }

  /// The rest of a sentence: “soit 4 points de moins”, “soit quatre fois plus”.
  func clause(_ difference: Double) -> String {
    switch (measure, numbers.language) {
    case (.ratio, _): return ratioClause(difference)
    case (.index, .french): return "soit un indice de " + cell(difference)
    case (.index, .english): return "an index of " + cell(difference)
    case (.share, .french): return "soit " + text(difference) + " du total"
    case (.share, .english): return text(difference) + " of the total"
    case (.points, .french), (.difference, .french), (.relative, .french):
      if printed(difference) == 0 { return "soit autant" }
      return "soit " + magnitude(difference) + (difference < 0 ? " de moins" : " de plus")
    case (.points, .english), (.difference, .english), (.relative, .english):
      if printed(difference) == 0 { return "no difference" }
      return magnitude(difference) + (difference < 0 ? " lower" : " higher")
    }
  }

  /// “Four times as much” from one and a half on, which a reader can picture; a plain ratio nearer to one.
  private func ratioClause(_ ratio: Double) -> String {
    let inverse = ratio > 0 ? 1 / ratio : 0
    switch numbers.language {
    case .french:
      if DecimalText(ratio, decimals: 2).magnitude == 1 { return "soit autant" }
      if ratio >= 1.45 { return "soit \(times(ratio)) fois plus" }
      if inverse >= 1.45 { return "soit \(times(inverse)) fois moins" }
      return "soit un rapport de " + cell(ratio)
    case .english:
      if DecimalText(ratio, decimals: 2).magnitude == 1 { return "no difference" }
      if ratio >= 1.45 { return "\(times(ratio)) times as much" }
      return "a ratio of " + cell(ratio)
    }
  }

  /// “quatre”, “1,5”, “20”: whole numbers from ten on, one decimal below where it is not zero.
  private func times(_ ratio: Double) -> String {
    if ratio >= 9.95 { return numbers.text(ratio, decimals: 0) }
    let rounded = DecimalText(ratio, decimals: 1)
    guard rounded.fraction == "0" else { return numbers.text(ratio, decimals: 1) }
    return numbers.words(rounded.magnitude) ?? numbers.text(ratio, decimals: 0)
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
    case (.index, .french): return reference.map { "Indice (\($0)\u{A0}= 100)" } ?? "Indice"
    case (.index, .english): return reference.map { "Index (\($0) = 100)" } ?? "Index"
    case (.share, .french): return "Part" + (reference.map { " (\($0), en\u{A0}%)" } ?? " (en\u{A0}%)")
    case (.share, .english): return "Share" + (reference.map { " (\($0), %)" } ?? " (%)")
    }
  }

  /// What a table calls a column of changes.
  func evolutionCaption(since period: String) -> String {
    switch (measure, numbers.language) {
    case (.points, .french): "Évolution depuis \(period) (en\u{A0}points)"
    case (.points, .english): "Change since \(period) (points)"
    case (.relative, .french): "Évolution depuis \(period) (en\u{A0}%)"
    case (.relative, .english): "Change since \(period) (%)"
    case (.index, .french): "Indice (\(period)\u{A0}= 100)"
    case (.index, .english): "Index (\(period) = 100)"
    case (.ratio, .french), (.share, .french): "Rapport à \(period)"
    case (.ratio, .english), (.share, .english): "Ratio to \(period)"
    case (.difference, .french): "Évolution depuis \(period)"
    case (.difference, .english): "Change since \(period)"
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

  /// Two ends of a range: “entre −6 points et −2 points”.
  func range(_ low: Double, _ high: Double) -> String {
    Wording(language: numbers.language).between(text(low), text(high))
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
