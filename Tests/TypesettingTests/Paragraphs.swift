import Hyphenation
import TestSupport
import Typesetting
import UnicodeText

/// Texts and typesetters that tests of paragraphs share.
enum Paragraphs {
  /// French words of every length, some with signs, as reports have them.
  static let words = [
    "a", "de", "la", "et", "du", "les", "des", "par", "une", "pour", "ville", "quartier", "habitants",
    "l’accompagnement", "numérique", "dématérialisation", "intercommunalité", "(QPV)", "habitant·e·s",
    "87\u{A0}%", "1\u{202F}514", "«\u{202F}pratiques\u{202F}»", "peut-être", "équipement,", "observatoire",
    "prioritaires.", "qu’ailleurs\u{A0}:", "2019", "smartphone", "accès", "définition", "effectivement",
  ]

  static func text(seed: Int, words count: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in generator.pick(words) }.joined(separator: " ")
  }

  /// A typesetter that measures with the reports' fonts and hyphenates in French.
  static func typesetter() throws -> Typesetter {
    let library = FontLibrary(
      try PackageFiles.fonts(), fallbackFamilies: try PackageFiles.fontManifest().fallbackFamilies)
    try library.openAll()
    return Typesetter(
      shaper: HarfBuzzShaper(library: library), breaker: try LineBreaker(language: "fr"),
      hyphenation: try hyphenation())
  }

  static func hyphenation(wholeNames: [String] = []) throws -> HyphenationPoints {
    var hyphenators: [String: Hyphenator] = [:]
    for patterns in try PackageFiles.fontManifest().patterns {
      hyphenators[patterns.language] = try Hyphenator(path: patterns.path)
    }
    return HyphenationPoints(hyphenators, wholeNames: wholeNames)
  }

  static let body = TextStyle(family: "Lato", size: 10, color: .black, language: "fr")
}
