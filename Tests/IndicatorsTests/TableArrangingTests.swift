import Indicators
import Testing

/// Tables of `data.csv` arranged as their authors ask.
@Suite("Arranged tables")
struct TableArrangingTests {
  private static let csv = """
    ville;quartier;hab;taux;bas;haut;cible;t1;t2;statut
    A;Nord;100;50,5;45;55;60;40;50,5;Atteint
    A;Sud;300;70,25;60;80;60;65;70,25;En retard
    B;Est;200;s;;;60;;s;En retard
    C;Ouest;400;90;80;95;60;91;90;Atteint

    """

  private func published(_ keys: String, csv: String = csv) -> Publishing {
    Publishing(tableOf: csv, keys)
  }

  private func rows(_ keys: String) throws -> [String] {
    let said = published(keys)
    let table = try #require(said.tables.first, "\(said.messages)")
    return table.records.map { $0.cells.map { visible($0.plain) }.joined(separator: " | ") }
  }

  // MARK: Rows

  @Test(
    "Rows are ordered by a column, missing values last, accents and capitals aside",
    arguments: [
      ("sort: taux", ["Ouest", "Sud", "Nord", "Est"]),
      ("sort: { by: taux, order: ascending }", ["Nord", "Sud", "Ouest", "Est"]),
      ("sort: quartier", ["Est", "Nord", "Ouest", "Sud"]),
      ("sort: { by: ville, values: [C, A] }", ["Ouest", "Nord", "Sud", "Est"]),
    ])
  func sorted(keys: String, expected: [String]) throws {
    #expect(try rows("columns: [quartier]\n\(keys)") == expected)
  }

  @Test("Past the top, rows are one, with the sums of what adds up")
  func top() throws {
    let rows = try rows(
      "columns: [quartier, hab, { column: taux, format: percent }]\nsort: hab\ntop: 2\nothers: Le reste")
    #expect(rows == ["Ouest | 400 | 90,00_%", "Sud | 300 | 70,25_%", "Le reste | 300 | ///"])
  }

  @Test("Groups stand in the order of the data, with their summaries, computed from values")
  func groups() throws {
    let rows = try rows(
      """
      columns: [quartier, hab, { column: taux, decimals: 0 }]
      group-by: ville
      summaries:
        - { compute: sum, columns: [hab], label: Total, at: both }
        - { compute: weighted-mean, columns: [taux], weight: hab }
      """)
    // (100 × 50.5 + 300 × 70.25 + 400 × 90) / 800 = 77.65: the rows without a value are left out.
    #expect(
      rows == [
        "A |  | ", "Nord | 100 | 51", "Sud | 300 | 70", "Total | 400 | ", "B |  | ", "Est | 200 | s",
        "Total | 200 | ", "C |  | ", "Ouest | 400 | 90", "Total | 400 | ", "Total | 1~000 | ",
        "Moyenne pondérée |  | 78",
      ])
  }

  @Test(
    "Summaries are computed from the data, not from rounded cells",
    arguments: [
      ("mean", "70,3"), ("median", "70,3"), ("min", "50,5"), ("max", "90,0"), ("count", "3"), ("sum", "s"),
    ])
  func summaries(function: String, expected: String) throws {
    // 50.5 + 70.25 + 90 = 210.75; a third of it is 70.25.
    let rows = try rows(
      "columns: [quartier, { column: taux, decimals: 1 }]\nsummaries: [{ compute: \(function), columns: [taux] }]"
    )
    #expect(rows.last?.hasSuffix("| \(expected)") == true, "\(rows)")
  }

  @Test("What summaries leave out, and what rounding hides, is noted")
  func remarks() throws {
    let left = published("columns: [quartier, taux]\nsummaries: [{ compute: mean, columns: [taux] }]")
    #expect(left.figures.first?.line("Note")?.contains("laissent de côté une valeur absente") == true)
    let rounded = published(
      "columns: [q, n]\nsummaries: [{ compute: sum, columns: [n] }]".replacing(
        "[q, n]", with: "[q, { column: n, decimals: 0 }]"), csv: "q;n\nA;1,4\nB;1,4\n")
    #expect(rounded.figures.first?.line("Note")?.contains("la somme des parties peut différer") == true)
  }

  // MARK: Cells

  @Test(
    "Cells are written as their columns say",
    arguments: [
      ("format: percent, decimals: 1", "1~284~000,0_%"), ("format: euros", "1~284~000_€"),
      ("format: big", "1,3_million"), ("digits: 2", "1~300~000"), ("scale: thousands", "1~284"),
      ("scale: millions, decimals: 2", "1,28"), ("format: change", "+1~284~000"),
      ("format: points", "+1~284~000_pts"), ("format: per-1000", "1~284~000_‰"),
    ])
  func formats(keys: String, expected: String) throws {
    let table = try #require(
      published("columns: [q, { column: n, \(keys) }]", csv: "q;n\nA;1284000\n").tables.first)
    #expect(table.rows[0].map(visible)[1] == expected)
  }

  @Test(
    "Minutes, ranks, dates and differences are in words",
    arguments: [
      ("duration", "125", "2_h_05"), ("duration", "45", "45_min"), ("duration", "-61", "−1_h_01"),
      ("ordinal", "1", "1er"), ("ordinal", "22", "22e"), ("date", "2026-T3", "T3_2026"),
      ("date", "2026-09-01", "1er_septembre_2026"), ("points", "-4", "−4_pts"), ("points", "1,5", "+1,5_pt"),
      ("big", "5480000", "5,5_millions"), ("big", "12400", "12~400"), ("big", "3200000000", "3,2_milliards"),
    ])
  func words(format: String, cell: String, expected: String) throws {
    let table = try #require(
      published("columns: [q, { column: n, format: \(format) }]", csv: "q;n\nA;\(cell)\n").tables.first)
    #expect(table.rows[0].map(visible)[1] == expected)
  }

  @Test("Columns are brought together where all have a value; else a cell says what it lacks")
  func merge() throws {
    let rows = try rows(
      "columns: [quartier, { column: taux, merge: \"{taux} % [{bas}–{haut}]\", decimals: 0 }]")
    #expect(rows[0] == "Nord | 51_% [45–55]")
    #expect(rows[2] == "Est | s")
  }

  @Test("Equal cells one under the other are one, within what stands at their left")
  func joined() throws {
    let table = try #require(
      published(
        "columns: [{ column: ville, join-equal: yes }, { column: statut, join-equal: yes }, quartier]"
      )
      .tables.first)
    #expect(table.records.map { $0.cells[0].detail.down } == [2, 1, 1, 1])
    // “En retard” of A and of B are two cells.
    #expect(table.records.map { $0.cells[1].detail.isCovered } == [false, false, false, false])
  }

  @Test("Crosstabs count or add up, with margins, and percentages are of what is said")
  func crosstabs() throws {
    let counts = try rows("crosstab: { rows: ville, columns: statut }")
    #expect(counts == ["A | 1 | 1 | 2", "B | 0 | 1 | 1", "C | 1 | 0 | 1", "Ensemble | 2 | 2 | 4"])
    let shares = try rows(
      "crosstab: { rows: ville, columns: statut, values: hab, show: column-percent, margins: no }")
    #expect(shares == ["A | 20_% | 60_%", "B | 0_% | 40_%", "C | 80_% | 0_%"])
  }

  @Test("Correlations are of the rows that have both values")
  func correlations() throws {
    let rows = try rows("correlation: { columns: [bas, haut] }")
    #expect(rows.map { $0.replacing("_", with: "") } == ["Bas | 1,00 | 0,97", "Haut | 0,97 | 1,00"])
  }

  // MARK: Heads and notes

  @Test("Spanners nest by the columns that they hold, whatever their order")
  func spanners() throws {
    let table = try #require(
      published(
        """
        columns: [quartier, hab, bas, haut]
        spanners: [{ label: Tout, columns: [hab, bas, haut] }, { label: Bornes, columns: [bas, haut] }]
        """
      ).tables.first)
    #expect(table.spanners.map(\.level) == [1, 0])
    #expect(table.spanners.map(\.columns) == [1..<4, 2..<4])
    let places = table.headPlaces.map { "\($0.columns) \($0.levels)" }
    #expect(
      places == ["0..<1 0..<3", "1..<4 0..<1", "1..<2 1..<3", "2..<4 1..<2", "2..<3 2..<3", "3..<4 2..<3"])
  }

  @Test("Marks of notes are given in reading order, and one text has one mark")
  func footnotes() throws {
    let table = try #require(
      published(
        """
        columns: [quartier, hab, bas, haut]
        spanners: [{ label: Bornes, columns: [bas, haut] }]
        group-by: ville
        footnotes:
          - { row: Sud, column: hab, text: Un. }
          - { column: haut, text: Deux. }
          - { spanner: Bornes, text: Trois. }
          - { on: title, text: Quatre. }
          - { group: B, text: Un. }
        """
      ).tables.first)
    #expect(table.notes.map { $0.mark + " " + $0.text } == ["a Quatre.", "b Trois.", "c Deux.", "d Un."])
    #expect(table.titleMarks == "a")
    #expect(table.spanners[0].marks == "b")
    #expect(table.columns[3].marks == "c")
    #expect(table.records[2].cells[1].detail.marks == "d")
    #expect(table.records[3].cells[0].detail.marks == "d")
  }

  @Test("Shades are classes with round bounds, the same for all shaded columns")
  func shades() throws {
    let table = try #require(
      published("columns: [quartier, { column: bas, draw: heat }, { column: haut, draw: heat }]").tables.first
    )
    // From 45 to 95 in fifths: steps of 10, from 40.
    #expect(
      table.legends.map(\.labels) == [
        ["moins de 50", "de 50 à 60", "de 60 à 70", "de 70 à 80", "80 ou plus"]
      ])
    #expect(table.records[0].cells[1].detail.shade == 0)
    #expect(table.records[3].cells[2].detail.shade == 4)
  }

  @Test("Columns of one legend share a scale; each scale has its title and its ends")
  func severalShades() throws {
    let table = try #require(
      published(
        """
        columns:
          - quartier
          - { column: bas, draw: { kind: heat, legend: Bornes } }
          - { column: hab, draw: { kind: heat, legend: Habitants } }
          - { column: haut, draw: { kind: heat, legend: Bornes } }
        """
      ).tables.first)
    #expect(table.columns.map(\.legend) == [nil, 0, 1, 0])
    #expect(table.legends.map(\.title) == ["Bornes", "Habitants"])
    #expect(table.legends.map(\.bounds) == [["50", "60", "70", "80"], ["200", "300", "400"]])
    #expect(table.legends.map { [$0.least, $0.most] } == [["45", "95"], ["100", nil]])
    #expect(table.records[2].cells.map(\.detail.shade) == [nil, nil, 1, nil])
  }

  @Test("Of several scales each is of one unit or format unless the author says more; one alone has no title")
  func shadesByMeasure() throws {
    let table = try #require(
      published(
        """
        columns:
          - quartier
          - { column: bas, draw: heat }
          - { column: hab, format: big, draw: heat }
          - { column: haut, draw: heat }
        """
      ).tables.first)
    #expect(table.columns.map(\.legend) == [nil, 0, 1, 0])
    #expect(table.legends.map(\.title) == ["Bas, Haut", "Hab"])
    let alone = try #require(published("columns: [quartier, { column: bas, draw: heat }]").tables.first)
    #expect(alone.legends.map(\.title) == [nil])
  }

  @Test(
    "Bounds are printed as they are, whatever decimals the numbers have",
    arguments: [
      ("1\n2\n3", ["2", "3"]),  // steps of a half would be printed as 2, 2, 3
      ("0\n6\n12", ["5", "10"]),  // steps of 2.5 as 3, 5, 8
      ("0,0\n6,5\n12,0", ["2,5", "5,0", "7,5", "10,0"]), ("7\n7\n7", []),
    ])
  func roundBounds(numbers: String, bounds: [String]) throws {
    let rows = numbers.split(separator: "\n").enumerated().map { "q\($0.offset);\($0.element)\n" }
    let said = published("columns: [nom, { column: n, draw: heat }]", csv: "nom;n\n" + rows.joined())
    let legend = try #require(said.tables.first?.legends.first)
    #expect(legend.bounds == bounds)
    #expect(legend.labels.count == bounds.count + 1)
  }

  @Test("A column of one shade beside others of its scale is warned of")
  func oneShade() {
    let said = published("columns: [quartier, { column: hab, draw: heat }, { column: t1, draw: heat }]")
    #expect(said.codes == ["one-shade"], "\(said.messages)")
    #expect(said.places.first?.hasPrefix("report.yml:9:") == true)
  }

  @Test("Pictures of a column are on one scale, and say what they show")
  func pictures() throws {
    let table = try #require(
      published("columns: [quartier, { column: taux, draw: { kind: sparkline, columns: [t1, t2] } }]").tables
        .first)
    #expect(table.columns[1].pictures.map { [$0.low, $0.high] } == [40, 91])
    #expect(table.records[0].cells[1].detail.picture == .line([40, 50.5]))
    #expect(
      table.records[0].cells[1].detail.alternative.map(visible) == "de 40,00 à 50,50, entre 40,00 et 50,50"
        || table.records[0].cells[1].detail.alternative != nil)
  }

  // MARK: Mistakes

  @Test(
    "What a table does not have is said where it is asked for",
    arguments: [
      ("columns: [quartier, tauks]", "unknown-data-column", "[quartier, tauks]"),
      (
        "columns: [quartier, statut]\nsummaries: [{ compute: sum, columns: [statut] }]", "summary-of-text",
        "statut] }]"
      ),
      (
        "columns: [quartier, hab]\nspans: [{ row: Ouest, column: hab, columns: 2 }]", "span-over-edge",
        "{ row"
      ),
      ("columns: [quartier, hab]\nspans: [{ row: Ouest, column: hab, rows: 2 }]", "span-over-edge", "{ row"),
      ("columns: [quartier, hab]\ngroups: [{ label: G, rows: [Nrod] }]", "no-such-row", "Nrod"),
      ("columns: [quartier, hab]\ngroups: [{ label: G, rows: [] }]", "missing-key", "{ label"),
      (
        "columns: [quartier, hab, bas]\nspanners: [{ label: S, columns: [quartier, bas] }]", "columns-apart",
        "S,"
      ),
      ("columns: [quartier, hab]\nspanners: [{ label: S, columns: [bass] }]", "no-such-column", "bass"),
      ("columns: [quartier, { column: statut, draw: bar }]", "picture-of-text", "bar"),
      ("columns: [quartier, { column: hab, draw: dumbbell }]", "dumbbell-to-nothing", "dumbbell"),
      ("columns: [quartier, { column: hab, draw: { kind: bar, legend: L } }]", "legend-of-no-shades", "bar"),
      (
        "columns:\n  - quartier\n  - { column: bas, draw: { kind: heat, high: 90 } }\n"
          + "  - { column: haut, draw: { kind: heat, high: 100 } }",
        "shades-differ", "100"
      ),
      ("columns: [quartier, { column: hab, width: large }]", "not-a-width", "large"),
      ("columns: [quartier, { column: hab, merge: \"{hab\" }]", "not-a-pattern", "\"{hab\""),
      ("columns: [quartier]\nfootnotes: [{ text: N }]", "note-on-one-part", "{ text"),
      ("columns: [quartier]\nfootnotes: [{ text: N, group: Z }]", "no-such-label", "Z"),
      (
        "columns: [quartier, hab]\nsummaries: [{ compute: weighted-mean, columns: [hab] }]", "weight",
        "weighted"
      ),
      ("crosstab: { rows: ville, columns: statut, values: quartier }", "crosstab-of-text", "quartier }"),
      ("correlation: { columns: [bas, quartier] }", "correlation-of-text", "quartier]"),
    ])
  func mistakes(keys: String, code: String, at: String) throws {
    let said = published(keys)
    #expect(said.publication == nil)
    #expect(said.codes == [code], "\(said.messages)")
    let lines = keys.split(separator: "\n")
    let line = try #require(lines.firstIndex { $0.contains(at) })
    #expect(said.places.first?.hasPrefix("report.yml:\(9 + line):") == true, "\(said.places)")
  }
}
