import Spec

/// Whether what stands before an invariable word says that there are several: “les”, “15”, “plusieurs nouveaux”.
///
/// Going back from the word, at most two others may stand before the one that decides.
struct PluralBefore {
  private let plural: Set<String>
  private let singular: Set<String>

  init(_ language: ReportLanguage) {
    switch language {
    case .french: (plural, singular) = (Self.frenchPlural, Self.frenchSingular)
    case .english: (plural, singular) = (Self.englishPlural, Self.englishSingular)
    }
  }

  func holds(_ text: String) -> Bool {
    for word in words(endOf: text).reversed().prefix(3) {
      if let number = Self.number(word) { return number >= 2 }
      if plural.contains(word) { return true }
      if singular.contains(word) || !(word.last?.isLetter ?? false) { return false }
    }
    return false
  }

  /// The last words, in small letters, an elided one by itself: “l’”. A narrow space stays in its number.
  private func words(endOf text: String) -> [String] {
    text.suffix(80).lowercased().replacing("’", with: "’ ").split {
      $0 == " " || $0 == "\u{A0}" || $0 == "\n"
    }
    .map(String.init)
  }

  private static func number(_ word: String) -> Int? {
    let digits = word.filter { $0 != "\u{202F}" }
    guard !digits.isEmpty, digits.count < 12 else { return nil }
    return digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }

  private static let frenchPlural: Set<String> = [
    "les", "des", "ces", "aux", "mes", "tes", "ses", "nos", "vos", "leurs", "plusieurs", "quelques",
    "certains",
    "certaines", "différents", "différentes", "divers", "diverses", "tous", "toutes", "deux", "trois",
    "quatre",
    "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
    "vingt", "trente", "quarante", "cinquante", "soixante", "cent", "cents", "mille", "autres", "principaux",
    "principales", "nombreux", "nombreuses",
  ]
  private static let frenchSingular: Set<String> = [
    "le", "la", "l’", "un", "une", "du", "de", "d’", "au", "à", "en", "et", "ou", "ce", "cet", "cette",
    "chaque",
    "son", "sa", "notre", "votre", "leur", "mon", "ma", "ton", "ta", "hors", "par", "pour", "sans", "avec",
    "est",
    "aucun", "aucune", "tout", "toute", "sous", "sur", "dans", "qu’",
  ]
  private static let englishPlural: Set<String> = [
    "these", "those", "many", "several", "few", "some", "all", "both", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve", "other", "various",
  ]
  private static let englishSingular: Set<String> = [
    "the", "a", "an", "this", "that", "each", "every", "of", "in", "to", "by", "for", "and", "or", "with",
    "one",
    "no", "is", "on", "at", "from",
  ]
}
