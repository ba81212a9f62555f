import Indicators
import Testing

/// A chart of one indicator for four populations, of which one has no value.
private func fourBars(_ keys: String) -> PublishedChart? {
  let yaml = """
    report: { title: Suivi }
    sources:
      s: { title: Enquête, data: data.csv }
    populations: { a: { label: A }, b: { label: B }, c: { label: C }, d: { label: D } }
    indicators:
      part: { label: Part, unit: "%", universe: U, source: s, value: { column: taux, by: p } }
    body:
      - chart: { kind: bar, title: T, of: part, populations: [a, b, c, d]\(keys) }
    """
  return Publishing(yaml, ["data.csv": "p;taux\na;20\nb;nd\nc;30\nd;20\n"]).charts.first
}

@Test(
  "Bars are sorted once for bars and description; missing values go last, equal ones stay as declared",
  arguments: [
    ("", ["A", "B", "C", "D"]), (", sort: declared", ["A", "B", "C", "D"]),
    (", sort: ascending", ["A", "D", "C", "B"]),
    (", sort: descending", ["C", "A", "D", "B"]),
  ])
func sorted(keys: String, order: [String]) throws {
  let chart = try #require(fourBars(keys))
  let labels = ["A": "20_%", "B": "n.d.", "C": "30_%", "D": "20_%"]
  #expect(chart.categories.map(\.label) == order)
  #expect(chart.panels[0].bars[0].map { visible($0.label) } == order.compactMap { labels[$0] })
  #expect(
    visible(chart.description)
      == order.map { "\($0)_: \(labels[$0] ?? "")" }.joined(separator: "~; ").ended
      + " De 20_% (A) à 30_% (C).")
}

@Test("A highlight marks its category wherever sorting puts it")
func highlight() throws {
  let chart = try #require(fourBars(", sort: descending, highlight: d"))
  #expect(chart.hasHighlight)
  #expect(chart.categories.map(\.isHighlighted) == [false, false, true, false])
}

@Test("The alternative text counts categories and names series")
func alternative() throws {
  #expect(try #require(fourBars("")).alternative == "Diagramme en barres, 4 catégories")
  let one = Publishing(
    report(body: "- chart: { kind: bar, of: ecart, title: T, categories: indicators }"), data("1", "2"))
  #expect(one.charts.first?.alternative == "Diagramme en barres, 1 catégorie, QPV et France")
  let own = try #require(fourBars(", alternative: \"Part : {part[a]}\""))
  #expect(visible(own.alternative) == "Part_: 20_%")
}

extension String {
  /// With one full stop at its end.
  fileprivate var ended: String { hasSuffix(".") ? self : self + "." }
}
