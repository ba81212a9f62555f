import Testing

@testable import Indicators

/// What follows a contract: targets that nobody agreed yet, cards, the nomenclature, rows pointed out.
@Suite("Following a contract")
struct FollowUpTests {
  private let files = ["d.csv": "zone;taux\nNord;12,5\nSud;31\nEst;9\n"]

  private func publish(_ body: String, keys: String = "") -> Publishing {
    Publishing(
      """
      report: { title: Suivi, publisher: Ville }
      sources: { s: { title: Enquête, year: 2019, data: d.csv } }
      territories:
        nord: { label: Nord, universe: ménages du nord }
        sud: { label: Sud, universe: ménages du sud }
      nomenclature:
        emploi: { label: Emploi }
        social: { label: Social }
        equiper: { label: Équiper, under: [emploi, social], definition: Prêter du matériel }
        aider: { label: Aider, under: emploi }
      indicators:
        part: { label: Équipés, unit: "%", source: s, serves: equiper, value: { column: taux, by: zone }\(keys) }
        aides: { label: Aides, unit: count, counts: accueils, universe: ville, source: s, serves: equiper }
      comparisons:
        ecart: { indicators: part, subject: nord, references: sud }
      body:
      \(body.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      """, files)
  }

  private func cards(_ publishing: Publishing) -> [PublishedCard] {
    (publishing.publication?.body ?? []).compactMap { if case .card(let card) = $0 { card } else { nil } }
  }

  @Test("Where no target was agreed, a table says so, and the pace to it has no sense")
  func noTarget() {
    let columns = "columns: [indicator, nord, target, target-date, pace]"
    let publishing = publish("- table: { of: part, populations: [nord], \(columns), title: T }")

    #expect(
      publishing.tables.first?.rows == [["Équipés", "12,5", "non\u{A0}fixée", "non\u{A0}fixée", "///"]])
    #expect(publishing.figures.first?.line("Note") == "///_: sans objet.")
    #expect(publishing.codes.isEmpty)
  }

  @Test("An indicator that is only documented stands in a table without a value, and without an error")
  func documented() {
    let publishing = publish("- table: { of: aides, columns: [indicator, value, target], title: T }")

    #expect(publishing.tables.first?.rows == [["Aides", "n.d.", "non\u{A0}fixée"]])
    #expect(publishing.figures.first?.line("Note") == "n.d._: non disponible.")
    #expect(publishing.codes.isEmpty)
  }

  @Test("A card says whom its values are about, in what they are counted, and that no target is set")
  func card() throws {
    let publishing = publish("- indicator-card: { of: part, populations: [nord] }\n- indicator-card: aides")
    let cards = cards(publishing)
    try #require(cards.count == 2)
    func line(_ label: String, of card: PublishedCard) -> String? {
      card.lines.first { $0.label == label }?.text
    }

    #expect(cards[0].values?.rows == [["Nord", "12,5\u{A0}%"]])
    #expect(line("Champ", of: cards[0]) == "Ménages du nord.")
    #expect(line("Cible", of: cards[0]) == "non\u{A0}fixée.")
    #expect(cards[1].subtitle == "En nombre d’accueils")
    #expect(cards[1].values == nil)
  }

  @Test("A card of an indicator without populations names the row of its value")
  func alone() {
    let publishing = Publishing(
      """
      report: { title: Suivi }
      sources: { s: { title: Enquête, year: 2019, data: d.csv } }
      indicators:
        part: { label: Part des ménages, short: Part, unit: "%", universe: ménages, source: s, value: { column: taux, where: { zone: Sud } } }
      body:
        - indicator-card: part
      """, files)
    let values = cards(publishing).first?.values

    #expect(values?.columns.map(\.head) == ["Indicateur", "2019"])
    #expect(values?.rows == [["Part", "31\u{A0}%"]])
    // Nothing is followed here: that no target is set would say nothing.
    #expect(cards(publishing).first?.lines.contains { $0.label == "Cible" } == false)
  }

  @Test("The nomenclature says what objectives mean, how many there are, how it is read and whose it is")
  func nomenclature() {
    let publishing = publish("- nomenclature")
    let figure = publishing.figures.first

    #expect(figure?.subtitle == "2\u{A0}objectifs, 2\u{A0}piliers")
    #expect(
      figure?.line("Lecture")
        == "L’objectif «~Équiper~» sert 2_piliers et est suivi par 2_indicateurs.")
    #expect(figure?.line("Source") == "Ville.")
    #expect(publishing.tables.first?.rows[0][0] == "Équiper\u{A0}: prêter du matériel")
    #expect(publishing.tables.first?.rows[1][0] == "Aider")
  }

  @Test("A column of assessments names its reference where there are several")
  func statuses() {
    let publishing = Publishing(
      """
      report: { title: Suivi }
      sources: { s: { title: Enquête, year: 2019, data: d.csv } }
      territories: { nord: { label: Nord }, sud: { label: Sud }, est: { label: Est } }
      indicators:
        part: { label: Part, unit: "%", universe: ménages, direction: higher, source: s, value: { column: taux, by: zone } }
      comparisons:
        deux: { indicators: part, subject: nord, references: [sud, est] }
      body:
        - table: { of: deux, columns: [indicator, nord, status], title: T }
      """, files)

    #expect(
      publishing.tables.first?.columns.map(\.head)
        == ["Indicateur", "Nord", "Appréciation (avec Sud)", "Appréciation (avec Est)"])
    #expect(publishing.tables.first?.rows == [["Part", "12,5", "défavorable", "favorable"]])
  }

  // MARK: Rows pointed out

  @Test(
    "A table points out the row that it is asked to, and warns where there is none",
    arguments: [
      (table: "{ of: part, populations: [nord, sud], rows: populations, highlight: sud", rows: [1]),
      (table: "{ of: part, populations: [nord, sud], rows: populations", rows: []),
      (table: "{ from: s, highlight: { zone: Sud }", rows: [1]),
      (table: "{ from: s, highlight: { zone: Sud, taux: 9 }", rows: []),  // no row reads both
    ])
  func highlight(table: String, rows: [Int]) {
    let publishing = publish("- table: \(table), title: T, universe: U }")

    #expect(publishing.tables.first?.highlighted == rows)
    #expect(publishing.codes == (rows.isEmpty && table.contains("highlight") ? ["no-such-row"] : []))
  }

  @Test("The sentence under a sorted table reads its first row", arguments: ["ascending", "descending"])
  func readingOfSorted(order: String) throws {
    let publishing = publish(
      "- table: { of: part, populations: [nord, sud], rows: populations, sort: { by: part, order: \(order) }, "
        + "columns: [population, part], title: T, universe: U }")
    let table = try #require(publishing.tables.first, "\(publishing.messages)")
    let reading = try #require(publishing.figures.first?.line("Lecture"))
    let names = table.rows.map { $0[0] }
    let places = try names.map { try #require(reading.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
    #expect(Set(names).count == 2)
  }

  @Test(
    "What no row of a table is cannot be pointed out",
    arguments: [
      (table: "{ of: part, populations: [nord], rows: populations, highlight: sud", code: "not-in-figure"),
      (table: "{ from: s, highlight: { secteur: Sud }", code: "unknown-data-column"),
    ])
  func unknownHighlight(table: String, code: String) {
    #expect(publish("- table: \(table), title: T, universe: U }").codes == [code])
  }

  @Test("Numbers of a column of data have as many decimals as the one with most")
  func decimals() {
    let publishing = publish("- table: { from: s, title: T, universe: U }")
    #expect(publishing.tables.first?.rows == [["Nord", "12,5"], ["Sud", "31,0"], ["Est", "9,0"]])
  }
}
