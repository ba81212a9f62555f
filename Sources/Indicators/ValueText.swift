import Foundation
import Model
import Spec

/// How the values of one indicator are printed.
package struct ValueText: Hashable, Sendable {
  let numbers: NumberText
  let unit: UnitOfMeasure
  let counts: String?
  let scale: Scale
  let decimals: Int

  private init(numbers: NumberText, unit: UnitOfMeasure, counts: String?, scale: Scale, decimals: Int) {
    self.numbers = numbers
    self.unit = unit
    self.counts = counts
    self.scale = scale
    self.decimals = decimals
  }

  /// - Parameter values: the values to be printed alike, which tell how many decimals they need where the
  ///   author does not say.
  init(for indicator: Indicator, values: [Double], language: ReportLanguage) {
    numbers = NumberText(language: language)
    unit = indicator.unit
    counts = indicator.counts
    scale = indicator.scale
    let divisor = Self.divisor(of: indicator.scale)
    let needed = values.map { DecimalText.decimals(of: $0 / divisor) }.max() ?? 0
    decimals = indicator.decimals ?? Self.usual(needed, indicator)
  }

  /// For values of rows, whose unit the figure states.
  init(
    unit: UnitOfMeasure, counts: String?, scale: Scale, decimals: Int?, values: [Double],
    language: ReportLanguage
  ) {
    let divisor = Self.divisor(of: scale)
    let needed = values.map { DecimalText.decimals(of: $0 / divisor) }.max() ?? 0
    self.init(
      numbers: NumberText(language: language), unit: unit, counts: counts, scale: scale,
      decimals: decimals
        ?? (unit == .euros && scale == .units
          ? Self.cents(needed, values)
          : min(needed, Self.decimals(forGreatest: values.map { abs($0) / divisor }.max()))))
  }

  /// The same for a value of a logarithmic scale, where values of very different size are written each with its own
  /// decimals: two significant digits at least.
  func ofItsSize(_ value: Double) -> ValueText {
    let size = abs(value) / Self.divisor(of: scale)
    return withDecimals(
      size == 0 ? 0 : min(DecimalText.decimals(of: size), size >= 10 ? 0 : Self.decimals(forGreatest: size)))
  }

  /// One; of values that are all below 1, as many as give the greatest two significant digits.
  private static func decimals(forGreatest most: Double?) -> Int {
    guard let most, most > 0, most < 1 else { return 1 }
    return min(
      9, 1 + (1...9).prefix { digit in (0..<digit).reduce(most) { size, _ in size * 10 } < 1 }.count + 1)
  }

  /// How the numbers of an axis are written: the unit's sign as after many.
  var axis: PublishedChart.Axis {
    let isEnglish = numbers.language == .english
    let many = 1000 * Self.divisor(of: scale)
    return PublishedChart.Axis(
      decimalMark: isEnglish ? "." : ",", groupMark: isEnglish ? "," : "\u{202F}",
      prefix: isEnglish && unit == .euros ? "€" : "", suffix: scaleWord(many) + symbol(many),
      divisor: Self.divisor(of: scale))
  }

  /// One decimal at most, but cents go by two.
  private static func usual(_ needed: Int, _ indicator: Indicator) -> Int {
    indicator.unit == .euros && indicator.scale == .units ? (needed == 0 ? 0 : 2) : min(1, needed)
  }

  /// Two, where there are any and sums are not so large that nobody counts them.
  private static func cents(_ needed: Int, _ values: [Double]) -> Int {
    needed == 0 || values.contains { abs($0) >= 1000 } ? 0 : 2
  }

  /// The same with other decimals.
  func rounded(to decimals: Int) -> ValueText {
    ValueText(numbers: numbers, unit: unit, counts: counts, scale: scale, decimals: decimals)
  }

  /// A value in the multiple it is printed in.
  func scaled(_ value: Double) -> Double { value / Self.divisor(of: scale) }

  /// A value as its reader sees it.
  func rounded(_ value: Double) -> Double {
    (value < 0 ? -printed(value) : printed(value)) * Self.divisor(of: scale)
  }

  /// The number alone: “1 514”, “5,5 millions”.
  func number(_ value: Double) -> String {
    numbers.text(value / Self.divisor(of: scale), decimals: decimals, signed: unit == .points)
      + scaleWord(value)
  }

  /// The number with the sign of its unit but not what it counts: “87 %”, “1 514”. For large print and labels.
  func short(_ value: Double) -> String { priced(number(value)) + symbol(value) }

  /// The number with its unit, as in a sentence: “87 %”, “5,5 millions d’habitants”, “1 514 quartiers”.
  func full(_ value: Double) -> String { priced(number(value)) + unitAfter(value) }

  /// What follows the number: “ %”, “ quartiers”, “ d’habitants” after millions.
  func unitAfter(_ value: Double) -> String {
    guard unit == .count, let counts else { return unit == .points ? points(value) : symbol(value) }
    switch (numbers.language, scale) {
    case (.french, .millions), (.french, .thousands): return "\u{A0}" + de(counts)
    case (.french, .units):
      return "\u{A0}" + (isPlural(printed(value)) ? counts : singular(counts, in: numbers.language))
    case (.english, .units):
      return "\u{A0}"
        + (printed(value) == 1 && decimals == 0 ? singular(counts, in: numbers.language) : counts)
    case (.english, .thousands), (.english, .millions): return "\u{A0}" + counts
    }
  }

  /// A value rounded to two digits that count, and a word for which way the rounding went, if any:
  /// “plus de 1 500 quartiers” for 1,514, “87 %” for 87.
  func about(_ value: Double) -> String {
    let scaled = scaled(value)
    guard scaled != 0 else { return full(value) }
    let digits = Int(log10(abs(scaled)).rounded(.down)) + 1
    var power = 1.0
    for _ in 0..<max(0, digits - 2) { power *= 10 }
    let decimals = max(0, 2 - digits)
    let step = DecimalText(abs(scaled) / power, decimals: decimals).magnitude * power
    let rounded = (scaled < 0 ? -step : step) * Self.divisor(of: scale)
    let text = withDecimals(decimals).full(rounded)
    let wording = Wording(language: numbers.language)
    if abs(rounded - value) < abs(value) * 1e-9 { return text }
    // “More than −3” would be above it.
    if value < 0 { return wording.around(text) }
    return rounded > value ? wording.nearly(text) : wording.moreThan(text)
  }

  private func withDecimals(_ decimals: Int) -> ValueText {
    ValueText(numbers: numbers, unit: unit, counts: counts, scale: scale, decimals: decimals)
  }

  /// Two ends of a range: “entre 85 % et 89 %”, “entre 100 et 250 ménages”. Words stand once, signs at each number.
  func range(_ low: Double, _ high: Double, signed: Bool = false) -> String {
    let wording = Wording(language: numbers.language)
    let ends = [low, high].map { numbers.text(scaled($0), decimals: decimals, signed: signed) }
    let larger = printed(low) > printed(high) ? low : high
    switch unit {
    case .percent, .perThousand: return wording.between(ends[0] + symbol(low), ends[1] + symbol(high))
    case .count, .ratio, .euros, .years, .index, .points:
      return wording.between(priced(ends[0]), priced(ends[1]) + scaleWord(larger) + unitAfter(larger))
    }
  }

  /// English sets the sign of money before its number: “€2,000”.
  private func priced(_ number: String) -> String {
    guard unit == .euros, numbers.language == .english else { return number }
    let sign = number.prefix { $0 == "\u{2212}" || $0 == "+" }
    return sign + "€" + number.dropFirst(sign.count)
  }

  /// A small whole number in letters, any other in digits; its unit is the sentence's own.
  func words(_ value: Double) -> String { numbers.words(value) ?? number(value) }

  /// The size of a value as its reader sees it, in multiples of its scale: it decides plurals.
  func printed(_ value: Double) -> Double {
    DecimalText(scaled(value), decimals: decimals).magnitude
  }

  /// A difference of two values, with its sign, without a unit.
  func signed(_ difference: Double) -> String {
    numbers.text(difference / Self.divisor(of: scale), decimals: decimals, signed: true)
      + scaleWord(difference)
  }

  /// A change in the value's own unit: “+85”, “−2 000 €”, “−€2,000”.
  ///
  /// - Parameter text: how a value without sign is printed.
  func change(_ difference: Double, _ text: (Double) -> String) -> String {
    // Points have their sign in any case.
    if unit == .points { return text(difference) }
    let sign = printed(difference) == 0 ? "" : difference < 0 ? "\u{2212}" : "+"
    return sign + text(abs(difference))
  }

  /// The unit as a column head or subtitle tells it: “en %”; `nil` where it goes without saying.
  var caption: String? {
    switch (unit, numbers.language) {
    case (.percent, .french): "en\u{A0}%"
    case (.percent, .english): "%"
    case (.perThousand, .french): "pour 1\u{202F}000"
    case (.perThousand, .english): "per 1,000"
    case (.euros, .french): "en euros"
    case (.euros, .english): "euros"
    case (.years, .french): "en années"
    case (.years, .english): "years"
    case (.index, .french): "indice"
    case (.index, .english): "index"
    case (.ratio, .french): "rapport"
    case (.ratio, .english): "ratio"
    case (.points, .french): "en points"
    case (.points, .english): "percentage points"
    case (.count, _): nil
    }
  }

  private func symbol(_ value: Double) -> String {
    switch (unit, numbers.language) {
    case (.percent, .french): "\u{A0}%"
    case (.percent, .english): "%"
    case (.perThousand, .french): "\u{A0}‰"
    case (.perThousand, .english): "‰"
    case (.euros, .french): scale == .units ? "\u{A0}€" : "\u{A0}d’euros"
    case (.euros, .english): ""
    case (.years, .french): isPlural(printed(value)) ? "\u{A0}ans" : "\u{A0}an"
    case (.years, .english): printed(value) == 1 && decimals == 0 ? "\u{A0}year" : "\u{A0}years"
    case (.points, _): "\u{A0}" + Wording(language: numbers.language).points(of: printed(value))
    case (.count, _), (.ratio, _), (.index, _): ""
    }
  }

  private func points(_ value: Double) -> String {
    let isMany =
      switch numbers.language {
      case .french: isPlural(printed(value))
      case .english: !(printed(value) == 1 && decimals == 0)
      }
    return "\u{A0}" + (isMany ? "points" : "point")
  }

  private func scaleWord(_ value: Double) -> String {
    switch (scale, numbers.language) {
    case (.units, _): ""
    // A plural begins at two in French: 1,9 million.
    case (.thousands, .french): isPlural(printed(value)) ? "\u{A0}milliers" : "\u{A0}millier"
    case (.thousands, .english): "\u{A0}thousand"
    case (.millions, .french): isPlural(printed(value)) ? "\u{A0}millions" : "\u{A0}million"
    case (.millions, .english): "\u{A0}million"
    }
  }

  private static func divisor(of scale: Scale) -> Double {
    switch scale {
    case .units: 1
    case .thousands: 1e3
    case .millions: 1e6
    }
  }
}
