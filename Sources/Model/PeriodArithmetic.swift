/// The order of periods, and steps from one to another.
extension Period {
  /// How long a period is.
  package enum Length: Int, Hashable, Sendable { case day, month, quarter, year }

  package var length: Length {
    switch self {
    case .year: .year
    case .quarter: .quarter
    case .month: .month
    case .day: .day
    }
  }

  /// The last month of the period, counted from January of the year 0.
  package var lastMonth: Int {
    switch self {
    case .year(let year): year * 12 + 11
    case .quarter(let year, let quarter): year * 12 + quarter * 3 - 1
    case .month(let year, let month), .day(let year, let month, _): year * 12 + month - 1
    }
  }

  /// Where the period ends, in months from January of the year 0: a day within its month.
  package var end: Double {
    guard case .day(let year, let month, let day) = self else { return Double(lastMonth) }
    return Double(lastMonth - 1) + Double(day) / Double(Self.days(in: month, of: year))
  }

  /// The same length a year before.
  package var aYearBefore: Period {
    switch self {
    case .year(let year): .year(year - 1)
    case .quarter(let year, let quarter): .quarter(year: year - 1, quarter)
    case .month(let year, let month): .month(year: year - 1, month)
    case .day(let year, let month, let day):
      // The 29th of February has none; the day before it does.
      .day(year: year - 1, month: month, month == 2 && day == 29 ? 28 : day)
    }
  }

  /// As it is written in a spec: `2026-T3`.
  package var code: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return switch self {
    case .year(let year): "\(year)"
    case .quarter(let year, let quarter): "\(year)-T\(quarter)"
    case .month(let year, let month): "\(year)-\(two(month))"
    case .day(let year, let month, let day): "\(year)-\(two(month))-\(two(day))"
    }
  }
}

/// Periods stand in the order of their last days; of two that end together the shorter comes first.
extension Period: Comparable {
  package static func < (a: Period, b: Period) -> Bool {
    (a.lastMonth, a.lastDay, a.length.rawValue) < (b.lastMonth, b.lastDay, b.length.rawValue)
  }

  /// The last day within the last month; any longer period ends with the month.
  private var lastDay: Int {
    switch self {
    case .year, .quarter, .month: 31
    case .day(_, _, let day): day
    }
  }
}
