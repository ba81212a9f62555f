import Model
import Spec

/// How periods are named in a report's language.
struct PeriodText {
  let language: ReportLanguage

  /// As a label: “2019”, “T3 2026”, “septembre 2026”, “1er janvier 2022”.
  func label(_ period: Period) -> String {
    switch (period, language) {
    case (.year(let year), _): String(year)
    case (.quarter(let year, let quarter), .french): "T\(quarter)\u{A0}\(year)"
    case (.quarter(let year, let quarter), .english): "Q\(quarter)\u{A0}\(year)"
    case (.month(let year, let month), _): "\(name(of: month))\u{A0}\(year)"
    case (.day(let year, let month, let day), .french):
      "\(day == 1 ? "1er" : String(day))\u{A0}\(name(of: month))\u{A0}\(year)"
    case (.day(let year, let month, let day), .english): "\(day)\u{A0}\(name(of: month))\u{A0}\(year)"
    }
  }

  /// As a sentence says it: “en 2019”, “au 3e trimestre 2026”, “au 1er janvier 2022”.
  func phrase(_ period: Period) -> String {
    switch (period, language) {
    case (.year, .french), (.month, .french): "en\u{A0}" + label(period)
    case (.quarter(let year, let quarter), .french):
      "au\u{A0}\(quarter == 1 ? "1er" : "\(quarter)e") trimestre\u{A0}\(year)"
    case (.day, .french): "au\u{A0}" + label(period)
    case (.year, .english), (.quarter, .english), (.month, .english): "in\u{A0}" + label(period)
    case (.day, .english): "on\u{A0}" + label(period)
    }
  }

  private func name(of month: Int) -> String {
    switch language {
    case .french:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre",
        "décembre",
      ][month - 1]
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
      ][month - 1]
    }
  }
}
