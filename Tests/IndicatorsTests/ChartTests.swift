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

@Test(
  "Ages in rising order stand from the youngest at the foot of a pyramid; other categories as declared",
  arguments: [
    (["Moins de 15 ans", "15 à 29 ans", "30 ans ou plus"], true),
    (["0 à 9 ans", "10 à 19 ans", "100 ans"], true),
    (["30 ans ou plus", "15 à 29 ans", "0 à 14 ans"], false),
    (["Étudiants", "Actifs", "Retraités"], false),
  ])
func pyramid(names: [String], isTurned: Bool) throws {
  let yaml = """
    report: { title: Suivi }
    sources:
      s: { title: Recensement, data: data.csv }
    body:
      - chart: { kind: pyramid, title: T, from: s, categories: âge, value: [femmes, hommes], counts: habitants, universe: U }
    """
  let rows = names.map { "\($0);1;2\n" }.joined()
  let chart = try #require(Publishing(yaml, ["data.csv": "âge;femmes;hommes\n" + rows]).charts.first)

  let labels = chart.categories.map { $0.label.replacing("\u{A0}", with: " ") }
  #expect(labels == (isTurned ? names.reversed() : names))
}

@Test("A target that all share is told in the legend", arguments: [("90", "Cible_: 90_%"), ("80", "Cible")])
func target(second: String, name: String) throws {
  let yaml = """
    report: { title: Suivi }
    sources:
      s: { title: Suivi du contrat, data: data.csv }
    body:
      - chart: { kind: bullet, title: T, from: s, categories: action, value: valeur, target: cible, unit: "%", universe: U }
    """
  let chart = Publishing(yaml, ["data.csv": "action;valeur;cible\na;50;90\nb;60;\(second)\n"]).charts.first
  #expect(visible(try #require(chart?.options.targetName)) == name)
}

@Test(
  "A gap between periods is a change, one between places the first against the second",
  arguments: [(["2018", "2025"], "+17_points"), (["QPV", "Ville"], "−17_points")])
func gapsOfSeries(series: [String], label: String) throws {
  let yaml = """
    report: { title: Suivi }
    sources:
      s: { title: Enquête, data: data.csv }
    body:
      - chart: { kind: dumbbell, title: T, from: s, categories: zone, series: série, value: taux, unit: "%", gaps: yes, universe: U }
    """
  let rows = "zone;série;taux\na;\(series[0]);64\na;\(series[1]);81\n"
  let chart = try #require(Publishing(yaml, ["data.csv": rows]).charts.first)
  #expect(chart.brackets.map { visible($0.label) } == [label])
}

@Test("A reference is told with its value, unless its name tells a number")
func namedReferences() throws {
  let chart = try #require(
    fourBars(", benchmarks: [{ value: 25, label: Ville }, { value: 30, label: Objectif 2027 }]"))
  #expect(chart.references.map { visible($0.label) } == ["Ville_: 25_%", "Objectif 2027"])
}

extension String {
  /// With one full stop at its end.
  fileprivate var ended: String { hasSuffix(".") ? self : self + "." }
}
