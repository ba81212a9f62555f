/// How dates and times are written: `%d/%m/%Y`.
///
/// - **Source**: the directives of C's `strptime` that stand for digits.
struct DatePattern: Hashable {
  private enum Part: Hashable {
    case digits(Field)
    case literal(UInt8)
  }

  private enum Field: Hashable { case year, shortYear, month, day, hour, minute, second }

  /// `date`, `time` or `datetime`.
  let type: String
  let text: String
  private let parts: [Part]

  /// - Returns: `nil` for a pattern with other directives, such as the names of months.
  init?(_ text: String, type: String) {
    var parts: [Part] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == ASCII.percent else {
        parts.append(.literal(byte))
        continue
      }
      switch bytes.popFirst() {
      case UInt8(ascii: "Y"): parts.append(.digits(.year))
      case UInt8(ascii: "y"): parts.append(.digits(.shortYear))
      case UInt8(ascii: "m"): parts.append(.digits(.month))
      case UInt8(ascii: "d"): parts.append(.digits(.day))
      case UInt8(ascii: "H"): parts.append(.digits(.hour))
      case UInt8(ascii: "M"): parts.append(.digits(.minute))
      case UInt8(ascii: "S"): parts.append(.digits(.second))
      case ASCII.percent: parts.append(.literal(ASCII.percent))
      default: return nil
      }
    }
    self.type = type
    self.text = text
    self.parts = parts
  }

  /// A text that sorts as the date does; `nil` for what is no date of this pattern.
  func sortable(_ text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    var fields: [Field: Int] = [:]
    for part in parts {
      switch part {
      case .literal(let expected): guard bytes.popFirst() == expected else { return nil }
      case .digits(let field):
        let digits = bytes.prefix(field == .year ? 4 : 2).prefix(while: ASCII.isDigit)
        guard !digits.isEmpty, field != .year || digits.count == 4 else { return nil }
        bytes = bytes.dropFirst(digits.count)
        fields[field] = digits.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
      }
    }
    guard bytes.isEmpty || bytes.elementsEqual("Z".utf8) && fields[.hour] != nil else { return nil }
    return Self.sortable(fields)
  }

  private static func sortable(_ fields: [Field: Int]) -> String? {
    // As POSIX has it: 69–99 are of the 20th century.
    let year = fields[.year] ?? fields[.shortYear].map { $0 < 69 ? 2000 + $0 : 1900 + $0 } ?? 2000
    let month = fields[.month] ?? 1
    let day = fields[.day] ?? 1
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...days[month - 1]).contains(day), fields[.hour, default: 0] < 24,
      fields[.minute, default: 0] < 60, fields[.second, default: 0] < 61
    else { return nil }
    let numbers = [
      month, day, fields[.hour, default: 0], fields[.minute, default: 0], fields[.second, default: 0],
    ]
    let years = String(year)
    return String(repeating: "0", count: max(0, 4 - years.count)) + years
      + numbers.map { $0 < 10 ? "-0\($0)" : "-\($0)" }.joined()
  }
}
