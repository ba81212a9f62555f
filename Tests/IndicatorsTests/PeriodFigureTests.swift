import Testing

@Suite("Figures over periods")
struct PeriodFigureTests {
  private static let csv =
    "z;p;v\nA;2023;75\nB;2023;85\nA;2024;77\nB;2024;86\nA;2025;79\nB;2025;88\nA;2026;80\nB;2026;89\n"

  private func said(_ body: String..., head: String = "title: T, period: 2025", comparisons: [String] = [])
    -> Publishing
  {
    SmallReport(head: head, comparisons: comparisons, body: body).published(Self.csv)
  }

  @Test(
    "A table has a column or a row a period, none after the report's",
    arguments: [
      ("all", ["2023", "2024", "2025"]), ("last-2", ["2024", "2025"]),
      ("[previous, current]", ["2024", "2025"]),
      ("[2023, current]", ["2023", "2025"]), ("last-9", ["2023", "2024", "2025"]),
    ])
  func tables(periods: String, heads: [String]) {
    let values = ["2023": "75", "2024": "77", "2025": "79"]
    let columns = said(
      "table: { of: x, populations: [a, b], rows: populations, periods: \(periods), title: T }")
    #expect(columns.heads == ["Territoire"] + heads)
    #expect(columns.rows.first == ["A"] + heads.compactMap { values[$0] })
    let rows = said("table: { of: x, populations: [a], rows: periods, periods: \(periods), title: T }")
    #expect(rows.rows == heads.map { [$0, values[$0] ?? ""] })
  }

  @Test("Rows are periods by themselves where only they vary, and populations may be columns")
  func rows() {
    let said = said("table: { of: x, populations: [a, b], periods: last-2, rows: periods, title: T }")
    #expect(said.heads == ["Période", "A", "B"])
    #expect(said.rows == [["2024", "77", "86"], ["2025", "79", "88"]])
  }

  @Test("A chart runs over periods, one series a population")
  func chart() {
    let chart = said("chart: { kind: bar, of: x, populations: [a, b], periods: all, title: T }").charts.first
    #expect(chart?.categories.map(\.label) == ["2023", "2024", "2025"])
    #expect(chart?.series.map(\.name) == ["A", "B"])
    #expect(chart?.panels[0].bars.map { $0.map(\.number) } == [[75, 77, 79], [85, 86, 88]])
  }

  @Test("A comparison with an earlier period shows both, the current one last, and says what moved")
  func evolution() {
    let comparisons = ["c: { indicators: x, subject: a, references: previous }"]
    let said = said(
      "chart: { kind: bar, of: c, title: T }", "table: { of: c, title: T }", comparisons: comparisons)
    #expect(said.charts.first?.categories.map(\.label) == ["2024", "2025"])
    #expect(
      said.charts.map { visible($0.description) } == [
        "2024_: 77_%~; 2025_: 79_%. Évolution depuis 2024_: +2_points."
      ])
    #expect(said.heads == ["Indicateur", "2024", "2025", "Évolution depuis 2024 (en_points)"])
    #expect(said.rows == [["X", "77", "79", "+2"]])
    #expect(
      said.figures.first?.line("Lecture")
        == "En_2025, l’indicateur «~X~» vaut 79_% pour «~A~», en hausse de 2_points par rapport à_2024.")
  }

  @Test("The words for periods are columns too, and a period by itself")
  func columns() {
    let said = said(
      "table: { of: x, populations: [a, b], rows: populations, columns: [population, first, previous, current, 2023], title: T }"
    )
    #expect(said.heads == ["Territoire", "2023", "2024", "2025", "2023"])
    #expect(said.rows == [["A", "75", "77", "79", "75"], ["B", "85", "86", "88", "85"]])
  }

  @Test("A chart has no third dimension")
  func threeDimensions() {
    SmallReport(
      indicators: [SmallReport.share, SmallReport.share.replacing("x:", with: "y:")],
      body: ["chart: { kind: bar, of: [1️⃣x, y], populations: [a, b], periods: all, title: T }"]
    ).expectMistake("three-dimensions", in: Self.csv, hint: "panels: periods")
  }

  @Test("Words that are no periods, and periods of an indicator that has one only, are pointed at")
  func mistakes() {
    SmallReport(body: ["table: { of: x, populations: [a], periods: [1️⃣hier], title: T }"]).expectMistake(
      "not-a-period", in: Self.csv, hint: "last-8")
    let alone = "x: { label: X, unit: \"%\", universe: U, source: s, value: { column: v, by: z } }"
    for body in [
      "table: { of: x, populations: [a], periods: 1️⃣all, title: T }", "text: \"a 1️⃣{x[a][previous]}\"",
    ] {
      SmallReport(indicators: [alone], body: [body]).expectMistake(
        "period-is-alone", in: "z;v\nA;1\n", hint: "period:")
    }
    SmallReport(
      indicators: [alone], comparisons: ["c: { indicators: x, subject: a, references: 1️⃣previous }"],
      body: ["text: a"]
    ).expectMistake("period-is-alone", in: "z;v\nA;1\n")
    SmallReport(
      comparisons: ["c: { indicators: x, subject: a, references: 1️⃣2024-T5 }"], body: ["text: a"]
    ).expectMistake("not-a-period", in: Self.csv, hint: "2026-T3")
    SmallReport(
      comparisons: ["c: { indicators: x, subject: a, references: 2021 }"],
      body: ["table: { of: 1️⃣c, title: T }"]
    ).expectMistake("no-such-period", in: Self.csv, hint: "2023")
  }

  @Test("Two units are not subtracted from one another")
  func mixedUnits() {
    SmallReport(
      indicators: [
        "n: { label: N, unit: count, source: s, value: { column: v, by: z } }",
        "m: { label: M, unit: euros, source: s, value: { column: v, by: z } }",
      ], comparisons: ["c: { indicators: [n, 1️⃣m], subject: a, references: b }"], body: ["text: a"]
    ).expectMistake("mixed-units", in: "z;v\nA;1\nB;2\n", hint: "ratio")
  }
}

@Test(
  "A Lecture is about a period that its figure shows: the highlighted one, else the latest",
  arguments: [
    ("[2023, 2024]", "", "En_2024, l’indicateur «~X~» vaut 77_% pour «~A~», contre 86_% pour «~B~»."),
    ("[2024, 2023]", "", "En_2024, l’indicateur «~X~» vaut 77_% pour «~A~», contre 86_% pour «~B~»."),
    ("[2023]", "", "En_2023, l’indicateur «~X~» vaut 75_% pour «~A~», contre 85_% pour «~B~»."),
    (
      "all", ", highlight: 2023", "En_2023, l’indicateur «~X~» vaut 75_% pour «~A~», contre 85_% pour «~B~»."
    ),
    ("all", "", "En_2025, l’indicateur «~X~» vaut 79_% pour «~A~», contre 88_% pour «~B~»."),
  ])
func readingOfShownPeriods(periods: String, highlight: String, expected: String) {
  let said = SmallReport(
    head: "title: T, period: 2025",
    body: ["chart: { kind: bar, of: x, populations: [a, b], periods: \(periods), title: T\(highlight) }"]
  ).published("z;p;v\nA;2023;75\nB;2023;85\nA;2024;77\nB;2024;86\nA;2025;79\nB;2025;88\n")
  #expect(said.figures.first?.line("Lecture") == expected)
}
