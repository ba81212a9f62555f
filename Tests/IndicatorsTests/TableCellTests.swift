import Indicators
import Testing

/// How cells of a table are written where their numbers or texts alone do not say it.
@Suite("Cells of tables")
struct TableCellTests {
  private static let csv = """
    poste;niveau;n;v_1;v_2;texte;fait
    Tout;0;0;1;2;**Gras** et *italique*;oui
    Une part;1;3;3;4;[Un lien](https://example.org);non
    Autre part;1;-4;5;6;simple;vrai
    Grand;0;130;7;8;un;x

    """

  private func published(_ keys: String, csv: String = csv) -> Publishing {
    Publishing(tableOf: csv, keys)
  }

  private func column(_ keys: String) throws -> [String] {
    let said = published(keys)
    let table = try #require(said.tables.first, "\(said.messages)")
    return table.records.map { visible($0.cells[1].plain) }
  }

  @Test("Small and large numbers and zeros are printed as such, and summed up as they are")
  func substitutes() throws {
    let cells = try column(
      "columns: [poste, { column: n, small: 5, large: 100, zero: aucun }]\nsummaries: [{ compute: sum }]")
    #expect(cells == ["aucun", "<_5", ">_−5", "≥_100", "129"])
  }

  @Test("A summary has the decimals that it is given")
  func summaryDecimals() throws {
    let cells = try column(
      "columns: [poste, { column: v_1, label: V }]\n"
        + "summaries: [{ compute: mean }, { compute: mean, decimals: 2 }]")
    #expect(cells.suffix(2) == ["4", "4,00"])
  }

  @Test(
    "Numbers in letters, in Roman numerals, as bytes, as answers",
    arguments: [
      ("words", ["zéro", "trois", "−4", "130"]), ("roman", ["0", "III", "−4", "CXXX"]),
      ("bytes", ["0_o", "3_o", "−4_o", "130_o"]), ("yes-no", ["non", "oui", "oui", "oui"]),
    ])
  func formats(format: String, expected: [String]) throws {
    #expect(try column("columns: [poste, { column: n, format: \(format) }]") == expected)
  }

  @Test(
    "Bytes are in thousands of thousands",
    arguments: [
      ("999", "999_o"), ("1500", "1,5_ko"), ("999600", "1,0_Mo"), ("250000000", "250_Mo"),
      ("1500000000", "1,5_Go"), ("150000000000000", "150_To"),
    ])
  func bytes(number: String, expected: String) throws {
    let cells = try column("columns: [nom, { column: n, format: bytes }]", csv: "nom;n\na;\(number)\n")
    #expect(cells == [expected])
  }

  private func column(_ keys: String, csv: String) throws -> [String] {
    let said = published(keys, csv: csv)
    let table = try #require(said.tables.first, "\(said.messages)")
    return table.records.map { visible($0.cells[1].plain) }
  }

  @Test("Answers are read however the data say them")
  func answers() throws {
    #expect(try column("columns: [poste, { column: fait, format: yes-no }]") == ["oui", "non", "oui", "oui"])
  }

  @Test("Markdown in cells: styles and links; a plain text keeps no more than its letters")
  func markdown() throws {
    let table = try #require(published("columns: [poste, { column: texte, format: markdown }]").tables.first)
    let cells = table.records.map { $0.cells[1] }
    #expect(cells.map(\.text) == ["Gras et italique", "Un lien", "simple", "un"])
    #expect(cells[0].detail.rich?.pieces.map(\.isStrong) == [true, false, false])
    #expect(cells[0].detail.rich?.pieces.map(\.isEmphasized) == [false, false, true])
    #expect(cells[1].detail.rich?.pieces.map(\.link) == [.address("https://example.org")])
    #expect(!cells[2].hasDetail)
  }

  @Test("What Markdown in a cell may not hold is told at the cell")
  func markdownMistake() {
    let said = published(
      "columns: [nom, { column: t, format: markdown }]", csv: "nom;t\na;bien\nb;![image](x.png)\n")
    #expect(said.publication == nil)
    #expect(said.places == ["data.csv:3:3"], "\(said.messages)")
  }

  // MARK: Names

  @Test("Names stand further in by a list of rows, or by a column of levels")
  func indents() throws {
    for keys in ["indent: [Une part, Autre part]", "indent: { by: niveau }"] {
      let table = try #require(published("columns: [poste, n]\n\(keys)").tables.first)
      #expect(table.columns.count == 2)
      #expect(table.records.map { $0.cells[0].detail.indent } == [0, 1, 1, 0])
    }
  }

  @Test("Names of columns are parted into labels over them and heads")
  func splitHeads() throws {
    let csv = "nom;a_x;a_y;b_x;b_y_z\nA;1;2;3;4\n"
    let table = try #require(published("spanner-split: \"_\"", csv: csv).tables.first)
    #expect(table.columns.map(\.head) == ["Nom", "X", "Y", "X", "Z"])
    let spanners = table.spanners.map { "\($0.label) \($0.columns) \($0.level)" }
    #expect(Set(spanners) == ["Y 4..<5 0", "A 1..<3 0", "B 3..<5 1"])
  }

  @Test(
    "What has no sense there is an error",
    arguments: [
      ("columns: [poste, { column: texte, small: 5 }]", "substitute-in-texts"),
      ("columns: [poste, { column: n, small: -5 }]", "not-positive"),
      ("columns: [poste, n]\nindent: [Zut]", "no-such-row"),
      ("columns: [poste, n]\nindent: { by: texte }", "not-a-level"),
      ("columns: [poste, n]\nindent: { by: n }", "not-a-level"),
      ("columns: [poste, n]\nspanner-split: \"_\"", "nothing-to-split"),
    ])
  func mistakes(keys: String, code: String) {
    let said = published(keys)
    #expect(said.codes == [code], "\(said.messages)")
    #expect(said.places.first?.hasPrefix("report.yml:") == true)
  }
}
