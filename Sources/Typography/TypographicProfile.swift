/// How a language, as a publisher writes it, spaces its signs and abbreviates: the rules as data.
///
/// Lists of signs are short, so each is gone through faster than a set of them would be looked up.
///
/// - **Source**: for French, the Imprimerie nationale's *Lexique des règles typographiques* and CLDR, which
///   puts U+00A0 before `%`; for European institutions, the *Code de rédaction interinstitutionnel*, 6.4.
package struct TypographicProfile: Hashable, Sendable {
  /// A sign and the space that stands after it.
  struct SpacedSign: Hashable, Sendable {
    let sign: Unicode.Scalar
    let space: Unicode.Scalar
  }

  /// Signs that take a narrow no-break space before them.
  var narrowSpaceBefore: [Unicode.Scalar] = []
  /// Signs that take a no-break space before them.
  var spaceBefore: [Unicode.Scalar] = []
  /// Signs that stand against what is before them, whatever was typed.
  var noSpaceBefore: [Unicode.Scalar] = []
  /// Signs that take a space after them, and which.
  var spaceAfter: [SpacedSign] = []
  /// What straight quotation marks become.
  var openingQuote: Unicode.Scalar
  var closingQuote: Unicode.Scalar
  /// Units that stay with the number before them.
  var unitSymbols: [Unicode.Scalar] = []
  /// The words that stay with what is beside them.
  var words = BindingWords()
  /// Whether digits in groups of three are kept together by U+202F.
  var groupsDigits = false
  /// What follows the digits of an ordinal number as small raised letters.
  var ordinalEndings: Set<String> = []
  /// The same after Roman figures.
  var romanEndings: Set<String> = []
  /// Titles, whose letters after the first are small and raised.
  var raisedTitles: Set<String> = []

  /// Whether any letters are raised.
  package var hasSuperiors: Bool {
    !ordinalEndings.isEmpty || !romanEndings.isEmpty || !raisedTitles.isEmpty
  }

  /// The space that stands before a sign, or nothing.
  package func space(before sign: Unicode.Scalar) -> String {
    narrowSpaceBefore.contains(sign) ? "\u{202F}" : spaceBefore.contains(sign) ? "\u{A0}" : ""
  }

  /// The space that stands after a sign, or nothing.
  package func space(after sign: Unicode.Scalar) -> String {
    spaceWanted(after: sign).map { String($0) } ?? ""
  }

  func spaceWanted(after sign: Unicode.Scalar) -> Unicode.Scalar? {
    spaceAfter.first { $0.sign == sign }?.space
  }

  /// The profile that a language has where nothing else is said; `nil` for what is not known.
  ///
  /// - Parameter language: a BCP 47 tag.
  package static func of(language: String) -> TypographicProfile? {
    switch language.prefix(while: { $0 != "-" }) {
    case "fr": .french
    case "en": .english
    default: nil
    }
  }

  /// As the Imprimerie nationale has it.
  package static let french = TypographicProfile(
    narrowSpaceBefore: [";", "!", "?", "»"], spaceBefore: [":"],
    spaceAfter: [SpacedSign(sign: "«", space: "\u{202F}")],
    openingQuote: "«", closingQuote: "»",
    unitSymbols: ["%", "‰", "€", "°", "£", "$"],
    words: BindingWords([
      .unit: [
        "million", "millions", "milliard", "milliards", "millier", "milliers", "point", "points", "euro",
        "euros", "an", "ans", "mois", "jour", "jours", "heure", "heures", "minutes", "fois", "h", "min", "mm",
        "cm", "m", "km", "ha", "g", "kg", "t", "l", "Mo", "Go", "To", "Mbit", "Gbit", "kWh", "MWh", "GWh",
        "kW", "MW", "k", "M", "Md",
      ],
      .any: [
        "n°", "N°", "n°s", "p.", "pp.", "M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Pr", "art.",
        "Art.", "fig.", "Fig.", "chap.", "vol.", "al.", "§",
      ],
      .numbered: [
        "figure", "Figure", "figures", "Figures", "tableau", "Tableau", "tableaux", "Tableaux", "page",
        "pages", "Page", "Pages", "note", "Note", "annexe", "Annexe", "chapitre", "Chapitre", "partie",
        "Partie", "article", "Article", "articles",
      ],
      .code: [
        "n°", "N°", "n°s", "nos", "art.", "Art.", "article", "articles", "loi", "décret", "L.", "R.", "D.",
        "code", "réf.",
      ],
      .range: ["à"],
      .month: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
      ],
    ]),
    groupsDigits: true,
    ordinalEndings: [
      "er", "ers", "re", "res", "e", "es", "d", "de", "ds", "des", "nd", "nde", "ème", "èmes",
    ],
    romanEndings: ["e", "er", "re", "es"],
    raisedTitles: ["Mme", "Mmes", "Mlle", "Mlles"])

  /// French as the European institutions write it: no space before `;`, `!` and `?`.
  package static let europeanInstitutions: TypographicProfile = {
    var profile = french
    profile.narrowSpaceBefore = []
    profile.spaceBefore = [":", "»"]
    profile.noSpaceBefore = [";", "!", "?"]
    profile.spaceAfter = [SpacedSign(sign: "«", space: "\u{A0}")]
    return profile
  }()

  package static let english = TypographicProfile(
    noSpaceBefore: [";", ":", "!", "?", "%"],
    openingQuote: "“", closingQuote: "”",
    unitSymbols: ["€", "£", "$"],
    words: BindingWords([
      .unit: ["million", "billion", "points", "point", "years", "months", "km", "ha", "kg", "kWh", "MW"],
      .any: ["No.", "no.", "p.", "pp.", "Mr", "Ms", "Mrs", "Dr", "Fig."],
      .numbered: [
        "figure", "Figure", "figures", "Figures", "table", "Table", "tables", "Tables", "page", "pages",
        "Page", "Pages", "note", "Note", "annex", "Annex", "chapter", "Chapter", "part", "Part", "section",
        "Section",
      ],
      .code: ["No.", "no.", "section", "article"],
      .range: ["to"],
      .month: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ],
    ]))
}
