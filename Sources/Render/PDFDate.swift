/// A moment in the form of ISO 32000-1, 7.9.4, such as `D:20260115103000+01'00'`.
struct PDFDate: Hashable, Sendable {
  let text: String

  /// - Parameter moment: a day, `2026-01-15`, or a time with its zone, `2026-01-15T10:30:00+01:00`.
  init(iso8601 moment: String) throws(RenderError) {
    let day = /([0-9]{4})-([0-9]{2})-([0-9]{2})/
    let time = /T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|([+-][0-9]{2}):([0-9]{2}))/
    guard let date = moment.prefixMatch(of: day) else { throw .invalidDate(moment) }
    let numbers = "D:\(date.1)\(date.2)\(date.3)"
    let rest = moment[date.range.upperBound...]
    guard !rest.isEmpty else {
      text = numbers
      return
    }

    guard let clock = rest.wholeMatch(of: time) else { throw .invalidDate(moment) }
    let zone =
      switch (clock.4, clock.5) {
      case (let hours?, let minutes?): "\(hours)'\(minutes)'"
      case (nil, _), (_, nil): "Z"
      }
    text = numbers + "\(clock.1)\(clock.2)\(clock.3)" + zone
  }
}
