import Indicators
import Testing

private let table = "- table: { of: ecart, title: T }"

@Test(
  "A Lecture is one sentence on the first value, against the reference, with what that comes to",
  arguments: [
    (
      ", reading: \"{population}, {value} des gens ont un ordinateur\"", ", phrase: dans les quartiers",
      "En_2019, dans les quartiers, 87_% des gens ont un ordinateur, contre 91_% en France, soit 4_points de moins."
    ),
    (
      ", reading: \"{value} {population}\"", "",
      "En_2019, 87_% pour «~Quartiers~», contre 91_% en France, soit 4_points de moins."
    ),
    (
      "", ", phrase: dans les quartiers",
      "En_2019, l’indicateur «~Part~» vaut 87_% pour «~Quartiers~», contre 91_% pour «~France~», soit 4_points de moins."
    ),
    (
      ", period: 2026-T1", "",
      "Au_1er_trimestre_2026, l’indicateur «~Part~» vaut 87_% pour «~Quartiers~», contre 91_% pour «~France~», soit 4_points de moins."
    ),
  ])
func reading(keys: String, qpv: String, expected: String) {
  let publishing = Publishing(report(keys: keys, qpv: qpv, body: table), data("87", "91"))
  #expect(publishing.figures.first?.line("Lecture") == expected)
}

@Test("A Lecture says what is there: no missing value is told, and none without any value")
func readingOfMissingValues() {
  let first = Publishing(report(body: table), data("nd", "91")).figures.first
  #expect(first?.line("Lecture") == "En_2019, l’indicateur «~Part~» vaut 91_% pour «~France~».")
  #expect(Publishing(report(body: table), data("nd", "s")).figures.first?.line("Lecture") == nil)
}

@Test("An English Lecture")
func englishReading() {
  let publishing = Publishing(report(language: "en", body: table), data("87", "91"))
  #expect(
    publishing.figures.first?.line("Reading")
      == "In_2019, the indicator “Part” is 87% for “Quartiers”, against 91% for “France”, 4_points lower.")
}

@Test("Universes that differ are all stated, and the reader is warned")
func universes() {
  let qpv = ", universe: habitants de 18 à 59 ans"
  let differing = Publishing(report(qpv: qpv, body: table), data("87", "91"))
  #expect(differing.figures.first?.line("Champ") == "QPV_: habitants de 18_à_59_ans.")
  #expect(
    differing.figures.first?.line("Note")?.hasPrefix("Les valeurs comparées ne portent pas sur le même champ")
      ?? false)

  let same = Publishing(report(keys: ", universe: habitants de 18 à 59 ans", body: table), data("87", "91"))
  #expect(same.figures.first?.line("Champ") == "Habitants de 18_à_59_ans.")
  #expect(same.figures.first?.line("Note") == nil)
  #expect(same.codes == [])
}

@Test("A figure whose universe nobody states is a warning")
func noUniverse() {
  let publishing = Publishing(report(body: table), data("87", "91"))
  #expect(publishing.codes == ["figure-without-universe"])
  #expect(publishing.places == ["report.yml:12:5"])
  #expect(publishing.figures.first?.line("Champ") == nil)
}

@Test("Sources are cited with producer and year, and no full stop is doubled")
func source() {
  let publishing = Publishing(
    report(keys: ", universe: Habitants du pays.", body: table), data("87", "91"))
  #expect(publishing.figures.first?.line("Source") == "Insee, Enquête, 2019.")
  #expect(publishing.figures.first?.line("Champ") == "Habitants du pays.")
}

@Test(
  "A missing value is printed as its mark, which a note explains",
  arguments: [
    ("nd", "n.d.", "n.d._: non disponible."), ("s", "s", "s_: secret statistique."),
    ("", "n.d.", "n.d._: non disponible."),
    ("///", "///", "///_: sans objet."), ("ns", "ns", "ns_: non significatif."),
  ])
func marks(typed: String, mark: String, note: String) {
  let body =
    "- table: { of: ecart, title: T, universe: U }\n- chart: { kind: bar, of: ecart, title: T, universe: U, categories: indicators }"
  let publishing = Publishing(report(body: body), data(typed, "91"))
  #expect(publishing.codes == [])
  #expect(publishing.tables.first?.rows == [["Part", mark, "91", mark]])
  #expect(publishing.figures.map { $0.line("Note") } == [note, note])
  #expect(publishing.charts.first?.panels[0].bars.map { $0[0].label } == [mark, "91\u{A0}%"])
  #expect(publishing.charts.first?.panels[0].bars.map { $0[0].number } == [nil, 91])
}

@Test("A missing value in a sentence is printed as its mark, with a warning")
func missingInText() {
  let publishing = Publishing(report(body: "- text: \"{part[qpv]} et {ecart.part}\""), data("s", "91"))
  #expect(publishing.paragraphs == ["s et s"])
  #expect(publishing.codes == ["missing-in-text", "missing-in-text"])
  #expect(publishing.places == ["report.yml:12:12", "report.yml:12:27"])
}

@Test("What a table cannot tell of an indicator is said in words")
func untold() {
  let body = "- table: { of: ecart, title: T, universe: U, columns: [indicator, direction, unit] }"
  let publishing = Publishing(report(body: body), data("87", "91"))
  #expect(publishing.tables.first?.rows == [["Part", "non\u{A0}précisée", "en\u{A0}%"]])
  #expect(publishing.figures.first?.line("Note") == nil)
}

@Test("The numbers of a serial and a book keep their hyphens, which are no ranges")
func numbersOfImprint() {
  let yaml =
    "report: { title: T, imprint: { issn: 1234-5679, isbn: 978-2-1234-5680-3, note: \"Pages 12-14\" } }\nbody: [{ text: a }]\n"
  let lines = Publishing(yaml, [:]).publication?.imprint?.lines.map { visible($0.text) }
  #expect(lines == ["1234-5679", "978-2-1234-5680-3", "Pages_12–14"])
}
