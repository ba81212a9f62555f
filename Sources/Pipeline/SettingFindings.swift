import Diagnostics
import Typesetting

/// What only setting a text can tell: letters that no font has, words that no line could hold.
struct SettingFindings: Hashable, Sendable {
  private var missingScalars: [Unicode.Scalar] = []
  private var familiesWithoutSmallCapitals: [String] = []
  private var cutWords: [String] = []

  init() {}

  init(of typesetter: Typesetter, _ shaper: HarfBuzzShaper) {
    missingScalars = shaper.missingScalars
    familiesWithoutSmallCapitals = shaper.familiesWithoutSmallCapitals
    cutWords = typesetter.cutWords
  }

  var isEmpty: Bool { self == SettingFindings() }

  /// Adds what was found in a later part, each thing once.
  mutating func add(_ later: SettingFindings) {
    missingScalars += later.missingScalars.filter { !missingScalars.contains($0) }
    familiesWithoutSmallCapitals += later.familiesWithoutSmallCapitals.filter {
      !familiesWithoutSmallCapitals.contains($0)
    }
    cutWords += later.cutWords.filter { !cutWords.contains($0) }
  }

  /// What is not among what was known before.
  func without(_ known: SettingFindings) -> SettingFindings {
    var rest = self
    rest.missingScalars.removeAll { known.missingScalars.contains($0) }
    rest.familiesWithoutSmallCapitals.removeAll { known.familiesWithoutSmallCapitals.contains($0) }
    rest.cutWords.removeAll { known.cutWords.contains($0) }
    return rest
  }

  /// Warns of them where the spec has them.
  func report(in spec: SourceText, into diagnostics: inout DiagnosticCollector) {
    for scalar in missingScalars {
      let number = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
      let character = String(Character(scalar))
      diagnostics.report(
        .warning(.noFontHas(character, code), at: spec.firstPlace(of: character), hints: [.replaceIt]))
    }
    for family in familiesWithoutSmallCapitals {
      diagnostics.report(
        .warning(
          .noSmallCapitals(family), at: spec.firstPlace(of: "{.smallcaps}"), hints: [.otherTheme]))
    }
    for word in cutWords {
      let shown = word.count > 40 ? word.prefix(40) + "…" : word
      diagnostics.report(.warning(.wordCut(shown), at: spec.firstPlace(of: word)))
    }
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
