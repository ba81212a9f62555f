import Indicators
import Testing

/// What a chart of rows is told of, by code; the data stand in one file.
private func codes(_ chart: String, _ csv: String) -> [String] {
  published(chart, csv).codes
}

@Suite("Mistakes in charts")
struct ChartMistakeTests {
  private static let bar = "kind: bar, categories: c, value: n"
  private static let three = "c;n\nA;10\nB;20\nC;15\n"
  private static let two = "c;s;n\nA;x;10\nA;y;20\nB;x;15\nB;y;30\n"

  @Test(
    "A scale that leaves a value out is an error, not a mark at its edge",
    arguments: [
      ("kind: dot, categories: c, value: n, axis: { min: 12 }", three, ["beyond-axis"]),
      (bar + ", axis: { max: 12 }", three, ["beyond-axis"]),
      (bar + ", axis: { min: 12, cut: yes }", three, ["beyond-axis"]),
      (bar + ", axis: { min: 0 }", "c;n\nA;-1\nB;2\n", ["beyond-axis"]),
      // What is stacked reaches further than any of its parts.
      ("kind: stacked, categories: c, series: s, value: n, axis: { max: 40 }", two, ["beyond-axis"]),
      ("kind: stacked, categories: c, series: s, value: n, axis: { max: 45 }", two, []),
      // So does what a waterfall goes through on its way.
      (
        "kind: waterfall, categories: c, value: n, totals: [A, C], axis: { max: 29 }",
        "c;n\nA;10\nB;20\nC;30\n", ["beyond-axis"]
      ),
      ("kind: dot, categories: c, value: n, axis: { min: 10, max: 20 }", three, []),
      ("kind: dot, categories: c, value: n, axis: { log: yes, min: 0 }", three, ["no-logarithm"]),
    ])
  func scales(chart: String, csv: String, expected: [String]) {
    #expect(codes(chart, csv) == expected)
  }

  @Test(
    "Scales that make readers see more than there is are warned of",
    arguments: [
      // 10 ÷ (10 − 8) = 5 times as much.
      (bar + ", axis: { min: 8, cut: yes }", three, ["exaggerates"]),
      (bar + ", axis: { min: 10, cut: yes }", three, ["exaggerates"]),
      (bar + ", axis: { min: 7, cut: yes }", three, []),
      (
        "kind: bar, categories: c, panels: s, value: n, scales: free", "c;s;n\nA;x;10\nA;y;20\n",
        ["needless-scales"]
      ),
      ("kind: bar, categories: c, panels: s, value: n, scales: free", "c;s;n\nA;x;10\nA;y;21\n", []),
      ("kind: split, categories: c, series: s, value: n, scales: free", two, ["needless-scales"]),
    ])
  func exaggerations(chart: String, csv: String, expected: [String]) {
    #expect(codes(chart, csv) == expected)
  }

  @Test(
    "Cells that are no numbers are told wherever a chart reads one",
    arguments: [
      (bar + ", low: l, high: h", "c;n;l;h\nA;6;x;9\n", ["not-a-number", "half-interval"]),
      (bar + ", low: l, high: h", "c;n;l;h\nA;6;9;3\n", ["turned-interval"]),
      (bar + ", low: l, high: h", "c;n;l;h\nA;6;;9\n", ["half-interval"]),
      (bar + ", low: l, high: h", "c;n;l;h\nA;6;7;9\n", ["outside-interval"]),
      (bar + ", low: l, high: h", "c;n;l;h\nA;6;6;6\nB;1;;\n", []),
      (bar + ", low: l", "c;n;l\nA;6;5\n", ["half-interval"]),
      ("kind: bullet, categories: c, value: n, target: t", "c;n;t\nA;6;abc\n", ["not-a-number"]),
      ("kind: mosaic, categories: c, value: [n, m], width: w", "c;n;m;w\nA;1;2;0\n", ["no-width"]),
      ("kind: mosaic, categories: c, value: [n, m], width: w", "c;n;m;w\nA;1;2;\n", ["no-width"]),
      (bar + ", status: st", "c;n;st\nA;1;zut\n", ["not-a-status"]),
      (bar, "c;n\nA;\nB;nd\n", ["no-numbers"]),
      ("kind: histogram, value: n", "n\nnd\nnd\n", ["no-numbers"]),
    ])
  func cells(chart: String, csv: String, expected: [String]) {
    #expect(codes(chart, csv) == expected)
  }

  @Test(
    "Names that nothing bears are told",
    arguments: [
      ("kind: bar, categories: c, series: s, value: n, sort-by: z", two, ["not-in-figure"]),
      (
        "kind: bar, categories: c, series: s, value: n, annotations: [{ at: A, series: z, text: t }]", two,
        ["not-in-figure"]
      ),
      (bar + ", annotations: [{ at: A, text: t }, { at: A, text: u }]", three, ["annotated-twice"]),
      ("kind: waterfall, categories: c, value: n, totals: [Z]", three, ["not-in-figure"]),
      ("kind: likert, categories: c, series: s, value: n, apart: Z", two, ["not-in-figure"]),
      (bar + ", labels: { Z: Bon }", three, ["renames-nothing"]),
      (bar + ", labels: { A: Bon, n: Nombre }", three, []),
      (bar + ", gaps: [A, A]", three, ["gap-of-one"]),
      (bar + ", gaps: [A, B]", "c;n\nA;1\nB;s\n", ["gap-of-missing"]),
      (bar + ", groups: g", "c;g;n\nA;x;1\nB;x;2\n", []),
      (
        "kind: bar, categories: c, series: s, value: n, groups: g", "c;s;g;n\nA;u;x;1\nA;v;y;2\n",
        ["in-two-groups"]
      ),
      (bar + ", intervals: gradient", three, ["no-intervals"]),
      (bar + ", axis: { min: 5, cut: yes }, benchmarks: [2]", "c;n\nA;10\nB;11\n", ["beyond-axis"]),
      (bar + ", axis: { max: 50 }, benchmarks: [{ value: 20, to: 60 }]", three, ["beyond-axis"]),
      ("kind: dot, categories: c, value: n, axis: { log: yes }, benchmarks: [0]", three, ["beyond-axis"]),
      ("kind: line, categories: c, value: n", "c;n\n2024-T3;1\nT3 2024;2\n", ["twice-in-chart"]),
      (bar + ", gaps: yes", three, ["gaps-of-one-series"]),
    ])
  func names(chart: String, csv: String, expected: [String]) {
    #expect(codes(chart, csv) == expected)
  }

  @Test(
    "Keys without effect are warned of",
    arguments: [
      "totals: [A]", "apart: n", "bins: 5", "each: 5", "scales: free", "columns: 2", "target: 15", "width: n",
      "axis: { cut: yes }",
    ])
  func idle(key: String) { #expect(codes(Self.bar + ", " + key, Self.three) == ["no-effect"]) }

  @Test(
    "Sums that are not what they are said to be are warned of",
    arguments: [
      (
        "kind: stacked-100, categories: c, value: [n, m], unit: '%'", "c;n;m\nA;60;60\nB;30;70\n",
        ["not-of-whole"]
      ),
      ("kind: stacked-100, categories: c, value: [n, m], unit: '%'", "c;n;m\nA;33.3;66.6\n", []),
      ("kind: stacked-100, categories: c, value: [n, m], unit: '%'", "c;n;m\nA;80;nd\n", []),
      ("kind: stacked-100, categories: c, value: [n, m], unit: '%'", "c;n;m\nA;180;nd\n", ["over-whole"]),
      (
        "kind: stacked-100, categories: c, value: [n, m], unit: '%'", "c;n;m\nA;80;s\n", ["computable-secret"]
      ),
      ("kind: stacked-100, categories: c, value: [n, m, k], unit: '%'", "c;n;m;k\nA;80;s;s\n", []),
      ("kind: stacked-100, categories: c, value: [n, m]", "c;n;m\nA;80;s\n", []),
      ("kind: stacked, categories: c, value: [n, m], unit: '%'", "c;n;m\nA;60;70\n", ["over-whole"]),
      ("kind: stacked, categories: c, value: [n, m], unit: years", "c;n;m\nA;60;70\n", ["not-parts"]),
      (
        "kind: waterfall, categories: c, value: n, totals: [A, Z]", "c;n\nA;10\nB;-5\nZ;99\n", ["other-total"]
      ),
      ("kind: waterfall, categories: c, value: n, totals: [A, Z]", "c;n\nA;10\nB;-5\nZ;5\n", []),
      (
        "kind: waterfall, categories: c, value: n, totals: [A, Z]", "c;n\nA;10\nB;s\nC;3\nZ;5\n",
        ["computable-secret"]
      ),
      ("kind: waterfall, categories: c, value: n, totals: [A, Z]", "c;n\nA;10\nB;s\nC;s\nZ;5\n", []),
      ("kind: waterfall, categories: c, value: n, totals: [A, Z]", "c;n\nA;10\nB;s\nZ;s\nC;1\n", []),
      // Half of a unit each may be lost by rounding.
      (
        "kind: waterfall, categories: c, value: n, totals: [A, Z], decimals: 0",
        "c;n\nA;10\nB;-5\nC;2\nZ;8\n", []
      ),
      ("kind: pareto, categories: c, value: [n, m]", "c;n;m\nA;60;70\n", ["series-needed"]),
      ("kind: histogram, value: [n, m]", "n;m\n60;70\n", ["series-needed"]),
      ("kind: line, categories: c, value: n", three, ["line-over-no-periods"]),
      ("kind: column, categories: c, value: n", "c;n\n2015;1\n2018;2\n2024;3\n", ["uneven-periods"]),
      ("kind: column, categories: c, value: n", "c;n\n2015;1\n2018;2\n2021;3\n", []),
      ("kind: column, categories: c, value: n", "c;n\n2024;3\n2018;2\n2015;1\n", []),
      ("kind: bar, categories: c, value: n", "c;n\n2015;1\n2018;2\n2024;3\n", []),
      ("kind: pictogram, categories: c, value: n, each: 0.1", three, ["many-signs"]),
      ("kind: pictogram, categories: c, value: n, each: 0.0001", three, ["many-signs"]),
      ("kind: pictogram, categories: c, value: n, each: 100", three, ["no-whole-sign"]),
    ])
  func sums(chart: String, csv: String, expected: [String]) {
    #expect(codes(chart, csv) == expected)
  }

  @Test("A stack that lacks a part has no sum, and no shares unless its values are percentages")
  func missingPart() throws {
    let csv = "c;n;m\nA;60;\nB;30;70\n"
    let counts = try #require(published("kind: stacked-100, categories: c, value: [n, m]", csv).charts.first)
    #expect(
      counts.panels[0].bars.map { $0.map { visible($0.label) } } == [["n.d.", "30_%"], ["n.d.", "70_%"]])

    let percent = published("kind: stacked-100, categories: c, value: [n, m], unit: '%'", csv)
    #expect(percent.codes == [])
    #expect(percent.charts.first?.panels[0].bars[0].map { visible($0.label) } == ["60_%", "30_%"])

    let stack = published("kind: stacked, categories: c, value: [n, m]", csv)
    #expect(stack.charts.first?.options.totals == ["n.d.", "100"])
  }

  @Test("Lines run in the order of time, and groups stay together, however the rows are ordered")
  func order() {
    let line = published("kind: line, categories: c, value: n", "c;n\n2022;1\n2020;2\n2021;3\n")
    #expect(line.charts.first?.categories.map(\.label) == ["2020", "2021", "2022"])
    let groups = published(Self.bar + ", groups: g", "c;g;n\nA;x;1\nB;y;2\nC;x;3\n")
    #expect(groups.charts.first?.categories.map(\.label) == ["A", "C", "B"])
  }

  @Test("Quarters and months have a name in their year, unless their author gives them one")
  func partsOfYears() {
    let csv = "c;n\n2024-Q4;1\n2025-Q1;2\n"
    let chart = published("kind: column, categories: c, value: n", csv).charts.first
    #expect(chart?.categories.map { $0.partOfYear?.names } == [["T4"], ["T1"]])
    #expect(chart?.categories.map { $0.partOfYear?.year } == ["2024", "2025"])
    let named = published("kind: column, categories: c, value: n, labels: { 2025-Q1: Début }", csv)
    #expect(named.charts.first?.categories.map { $0.partOfYear?.year } == ["2024", nil])
  }

  @Test("Values far below one keep two digits, and those of a logarithmic scale their own decimals")
  func smallValues() {
    let tiny = published(Self.bar, "c;n\nA;0.0012\nB;0.00025\n").charts.first
    #expect(tiny?.panels[0].bars[0].map(\.label) == ["0,0012", "0,0003"])
    let log = published(
      "kind: dot, categories: c, value: n, axis: { log: yes }", "c;n\nA;0.0012\nB;4.25\nC;1500.5\n")
    #expect(log.charts.first?.panels[0].bars[0].map { visible($0.label) } == ["0,0012", "4,3", "1~501"])
  }
}
