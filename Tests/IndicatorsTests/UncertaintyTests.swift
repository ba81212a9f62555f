import Testing

// The numbers are those of statsmodels 0.14 (`proportion_confint(method='wilson')`,
// `confint_proportions_2indep(method='newcomb')` and `(method='score', compare='ratio', correction=False)`), for 316 of
// 400 and 792 of 900: 79 % and 88 %.

@Suite("Intervals and significance")
struct UncertaintyTests {
  private static let csv = "z;p;v;n;m\nA;2025;79;400;\nB;2025;88;900;\n"

  private func report(
    _ body: [String], source: String = "", indicator: String = "decimals: 2", measure: String = "points",
    options: String = "", references: String = "b"
  ) -> SmallReport {
    SmallReport(
      source: source, indicators: [SmallReport.share(indicator, value: "respondents: n, margin: m")],
      comparisons: [
        "c: { indicators: x, subject: a, references: \(references), measure: \(measure)\(options) }"
      ], body: body)
  }

  private func printed(_ report: SmallReport, _ csv: String = UncertaintyTests.csv) -> [String] {
    report.published(csv).paragraphs.map { $0.replacing("\u{200B}", with: "") }
  }

  private let intervals = ["text: \"\\u200B{x[a].interval}\"", "text: \"\\u200B{c.x.interval}\""]

  @Test("A share has Wilson's interval, a gap Newcombe's")
  func gap() {
    #expect(printed(report(intervals)) == ["entre 74,74_% et 82,71_%", "entre −13,69 et −4,65_points"])
  }

  @Test("Where a comparison's intervals are shown, the gaps that are not significant are marked unasked")
  func markedGaps() throws {
    let near = "z;p;v;n;m\nA;2025;79;400;\nB;2025;82;900;\n"
    let chart = "chart: { kind: bar, of: c, title: T, universe: U, categories: indicators, intervals: bars"
    let marked = report([chart + " }"]).published(near)
    #expect(marked.charts.first?.brackets.map(\.label) == ["ns"])
    let note = try #require(marked.figures.first?.line("Note").map(visible))
    #expect(note.contains("ns_: écart non significatif."))
    #expect(note.contains("Écarts testés au niveau de confiance de 95_%."))

    #expect(report([chart + " }"]).published(Self.csv).charts.first?.brackets == [])
    let asked = report([chart + ", gaps: yes }"]).published(Self.csv)
    #expect(asked.charts.first?.brackets.map { visible($0.label) } == ["−9,00_points"])
  }

  @Test("Of one indicator, gaps stand between its subject and each of its references")
  func gapsOfOneIndicator() throws {
    let csv = "z;p;v;n;m\nA;2025;79;400;\nB;2025;88;900;\nC;2025;80;900;\n"
    var report = report(
      ["chart: { kind: bar, of: c, title: T, universe: U, gaps: yes }"], references: "[b, e]")
    report.zones.append("e: { label: C, codes: C }")
    let said = report.published(csv)
    #expect(said.codes == [])
    #expect(said.charts.first?.brackets.map { visible($0.label) } == ["−9,00_points", "ns"])
    #expect(said.charts.first?.brackets.map(\.toCategory) == [0, 0])
  }

  @Test("A target that a chart has no place for is warned of")
  func targetNotDrawn() {
    let target = "target: { value: 90, by: 2028 }, decimals: 2"
    func codes(_ chart: String) -> [String] {
      report(
        ["chart: { of: c, title: T, universe: U, \(chart) }"], indicator: target, references: "[b, target]"
      )
      .published(Self.csv).codes
    }
    #expect(codes("kind: bar") == ["target-not-drawn"])
    #expect(codes("kind: bullet") == [])
    #expect(codes("kind: bar, benchmarks: [{ value: 90, label: Cible }]") == [])
  }

  @Test("Where no bracket can mark them, the note names the gaps that are not significant")
  func unmarkedGaps() throws {
    let csv = "z;p;v;n;m\nA;2025;79;400;\nB;2025;82;900;\nC;2025;90;900;\nD;2025;80;900;\n"
    func note(_ chart: String, references: String) -> String? {
      var report = report(["chart: { of: c, title: T, universe: U, \(chart) }"], references: references)
      report.zones += ["e: { label: C, codes: C }", "f: { label: D, codes: D }"]
      return report.published(csv).figures.first?.line("Note").map(visible)
    }
    let dots = try #require(note("kind: dot, categories: indicators", references: "b"))
    #expect(dots.contains("Non significatif_: écart avec B. Écarts testés"))
    let three = try #require(note("kind: bar, categories: indicators", references: "[b, e, f]"))
    #expect(three.contains("Non significatifs_: écart avec B~; écart avec D."))
    // The bracket of the first reference says it already.
    let marked = try #require(note("kind: bar, categories: indicators, gaps: yes", references: "[b, e, f]"))
    #expect(
      marked.contains("Non significatif_: écart avec D.") && marked.contains("ns_: écart non significatif"))
    #expect(note("kind: dot, categories: indicators", references: "e")?.contains("ignificatif") == false)
  }

  @Test("At another level the gap's interval is narrower; a value by itself keeps 95 %")
  func level() {
    #expect(
      printed(report(intervals, options: ", confidence: 90")) == [
        "entre 74,74_% et 82,71_%", "entre −12,91 et −5,32_points",
      ])
    let table = report(
      ["table: { of: c, columns: [indicator, interval], title: T, universe: U }"], options: ", confidence: 90"
    )
    #expect(table.published(Self.csv).rows == [["X", "[75,46~;_82,15]"]])
  }

  @Test("A design effect of two halves the sample: 158 of 200 and 396 of 450")
  func designEffect() {
    #expect(
      printed(report(intervals, source: ", design-effect: 2")) == [
        "entre 72,84_% et 84,07_%", "entre −15,72 et −2,93_points",
      ])
  }

  @Test(
    "A ratio of shares has Koopman's interval, in the units of each measure",
    arguments: [
      ("index", "entre 84,6 et 94,6"), ("relative", "entre −15,4_% et −5,4_%"),
      ("ratio", "entre 0,85 et 0,95"),
    ])
  func ratio(measure: String, expected: String) {
    #expect(printed(report([intervals[1]], measure: measure)) == [expected])
  }

  @Test("Margins are added in squares: √(3² + 4²) = 5; at 90 % they are 0,8392 times as wide")
  func margins() {
    let csv = "z;p;v;n;m\nA;2025;40;;3\nB;2025;60;;4\n"
    #expect(printed(report(intervals), csv) == ["entre 37,00_% et 43,00_%", "entre −25,00 et −15,00_points"])
    #expect(
      printed(report([intervals[1]], options: ", confidence: 90"), csv) == ["entre −24,20 et −15,80_points"])
  }

  @Test("Against a target, which is exact, the value's interval is moved")
  func target() {
    let report = report(
      ["table: { of: c, columns: [indicator, gap, status], title: T, universe: U }"],
      indicator: "target: { value: 81, by: 2028 }", references: "target")
    #expect(report.published(Self.csv).rows == [["X", "ns", "non significatif"]])
    let far = self.report(
      ["table: { of: c, columns: [indicator, gap, status], title: T, universe: U }"],
      indicator: "target: { value: 90, by: 2024 }", references: "target")
    #expect(far.published(Self.csv).rows == [["X", "−11", "en retard"]])
  }

  @Test(
    "What is not significant is `ns` in cells, and no sentence, status, Lecture or description calls it a gap"
  )
  func notSignificant() {
    // 79 of 100 and 99 of 120: the interval goes from −14,2 to +6,9 points.
    let csv = "z;p;v;n;m\nA;2025;79;100;\nB;2025;82,5;120;\n"
    let said = report(
      [
        "table: { of: c, columns: [indicator, a, b, gap, ratio, relative, status, interval], title: T, universe: U }",
        "chart: { kind: bar, of: c, title: T, universe: U }", "text: \"Soit {c.x}, {c.x.status}\"",
        "text: \"\\u200B{c.x.statement}\"", "text: \"\\u200B{c.x.interval}\"",
      ], indicator: "direction: higher"
    ).published(csv)
    #expect(
      said.rows == [["X", "79,0", "82,5", "ns", "ns", "ns", "non significatif", "[70,0~;_85,8]"]])
    #expect(
      said.figures.first?.line("Note")
        == "Écarts testés au niveau de confiance de 95_%. ns_: non significatif.")
    #expect(
      said.paragraphs.map { $0.replacing("\u{200B}", with: "") } == [
        "Soit un écart non significatif, non significatif",
        "En_2025, l’indicateur «~X~» vaut 79,0_% pour «~A~», contre 82,5_% pour «~B~», un écart non significatif.",
        "entre −14,2 et +6,9_points",
      ])
    #expect(said.figures.first?.line("Lecture") == said.paragraphs[1].replacing("\u{200B}", with: ""))
    let description = said.charts.first.map { visible($0.description) }
    #expect(description?.hasSuffix("Écart avec B_: non significatif.") == true, "\(description ?? "")")
    #expect(said.codes == [])
  }

  @Test("A significant gap says so in all of them")
  func significant() {
    let said = report(
      [
        "table: { of: c, columns: [indicator, gap, status], title: T, universe: U }",
        "chart: { kind: bar, of: c, title: T, universe: U }",
      ], indicator: "direction: higher"
    ).published(Self.csv)
    #expect(said.rows == [["X", "−9", "défavorable"]])
    #expect(said.charts.map { $0.conclusion.map(visible) } == ["Écart avec B_: −9_points."])
  }

  @Test("Too few answers make a value not significant, which is not said of a gap")
  func minimumBase() {
    let said = report(
      [
        "table: { of: c, title: T, universe: U }", "text: \"\\u200B{c.x.statement}\"",
      ], indicator: "minimum-base: 30"
    ).published("z;p;v;n;m\nA;2025;79;29;\nB;2025;88;30;\n")
    #expect(said.rows == [["X", "ns", "88", "ns"]])
    #expect(
      said.paragraphs == [
        "\u{200B}En_2025, l’indicateur «~X~» n’a pas de valeur pour «~A~» (non significatif)."
      ])
    SmallReport(indicators: [SmallReport.share("minimum-base: 1️⃣30")], body: ["text: a"])
      .expectMistake("base-unknown", hint: "respondents")
  }

  @Test("Where the base is not known no interval is made up, and a survey says so")
  func unknownBase() {
    let csv = "z;p;v;n;m\nA;2025;79;;\nB;2025;88;900;\n"
    let body = [
      "table: { of: c, columns: [indicator, gap, interval], title: T, universe: U }",
      "text: \"a {c.x.interval}\"",
      "indicator-card: { of: x, populations: [a] }",
    ]
    let said = report(body, source: ", sample: 7500", indicator: "direction: higher").published(csv)
    #expect(said.rows == [["X", "−9", "n.d."]])
    #expect(said.paragraphs == ["a précision inconnue"])
    #expect(said.codes == ["no-interval"])
    #expect(said.hints.first?.contains("respondents:") == true)
    #expect(
      said.figures.first?.line("Note")?.hasPrefix(
        "La précision des écarts n’est pas connue_: l’effectif enquêté n’est pas publié pour chaque population."
      )
        == true)
    #expect(said.cards.first?.line("Précision")?.hasPrefix("non calculable") == true)
    let census = report([body[0]], indicator: "direction: higher").published(csv)
    #expect(census.figures.first?.line("Note")?.contains("précision") != true)
  }

  @Test("A share cannot rest on nobody's answer, nor on fewer than none; a margin is no less than none")
  func mistakes() {
    let report = report(["text: a"])
    report.expectMistake("nobody-answered", in: "z;p;v;n;m\nA;2025;79;1️⃣0;\n", hint: "laissez-la vide")
    report.expectMistake("negative", in: "z;p;v;n;m\nA;2025;79;1️⃣-4;\n")
    report.expectMistake("negative", in: "z;p;v;n;m\nA;2025;79;;1️⃣-4\n")
    report.expectMistake("cell-not-a-number", in: "z;p;v;n;m\nA;2025;79;1️⃣beaucoup;\nB;2025;80;12;\n")
  }

  @Test("Nobody answered and there is no value: nothing is wrong")
  func nobody() {
    let said = report(["table: { of: c, title: T, universe: U }"], indicator: "direction: higher").published(
      "z;p;v;n;m\nA;2025;nd;0;\nB;2025;88;900;\n")
    #expect(said.rows == [["X", "n.d.", "88", "n.d."]])
    #expect(said.codes == [])
  }
}
