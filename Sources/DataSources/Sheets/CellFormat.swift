/// What a cell's number format says of its number.
enum CellFormat: Hashable, Sendable {
  case number
  case percent
  case date
  /// A day that stands for its month, as `mars-25`.
  case month
  case year
  case time
  /// Zeros are written in front, up to so many digits: `00000` shows 1004 as 01004, which is a code.
  case code(digits: Int)
}

extension CellFormat {
  /// The formats that files name by number only.
  ///
  /// - **Source**: ECMA-376, part 1, section 18.8.30; 27–36 and 50–58 are dates of East Asian languages.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percent
    case 17: self = .month
    case 14...16, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// What a format's code says: `0.0%`, `dd/mm/yyyy`, `[h]:mm`, `00000`.
  ///
  /// - **Source**: ECMA-376, part 1, section 18.8.31.
  init(code: String) {
    let signs = Self.signs(of: code.lowercased())
    func has(_ letters: String) -> Bool { signs.contains(where: letters.contains) }
    if signs.hasPrefix("general") || signs.hasPrefix("standard") {
      self = .number
    } else if has("%") {
      self = .percent
    } else if has("y"), !has("dhs") {
      self = has("m") ? .month : .year
    } else if has("dy") || (has("m") && !has("hs")) {
      self = .date
    } else if has("hs") {
      self = .time
    } else if signs.count > 1, signs.allSatisfy({ $0 == "0" }) {
      self = .code(digits: signs.count)
    } else {
      self = .number
    }
  }

  /// A code's first section without its literal texts, colours and conditions.
  private static func signs(of code: String) -> String {
    var signs = ""
    var rest = Substring(code)
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        // `[h]` counts hours beyond a day; a colour, a condition or a currency says nothing.
        if let letter = inside.first, "hms".contains(letter), inside.allSatisfy({ $0 == letter }) {
          signs += "h"
        }
      default: signs.append(sign)
      }
    }
    return signs
  }
}

extension SheetCell {
  /// A number of a cell as its format shows it.
  static func number(_ number: Double, as format: CellFormat, dates: SpreadsheetDate.System) -> SheetCell {
    switch format {
    case .number: return .value(.number(number))
    case .percent: return .value(.percent(fraction: number))
    case .date:
      return .value(SpreadsheetDate.date(number, system: dates).map { .text($0) } ?? .number(number))
    case .month, .year:
      // Of `2025-03-01` the beginning.
      let count = format == .month ? 7 : 4
      return .value(
        SpreadsheetDate.date(number, system: dates).map { .text(String($0.prefix(count))) } ?? .number(number)
      )
    case .time: return .value(SpreadsheetDate.time(number).map { .text($0) } ?? .number(number))
    case .code(let count):
      guard number >= 0, let whole = Int(exactly: number) else { return .value(.number(number)) }
      let digits = String(whole)
      return .value(.text(String(repeating: "0", count: max(0, count - digits.count)) + digits))
    }
  }
}
