import Testing

@Suite("Values that are not quite about the same")
struct IncomparableTests {
  private static let csv = "z;p;v\nA;2024;75\nA;2025;79\nB;2022;88\n"

  private func said(
    a: String = "", b: String = "", indicator: String = "", references: String = "b", csv: String = csv
  ) -> Publishing {
    SmallReport(
      zones: ["a: { label: A, codes: A\(a) }", "b: { label: B, codes: B\(b) }"],
      indicators: [SmallReport.share(indicator)],
      comparisons: ["c: { indicators: x, subject: a, references: \(references) }"],
      body: ["table: { of: c, title: T, universe: U }", "text: \"Soit {c.x}, {c.x.gap}\""]
    ).published(csv)
  }

  private static let same = "z;p;v\nA;2025;79\nB;2025;88\n"

  @Test("Universes, boundaries and dates that differ are noted, and warned of once a comparison")
  func differing() {
    let universes = said(a: ", universe: habitants de 18 à 59 ans", csv: Self.same)
    #expect(universes.codes == ["incomparable-universe"])
    #expect(universes.figures.first?.line("Note")?.contains("même champ") == true)

    let vintages = said(a: ", vintage: QPV 2015", b: ", vintage: QPV 2024", csv: Self.same)
    #expect(vintages.codes == ["incomparable-vintage"])
    #expect(
      vintages.figures.first?.line("Note")
        == "Les valeurs comparées ne portent pas sur le même découpage (A_: QPV 2015~; B_: QPV 2024).")

    let dates = said()
    #expect(dates.codes == ["incomparable-period"])
    #expect(
      dates.figures.first?.line("Note")
        == "Les valeurs comparées ne sont pas de la même date (A_: 2025~; B_: 2022).")
    #expect(
      dates.figures.first?.line("Lecture")
        == "En_2025, l’indicateur «~X~» vaut 79_% pour «~A~», contre 88_% pour «~B~» en_2022, soit 9_points de moins."
    )
  }

  @Test("All that differs is noted at once, the warnings stand at the comparison")
  func all() {
    let said = said(a: ", universe: jeunes, vintage: QPV 2024")
    #expect(said.codes == ["incomparable-universe", "incomparable-vintage", "incomparable-period"])
    #expect(Set(said.places) == ["report.yml:10:3"])
  }

  @Test("A break between two periods is noted with what changed; one outside of them is not")
  func breaks() {
    let note = ", note: comptage par ménage"
    let broken = said(indicator: "breaks: [{ at: 2025\(note) }]", references: "previous")
    #expect(broken.codes == ["incomparable-seriesbreak"])
    #expect(
      broken.figures.first?.line("Note")
        == "La série a une rupture entre les périodes comparées (2025_: comptage par ménage).")
    #expect(said(indicator: "breaks: [{ at: 2024\(note) }]", references: "previous").codes == [])
    #expect(said(indicator: "breaks: [{ at: 2026\(note) }]", references: "previous").codes == [])
  }

  @Test("Only the breaks between the two periods are told")
  func breaksBetween() {
    let said = said(
      indicator: "breaks: [{ at: 2020, note: ancienne }, { at: 2025, note: récente }]", references: "previous"
    )
    #expect(
      said.figures.first?.line("Note")
        == "La série a une rupture entre les périodes comparées (2025_: récente).")
  }

  @Test("What is alike is not noted, nor a vintage that the indicator states for all")
  func alike() {
    let said = said(indicator: "vintage: QPV 2024", csv: Self.same)
    #expect(said.codes == [])
    #expect(said.figures.first?.line("Note") == nil)
  }

  @Test("A share above 100 % is warned of where it stands, and printed")
  func aboveAll() {
    let said = SmallReport(body: ["text: \"a {x[a]}\""]).published("z;p;v\nA;2025;104\n")
    #expect(said.codes == ["rate-above-100"])
    #expect(said.places == ["data.csv:2:8"])
    #expect(said.paragraphs == ["a 104_%"])
  }

  @Test("Shares of one that are called percentages are warned of once, at the first")
  func sharesOfOne() {
    let said = SmallReport(body: ["text: \"a {x[a]}\""]).published(
      "z;p;v\nA;2023;0,5\nA;2024;0,6\nA;2025;0,87\n")
    #expect(said.codes == ["shares-as-percentages"])
    #expect(said.places == ["data.csv:2:8"])
  }

  @Test("Parts that miss their total by rounding get a note; those that meet it do not")
  func roundedParts() {
    func note(_ a: String, _ b: String, _ whole: String) -> String? {
      SmallReport(
        zones: [
          "t: { label: Total, codes: T }", "a: { label: A, codes: A, parent: t }",
          "b: { label: B, codes: B, parent: t }",
        ],
        indicators: [
          "x: { label: X, unit: count, scale: thousands, decimals: 0, universe: U, source: s, value: { column: v, by: z } }"
        ], body: ["table: { of: x, populations: [t, a, b], title: T }"]
      ).published("z;v\nT;\(whole)\nA;\(a)\nB;\(b)\n").figures.first?.line("Note")
    }
    // 1 400 + 1 400 = 2 800: 1 and 1 make 3.
    #expect(
      note("1400", "1400", "2800") == "En raison des arrondis, la somme des parties peut différer du total.")
    #expect(note("1000", "2000", "3000") == nil)
    // They do not add up in the data: no rounding is to blame.
    #expect(note("1400", "1400", "9000") == nil)
  }

  @Test("A gap that is not the difference of the printed values is explained")
  func roundedGap() {
    let body = ["table: { of: c, title: T, universe: U }"]
    let comparisons = ["c: { indicators: x, subject: a, references: b }"]
    let report = SmallReport(comparisons: comparisons, body: body)
    #expect(
      report.published("z;p;v\nA;2025;87,44\nB;2025;85,46\n").figures.first?.line("Note")
        == "Les écarts sont calculés sur les valeurs non arrondies.")
    #expect(report.published("z;p;v\nA;2025;87,4\nB;2025;85,5\n").figures.first?.line("Note") == nil)
  }

  @Test("What is provisional, revised or estimated bears a mark that the note explains")
  func statuses() {
    let report = SmallReport(
      indicators: [SmallReport.share("", value: "status: st")],
      body: ["table: { of: x, populations: [a], periods: all, rows: periods, title: T }"])
    let said = report.published("z;p;v;st\nA;2022;1;\nA;2023;2;r\nA;2024;3;(p)\nA;2025;4;Estimé\n")
    #expect(said.rows == [["2022", "1"], ["2023", "2_(r)"], ["2024", "3_(p)"], ["2025", "4_(e)"]])
    #expect(said.figures.first?.line("Note") == "(p)_: provisoire~; (r)_: révisé~; (e)_: estimé.")
    report.expectMistake("not-a-status", in: "z;p;v;st\nA;2022;1;1️⃣presque\n", hint: "p (provisoire)")
    let all = SmallReport(
      indicators: [SmallReport.share("status: provisional")],
      body: ["table: { of: x, populations: [a, b], title: T }"])
    #expect(all.published(Self.same).rows == [["A", "79_(p)"], ["B", "88_(p)"]])
  }

  @Test("A value older than its indicator allows is warned of where it stands")
  func stale() {
    let report = SmallReport(
      head: "title: T, period: 2026-T3", indicators: [SmallReport.share("stale-after: 12")], body: ["text: a"]
    )
    // From December 2024 to September 2026 it is 21 months.
    let said = report.published("z;p;v\nA;2024;79\nB;2025;88\n")
    #expect(said.codes == ["stale"])
    #expect(said.places == ["data.csv:2:8"])
    #expect(said.messages.first?.contains("21 mois") == true)
  }
}
