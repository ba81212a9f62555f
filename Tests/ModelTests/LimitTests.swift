import Diagnostics
import Model
import Spec
import Testing

@Test(
  "A unit refuses what only counts have, and a chart two units",
  arguments: [
    Mistake(
      report(
        indicators: "x: { label: X, unit: \"%\", scale: 1️⃣millions, source: capuni, value: { column: a } }"),
      "not-for-unit"),
    Mistake(
      report(indicators: "x: { label: X, unit: years, counts: 1️⃣ans, source: capuni, value: { column: a } }"),
      "not-for-unit"),
    Mistake(
      report(
        indicators: "x: { label: X, unit: euros, source: capuni, value: { column: a, by: b } }",
        body: "- chart: { kind: bar, title: T, of: [1️⃣smartphone, x], populations: [qpv, france] }"),
      "mixed-units",
      hint: "un graphique par unité"),
  ])
func units(mistake: Mistake) { mistake.check() }

@Test("Figures without a name have names of their own, which no author may take")
func automaticNames() {
  let body = "- chart: { id: figure-7, kind: bar, title: T, of: nombre }"
  #expect(Resolving(report(body: body)).codes == ["automatic-name"])
  #expect(Resolving(report(body: body.replacing("figure-7", with: "figure-sept"))).codes == [])
}

@Test(
  "A figure's name may become part of a file's name, and leads to no other folder",
  arguments: ["../evade", "a/b", "a b", ".", "", String(repeating: "a", count: 81)])
func namesOfFiles(name: String) {
  let codes = Resolving(report(body: "- chart: { id: \"\(name)\", kind: bar, title: T, of: nombre }")).codes
  #expect(codes == ["not-a-name"])
}

@Test("Lists and styles nested without end are a mistake, not a crash", arguments: [">", "*", "- "])
func nesting(mark: String) {
  let deep =
    String(repeating: mark, count: 20_000) + "a" + (mark == "*" ? String(repeating: mark, count: 20_000) : "")
  let resolving = Resolving(report(body: "- text: \"\(deep)\""))
  #expect(resolving.codes == ["nested-too-deep"])
}

@Test("Texts may be nested as deep as people write them")
func shallow() {
  let list = (0..<8).map { String(repeating: "  ", count: $0) + "- niveau" }.joined(separator: "\n      ")
  #expect(Resolving(report(body: "- text: |\n      \(list)")).codes == [])
}

@Test("More series than can be told apart are warned of")
func manySeries() {
  let many = (0..<5).map { "p\($0): { label: P\($0) }" }.joined(separator: "\n")
  let names = (0..<5).map { "p\($0)" }.joined(separator: ", ")
  let body = "- chart: { kind: bar, title: T, of: [smartphone, ordinateur], populations: [\(names)] }"
  let indicators = "ordinateur: { label: O, unit: \"%\", source: capuni, value: { column: a, by: b } }"
  #expect(Resolving(report(populations: many, indicators: indicators, body: body)).codes == ["many-series"])
}
