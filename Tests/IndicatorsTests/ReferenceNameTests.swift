import Testing

@Test(
  "A reference after “avec” has the article that its phrase shows; without it, its name alone",
  arguments: [
    ("Hauts-de-France", "dans les Hauts-de-France", "les Hauts-de-France"),
    ("France", "en France", "la France"),
    ("Île-de-France", "en Île-de-France", "l’Île-de-France"), ("Lyon", "à Lyon", "Lyon"),
    ("Havre", "au Havre", "le Havre"),
    ("Ensemble de la ville", "dans l'ensemble de la ville", "l’ensemble de la ville"),
    ("Ensemble des vingt", "dans l’ensemble des vingt communes", "l’ensemble des vingt"),
    ("Centre-Val de Loire", "en Centre-Val de Loire", "le Centre-Val de Loire"),
    ("Centrale", "en Centrale", "la Centrale"), ("Vi", "dans la ville", "Vi"),
    ("Ville", "dans la commune", "Ville"), ("Ville", "parmi les habitants", "Ville"),
  ])
func definiteNames(name: String, phrase: String, definite: String) {
  let report = SmallReport(
    zones: [
      "a: { label: A, codes: A }", "b: { label: B, codes: B }",
      "r: { label: \(name), phrase: \"\(phrase)\", codes: R }",
    ], comparisons: ["c: { indicators: x, subject: a, references: [b, r] }"],
    body: ["table: { of: c, title: T }"])
  let said = report.published("z;p;v\nA;2025;79\nB;2025;88\nR;2025;85\n")
  #expect(said.heads.contains("Écart avec \(definite) (en_points)"), "\(said.heads)")
}
