import Model
import Spec

/// What notes under figures say.
extension Wording {
  func differs(_ kind: Incomparability, _ what: [String]) -> String {
    let list = what.joined(separator: semicolon)
    switch kind {
    case .universe: return universesDiffer
    case .vintage:
      return pick(
        "les valeurs comparées ne portent pas sur le même découpage (\(list)).",
        "the values compared are not of the same boundaries (\(list)).")
    case .period:
      return pick(
        "les valeurs comparées ne sont pas de la même date (\(list)).",
        "the values compared are not of the same date (\(list)).")
    case .seriesBreak:
      return pick(
        "la série a une rupture entre les périodes comparées (\(list)).",
        "the series is broken between the periods compared (\(list)).")
    }
  }

  var precisionUnknown: String {
    pick(
      "La précision des écarts n’est pas connue : l’effectif enquêté n’est pas publié pour chaque population.",
      "How precise the gaps are is not known: the sample is not published for each population.")
  }

  func percent(_ number: String) -> String { pick(number + "\u{A0}%", number + "%") }

  func testedAt(_ percent: String) -> String {
    pick(
      "Écarts testés au niveau de confiance de \(percent).", "Gaps are tested at the \(percent) level.")
  }

  /// Gaps that samples cannot tell from none: “écart avec la ville (Ordinateur)”.
  func notSignificant(_ gaps: [String]) -> String {
    pick(gaps.count == 1 ? "Non significatif" : "Non significatifs", "Not significant") + colon
      + gaps.joined(separator: semicolon) + "."
  }

  var roundedParts: String {
    pick(
      "En raison des arrondis, la somme des parties peut différer du total.",
      "Because of rounding the parts may not add up to the total.")
  }

  func between(_ low: String, _ high: String) -> String {
    pick("entre \(low) et \(high)", "between \(low) and \(high)")
  }

  var intervalUnknown: String { pick("précision inconnue", "precision unknown") }
  func nearly(_ value: String) -> String { pick("près de \(value)", "nearly \(value)") }
  func around(_ value: String) -> String { pick("environ \(value)", "about \(value)") }
  func moreThan(_ value: String) -> String { pick("plus de \(value)", "more than \(value)") }
}
