import Indicators
import Testing

@Suite("Warnings of charts of rows")
struct RowChartWarningTests {
  @Test(
    "Shares of one that are called percentages are warned of; what is merely rare is not",
    arguments: [("0,87;0,6;0,44", true), ("0,02;0,11;0,2", false), ("0,87;0,6;12", false), ("1;0;1", false)])
  func sharesOfOne(values: String, isWarnedOf: Bool) {
    let rows = values.split(separator: ";").enumerated().map { "\("ABC".dropFirst($0).prefix(1));\($1)\n" }
    let chart = #"kind: bar, categories: c, value: n, unit: "%""#
    let codes = published(chart, "c;n\n" + rows.joined()).codes
    #expect(codes == (isWarnedOf ? ["shares-as-percentages"] : []))
  }

  @Test(
    "What a reader would not see is warned of, once",
    arguments: [
      (
        "kind: bar, categories: c, value: n, scale: millions, decimals: 2", "c;n\nA;927\nB;29000000\n",
        "printed-as-zero"
      ),
      ("kind: bar, categories: c, value: s", "c;s;n\nA;oui;1\nB;non;2\n", "column-of-text"),
      ("kind: bar, categories: c, value: n", "c;n\nA;1\nA;2\nA;3\n", "twice-in-chart"),
      (
        "kind: bar, categories: c, value: n, labels: { D: 1, E: 2, F: 3, G: 4, A: a }", "c;n\nA;1\nB;2\n",
        "renames-nothing"
      ),
      (
        "kind: bar, categories: c, value: n, labels: { m: Mesure }", "c;n;m\nA;1;2\nB;2;3\n",
        "renames-nothing"
      ),
      ("kind: pareto, categories: c, value: n", "c;n\nTotal;30\nA;20\nB;10\n", "total-among-parts"),
      ("kind: pareto, categories: c, value: n", "c;n\nA;20\nB;10\nC;30\nD;60\n", "total-among-parts"),
      (
        "kind: ranked, categories: c, value: n, unit: '%'", "c;n\nEnsemble;30\nA;20\nB;40\n",
        "total-among-parts"
      ),
      (
        "kind: bar, categories: c, value: n, benchmarks: [mean]", "c;n\nTotal;30\nA;20\nB;10\n",
        "total-among-parts"
      ),
      ("kind: stacked, categories: c, value: [a, b, t]", "c;a;b;t\nX;1;2;3\nY;4;5;9\n", "total-among-parts"),
      ("kind: waterfall, categories: c, value: n", "c;n\nBudget;100\nA;-40\nReste;60\n", "total-as-step"),
      ("kind: bar, categories: c, value: n", "c;n\nLes Tilleuls;3\nles tilleuls;4\n", "alike"),
      ("kind: bar, categories: c, value: n", "c;n\nA;3\n;7\n", "nameless-row"),
      ("kind: bar, categories: c, value: n", "c;n\nA;12 €\nB;14 €\nC;3\n", "not-a-number"),
      ("kind: bar, categories: c, value: n", "c;n\nA;3\nB;7\nSource : Insee;\n", "note-among-rows"),
      ("kind: bar, categories: c, value: n, benchmarks: [moyenne]", "c;n\nA;1\nB;2\n", "not-a-reference"),
      (
        "kind: pareto, categories: c, value: n", "c;n\n" + (1...30).map { "c\($0);\($0)\n" }.joined(),
        "many-causes"
      ),
    ])
  func unseen(chart: String, csv: String, code: String) {
    #expect(Set(published(chart, csv).codes) == [code])
  }

  @Test("What only looks like a total is not told of")
  func noTotals() {
    #expect(published("kind: bar, categories: c, value: n", "c;n\nTotal;30\nA;20\nB;10\n").codes == [])
    #expect(published("kind: pareto, categories: c, value: n", "c;n\nA;20\nB;10\nC;31\nD;60\n").codes == [])
    #expect(
      published("kind: stacked, categories: c, value: [a, b, t]", "c;a;b;t\nX;1;2;3\nY;4;5;8\n").codes == [])
  }

  @Test("A chart of rows whose coverage nobody states is warned of")
  func noUniverse() {
    let yaml = "report: { title: T }\nsources: { s: { title: S, data: d.csv } }\nbody:\n  - chart: "
    let chart = "{ kind: bar, from: s, categories: c, value: n, title: T }"
    #expect(Publishing(yaml + chart, ["d.csv": "c;n\nA;1\n"]).codes == ["figure-without-universe"])
  }
}
