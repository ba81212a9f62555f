import Spec

/// How numbers are printed in a report's language.
package struct NumberText: Hashable, Sendable {
  package let language: ReportLanguage

  package init(language: ReportLanguage) { self.language = language }

  /// A number with thousands set apart, four digits included, and a real minus.
  ///
  /// - **Source**: for French, the Imprimerie nationale and Insee: U+202F and a comma.
  package func text(_ number: Double, decimals: Int, signed: Bool = false) -> String {
    let decimal = DecimalText(number, decimals: decimals)
    var text = decimal.isNegative ? "\u{2212}" : signed && !decimal.isZero ? "+" : ""
    appendGrouped(decimal.whole, to: &text)
    if !decimal.fraction.isEmpty {
      text += decimalMark
      text += decimal.fraction
    }
    return text
  }

  /// A whole number in letters up to sixteen, in digits above.
  package func words(_ number: Double) -> String? {
    let words =
      switch language {
      case .french: Self.frenchWords
      case .english: Self.englishWords
      }
    guard number == number.rounded(), (0..<Double(words.count)).contains(number) else { return nil }
    return words[Int(number)]
  }

  private var decimalMark: String {
    switch language {
    case .french: ","
    case .english: "."
    }
  }

  private func appendGrouped(_ digits: String, to text: inout String) {
    let mark =
      switch language {
      case .french: "\u{202F}"
      case .english: ","
      }
    // Digits take a byte each.
    let digits = digits.utf8
    var start = digits.startIndex
    var size = digits.count % 3 == 0 ? min(3, digits.count) : digits.count % 3
    while start < digits.endIndex {
      if start > digits.startIndex { text += mark }
      let end = digits.index(start, offsetBy: size)
      text += Substring(digits[start..<end])
      (start, size) = (end, 3)
    }
  }

  private static let frenchWords = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize",
    "quatorze", "quinze", "seize",
  ]
  private static let englishWords = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen",
  ]
}
