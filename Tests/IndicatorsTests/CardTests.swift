import Testing

@Suite("Cards, nomenclature and tables of data")
struct CardTests {
  private static let csv = "z;p;v;n\nA;2024;77;400\nB;2024;86;900\nA;2025;79;400\n"

  @Test("A card says all that is declared, with values by period")
  func card() {
    let keys =
      "definition: ce qui est mesuré, direction: higher, nature: resource, serves: equiper, periodicity: yearly, "
      + "target: { value: 90, by: 2028, agreed: comité du 12 mars }, dating: situation au 31 décembre, "
      + "vintage: QPV 2024, breaks: [{ at: 2020, note: nouveau questionnaire }], owner: Service des études"
    let said = SmallReport(
      nomenclature: ["emploi: { label: Emploi }", "equiper: { label: Équiper, under: emploi }"],
      indicators: [SmallReport.share(keys, value: "respondents: n")], body: ["indicator-card: x"]
    ).published(Self.csv)
    #expect(said.codes == [])
    let card = said.cards.first
    #expect(card?.title == "X")
    #expect(card.flatMap(\.subtitle).map(visible) == "En_%")
    #expect(card?.definition == "ce qui est mesuré.")
    #expect(card?.values?.columns.map { visible($0.head) } == ["Territoire", "2024", "2025", "Cible 2028"])
    #expect(
      card?.values?.rows.map { $0.map(visible) } == [
        ["A", "77_%", "79_%", "90_%"], ["B", "86_%", "n.d.", "90_%"],
      ])
    let lines = [
      ("Champ", "Tous."), ("Évolution souhaitée", "à_la_hausse."), ("Nature", "ressource."),
      ("Objectifs servis", "Équiper."),
      ("Cible", "90_% pour_2028 (comité du 12_mars)."), ("Périodicité", "annuelle."),
      ("Datation", "situation au 31_décembre."), ("Découpage", "QPV 2024."),
      ("Ruptures de série", "2020_: nouveau questionnaire."), ("Suivi par", "Service des études."),
      ("Source", "S."),
    ]
    for (label, text) in lines { #expect(card?.line(label) == text) }
    #expect(card?.line("Précision")?.hasPrefix("A_: entre 75_% et 83_%") == true)
  }

  @Test("An indicator without values is documented on a card, and can be asked for nothing else")
  func documented() {
    let indicator = "d: { label: D, unit: \"%\", universe: tous, source: s }"
    let said = SmallReport(indicators: [indicator], body: ["indicator-card: d"]).published(Self.csv)
    #expect(said.cards.first?.values == nil)
    #expect(said.cards.first?.line("Méthode") == "indicateur décrit, sans valeur publiée.")
    SmallReport(indicators: [indicator], body: ["text: \"a 1️⃣{d}\""]).expectMistake(
      "documented-only", in: Self.csv, hint: "value:")
  }

  @Test("A computed indicator's card says how it is computed")
  func computed() {
    let said = SmallReport(
      indicators: [
        SmallReport.share, "h: { label: H, unit: \"%\", universe: U, source: s, value: { formula: x / 2 } }",
        "i: { label: I, unit: index, universe: U, source: s, value: { index-of: x, base-period: 2024 } }",
      ], body: ["indicator-card: h", "indicator-card: { of: i, populations: [a] }"]
    ).published(Self.csv)
    #expect(said.cards.map { $0.line("Méthode") } == ["x / 2.", "«~X~», base 100 en 2024."])
    #expect(said.cards.last?.values?.rows == [["A", "100,0", "102,6"]])
  }

  @Test("The nomenclature tells objectives, the pillars they serve through others, and their indicators")
  func nomenclature() {
    let said = SmallReport(
      nomenclature: [
        "emploi: { label: Emploi }", "ecole: { label: École }",
        "equiper: { label: Équiper, under: [emploi, ecole] }",
        "preter: { label: Prêter, kind: action, under: equiper }", "seul: { label: Seul, kind: objective }",
      ],
      indicators: [SmallReport.share("serves: [equiper, preter], nature: vulnerability")],
      body: ["nomenclature"]
    ).published(Self.csv)
    #expect(
      said.rows == [
        ["Équiper", "Emploi~; École", "X (vulnérabilité)"],
        ["Prêter", "Emploi~; École", "X (vulnérabilité)"],
        ["Seul", "non_précisé", "aucun pour l’instant"],
      ])
  }

  @Test("Objectives that are unknown, or stand under themselves, are pointed at")
  func wrongNomenclature() {
    SmallReport(
      nomenclature: ["emploi: { label: Emploi }"], indicators: [SmallReport.share("serves: 1️⃣emplois")],
      body: ["text: a"]
    ).expectMistake("unknown-objective", hint: "« emploi »")
    let said = SmallReport(
      nomenclature: ["a1: { label: A, under: b1 }", "b1: { label: B, under: a1 }"], body: ["nomenclature"]
    ).published(Self.csv)
    #expect(Set(said.codes) == ["under-itself"])
  }

  @Test("Rows of a table are shown as they are, with labels, marks and their source")
  func data() {
    let said = SmallReport(
      body: [
        "table: { from: s, columns: [z, v], labels: { v: Valeur relevée }, universe: Tous, title: T }"
      ]
    ).published("z;p;v\nA;2025;79,5\nB;2025;s\n")
    #expect(said.heads == ["Z", "Valeur relevée"])
    #expect(said.rows == [["A", "79,5"], ["B", "s"]])
    #expect(said.figures.first?.line("Note") == "s_: secret statistique.")
    #expect(said.figures.first?.line("Source") == "S.")
    SmallReport(body: ["table: { from: s, columns: [1️⃣zz], universe: U, title: T }"]).expectMistake(
      "unknown-data-column")
  }
}
