import Diagnostics
import Typesetting

/// Warns of letters that no font has and of words that no line could hold, where the spec has them.
func reportSetting(
  of typesetter: Typesetter, _ shaper: HarfBuzzShaper, in spec: SourceText,
  into diagnostics: inout DiagnosticCollector
) {
  for scalar in shaper.missingScalars {
    let number = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    let character = String(Character(scalar))
    diagnostics.report(
      .warning(.noFontHas(character, code), at: spec.firstPlace(of: character), hints: [.replaceIt]))
  }
  for family in shaper.familiesWithoutSmallCapitals {
    diagnostics.report(
      .warning(
        .noSmallCapitals(family), at: spec.firstPlace(of: "{.smallcaps}"), hints: [.otherTheme]))
  }
  for word in typesetter.cutWords {
    let shown = word.count > 40 ? word.prefix(40) + "…" : word
    diagnostics.report(.warning(.wordCut(shown), at: spec.firstPlace(of: word)))
  }
}

extension SourceText {
  /// Where a text first stands in this one, on one line.
  fileprivate func firstPlace(of piece: String) -> Place? {
    let needle = Array(piece.unicodeScalars)
    for (index, line) in lines.enumerated() {
      let scalars = Array(line.unicodeScalars)
      guard needle.count <= scalars.count else { continue }
      for column in 0...(scalars.count - needle.count)
      where scalars[column] == needle[0] && scalars[column..<column + needle.count].elementsEqual(needle) {
        return Place(in: self, line: firstLine + index, column: column + 1, length: needle.count)
      }
    }
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static func noFontHas(_ character: String, _ code: String) -> Self {
    Self(
      "no-font-has", fr: "aucune police n’a « \(character) » (\(code)) : « ? » est imprimé à sa place",
      en: "no font has “\(character)” (\(code)): “?” is printed in its place")
  }
  fileprivate static func noSmallCapitals(_ family: String) -> Self {
    Self(
      "no-small-capitals",
      fr: "la police « \(family) » n’a pas de petites capitales : les lettres restent telles quelles",
      en: "the font “\(family)” has no small capitals: the letters stay as they are")
  }
  fileprivate static func wordCut(_ word: String) -> Self {
    Self(
      "word-cut", fr: "« \(word) » est plus large que sa colonne : le mot est coupé",
      en: "“\(word)” is wider than its column: the word is cut")
  }
}

extension Diagnostic.Hint {
  fileprivate static let otherTheme = Self(
    fr: "choisissez un thème dont la police en a (« smcp » dans « vigie fonts »), ou retirez {.smallcaps}",
    en: "choose a theme whose font has them (`smcp` in `vigie fonts`), or take {.smallcaps} away")
  fileprivate static let replaceIt = Self(
    fr: "remplacez ce caractère par un autre", en: "replace this character by another")
}
