/// “de” or “d’” and a noun: “d’habitants”, “de quartiers”, “de handicapés”.
func de(_ noun: String) -> String { elides(noun) ? "d’" + noun : "de " + noun }

/// Whether a word loses the vowel of “de”, “le”, “que” before it.
private func elides(_ noun: String) -> Bool {
  let word = noun.lowercased()
  guard let first = word.first else { return false }
  if first == "h" { return !aspirated.contains { word.hasPrefix($0) } }
  return "aàâäeéèêëiîïoôöuùûüyœæ".contains(first) && !unelided.contains { word.hasPrefix($0) }
}

/// Beginnings with an aspirated h, among nouns that statistics count.
private let aspirated = ["hameau", "handicap", "hangar", "haut", "hauss", "héros", "hors", "huit"]
/// Beginnings with a vowel that do not elide.
private let unelided = ["onz", "oui", "yaourt", "yacht"]

/// Whether French takes a plural after a number: from two on, so “1,9 point”, “0 point”.
func isPlural(_ number: Double) -> Bool { abs(number) >= 2 }

/// A noun in the plural, with its adjectives, turned into one of them: “habitants” gives “habitant”.
///
/// Only the ending -s goes, which is all that regular words of French and English need.
func singular(_ nouns: String) -> String {
  nouns.split(separator: " ", omittingEmptySubsequences: false).map { word in
    word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
  }.joined(separator: " ")
}
