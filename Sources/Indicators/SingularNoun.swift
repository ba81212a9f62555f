import Spec

/// A noun in the plural, with its adjectives, turned into one of them: “travailleurs handicapés”, “bureaux”,
/// “libraries”.
///
/// Endings of regular words, and the irregular ones that statistics count.
func singular(_ nouns: String, in language: ReportLanguage) -> String {
  nouns.split(separator: " ", omittingEmptySubsequences: false).map { word in
    switch language {
    case .french: frenchSingular(String(word))
    case .english: englishSingular(String(word))
    }
  }.joined(separator: " ")
}

private func frenchSingular(_ word: String) -> String {
  if unchanging.contains(word.lowercased()) { return word }
  for (plural, singular) in [("travaux", "travail"), ("baux", "bail"), ("eaux", "eau"), ("eux", "eu")]
  where word.hasSuffix(plural) && !adjectives.contains(where: word.hasSuffix) {
    return word.dropLast(plural.count) + singular
  }
  if word.hasSuffix("aux") { return word.dropLast(3) + "al" }
  return withoutFinalS(word)
}

/// Words that are the same in the singular.
private let unchanging = [
  "accès", "avis", "bus", "choix", "colis", "concours", "cours", "dos", "fois", "logis", "mois", "parcours",
  "pays",
  "permis", "prix", "procès", "processus", "progrès", "refus", "repas", "sans", "sous", "secours", "succès",
  "sursis",
  "temps", "dans", "plus", "moins",
]
/// Endings in -eux that are not a plural: “nombreux”, “heureux”.
private let adjectives = ["reux", "ueux"]

private func englishSingular(_ word: String) -> String {
  switch word {
  case "people": return "person"
  case "children": return "child"
  case "men": return "man"
  case "women": return "woman"
  default: break
  }
  if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
  for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) {
    return String(word.dropLast(2))
  }
  return withoutFinalS(word)
}

private func withoutFinalS(_ word: String) -> String {
  word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
}
