import Indicators
import Testing

@Suite("Charts of rows")
struct RowChartTests {
  private let ages = "usage;age;part\nA;jeunes;62\nA;aînés;55\nB;jeunes;70\nB;aînés;nd\n"

  @Test("Rows become categories and series in their order, with what is missing marked")
  func grid() throws {
    let said = published(#"kind: bar, categories: usage, series: age, value: part, unit: "%""#, ages)
    let chart = try #require(said.charts.first)
    #expect(said.codes == [])
    #expect(chart.categories.map(\.label) == ["A", "B"])
    #expect(chart.series.map(\.name) == ["jeunes", "aînés"])
    #expect(
      chart.panels[0].bars.map { $0.map { visible($0.label) } } == [["62_%", "70_%"], ["55_%", "n.d."]])
    #expect(visible(chart.conclusion ?? "") == "De 55_% (A, aînés) à 70_% (B, jeunes).")
    #expect(
      said.figures.first?.line("Lecture").map(visible)
        == "Pour «~A~», la valeur est de 62_% (jeunes), contre 55_% (aînés).")
  }

  @Test(
    "The reading sentence says a value as its kind of chart is read",
    arguments: [
      (
        "kind: line, categories: c, series: s, value: n, unit: '%'",
        "c;s;n\n2018;A;64\n2018;B;80\n2019;A;70\n",
        "En_2019, la valeur est de 70_% pour «~A~»."
      ),
      (
        "kind: column, categories: c, value: n, counts: visites", "c;n\n2021-Q1;820\n2021-Q2;910\n",
        "Au_2e_trimestre_2021, on compte 910_visites."
      ),
      (
        "kind: slope, categories: c, value: n, unit: '%'", "c;n\n2018;64\n2025;83\n",
        "Entre 2018 et 2025, la valeur passe de 64_% à 83_%."
      ),
      (
        "kind: stacked-100, categories: c, series: s, value: n", "c;s;n\nA;x;1\nA;y;3\n",
        "Pour «~A~», la part de «~x~» est de 25_%."
      ),
      (
        "kind: likert, categories: c, series: s, value: n", "c;s;n\nA;Oui;1\nA;Non;3\n",
        "Pour «~A~», la part des réponses «~Oui~» est de 25_%."
      ),
      (
        "kind: range, categories: c, value: [n, m], counts: minutes", "c;n;m\nA;4;22\n",
        "Pour «~A~», les valeurs vont de 4 (N) à 22_minutes (M)."
      ),
      (
        "kind: bullet, categories: c, value: n, target: t, unit: '%'", "c;n;t\nA;70;80\n",
        "Pour «~A~», la valeur est de 70_%, pour une cible de 80_%."
      ),
      ("kind: waterfall, categories: c, value: n, totals: [A]", "c;n\nA;4\nB;-1\n", "«~A~» s’élève à 4."),
      (
        "kind: waterfall, categories: c, value: n, totals: [A], highlight: B", "c;n\nA;4\nB;-1\n",
        "«~B~» compte pour −1."
      ),
      (
        "kind: bar, categories: c, value: n, low: l, high: h, unit: '%'", "c;n;l;h\nA;79;75;83\n",
        "Pour «~A~», la valeur est de 79_% (intervalle de confiance_: de 75_% à 83_%)."
      ),
      (
        "kind: bar, categories: c, value: n, counts: habitants", "c;n\nA;-3\n",
        "Pour «~A~», la valeur est de −3_habitants."
      ),
      ("kind: bar, categories: c, value: n", "c;n\nA;nd\nB;2\n", "Pour «~B~», la valeur est de 2."),
    ])
  func readings(chart: String, csv: String, sentence: String) {
    #expect(published(chart, csv).figures.first?.line("Lecture").map(visible) == sentence)
  }

  @Test(
    "The same in English",
    arguments: [
      (
        "kind: line, categories: c, series: s, value: n, unit: '%'",
        "c;s;n\n2018;A;64\n2018;B;80\n2019;A;70\n",
        "In_2019, the value is 70% for “A”."
      ),
      (
        "kind: column, categories: c, value: n, counts: visits", "c;n\n2021-Q1;820\n2021-Q2;910\n",
        "In_Q2_2021, the count is 910_visits."
      ),
      ("kind: bar, categories: c, value: n, counts: visits", "c;n\nA;1\n", "For “A”, the count is 1_visit."),
      (
        "kind: bar, categories: c, series: s, value: n, unit: euros", "c;s;n\nA;x;10\nA;y;20\n",
        "For “A”, the value is €10 (x), compared with €20 (y)."
      ),
      (
        "kind: slope, categories: c, series: s, value: n, unit: '%'",
        "c;s;n\n2018;x;64\n2025;x;83\n2018;y;1\n2025;y;2\n",
        "Between 2018 and 2025, the value goes from 64% to 83% for “x”."
      ),
      (
        "kind: stacked-100, categories: c, series: s, value: n", "c;s;n\nA;x;1\nA;y;3\n",
        "For “A”, the share of “x” is 25%."
      ),
      (
        "kind: likert, categories: c, series: s, value: n", "c;s;n\nA;Yes;1\nA;No;3\n",
        "For “A”, the share of answers “Yes” is 25%."
      ),
      (
        "kind: range, categories: c, value: [n, m], counts: minutes", "c;n;m\nA;4;22\n",
        "For “A”, the values go from 4 (N) to 22_minutes (M)."
      ),
      (
        "kind: bullet, categories: c, value: n, target: t, unit: '%'", "c;n;t\nA;70;80\n",
        "For “A”, the value is 70%, against a target of 80%."
      ),
      ("kind: waterfall, categories: c, value: n, totals: [A]", "c;n\nA;4\nB;-1\n", "“A” comes to 4."),
      (
        "kind: waterfall, categories: c, value: n, totals: [A], highlight: B, unit: euros, scale: thousands",
        "c;n\nA;4000\nB;-1000\n", "“B” accounts for a change of −€1_thousand."
      ),
      (
        "kind: bar, categories: c, value: n, low: l, high: h, unit: '%'", "c;n;l;h\nA;79;75;83\n",
        "For “A”, the value is 79% (confidence interval: 75% to 83%)."
      ),
      ("kind: ranked, categories: c, value: n, highlight: B", "c;n\nA;4\nB;3\n", "“B” ranks 2nd, with 3."),
      (
        "kind: histogram, value: n, unit: euros, bins: 2", "n\n1\n4\n11\n19\n5\n",
        "The class “€0 to under €10” has 3 observations."
      ),
      (
        "kind: bar, categories: c, panels: s, value: n, unit: '%'", "c;s;n\nA;x;10\nA;y;20\n",
        "“x”: for “A”, the value is 10%."
      ),
    ])
  func englishReadings(chart: String, csv: String, sentence: String) {
    let figure = published(chart, csv, language: "en").figures.first
    #expect(figure?.line("Reading").map(visible) == sentence)
  }

  @Test(
    "What a chart comes to is told as its kind is read",
    arguments: [
      (
        "kind: waterfall, categories: c, value: n, totals: [A, Z]", "c;n\nA;10\nB;-2\nZ;8\n",
        "De 10 (A) à 8 (Z)."
      ),
      (
        "kind: stacked, categories: c, series: s, value: n", "c;s;n\nA;x;1\nA;y;2\nB;x;8\nB;y;4\n",
        "Totaux_: de 3 (A) à 12 (B)."
      ),
      (
        "kind: bullet, categories: c, value: n, target: t", "c;n;t\nA;7;8\nB;9;8\nC;8;8\n",
        "De 7 (A) à 9 (B). Cible atteinte ou dépassée_: 2 sur 3."
      ),
    ])
  func conclusions(chart: String, csv: String, words: String) {
    #expect(published(chart, csv).charts.first?.conclusion.map(visible) == words)
  }

  @Test("Changes of a waterfall are signed and have their unit once")
  func changes() throws {
    let chart = "kind: waterfall, categories: c, value: n, totals: [A], unit: euros, scale: thousands"
    let bars = published(chart, "c;n\nA;4000\nB;-1000\nC;500\n").charts.first?.panels[0].bars[0]
    #expect(
      bars?.map { visible($0.label) } == [
        "4,0_milliers_d’euros", "−1,0_millier_d’euros", "+0,5_millier_d’euros",
      ])
  }

  @Test("A gap between rows with intervals that overlap too far is marked, and the note says so")
  func insignificantGap() throws {
    let csv = "c;n;l;h\nA;79;75;83\nB;81;76;86\nC;95;94;96\n"
    let chart = "kind: column, categories: c, value: n, low: l, high: h, unit: '%', gaps: "
    let near = published(chart + "[A, B]", csv)
    #expect(near.charts.first?.brackets.map(\.label) == ["ns"])
    let note = try #require(near.figures.first?.line("Note").map(visible))
    #expect(note.hasSuffix("Écarts testés au niveau de confiance de 95_%. ns_: écart non significatif."))

    let far = published(chart + "[A, C]", csv)
    #expect(far.charts.first?.brackets.map { visible($0.label) } == ["+16_points"])
    let farNote = far.figures.first?.line("Note").map(visible)
    #expect(farNote?.contains("Écart_: «~C~» moins «~A~».") == true && farNote?.contains("ns_:") == false)
    // An interval that does not hold its value tells nothing.
    let wrong = published(chart + "[A, B]", "c;n;l;h\nA;79;85;90\nB;81;76;86\n")
    #expect(wrong.charts.first?.brackets.map { visible($0.label) } == ["+2_points"])
  }

  @Test("Several columns of values are series, under the names that the author gives")
  func wide() throws {
    let said = published(
      "kind: pyramid, categories: age, value: [f, h], labels: { f: Femmes, h: Hommes }",
      "age;f;h\n0;3;4\n1;5;6\n")
    let chart = try #require(said.charts.first)
    #expect(chart.series.map(\.name) == ["Femmes", "Hommes"])
    #expect(chart.panels[0].bars.map { $0.map(\.number) } == [[3, 5], [4, 6]])
  }

  @Test("Counts are shown in percent of their sum where that is asked for")
  func shares() throws {
    let said = published(
      "kind: stacked-100, categories: usage, series: age, value: n", "usage;age;n\nA;x;1\nA;y;3\n")
    let chart = try #require(said.charts.first)
    #expect(chart.panels[0].bars.map { visible($0[0].label) } == ["25_%", "75_%"])
  }

  @Test("A histogram counts its rows in classes of round width, each bound in the class that it starts")
  func histogram() throws {
    let said = published("kind: histogram, value: x, bins: 3", "x\n0\n4\n10\n12\n20\n29\n30\n")
    let chart = try #require(said.charts.first)
    #expect(
      chart.categories.map { visible($0.label) } == [
        "de 0 à moins de 10", "de 10 à moins de 20", "de 20 à 30",
      ])
    #expect(chart.panels[0].bars[0].map(\.number) == [2, 2, 3])
    #expect(chart.options.edges == ["0", "10", "20", "30"])
    #expect(said.figures.first?.subtitle.map(visible) == "Nombre d’observations par classe")
    #expect(said.figures.first?.line("Note") == nil)
  }

  @Test(
    "A histogram says what its axis counts, in what unit its classes are, and how many rows have no value")
  func countedByHistogram() {
    let said = published(
      #"kind: histogram, value: x, bins: 3, unit: "%""#, "c;x\na;0\nb;\nc;10\nd;nd\ne;29\n")
    #expect(said.figures.first?.subtitle.map(visible) == "Nombre d’observations par classe (classes_: en_%)")
    #expect(
      said.figures.first?.line("Note").map(visible)
        == "2 observations sont sans valeur et ne sont pas comptées.")
  }

  @Test("Targets that differ are printed beside the values; of one that is for all the legend tells")
  func printedTargets() {
    let chart = #"kind: bullet, categories: c, value: n, target: t, unit: "%""#
    let differing = published(chart, "c;n;t\nA;70;80\nB;62;\nC;nd;50\n").charts.first
    #expect(
      differing?.panels[0].bars[0].map { $0.targetLabel.map(visible) } == ["80_%", nil, nil])
    let shared = published(chart, "c;n;t\nA;70;80\nB;62;80\n").charts.first
    #expect(shared?.panels[0].bars[0].map(\.targetLabel) == [nil, nil])
    #expect(shared?.options.targetName.map(visible) == "Cible_: 80_%")
  }

  @Test("As many classes as are asked for, or nearly", arguments: [4, 5, 6, 8, 10, 15])
  func classes(count: Int) throws {
    let rows = (0..<400).map { "\(($0 * 37) % 97 + 3)\n" }.joined()
    let chart = try #require(
      published("kind: histogram, value: x, bins: \(count)", "x\n" + rows).charts.first)
    #expect(abs(chart.categories.count - count) <= 2)
  }

  @Test("Of what from what a gap is, is said: the sign alone does not tell")
  func gapsOfWhat() {
    func note(_ chart: String, _ csv: String) -> String? {
      published(chart, csv).figures.first?.line("Note").map(visible)
    }
    let csv = "c;a;b\nX;10;14\nY;20;17\n"
    #expect(note("kind: bar, categories: c, value: [a, b], gaps: yes", csv) == "Écarts_: «~A~» moins «~B~».")
    #expect(
      note("kind: dumbbell, categories: c, value: [a, b], gaps: yes", csv) == "Écarts_: «~A~» moins «~B~».")
    let inTime = "kind: bar, categories: c, series: p, value: n, gaps: yes"
    #expect(note(inTime, "c;p;n\nX;2019;10\nX;2025;14\n") == "Écart_: «~2025~» moins «~2019~».")
  }

  @Test("Parts that are not printed as what they come to are noted")
  func roundedParts() {
    func note(_ chart: String, _ csv: String) -> String? {
      published(chart, csv).figures.first?.line("Note").map(visible)
    }
    let thirds = "c;a;b;d\nX;1;1;1\n"
    #expect(
      note("kind: stacked-100, categories: c, value: [a, b, d]", thirds)
        == "En raison des arrondis, la somme des parts peut différer de 100_%.")
    #expect(note("kind: stacked-100, categories: c, value: [a, b, d]", "c;a;b;d\nX;2;1;1\n") == nil)
    #expect(note("kind: stacked-100, categories: c, value: [a, b, d], values: no", thirds) == nil)
    let tenths = "c;a;b\nX;1,4;1,4\n"
    #expect(
      note("kind: stacked, categories: c, value: [a, b], decimals: 0", tenths)
        == "En raison des arrondis, la somme des parties peut différer du total.")
  }

  @Test("A mosaic's widths are those of the column that the author names")
  func widths() {
    let chart = "kind: mosaic, categories: c, value: [a, b], width: w, labels: { w: Population }"
    let said = published(chart, "c;a;b;w\nX;1;3;100\nY;1;1;900\n")
    #expect(
      said.figures.first?.line("Note").map(visible)?.hasPrefix(
        "La largeur d’une colonne est proportionnelle à «~Population~».") == true)
  }

  @Test("A stack is as settled as its least settled part; a part below zero that is missing is missing there")
  func unsettledTotals() {
    let csv = "c;s;n;st\nX;a;1;\nX;b;2;p\nY;a;3;\nY;b;4;\n"
    let chart = "kind: stacked, categories: c, series: s, value: n, status: st"
    #expect(published(chart, csv).charts.first?.options.totals?.map(visible) == ["3_(p)", "7"])
  }

  @Test("Differences of percentages are points, with their sign, and differ by points")
  func points() throws {
    let csv = "c;n\nA;3,5\nB;-1,2\nC;0\n"
    let said = published("kind: bar, categories: c, value: n, unit: points, gaps: [A, B]", csv)
    let chart = try #require(said.charts.first)
    #expect(said.codes == [])
    #expect(chart.panels[0].bars[0].map { visible($0.label) } == ["+3,5_pts", "−1,2_pt", "0,0_pt"])
    #expect(chart.brackets.map { visible($0.label) } == ["−4,7_points"])
    #expect(said.figures.first?.subtitle == "En points")
    #expect(said.figures.first?.line("Lecture").map(visible) == "Pour «~A~», la valeur est de +3,5_points.")
    let english = published("kind: bar, categories: c, value: n, unit: points", csv, language: "en")
    #expect(
      english.charts.first?.panels[0].bars[0].map { visible($0.label) } == [
        "+3.5_pts", "−1.2_pts", "0.0_pts",
      ])
  }

  @Test("A Pareto chart sorts its causes and sums them up")
  func pareto() throws {
    let said = published("kind: pareto, categories: c, value: n", "c;n\nA;1\nB;3\n")
    let chart = try #require(said.charts.first)
    #expect(chart.categories.map(\.label) == ["B", "A"])
    #expect(chart.panels[0].bars[1].map(\.number) == [75, 100])
  }

  @Test("Panels share their names, which then have no ranks: these differ from one to another")
  func ranksOfPanels() throws {
    let said = published(
      "kind: ranked, categories: c, value: n, panels: p", "p;c;n\nx;A;1\nx;B;3\ny;A;3\ny;B;1\n")
    #expect(said.charts.first?.categories.map(\.rank) == [nil, nil])
  }

  @Test("Of a 100% stack whose known parts come to more than 100, none is drawn")
  func overWhole() throws {
    let said = published(
      "kind: stacked-100, categories: c, value: [n, m, o], unit: '%'", "c;n;m;o\nA;80;90;nd\nB;40;30;30\n")
    let bars = said.charts.first?.panels[0].bars
    #expect(bars?.map { $0[0].number } == [nil, nil, nil])
    #expect(bars?.map { $0[1].number } == [40, 30, 30])
  }

  @Test("Equal values share a rank")
  func ranks() throws {
    let said = published("kind: ranked, categories: c, value: n", "c;n\nA;1\nB;3\nC;3\nD;nd\n")
    #expect(said.charts.first?.categories.map(\.rank) == [1, 1, 3, nil])
  }

  @Test("Categories stay in their groups when they are sorted")
  func groups() throws {
    let said = published(
      "kind: bar, categories: c, groups: g, value: n, sort: descending", "c;g;n\nA;x;1\nB;y;9\nC;x;5\nD;y;2\n"
    )
    #expect(said.charts.first?.categories.map(\.label) == ["C", "A", "B", "D"])
  }

  @Test("Panels have a list of bars each")
  func panels() throws {
    let said = published("kind: bar, categories: usage, panels: age, value: part", ages)
    let chart = try #require(said.charts.first)
    #expect(chart.panels.map(\.title) == ["jeunes", "aînés"])
    #expect(chart.panels.map { $0.bars[0].map(\.number) } == [[62, 70], [55, nil]])
  }

  @Test(
    "What cannot be drawn is told where it stands",
    arguments: [
      ("kind: bar, categories: c, value: x", "c;n\nA;1\n", ["unknown-data-column"]),
      ("kind: bar, categories: c, value: n", "c;n\nA;1\nA;2\n", ["twice-in-chart"]),
      ("kind: bar, categories: c, value: n", "c;n\nA;inf\n", ["not-a-number"]),
      ("kind: bar, categories: c, value: n", "c;n\n", ["empty-table"]),
      ("kind: bar, categories: c, value: n, highlight: Z", "c;n\nA;1\n", ["not-in-figure"]),
      ("kind: stacked-100, categories: c, value: [n, m]", "c;n;m\nA;1;-2\n", ["negative-part"]),
      ("kind: pictogram, categories: c, value: n", "c;n\nA;-1\n", ["negative-part"]),
      ("kind: pyramid, categories: c, value: n", "c;n\nA;1\n", ["series-needed"]),
      ("kind: slope, categories: c, value: n", "c;n\nA;1\nB;1\nC;1\n", ["slope-of-two"]),
      ("kind: dot, categories: c, value: n, axis: { log: yes }", "c;n\nA;0\nB;10\n", ["no-logarithm"]),
      (
        "kind: bar, categories: c, value: n, annotations: [{ at: Z, text: non }]", "c;n\nA;1\n",
        ["not-in-figure"]
      ),
    ])
  func mistakes(chart: String, csv: String, codes: [String]) { #expect(published(chart, csv).codes == codes) }

  @Test("Five thousand categories are an error, but a histogram of five thousand rows is none")
  func many() {
    let rows = (0..<5000).map { "c\($0);\($0 % 97)\n" }.joined()
    #expect(published("kind: bar, categories: c, value: n", "c;n\n" + rows).codes == ["too-many-categories"])
    #expect(published("kind: histogram, value: n", "c;n\n" + rows).codes == [])
  }
}
