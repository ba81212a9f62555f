import DataSources
import Model
import Spec
import Typography

/// The fixed words of a report, in its language.
package struct Wording: Hashable, Sendable {
  package let language: ReportLanguage
  private let profile: TypographicProfile

  package init(language: ReportLanguage, typography: TypographyRules) {
    self.language = language
    profile = TypographicProfile(typography)
  }

  /// With the language's own typography, for texts whose spaces are set afterwards.
  package init(language: ReportLanguage) {
    switch language {
    case .french: self.init(language: language, typography: .french)
    case .english: self.init(language: language, typography: .english)
    }
  }

  func pick(_ french: String, _ english: String) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  func figure(_ number: Int) -> String { pick("Figure\u{A0}\(number)", "Figure\u{A0}\(number)") }
  func referenceToFigure(_ number: Int) -> String { pick("figure\u{A0}\(number)", "figure\u{A0}\(number)") }
  func referenceToPage(_ number: String) -> String { pick("page\u{A0}\(number)", "page\u{A0}\(number)") }
  package var note: String { pick("Note", "Note") }
  var reading: String { pick("Lecture", "Reading") }
  var universe: String { pick("Champ", "Coverage") }
  var source: String { pick("Source", "Source") }
  var sources: String { pick("Sources", "Sources") }
  var indicator: String { pick("Indicateur", "Indicator") }
  var population: String { pick("Population", "Population") }
  var value: String { pick("Valeur", "Value") }
  var against: String { pick("contre", "against") }
  /// What a listener hears of a note's mark, and of the note's own number, which leads back to it.
  package func footnote(_ number: Int) -> String { pick("note\u{A0}\(number)", "note\u{A0}\(number)") }
  package func backFromFootnote(_ number: Int) -> String {
    pick("note\u{A0}\(number), retour au texte", "note\u{A0}\(number), back to the text")
  }
  package var continued: String { pick("(suite)", "(continued)") }
  /// Over the last part of a table that goes on over pages.
  package var concluded: String { pick("(suite et fin)", "(concluded)") }
  /// What a legend of shades says, for those who cannot see it.
  package func shades(of title: String?, classes: [String]) -> String {
    let what =
      title.map { pick("Nuances de «\u{202F}\($0)\u{202F}»", "Shades of “\($0)”") }
      ?? pick("Nuances", "Shades")
    return what + colon + classes.joined(separator: semicolon)
  }
  /// What the sums so far are called at the end of a page, and at the start of the next.
  package var carriedForward: String { pick("À reporter", "Carried forward") }
  package var broughtForward: String { pick("Report", "Brought forward") }

  /// “page 3 sur 12”, short.
  package func page(_ number: String, of count: Int) -> String { "\(number)\u{202F}/\u{202F}\(count)" }

  var sourcesAndMethods: String { pick("Sources et méthodes", "Sources and methods") }
  var glossary: String { pick("Sigles et abréviations", "Abbreviations") }
  var indicators: String { pick("Indicateurs", "Indicators") }
  var sample: String { pick("Effectif enquêté", "Sample") }
  var licence: String { pick("Licence", "Licence") }
  var method: String { pick("Méthode", "Method") }
  var file: String { pick("Fichier", "File") }
  var howNumbersAreMade: String {
    pick(
      "Les écarts, différences et rapports sont calculés sur les valeurs non arrondies, puis arrondis une seule "
        + "fois, pour l’impression. Une valeur absente n’est jamais comptée comme un zéro.",
      "Gaps, differences and ratios are computed on unrounded values, then rounded once, for print. "
        + "A missing value is never counted as zero.")
  }
  /// For a column of words whose indicator says none.
  var unspecified: String { pick("non\u{A0}précisé", "not\u{A0}stated") }
  /// Of what is feminine in French.
  var unspecifiedFeminine: String { pick("non\u{A0}précisée", "not\u{A0}stated") }
  var roundedGaps: String {
    pick(
      "Les écarts sont calculés sur les valeurs non arrondies.", "Gaps are computed on unrounded values.")
  }
  var universesDiffer: String {
    pick(
      "les valeurs comparées ne portent pas sur le même champ ; l’écart est à lire avec prudence.",
      "the values compared do not cover the same universe; read the gap with care.")
  }
  func marks(_ marks: [(mark: String, meaning: String)]) -> String {
    marks.map { "\($0.mark)\(colon)\($0.meaning)" }.joined(separator: semicolon) + "."
  }

  func text(_ kind: CalloutKind) -> String {
    switch kind {
    case .note: pick("À noter", "Note")
    case .warning: pick("Attention", "Warning")
    case .method: pick("Méthode", "Method")
    }
  }

  func text(_ head: TableText) -> String {
    switch head {
    case .unit: pick("Unité", "Unit")
    case .period: pick("Période", "Period")
    case .source: pick("Source", "Source")
    case .universe: pick("Champ", "Coverage")
    case .direction: pick("Évolution souhaitée", "Wanted change")
    case .nature: pick("Nature", "Nature")
    case .definition: pick("Définition", "Definition")
    case .serves: pick("Objectifs servis", "Objectives served")
    case .owner: pick("Suivi par", "Kept by")
    }
  }

  func text(_ direction: Direction) -> String {
    switch direction {
    case .higher: pick("à\u{A0}la\u{A0}hausse", "up")
    case .lower: pick("à\u{A0}la\u{A0}baisse", "down")
    }
  }

  func text(_ nature: Nature) -> String {
    switch nature {
    case .resource: pick("ressource", "resource")
    case .vulnerability: pick("vulnérabilité", "vulnerability")
    }
  }

  /// The mark printed for a missing value; an empty cell is never printed.
  ///
  /// - **Source**: Insee's *signes conventionnels*; `///` for what has no sense.
  func mark(_ kind: MissingKind) -> String {
    switch kind {
    case .notAvailable: pick("n.d.", "n/a")
    case .notApplicable: "///"
    case .confidential: "s"
    case .notSignificant: "ns"
    case .negligible: "ε"
    case .suppressedByBand: "tr."
    }
  }

  func meaning(_ kind: MissingKind) -> String {
    switch kind {
    case .notAvailable: pick("non disponible", "not available")
    case .notApplicable: pick("sans objet", "not applicable")
    case .confidential: pick("secret statistique", "confidential")
    case .notSignificant: pick("non significatif", "not significant")
    case .negligible: pick("négligeable, mais non nul", "negligible, but not zero")
    case .suppressedByBand: pick("connu par tranche seulement", "known by band only")
    }
  }

  package var colon: String { profile.space(before: ":") + ": " }
  var semicolon: String { profile.space(before: ";") + "; " }
  func quoted(_ text: String) -> String {
    pick("«\(profile.space(after: "«"))\(text)\(profile.space(before: "»"))»", "“\(text)”")
  }
}

extension TypographicProfile {
  init(_ rules: TypographyRules) {
    switch rules {
    case .french: self = .french
    case .english: self = .english
    case .europeanInstitutions: self = .europeanInstitutions
    }
  }
}
