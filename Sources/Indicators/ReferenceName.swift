import Model
import Spec

/// What a reference is called in captions: “France” where it stands alone, “la France” after “avec”.
struct ReferenceName {
  let plain: String
  let definite: String

  init(_ name: String) {
    plain = name
    definite = name
  }

  /// A population's short name, with the article that its phrase shows: “dans les Hauts-de-France” gives “les
  /// Hauts-de-France”, “en France” “la France”. Where its phrase calls it otherwise, or has another form, it has none.
  init(_ population: Population, language: ReportLanguage) {
    plain = population.short
    definite = Self.definite(population.short, phrase: population.phrase, language: language) ?? plain
  }

  private static func definite(_ name: String, phrase: String?, language: ReportLanguage) -> String? {
    guard let phrase = phrase?.replacing("'", with: "’") else { return nil }
    let starts = language == .french ? frenchStarts : englishStarts
    for (start, article) in starts where phrase.hasPrefix(start) {
      let named = String(phrase.dropFirst(start.count))
      let shown = name.replacing("'", with: "’")
      guard isSame(named, shown) || isShort(shown, of: named) else { return nil }
      let known = named.prefix(shown.count)
      guard start == "en " else { return article + known }
      return (startsWithVowel(named) ? "l’" : isMasculine(named) ? "le " : article) + known
    }
    return nil
  }

  /// Those that others start with come later.
  private static let frenchStarts: KeyValuePairs = [
    "dans les ": "les ", "dans la ": "la ", "dans le ": "le ", "dans l’": "l’", "aux ": "les ", "au ": "le ",
    "à la ": "la ", "à l’": "l’", "à ": "", "en ": "la ",
  ]
  private static let englishStarts: KeyValuePairs = ["in the ": "the ", "in ": ""]

  /// Labels start with a capital, and phrases go on without: “dans l’ensemble de la ville”.
  private static func isSame(_ named: String, _ name: String) -> Bool {
    named.dropFirst() == name.dropFirst() && named.prefix(1).lowercased() == name.prefix(1).lowercased()
  }

  /// Whether it is the first words of another: “Ensemble des vingt” of “ensemble des vingt communes”.
  private static func isShort(_ name: String, of long: String) -> Bool {
    long.dropFirst(name.count).first == " " && isSame(String(long.prefix(name.count)), name)
  }

  /// Whether a region is masculine though one is “en” it.
  private static func isMasculine(_ name: String) -> Bool {
    masculine.contains { name == $0 || name.hasPrefix($0 + "-") }
  }

  /// French regions, of today and before 2016, and provinces.
  private static let masculine = [
    "Béarn", "Berry", "Centre", "Languedoc", "Limousin", "Périgord", "Poitou", "Roussillon",
  ]

  private static func startsWithVowel(_ name: String) -> Bool {
    name.decomposedStringWithCanonicalMapping.unicodeScalars.first.map {
      "AEIOUYaeiouy".unicodeScalars.contains($0)
    } ?? false
  }
}
