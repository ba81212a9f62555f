import Diagnostics
import Model
import Testing

/// A text, then two figures of which the first has a name, the second in a section.
private func text(_ text: String) -> String {
  report(
    body: """
      - text: "\(text)"
      - section: S
        body:
          - chart: { id: écarts, kind: bar, of: ecart, title: T }
          - table: { of: ecart, title: U }
          - grid: { blocks: [nomenclature, { table: { id: détail, of: ecart, title: V } }] }
      """,
    extra: "nomenclature: { p: { kind: pillar, label: P } }")
}

@Test(
  "Charts and tables are referred to by their names, before they come and wherever they stand",
  arguments: [
    ("écarts", 1, FigureForm.full), ("écarts.full", 1, .full), ("écarts.number", 1, .number),
    ("figure-2", 2, .full), ("détail", 4, .full),
  ])
func figureReference(name: String, number: Int, form: FigureForm) throws {
  let report = try #require(Resolving(text("{figure.\(name)}")).report)
  guard case .text(let texts) = report.body[0], case .paragraph(let inlines) = texts[0],
    case .reference(let reference) = inlines[0], case .figure(let figure, form) = reference.kind
  else {
    Issue.record("\(report.body[0])")
    return
  }
  #expect(figure.number == number)
}

@Test(
  "A reference to a figure that is not there is pointed at",
  arguments: [
    Mistake(text("voir 1️⃣{figure.ecarts}"), "unknown-figure-reference", hint: "« écarts »"),
    Mistake(text("1️⃣{figure.figure-9}"), "unknown-figure-reference", hint: "écarts, détail"),
    Mistake(text("1️⃣{figure}"), "which-figure", hint: "écarts, détail"),
    Mistake(text("1️⃣{figure[écarts]}"), "which-figure", hint: "écarts, détail"),
    Mistake(text("1️⃣{figure.écarts.place}"), "unknown-figure-form", hint: "figure.écarts.number"),
    Mistake(text("1️⃣{figure.écarts.number.full}"), "unknown-figure-form", hint: "figure.écarts.number"),
  ])
func figureMistake(mistake: Mistake) { mistake.check() }

@Test("A figure's number is no value")
func keyFigureOfFigure() {
  let body = "- key-figures: [figure.e.number]\n- chart: { id: e, kind: bar, of: ecart, title: T }"
  #expect(Resolving(report(body: body)).codes == ["not-a-number"])
}

@Test("`figure` is a word of the language")
func figureAsName() {
  let indicators = "figure: { label: F, unit: count, source: capuni, value: { column: n } }"
  #expect(Resolving(report(indicators: indicators)).codes == ["reserved-name"])
  let comparisons = "figure: { indicators: [smartphone], subject: qpv, references: [france] }"
  #expect(Resolving(report(comparisons: comparisons)).codes == ["reserved-name"])
}
