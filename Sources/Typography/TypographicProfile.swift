/// How a language, as a publisher writes it, spaces its signs.
///
/// - **Source**: for French, the Imprimerie nationale's *Lexique des règles typographiques* and CLDR, which
///   puts U+00A0 before `%`.
package struct TypographicProfile: Hashable, Sendable {
  /// Signs that take a narrow no-break space before them.
  let narrowSpaceBefore: Set<Unicode.Scalar>
  /// Signs that take a no-break space before them.
  let spaceBefore: Set<Unicode.Scalar>
  /// Signs that take a narrow no-break space after them.
  let narrowSpaceAfter: Set<Unicode.Scalar>
  /// Units that stay with the number before them.
  let unitSymbols: Set<Unicode.Scalar>
  /// Words that stay with the number before them.
  let unitWords: Set<String>
  /// Words that stay with the number or name after them.
  let words: Set<String>
  /// Words that join the two ends of a range, as “18 à 59”.
  let rangeWords: Set<String>
  /// Whether digits in groups of three are kept together by U+202F.
  let groupsDigits: Bool

  package static let french = TypographicProfile(
    narrowSpaceBefore: [";", "!", "?", "»"], spaceBefore: [":"], narrowSpaceAfter: ["«"],
    unitSymbols: ["%", "‰", "€", "°"],
    unitWords: [
      "million", "millions", "milliard", "milliards", "point", "points", "euros", "ans", "km", "h", "fois",
    ],
    words: ["n°", "N°", "p.", "M.", "MM.", "Mme", "art."], rangeWords: ["à"], groupsDigits: true)

  package static let english = TypographicProfile(
    narrowSpaceBefore: [], spaceBefore: [], narrowSpaceAfter: [], unitSymbols: ["€"],
    unitWords: ["million", "billion", "points", "point"], words: ["No.", "p.", "Mr", "Ms"],
    rangeWords: ["to"], groupsDigits: false)
}
