/// Days and times as spreadsheets count them, written as ISO 8601 does.
enum SpreadsheetDate {
  /// The day that counting starts from.
  enum System: Hashable, Sendable {
    /// Day 1 is 1 January 1900, and there is a 29 February 1900, which never was.
    case from1900
    /// Day 0 is 1 January 1904, as on old Macs.
    case from1904
  }

  /// What a number shows in a cell that is formatted as a date: `2022-01-31`, or with its time,
  /// `2022-01-31T14:30:00`; `nil` for a number that is no day.
  ///
  /// - **Source**: ECMA-376, part 1, section 18.17.4.
  static func date(_ serial: Double, system: System) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86400).rounded())
    let (day, second) = (seconds / 86400, seconds % 86400)
    let time = second == 0 ? "" : "T" + clock(second)
    switch system {
    case .from1904: return civil(day + daysTo1904) + time
    case .from1900 where day == 60: return "1900-02-29" + time
    case .from1900: return civil(day + daysTo1900 - (day > 60 ? 1 : 0)) + time
    }
  }

  /// What a number shows in a cell that is formatted as a time or a duration: `14:30:00`.
  static func time(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    return clock(Int((serial * 86400).rounded()))
  }

  /// A duration of ODS, `PT14H30M00S`, as `14:30:00`; `nil` for anything else.
  static func time(ofDuration text: String) -> String? {
    guard
      let match = text.wholeMatch(of: /PT(?:([0-9]{1,7})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})(?:\.[0-9]*)?S)?/)
    else { return nil }
    let parts = [match.1, match.2, match.3].map { $0.flatMap { Int($0) } ?? 0 }
    return clock(parts[0] * 3600 + parts[1] * 60 + parts[2])
  }

  private static func clock(_ seconds: Int) -> String {
    "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// From 0000-03-01, the day that `civil` counts from, to the day before 1 January 1900, and to 1 January 1904.
  private static let daysTo1900 = 693_900
  private static let daysTo1904 = 695_361

  /// The date that lies so many days behind 1 March of the year 0.
  ///
  /// - **Source**: H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
  private static func civil(_ days: Int) -> String {
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
  }
}
