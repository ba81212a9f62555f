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
private let aspirated = [
  "haie", "hall", "halt", "hameau", "handicap", "hangar", "harc", "haut", "hauss", "héros", "hors", "huit",
]
/// Beginnings with a vowel that do not elide.
private let unelided = ["onz", "oui", "yaourt", "yacht"]

/// Whether French takes a plural after a number: from two on, so “1,9 point”, “0 point”.
func isPlural(_ number: Double) -> Bool { abs(number) >= 2 }
