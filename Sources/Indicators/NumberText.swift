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
    let isZero = !(decimal.whole + decimal.fraction).utf8.contains { $0 != UInt8(ascii: "0") }
    let sign = decimal.isNegative ? "\u{2212}" : signed && !isZero ? "+" : ""
    let fraction = decimal.fraction.isEmpty ? "" : decimalMark + decimal.fraction
    return sign + grouped(decimal.whole) + fraction
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

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    let mark =
      switch language {
      case .french: "\u{202F}"
      case .english: ","
      }
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    return ([rest] + groups.reversed()).joined(separator: mark)
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
