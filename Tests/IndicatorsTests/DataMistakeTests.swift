import Diagnostics
import Indicators
import TestSupport
import Testing

/// A report on one value, whose parts are given.
private func spec(_ value: String, populations: String = "", body: String = "- text: a") -> String {
  """
  report: { title: Suivi }
  sources:
    s: { title: Enquête, data: data/part.csv }
  populations:
    qpv: { label: Quartiers }
    france: { label: France }
  indicators:
    part: { label: Part, unit: "%", source: s, value: \(value) }
  body:
    \(body)
  """
}

/// What is wrong with a spec and its data: the spec's and then the data's marks are where the diagnostics point.
private func check(
  _ yaml: String, _ csv: String?, code: String, hint: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (spec, data) = (MarkedText(yaml), MarkedText(csv ?? ""))
  let publishing = Publishing(spec.text, csv == nil ? [:] : ["data/part.csv": data.text])
  #expect(publishing.codes == [code], "\(publishing.messages)", sourceLocation: sourceLocation)
  #expect(
    publishing.places == spec.places.map { "report.yml:\($0)" } + data.places.map { "data/part.csv:\($0)" },
    sourceLocation: sourceLocation)
  guard let hint else { return }
  #expect(
    publishing.hints.first?.contains(hint) ?? false, "\(publishing.hints)", sourceLocation: sourceLocation)
}

private let csv =
  "equipement;population;taux\nsmartphone;Quartiers;87\nsmartphone;France;91\nordinateur;France;89\n"

@Test("A file that is not there is pointed at in the spec")
func missingFile() {
  check(
    spec("{ column: taux }").replacing("data/part.csv", with: "1️⃣data/part.csv"), nil, code: "no-such-file",
    hint: "le chemin part du dossier")
}

@Test("A file without rows is pointed at")
func emptyTable() {
  check(spec("{ column: taux }"), "1️⃣population;taux\n", code: "empty-table")
}

@Test(
  "A column that is not there is pointed at, with the nearest one",
  arguments: [
    ("{ column: 1️⃣tau }", "« taux »"),
    ("{ column: 1️⃣valeur }", "mots possibles : equipement, population, taux"),
    ("{ column: taux, where: { 1️⃣équipements: smartphone } }", "« equipement »"),
    ("{ column: taux, where: { equipement: smartphone }, by: 1️⃣populations }", "« population »"),
  ])
func missingColumn(value: String, hint: String) {
  check(spec(value), csv, code: "unknown-data-column", hint: hint)
}

@Test(
  "A filter that keeps no row is pointed at, with the nearest of the data's own values",
  arguments: [
    ("{ column: taux, where: { equipement: 1️⃣smartfone }, by: population }", "« smartphone »"),
    (
      "{ column: taux, where: { equipement: 1️⃣tablette }, by: population }",
      "mots possibles : smartphone, ordinateur"
    ),
    (
      "{ column: taux, where: { equipement: ordinateur, population: 1️⃣Quartiers } }", "mots possibles : France"
    ),
  ])
func noRow(value: String, hint: String) {
  check(spec(value), csv, code: "no-such-row", hint: hint)
}

@Test("Filters and populations do not see the spaces around a cell")
func spacesAround() {
  let publishing = Publishing(
    spec(
      "{ column: taux, where: { equipement: smartphone }, by: population }", body: "- text: \"{part[qpv]}\""),
    ["data/part.csv": "equipement;population;taux\n smartphone;Quartiers\u{A0};87\n"])
  #expect(publishing.paragraphs == ["87_%"])
}

@Test("More rows than one are too many for an indicator without populations")
func severalRows() {
  check(
    spec("1️⃣{ column: taux, where: { equipement: smartphone } }"), csv, code: "several-rows",
    hint: "« where: »")
}

@Test("Two rows for one population are pointed at in the data, at the second")
func severalRowsForPopulation() {
  check(
    spec("{ column: taux, by: population }"),
    csv.replacing("ordinateur;France", with: "ordinateur;1️⃣France"), code: "several-rows", hint: "« where: »")
}

@Test("A cell that is no number is pointed at in the data", arguments: ["env. 87", "87 ou 88", "12.5"])
func notANumber(cell: String) {
  check(
    spec("{ column: taux, by: population }"), "population;taux\nQuartiers;1️⃣\(cell)\nFrance;91,5\n",
    code: "cell-not-a-number", hint: "« nd »")
}

@Test(
  "A population that the data do not have is pointed at where it is asked for",
  arguments: [
    "- text: \"a 1️⃣{part[qpv]} b\"", "- key-figures: [1️⃣\"part[qpv]\"]",
    "- chart: { kind: bar, title: T, universe: U, of: 1️⃣part, populations: [france, qpv] }",
    "- table: { title: T, universe: U, of: 1️⃣part, populations: [france, qpv] }",
  ])
func missingPopulation(body: String) {
  check(
    spec("{ column: taux, by: population }", body: body), "population;taux\nFrance;91\n",
    code: "no-observation",
    hint: "la colonne « population » devrait contenir « qpv », « Quartiers » ; sinon")
}

@Test("A name that the data may have is listed once in the hint")
func codesOnce() {
  let yaml = spec("{ column: taux, by: population }", body: "- text: \"1️⃣{part[qpv]}\"")
    .replacing("label: Quartiers", with: "label: qpv, codes: [QP, QP]")
  check(yaml, "population;taux\nFrance;91\n", code: "no-observation", hint: "contenir « qpv », « QP » ;")
}

@Test(
  "A number that cannot be printed exactly is pointed at",
  arguments: ["1e+15", "-1e+308"])
func tooLarge(cell: String) {
  check(
    spec("{ column: taux, by: population }"), "population;taux\nQuartiers;1️⃣\(cell)\nFrance;91,5\n",
    code: "number-too-large")
}

@Test("All that is wrong with the data comes at once")
func allAtOnce() {
  let yaml = """
    report: { title: Suivi }
    sources:
      s: { title: Enquête, data: a.csv }
    indicators:
      x: { label: X, unit: count, source: s, value: { column: 1️⃣z } }
      y: { label: Y, unit: count, source: s, value: { column: n, where: { c: 2️⃣z } } }
    body:
      - text: a
    """
  let marked = MarkedText(yaml)
  let publishing = Publishing(marked.text, ["a.csv": "c;n\na;1\n"])
  #expect(publishing.codes == ["unknown-data-column", "no-such-row"])
  #expect(publishing.places == marked.places.map { "report.yml:\($0)" })
}
