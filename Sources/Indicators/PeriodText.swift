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

  /// A quarter or month as an axis names it over its year, from the longest name to the shortest: “T3”; “sept.”, “S”.
  func inYear(_ period: Period) -> (names: [String], year: String)? {
    switch period {
    case .year, .day: nil
    case .quarter(let year, let quarter):
      ([language == .french ? "T\(quarter)" : "Q\(quarter)"], String(year))
    case .month(let year, let month):
      ([abbreviation(of: month), capitalized(String(name(of: month).prefix(1)))], String(year))
    }
  }

  /// As a sentence says it: “en 2019”, “au 3e trimestre 2026”, “au 1er janvier 2022”.
  func phrase(_ period: Period) -> String {
    switch (period, language) {
    case (.year, .french), (.month, .french): "en\u{A0}" + label(period)
    case (.quarter(let year, let quarter), .french):
      "au\u{A0}\(quarter == 1 ? "1er" : "\(quarter)e")\u{A0}trimestre\u{A0}\(year)"
    case (.day, .french): "au\u{A0}" + label(period)
    case (.year, .english), (.quarter, .english), (.month, .english): "in\u{A0}" + label(period)
    case (.day, .english): "on\u{A0}" + label(period)
    }
  }

  /// After “since”: “depuis 2019”, “depuis le 1er trimestre 2024”.
  func since(_ period: Period) -> String {
    switch language {
    case .french: "depuis\u{A0}" + noun(period)
    case .english: "since\u{A0}" + label(period)
    }
  }

  /// After a change: “par rapport à 2025”, “par rapport au 2e trimestre 2026”; “compared with 2025”.
  func comparedWith(_ period: Period) -> String {
    switch (language, period) {
    case (.french, .year), (.french, .month): "par rapport à\u{A0}" + label(period)
    case (.french, .quarter), (.french, .day): "par rapport au\u{A0}" + noun(period).dropFirst(3)
    case (.english, _): "compared with\u{A0}" + label(period)
    }
  }

  /// After “stable”: as after a change in French, “since 2025” in English.
  func unchangedFrom(_ period: Period) -> String {
    switch language {
    case .french: comparedWith(period)
    case .english: since(period)
    }
  }

  /// After “fois plus”: “qu’en 2025”, “qu’au 2e trimestre 2026”; “as in 2025”.
  func than(_ period: Period) -> String {
    switch language {
    case .french: "qu’" + phrase(period)
    case .english: "as " + phrase(period)
    }
  }

  /// After “la valeur”: “de 2025”, “d’avril 2025”, “du 2e trimestre 2026”; “in 2025”.
  func ofValue(_ period: Period) -> String {
    switch (language, period) {
    case (.french, .year), (.french, .month): de(label(period))
    case (.french, .quarter), (.french, .day): "du\u{A0}" + noun(period).dropFirst(3)
    case (.english, _): phrase(period)
    }
  }

  /// After “for”: “fixée pour 2028”, “pour le 4e trimestre 2028”.
  func due(_ period: Period) -> String {
    switch language {
    case .french: "pour\u{A0}" + noun(period)
    case .english: "for\u{A0}" + label(period)
    }
  }

  /// A period with its article: “2019”, “le 2e trimestre 2026”, “le 1er janvier 2022”.
  func noun(_ period: Period) -> String {
    switch (language, period) {
    case (.english, _), (_, .year), (_, .month): label(period)
    case (.french, .quarter): "le\u{A0}" + phrase(period).dropFirst(3)
    case (.french, .day): "le\u{A0}" + label(period)
    }
  }

  /// - **Source**: Imprimerie nationale, *Lexique des règles typographiques*; New Hart's Rules.
  private func abbreviation(of month: Int) -> String {
    switch language {
    case .french:
      [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
      ][month - 1]
    case .english:
      ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."][
        month - 1]
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
