/// The word of the language that another word means, as `universe` is called “champ”.
func meantWord(by word: String, among known: [String]) -> String? {
  if known.contains(word) { return nil }
  let bare = String(folded(word))
  return meanings.first { meaning in meaning.words.contains(bare) && known.contains(meaning.key) }?.key
}

/// What French authors, and those of other tools, call keys and words of the language; without accents.
private let meanings: [(key: String, words: Set<String>)] = [
  ("title", ["titre"]), ("subtitle", ["sous-titre", "soustitre"]),
  ("universe", ["champ", "coverage"]),
  ("reading", ["lecture"]), ("note", ["notes"]),
  ("data", ["donnees", "fichier", "file"]), ("year", ["annee"]), ("producer", ["producteur"]),
  ("kind", ["type", "genre", "sorte"]), ("value", ["valeur", "valeurs", "values", "y"]),
  ("categories", ["categorie", "category", "x"]), ("series", ["serie", "color", "couleur"]),
  ("panels", ["panneau", "panneaux", "facet", "facettes"]), ("unit", ["unite"]),
  ("counts", ["compte", "effectif"]),
  ("labels", ["libelle", "libelles", "etiquettes", "noms"]), ("sort", ["tri", "trier", "order"]),
  ("ascending", ["croissant", "asc"]), ("descending", ["decroissant", "desc"]), ("declared", ["declare"]),
  ("target", ["cible", "objectif"]), ("gaps", ["ecart", "ecarts"]), ("groups", ["groupe", "groupes"]),
  ("benchmarks", ["repere", "reperes", "reference"]), ("highlight", ["surligner", "accent"]),
  ("decimals", ["decimale", "decimales"]), ("indicators", ["indicateurs"]), ("territories", ["territoires"]),
  ("comparisons", ["comparaisons"]), ("body", ["corps"]), ("text", ["texte"]), ("table", ["tableau"]),
  ("chart", ["graphique", "figure"]), ("bar", ["barre", "barres", "bars"]),
  ("column", ["colonne", "colonnes", "columns"]), ("line", ["ligne", "lignes", "courbe"]),
  ("histogram", ["histogramme"]), ("dot", ["point", "points", "nuage"]), ("pyramid", ["pyramide"]),
  ("stacked", ["empile", "empilees", "empilee"]), ("waterfall", ["cascade"]), ("slope", ["pente"]),
  ("mosaic", ["mosaique"]), ("pictogram", ["pictogramme"]),
  ("stacked-100", ["pie", "camembert", "secteurs", "anneau", "donut"]), ("yes", ["oui", "true", "vrai"]),
  ("no", ["non", "false", "faux"]),
]
