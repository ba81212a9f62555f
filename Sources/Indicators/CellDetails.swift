import DataSources
import Diagnostics
import Model
import Spec

/// What columns beside a value say of it: how settled, how exact and how secret it is.
extension CellObserver {
  mutating func exposure(_ reading: Reading, row: Int) -> Observation.Exposure {
    let details = reading.details
    return Observation.Exposure(
      units: count(details.units, of: reading.table, row: row),
      contributors: count(details.contributors, of: reading.table, row: row),
      largest: count(details.largest, of: reading.table, row: row))
  }

  mutating func precision(
    _ reading: Reading, row: Int, _ respondents: Double?, ofKnown isKnown: Bool
  ) -> Observation.Precision {
    if let margin = count(reading.details.margin, of: reading.table, row: row) { return .margin(margin) }
    guard let respondents, reading.indicator.unit == .percent, isKnown else { return .unknown }
    let source = report.sources[reading.indicator.source]
    guard respondents > 0 else {
      let column = reading.details.respondents ?? reading.column
      diagnostics.report(
        .error(.nobodyAnswered, at: reading.table.place(row: row, column: column), hints: [.missingIfNobody]))
      return .unknown
    }
    return .sample(respondents: respondents, designEffect: source.designEffect)
  }

  /// A number of a column that says more of a value; `nil` where it is missing.
  mutating func count(_ column: Int?, of table: Table, row: Int) -> Double? {
    guard let column else { return nil }
    switch table.number(row: row, column: column) {
    case .number(let number), .percent(let number):
      guard number < 0 else { return number }
      diagnostics.report(.error(.negative(number), at: table.place(row: row, column: column)))
      return nil
    case .missing: return nil
    case .notANumber(let text):
      let place = table.place(row: row, column: column)
      diagnostics.report(.error(.cellIsNotANumber(text), at: place, hints: [.numberOrMark]))
      return nil
    }
  }

  mutating func status(_ reading: Reading, row: Int) -> ObservationStatus {
    let usual = reading.indicator.description.status ?? .final
    guard let column = reading.details.status else { return usual }
    let text = reading.table.text(row: row, column: column)
    switch StatusMark(text) {
    case .none: return usual
    case .status(let status): return status
    case .unknown: break
    }
    diagnostics.report(.notAStatus(text, at: reading.table.place(row: row, column: column)))
    return usual
  }
}

/// What a producer writes beside a value that is not final.
///
/// - **Source**: Insee's *signes conventionnels* (p, sd, r, e) and Eurostat's flags (p, r, e).
private enum StatusMark {
  case none
  case status(ObservationStatus)
  case unknown

  init(_ mark: String) {
    switch mark.lowercased().filter({ !$0.isWhitespace && $0 != "(" && $0 != ")" && $0 != "." }) {
    case "": self = .none
    case "p", "prov", "provisoire", "sd", "semi-définitif", "provisional": self = .status(.provisional)
    case "r", "rév", "révisé", "révisée", "revised": self = .status(.revised)
    case "e", "est", "estimé", "estimée", "estimated": self = .status(.estimated)
    case "d", "déf", "définitif", "définitive", "final": self = .status(.final)
    default: self = .unknown
    }
  }
}

extension ObservationStatus {
  /// What a producer's mark says; `nil` for one that is not known.
  init?(mark: String) {
    switch StatusMark(mark) {
    case .none: self = .final
    case .status(let status): self = status
    case .unknown: return nil
    }
  }
}

extension Diagnostic {
  static func notAStatus(_ text: String, at place: Place) -> Diagnostic {
    .error(.notAStatus(text), at: place, hints: [.statusMarks])
  }
}

extension Diagnostic.Message {
  fileprivate static var nobodyAnswered: Self {
    Self(
      "nobody-answered", fr: "un taux ne peut pas reposer sur zéro réponse",
      en: "a rate cannot rest on zero answers")
  }
  fileprivate static func negative(_ number: Double) -> Self {
    Self("negative", fr: "un nombre négatif n’a pas de sens ici", en: "a negative number makes no sense here")
  }
  fileprivate static func notAStatus(_ text: String) -> Self {
    Self(
      "not-a-status", fr: "« \(text) » ne dit pas si la valeur est provisoire, révisée ou estimée",
      en: "“\(text)” does not say whether the value is provisional, revised or estimated")
  }
}

extension Diagnostic.Hint {
  fileprivate static let missingIfNobody = Self(
    fr: "si personne n’a répondu, la valeur n’existe pas : laissez-la vide, ainsi que l’effectif",
    en: "if nobody answered there is no value: leave it and the count empty")
  fileprivate static let statusMarks = Self(
    fr: "écrivez p (provisoire), r (révisé), e (estimé), ou rien",
    en: "write p (provisional), r (revised), e (estimated), or nothing")
}
