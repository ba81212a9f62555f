import Diagnostics
import Model
import Spec
import Testing

@Test("The report that other tests start from has nothing wrong with it")
func sound() {
  #expect(Resolving(report()).codes == [])
}

@Test(
  "A name that is not declared is pointed at, with the nearest one",
  arguments: [
    Mistake(
      report(indicators: "x: { label: X, unit: count, source: 1️⃣capuny, value: { column: v } }"),
      "unknown-source",
      hint: "« capuni »"),
    Mistake(
      report(comparisons: "c: { indicators: [1️⃣smartfone, smartphone], subject: qpv, references: france }"),
      "unknown-indicator", hint: "« smartphone »"),
    Mistake(
      report(comparisons: "c: { indicators: smartphone, subject: 1️⃣qvp, references: france }"),
      "unknown-population",
      hint: "« qpv »"),
    Mistake(
      report(comparisons: "c: { indicators: smartphone, subject: qpv, references: [france, 1️⃣frence] }"),
      "unknown-population", hint: "« france »"),
    Mistake(
      report(comparisons: "c: { indicators: 1️⃣x, subject: 2️⃣y, references: 3️⃣z }"), "unknown-indicator",
      "unknown-population", "unknown-population", hint: "mots possibles : nombre, smartphone, revenu"),
  ])
func unknownName(mistake: Mistake) { mistake.check() }

@Test(
  "A name declared twice is pointed at the second time",
  arguments: [
    Mistake(report() + "territories:\n  1️⃣qpv: { label: Quartiers }\n", "declared-twice"),
    Mistake(
      report(indicators: "1️⃣france: { label: X, unit: count, source: capuni, value: { column: v } }"),
      "declared-twice"),
    Mistake(
      report(comparisons: "1️⃣smartphone: { indicators: revenu, subject: qpv, references: france }"),
      "declared-twice"),
    Mistake(
      report(comparisons: "1️⃣qpv: { indicators: revenu, subject: qpv, references: france }"), "declared-twice"),
  ])
func declaredTwice(mistake: Mistake) { mistake.check() }

@Test(
  "A word of the language cannot name a population or an indicator",
  arguments: ["indicator", "population", "gap", "ratio", "period", "source", "direction"])
func reservedName(word: String) {
  Mistake(report(populations: "1️⃣\(word): { label: X }"), "reserved-name").check()
  Mistake(
    report(indicators: "1️⃣\(word): { label: X, unit: count, source: capuni, value: { column: v } }"),
    "reserved-name"
  ).check()
}

@Test("An indicator needs a source with data")
func sourceWithoutData() {
  Mistake(
    report(
      sources: "livre: { title: Livre }",
      indicators: "x: { label: X, unit: count, source: 1️⃣livre, value: { column: v } }"),
    "source-without-data",
    hint: "« data: data/fichier.csv »"
  ).check()
}

@Test(
  "A comparison that makes no sense is pointed at",
  arguments: [
    Mistake(
      report(comparisons: "c: { indicators: revenu, subject: qpv, references: france, measure: 1️⃣points }"),
      "points-of-other-unit", hint: "difference, ratio ou relative"),
    Mistake(
      report(comparisons: "c: { indicators: smartphone, subject: 1️⃣qpv, references: [france, qpv] }"),
      "compared-with-itself"),
    Mistake(
      report(comparisons: "c: { indicators: [smartphone, 1️⃣nombre], subject: qpv, references: france }"),
      "value-is-alone", hint: "« by: »"),
    Mistake(
      report(comparisons: "c: { indicators: [smartphone, 1️⃣revenu], subject: qpv, references: france }"),
      "mixed-units", hint: "une comparaison par unité"),
  ])
func senselessComparison(mistake: Mistake) { mistake.check() }

@Test(
  "A comparison is in points if all its indicators are percentages, else a difference",
  arguments: [
    ("[smartphone]", Measure.points), ("[revenu]", .difference),
  ])
func usualMeasure(indicators: String, measure: Measure) throws {
  let yaml = report(comparisons: "c: { indicators: \(indicators), subject: qpv, references: france }")
  let report = try #require(Resolving(yaml).report)
  #expect(report.comparisons.find("c")?.measure == measure)
}

@Test(
  "A reading needs {value}, and knows {population} besides",
  arguments: [
    Mistake(reading("1️⃣\"{population} des gens\""), "reading-without-value"),
    Mistake(reading("1️⃣Des gens"), "reading-without-value"),
    Mistake(reading("\"{value} 1️⃣{pop}\""), "unknown-reading-part"),
    Mistake(reading("\"{value} 1️⃣{smartphone[qpv]}\""), "unknown-reading-part"),
  ])
func badReading(mistake: Mistake) {
  mistake.check()
}

private func reading(_ text: String) -> String {
  report(
    indicators:
      "x:\n  label: X\n  unit: count\n  source: capuni\n  reading: \(text)\n  value: { column: v, by: p }")
}

@Test("A reading is cut into its texts and places")
func goodReading() throws {
  let report = try #require(Resolving(reading("\"{population}, {value} des gens\"")).report)
  #expect(
    report.indicators.find("x")?.reading?.parts == [.population, .text(", "), .value, .text(" des gens")])
}

@Test("A population's data may call it by its name, its label, its short name or its codes")
func codes() throws {
  let report = try #require(
    Resolving(report(populations: "vtc: { label: Chauffeurs VTC, short: VTC, codes: [49.32Z] }")).report)
  #expect(report.populations.find("vtc")?.codes == ["vtc", "Chauffeurs VTC", "VTC", "49.32Z"])
  #expect(report.populations.find("france")?.codes == ["france", "France"])
}

@Test("What is badly declared is not reported again where it is used")
func reportedOnce() {
  Mistake(
    report(
      indicators: "x: { label: X, unit: count, source: 1️⃣rien, value: { column: v } }",
      body: "- text: \"{x} {x}\"\n- chart: { kind: bar, of: x, title: T }"), "unknown-source",
    hint: "mots possibles : capuni"
  ).check()
}
