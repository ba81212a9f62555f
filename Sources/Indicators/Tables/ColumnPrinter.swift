import DataSources
import Foundation
import Model
import Spec

/// How the cells of a column are written where its author says so, or where rows are shown as they are.
struct ColumnPrinter: Sendable {
  let wording: Wording
  private let format: CellFormat
  private var decimals: Int
  private var digits: Int?
  private let divisor: Double

  var isMarkdown: Bool { format == .markdown }

  private var numbers: NumberText { NumberText(language: wording.language) }

  /// - Parameters:
  ///   - usual: the format of a column of which the author says none.
  ///   - values: the column's numbers, which tell how many decimals it needs: 31,0 stands over 20,8.
  ///   - most: how many decimals there are at most, unless the author wants more.
  init(_ spec: ColumnSpec?, usual: CellFormat, values: [Double], most: Int, wording: Wording) {
    self.wording = wording
    format = spec?.format?.value ?? usual
    digits = spec?.digits?.value
    let divisor =
      switch spec?.scale?.value ?? .units {
      case .units: 1.0
      case .thousands: 1e3
      case .millions: 1e6
      }
    self.divisor = divisor
    var needed = 0
    for value in values where needed < most {
      needed = max(needed, DecimalText.decimals(of: value / divisor))
    }
    decimals = spec?.decimals?.value ?? min(format == .euros && needed > 0 ? 2 : needed, most)
  }

  /// The same with so many decimals.
  func rounded(to decimals: Int) -> ColumnPrinter {
    var printer = self
    printer.decimals = decimals
    printer.digits = nil
    return printer
  }

  func text(_ number: Double) -> String {
    let scaled = number / divisor
    switch format {
    case .number, .text, .markdown, .date: return digitsOf(scaled)
    case .change: return digitsOf(scaled, signed: true)
    case .percent: return wording.percent(digitsOf(scaled))
    case .points: return digitsOf(scaled, signed: true) + "\u{A0}" + wording.points(of: rounded(scaled))
    case .euros: return wording.euros(digitsOf(scaled))
    case .perThousand: return wording.perThousand(digitsOf(scaled))
    case .big: return big(scaled)
    case .duration, .ordinal, .roman: return whole(scaled)
    case .words: return numbers.words(scaled) ?? digitsOf(scaled)
    case .bytes: return bytes(scaled)
    case .yesNo: return wording.yesNo(number != 0)
    }
  }

  /// A number of minutes, or of a place; as it is where it is too large to be one.
  private func whole(_ number: Double) -> String {
    guard abs(number) < 1e15 else { return digitsOf(number) }
    let whole = Int(number.rounded(.toNearestOrAwayFromZero))
    switch format {
    case .duration: return wording.duration(minutes: whole)
    case .roman: return romanNumeral(whole) ?? digitsOf(number)
    case .number, .percent, .points, .change, .euros, .perThousand, .big, .date, .ordinal, .words, .bytes,
      .yesNo, .text, .markdown:
      return wording.ordinal(whole)
    }
  }

  /// A text of the data; a period in words, where the column is one of dates.
  func text(_ words: String) -> String {
    if format == .yesNo, let answer = Self.answers[words.lowercased()] { return wording.yesNo(answer) }
    guard format == .date, let period = Period(inData: words) else { return words }
    return PeriodText(language: wording.language).label(period)
  }

  /// The unit that the scale puts into the head: “en millions”.
  static func scaleCaption(_ spec: ColumnSpec?, _ wording: Wording) -> String? {
    switch spec?.scale?.value {
    case nil, .units?: nil
    case .thousands?: wording.pick("en milliers", "thousands")
    case .millions?: wording.pick("en millions", "millions")
    }
  }

  private func rounded(_ number: Double) -> Double {
    DecimalText(number, decimals: decimals(for: number)).magnitude
  }

  private func digitsOf(_ number: Double, signed: Bool = false) -> String {
    numbers.text(significant(number), decimals: decimals(for: number), signed: signed)
  }

  /// A number above its digits that count, rounded to them: 1 300 000 for 1,284,000.
  private func significant(_ number: Double) -> Double {
    guard let digits, number != 0 else { return number }
    let power = pow(10, Double(Int(log10(abs(number)).rounded(.down)) + 1 - digits))
    guard power > 1 else { return number }
    return (number / power).rounded(.toNearestOrAwayFromZero) * power
  }

  /// The decimals of a column, or those that leave a number so many digits that count.
  private func decimals(for number: Double) -> Int {
    guard let digits else { return decimals }
    guard number != 0 else { return 0 }
    return max(0, digits - 1 - Int(log10(abs(number)).rounded(.down)))
  }

  private static let answers = [
    "oui": true, "o": true, "vrai": true, "true": true, "yes": true, "y": true, "x": true, "non": false,
    "n": false,
    "faux": false, "false": false, "no": false,
  ]

  /// “1,5 Go”: thousands of thousands, as the International System of Units has them, not 1,024.
  private func bytes(_ number: Double) -> String {
    let names =
      switch wording.language {
      case .french: ["o", "ko", "Mo", "Go", "To"]
      case .english: ["B", "kB", "MB", "GB", "TB"]
      }
    var (rest, step) = (number, 0)
    while abs(rest) >= 999.5, step < names.count - 1 { (rest, step) = (rest / 1000, step + 1) }
    return numbers.text(rest, decimals: step == 0 || abs(rest) >= 99.95 ? 0 : 1) + "\u{A0}" + names[step]
  }

  /// “5,5 millions”, “12 400”: below a million a number is written in full.
  private func big(_ number: Double) -> String {
    let (divisor, word): (Double, String) =
      switch abs(number) {
      case 1e9...: (1e9, wording.pick("milliard", "billion"))
      case 1e6...: (1e6, "million")
      default: (1, "")
      }
    guard divisor > 1 else { return numbers.text(number, decimals: 0) }
    let decimal = DecimalText(number / divisor, decimals: 1)
    let plural = wording.language == .french && isPlural(decimal.magnitude) ? "s" : ""
    return numbers.text(number / divisor, decimals: 1) + "\u{A0}" + word + plural
  }
}

/// A number from 1 to 3,999 in Roman numerals; `nil` for others.
private func romanNumeral(_ number: Int) -> String? {
  guard (1...3999).contains(number) else { return nil }
  let numerals = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  var (rest, text) = (number, "")
  for (value, letters) in numerals {
    while rest >= value { (rest, text) = (rest - value, text + letters) }
  }
  return text
}

extension Wording {
  func yesNo(_ answer: Bool) -> String { answer ? pick("oui", "yes") : pick("non", "no") }
  func euros(_ number: String) -> String {
    guard language == .english else { return number + "\u{A0}€" }
    let sign = number.prefix { $0 == "\u{2212}" || $0 == "+" }
    return sign + "€" + number.dropFirst(sign.count)
  }
  func perThousand(_ number: String) -> String { pick(number + "\u{A0}‰", number + "‰") }
  /// “pt” or “pts”: in French a plural begins at two.
  func points(of size: Double) -> String {
    switch language {
    case .french: isPlural(size) ? "pts" : "pt"
    case .english: size == 1 ? "pt" : "pts"
    }
  }
  /// “2 h 05”, “45 min”.
  func duration(minutes: Int) -> String {
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    let sign = minutes < 0 ? "\u{2212}" : ""
    if hours == 0 { return sign + "\(rest)\u{A0}min" }
    return sign + "\(hours)\u{A0}h\u{A0}" + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
