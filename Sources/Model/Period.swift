/// The time a value is for: a year, a quarter, a month or a day.
package enum Period: Hashable, Sendable {
  case year(Int)
  case quarter(year: Int, Int)
  case month(year: Int, Int)
  case day(year: Int, month: Int, Int)

  /// Reads `2019`, `2026-T3` (or `2026-Q3`), `2022-01` or `2022-01-31`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, let year = Self.number(first) else { return nil }
    switch parts.count {
    case 1:
      self = .year(year)
    case 2:
      if let letter = parts[1].first, "TtQq".contains(letter) {
        guard let quarter = Self.number(parts[1].dropFirst()), (1...4).contains(quarter) else { return nil }
        self = .quarter(year: year, quarter)
      } else {
        guard let month = Self.number(parts[1]), (1...12).contains(month) else { return nil }
        self = .month(year: year, month)
      }
    case 3:
      guard let month = Self.number(parts[1]), (1...12).contains(month), let day = Self.number(parts[2]),
        (1...Self.days(in: month, of: year)).contains(day)
      else { return nil }
      self = .day(year: year, month: month, day)
    default:
      return nil
    }
  }

  /// A number of digits only: `Int` would take a sign and any zeros before them.
  private static func number(_ digits: Substring) -> Int? {
    guard [1, 2, 4].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(digits)
  }

  /// Days of a month in the Gregorian calendar.
  static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
