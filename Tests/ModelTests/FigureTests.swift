import Diagnostics
import Model
import Spec
import Testing

private func chart(_ keys: String) -> String { report(body: "- 1️⃣chart: { kind: bar, title: T, \(keys) }") }

private func figure(_ kind: String, _ keys: String) -> String {
  report(body: "- \(kind): { \(kind == "chart" ? "kind: bar, " : "")title: T, \(keys) }")
}

@Test(
  "What a figure shows must be there",
  arguments: [
    Mistake(figure("table", "of: nombre, rows: 1️⃣populations"), "no-populations"),
    Mistake(figure("chart", "of: nombre, categories: 1️⃣populations"), "no-populations"),
    Mistake(figure("chart", "of: 1️⃣ecarts"), "unknown-indicator", hint: "« ecart »"),
    Mistake(figure("chart", "of: [nombre, 1️⃣smartfone]"), "unknown-indicator", hint: "« smartphone »"),
    Mistake(
      figure("table", "of: smartphone, populations: [qpv, 1️⃣frence]"), "unknown-population", hint: "« france »"
    ),
    Mistake(figure("chart", "of: ecart, populations: [1️⃣qpv]"), "populations-of-comparison"),
    Mistake(figure("chart", "of: 1️⃣smartphone"), "which-populations", hint: "mots possibles : qpv, france"),
    Mistake(
      figure("table", "of: [1️⃣nombre, smartphone]"), "which-populations", hint: "mots possibles : qpv, france"),
    Mistake(
      figure("table", "of: [smartphone, 1️⃣nombre], populations: qpv"), "value-is-alone", hint: "« by: »"),
    Mistake(figure("chart", "of: 1️⃣nombre, populations: qpv"), "value-is-alone", hint: "« by: »"),
    Mistake(figure("chart", "of: [smartphone, 1️⃣ecart], populations: qpv"), "comparison-among-others"),
    Mistake(
      figure("chart", "of: ecart, highlight: 1️⃣revenu"), "not-in-figure", hint: "qpv, france"),
    Mistake(figure("chart", "of: ecart, highlight: 1️⃣frence"), "not-in-figure", hint: "« france »"),
    Mistake(
      figure("table", "of: ecart, columns: [indicator, 1️⃣ecart]"), "unknown-column",
      hint: "mots possibles : indicator, qpv"),
    Mistake(figure("table", "of: ecart, columns: [1️⃣indicateur]"), "unknown-column", hint: "« indicator »"),
    Mistake(
      figure("table", "of: smartphone, populations: qpv, columns: [1️⃣gap]"), "gap-without-comparison",
      hint: "comparisons:"),
    Mistake(
      figure("table", "of: smartphone, populations: qpv, columns: [qpv, 1️⃣ratio]"), "gap-without-comparison",
      hint: "comparisons:"),
    Mistake(
      figure("table", "of: smartphone, populations: qpv, rows: populations, columns: [population, 1️⃣qpv]"),
      "unknown-column", hint: "mots possibles : population, smartphone"),
  ])
func badFigure(mistake: Mistake) { mistake.check() }

@Test("Two figures cannot have one name")
func namedTwice() {
  Mistake(
    report(
      body:
        "- chart: { id: a, kind: bar, title: T, of: nombre }\n- grid:\n    blocks:\n      - table: { id: 1️⃣a, title: T, of: nombre }"
    ),
    "figure-named-twice"
  ).check()
}

@Test("A figure without a title is a warning")
func withoutTitle() throws {
  let resolving = Resolving(report(body: "- table: { of: nombre }"))
  #expect(resolving.codes == ["figure-without-title"])
  #expect(resolving.diagnostics.map(\.severity) == [.warning])
  #expect(resolving.report != nil)
}

@Test("Figures are numbered in the order of the body, whatever holds them")
func numbers() throws {
  let body = """
    - chart: { kind: bar, title: T, of: nombre }
    - section: S
      body:
        - table: { id: ecarts, title: T, of: ecart }
        - grid:
            blocks:
              - chart: { kind: bar, title: T, of: ecart }
    """
  let report = try #require(Resolving(report(body: body)).report)
  guard case .chart(let first) = report.body[0], case .section(let outer) = report.body[1],
    case .table(let second) = outer.body[0], case .grid(_, _, let blocks) = outer.body[1],
    case .chart(let third) = blocks[0]
  else {
    Issue.record("The body was expected as written, not \(report.body)")
    return
  }
  #expect([first.number, second.number, third.number] == [1, 2, 3])
  #expect([first.id, second.id, third.id] == ["figure-1", "ecarts", "figure-3"])
}

@Test("Gaps are columns of a table whose rows are indicators, and of no other")
func gapsBesideIndicators() throws {
  let report = try #require(
    Resolving(report(body: "- table: { title: T, of: ecart, rows: populations }")).report)
  guard case .table(let table) = report.body.first else { return }
  #expect(table.columns.map(\.column) == [.stub, .indicator(ID("smartphone"))])
}

@Test("A table without columns shows names, values and gaps")
func usualColumns() throws {
  let report = try #require(
    Resolving(
      report(
        body:
          "- table: { title: T, of: ecart }\n- table: { title: T, of: nombre }\n- table: { title: T, of: smartphone, populations: [qpv, france] }"
      )
    ).report)
  let columns = report.body.compactMap {
    if case .table(let table) = $0 { table.columns.map(\.column) } else { nil }
  }
  #expect(
    columns == [
      [
        .stub, .population(ID("qpv")), .population(ID("france")),
        .measure(.points, .population(ID("france"))),
      ],
      [.stub, .value],
      [.stub, .indicator(ID("smartphone"))],  // one indicator for several populations: they are the rows
    ])
}
