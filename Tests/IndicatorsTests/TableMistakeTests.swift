import Spec
import Testing

@testable import Indicators

/// What authors ask of tables that would come to nothing, or to something else than they mean.
@Suite("Mistakes in tables")
struct TableMistakeTests {
  private static let csv = """
    ville;quartier;hab;taux;mêlé;statut
    A;Nord;100;50,5;1;Atteint
    A;Sud;300;70,25;inf;En retard
    B;Est;200;s;3;En retard

    """

  private func published(_ keys: String, csv: String = csv) -> Publishing {
    Publishing(tableOf: csv, keys)
  }

  private struct Mistake: CustomTestStringConvertible, Sendable {
    let keys: String
    let code: String
    /// What stands at its place, and after it.
    let at: String
    var hint: String?

    var testDescription: String { keys }
  }

  private static let mistakes = [
    Mistake(
      keys: "columns: [quartier, hab]\nspans: [{ row: Nord, column: quartier, columns: 2, rows: 2 }]",
      code: "span-of-rows", at: "{ row"),
    Mistake(
      keys: "columns: [quartier, { column: hab, draw: { kind: heat, value: no } }]", code: "shade-alone",
      at: "no } }"),
    Mistake(
      keys: "columns: [quartier, { column: statut, scale: millions }]", code: "format-of-text",
      at: "millions",
      hint: "Atteint"),
    Mistake(keys: "hide: [ville, quartier, hab, taux, mêlé, statut]", code: "nothing-shown", at: "ville"),
    Mistake(keys: "columns: [quartier]\nothers: Autres", code: "others-of-all", at: "Autres"),
    Mistake(
      keys: "columns: [quartier, hab]\ngroup-by: ville\ngroups: [{ label: G, rows: [Nord] }]",
      code: "grouped-twice", at: "G,"),
    Mistake(
      keys: "columns: [quartier, hab]\ngroups: [{ label: G, rows: [Nord] }, { label: H, rows: [Sud, Nord] }]",
      code: "row-in-two-groups", at: "Nord] }]"),
    Mistake(
      keys: "columns: [quartier, hab]\nsummaries: [{ compute: sum, at: groups }]",
      code: "summary-of-no-groups",
      at: "sum,"),
    Mistake(
      keys: "columns: [quartier, mêlé]\nsummaries: [{ compute: mean }]", code: "summary-of-nothing",
      at: "mean",
      hint: "inf"),
    Mistake(
      keys: "columns: [quartier, hab]\nsummaries: [{ compute: weighted-mean, weight: statut }]",
      code: "weight-of-text", at: "statut", hint: "Atteint"),
    Mistake(
      keys: "columns: [{ column: quartier, width: 60 % }, { column: hab, width: 60 % }]",
      code: "shares-over-whole", at: "hab"),
    Mistake(keys: "columns: [quartier, statut]\ncarry: yes", code: "nothing-to-carry", at: "yes"),
    Mistake(
      keys: "columns: [quartier, { column: mêlé, draw: bar }]", code: "picture-of-text", at: "bar",
      hint: "inf"),
    Mistake(
      keys: "columns: [quartier, { column: mêlé, format: percent }]", code: "format-of-text", at: "percent",
      hint: "inf"),
    Mistake(
      keys: "columns: [quartier, { column: hab, draw: sparkline }]", code: "series-of-nothing", at: "spark"),
    Mistake(
      keys: "columns: [quartier, hab, taux]\n"
        + "spans: [{ row: Nord, column: hab, columns: 2 }, { row: Nord, column: taux, rows: 2 }]",
      code: "spans-overlap", at: "{ row: Nord, column: taux"),
    Mistake(
      keys:
        "columns: [{ column: ville, join-equal: yes }, quartier]\nspans: [{ row: A, column: ville, rows: 2 }]",
      code: "spans-overlap", at: "{ row"),
    Mistake(
      keys: "columns: [quartier, { column: hab, decimals: 1, digits: 2 }]", code: "decimals-and-digits",
      at: "2 }"),
    Mistake(keys: "correlation: { columns: [hab] }", code: "correlation-of-one", at: "hab"),
    Mistake(keys: "correlation: { columns: [hab, hab] }", code: "correlated-twice", at: "hab] }"),
    Mistake(
      keys: "crosstab: { rows: ville, columns: statut }\ncolumns: [ville, hab]", code: "no-such-column",
      at: "hab]"),
    Mistake(
      keys: "crosstab: { rows: ville, columns: statut }\ncorrelation: { columns: [hab, taux] }",
      code: "crosstab-and-correlation", at: "{ columns"),
    Mistake(keys: "columns: [quartier]\nlabels: { habb: H }", code: "unknown-data-column", at: "habb"),
    Mistake(keys: "columns: [quartier]\nsort: habb", code: "unknown-data-column", at: "habb"),
    Mistake(
      keys: "columns: [quartier, { column: hab, merge: \"{habb}\" }]", code: "unknown-data-column", at: "\"{"),
  ]

  @Test("Each is told once, at its place, with what is wrong in the data", arguments: mistakes)
  private func told(mistake: Mistake) throws {
    let said = published(mistake.keys)
    #expect(said.publication == nil)
    #expect(said.codes == [mistake.code], "\(said.messages)")
    let lines = mistake.keys.split(separator: "\n")
    let line = try #require(lines.firstIndex { $0.contains(mistake.at) })
    let column = try #require(lines[line].range(of: mistake.at)).lowerBound
    let offset = lines[line].distance(from: lines[line].startIndex, to: column)
    #expect(said.places.first == "report.yml:\(9 + line):\(7 + offset)")
    if let hint = mistake.hint { #expect(said.hints.contains { $0.contains(hint) }, "\(said.hints)") }
  }

  @Test(
    "Numbers too large for minutes or ranks are printed as they are",
    arguments: [CellFormat.duration, .ordinal])
  func large(format: CellFormat) {
    let printer = ColumnPrinter(
      nil, usual: format, values: [], most: 0, wording: Wording(language: .french))
    #expect(printer.text(1e26).filter(\.isNumber) == "1" + String(repeating: "0", count: 26))
  }

  @Test("A note on a cell that another takes the place of is on that one")
  func noteOnCovered() throws {
    let table = try #require(
      published(
        "columns: [quartier, hab, taux]\nspans: [{ row: Nord, column: hab, columns: 2 }]\n"
          + "footnotes: [{ row: Nord, column: taux, text: N }]"
      ).tables.first)
    #expect(table.records[0].cells.map(\.detail.marks) == ["", "a", ""])
  }

  @Test("Rows that are alike in all columns keep a cell each")
  func joinedRows() throws {
    let keys = "columns: [{ column: nom, join-equal: yes }, { column: t, join-equal: yes }]"
    let table = try #require(published(keys, csv: "nom;t\nA;x\nA;x\nA;x\n").tables.first)
    #expect(table.records[0].cells[0].detail.down == 3)
    #expect(table.records.map { $0.cells[1].text } == ["x", "x", "x"])
    #expect(table.records.allSatisfy { !$0.cells[1].detail.isCovered })
  }

  @Test("A crosstab's sum without one of its parts is missing, and a row without a name has its mark")
  func lackingCrosstab() throws {
    let csv = "ville;statut;n\nA;x;nd\nA;y;2\n;y;3\n"
    let table = try #require(
      published("crosstab: { rows: ville, columns: statut, values: n }", csv: csv).tables.first)
    #expect(
      table.rows == [
        ["A", "n.d.", "2", "n.d."], ["n.d.", "0", "3", "3"], ["Ensemble", "n.d.", "5", "n.d."],
      ])
  }

  @Test("What a group without a name is called is explained")
  func namelessGroup() throws {
    let said = published("columns: [nom, n]\ngroup-by: g", csv: "nom;n;g\nA;1;\nB;2;x\n")
    #expect(said.tables.first?.records.first?.cells[0].text == "n.d.")
    #expect(said.figures.first?.apparatus.contains { $0.text.contains("n.d.") } == true)
  }
}
