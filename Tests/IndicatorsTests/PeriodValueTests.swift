import Testing

@Suite("Values by period")
struct PeriodValueTests {
  private static let csv =
    "z;p;v\nA;2024-T4;1\nA;2025-T3;2\nA;2026-T1;3\nA;2026-T2;4\nA;2026-T3;5\nA;2026-T4;6\n"

  @Test(
    "A period reads as data files write it",
    arguments: [
      ("2026", "2026"), ("2026-T3", "T3_2026"), ("2026-Q3", "T3_2026"), ("T3 2026", "T3_2026"),
      ("2026T3", "T3_2026"), ("2026 T3", "T3_2026"), ("T3-2026", "T3_2026"), ("T3/2026", "T3_2026"),
      ("3e trimestre 2026", "T3_2026"), ("1er trimestre 2026", "T1_2026"), ("2026-09", "septembre_2026"),
      ("09/2026", "septembre_2026"), ("Septembre 2026", "septembre_2026"),
      ("2026-09-30", "30_septembre_2026"),
      ("30/09/2026", "30_septembre_2026"), ("2026-09-30T00:00:00", "30_septembre_2026"),
      ("01/01/2026", "1er_janvier_2026"),
    ])
  func forms(written: String, label: String) {
    let said = SmallReport(body: ["text: \"\\u200B{x.period} : {x[a]}\""]).published(
      "z;p;v\nA;\(written);5\n")
    #expect(
      said.paragraphs.map { $0.replacing("\u{200B}", with: "") } == ["\(label)_: 5_%"], "\(said.messages)")
  }

  @Test(
    "Values of other periods are had by a word or the period",
    arguments: [
      ("", "5_%"), ("[current]", "5_%"), ("[previous]", "4_%"), ("[year-ago]", "2_%"), ("[first]", "1_%"),
      ("[2026-T1]", "3_%"), ("[2025-Q3]", "2_%"),
    ])
  func choices(choice: String, expected: String) {
    let report = SmallReport(head: "title: T, period: 2026-T3", body: ["text: \"\\u200B{x[a]\(choice)}\""])
    let said = report.published(Self.csv)
    #expect(said.paragraphs.map { $0.replacing("\u{200B}", with: "") } == [expected], "\(said.messages)")
    #expect(said.codes == [])
  }

  @Test("The report's period is the latest that is current; without one it is the last, or the author's")
  func limit() {
    let body = ["text: \"Part {x[a]} en {x.period}\""]
    #expect(SmallReport(body: body).published(Self.csv).paragraphs == ["Part 6_% en T4_2026"])
    #expect(
      SmallReport(head: "title: T, period: 2026-T2", body: body).published(Self.csv).paragraphs == [
        "Part 4_% en T2_2026"
      ])
    // A month within a quarter comes before its end.
    #expect(
      SmallReport(head: "title: T, period: 2026-08", body: body).published(Self.csv).paragraphs == [
        "Part 4_% en T2_2026"
      ])
    let chosen = SmallReport(indicators: [SmallReport.share("period: 2026-T1")], body: body)
    #expect(chosen.published(Self.csv).paragraphs == ["Part 3_% en T1_2026"])
  }

  @Test("A gap in a series is passed over by `previous`, which says against what")
  func gap() {
    let report = SmallReport(
      comparisons: ["c: { indicators: x, subject: a, references: previous }"], body: ["text: \"Soit {c.x}\""])
    #expect(
      report.published("z;p;v\nA;2026-T1;3\nA;2026-T3;5\n").paragraphs == [
        "Soit en hausse de 2_points par rapport au_1er_trimestre_2026"
      ])
  }

  @Test("Only a period of the same length is the one before")
  func lengths() {
    let report = SmallReport(body: ["text: \"Part {x[a][previous]}\""])
    #expect(
      report.published("z;p;v\nA;2026-T1;3\nA;2026-04;4\nA;2026-T2;5\n").paragraphs == ["Part 3_%"])
  }

  @Test("A period that the data do not have is pointed at where it is asked for, with those that there are")
  func noSuchPeriod() {
    SmallReport(body: ["text: \"a 1️⃣{x[a][2025-T1]}\""]).expectMistake(
      "no-such-period", in: Self.csv, hint: "2025-T3")
    SmallReport(head: "title: T, period: 2026-T2", body: ["text: \"a 1️⃣{x[a][year-ago]}\""]).expectMistake(
      "no-such-period", in: Self.csv)
    SmallReport(
      comparisons: ["c: { indicators: x, subject: a, references: year-ago }"], body: ["text: \"a 1️⃣{c.x}\""]
    ).expectMistake("no-such-period", in: "z;p;v\nA;2026-T3;5\n")
  }

  @Test("Two rows of one period are pointed at, at the second, however it is written")
  func duplicates() {
    SmallReport(body: ["text: a"]).expectMistake(
      "several-rows", in: "z;p;v\nA;2026-T3;5\n1️⃣A;T3 2026;6\n", hint: "ligne 2")
  }

  @Test(
    "A cell that is no period is pointed at", arguments: ["T5 2026", "été 2026", "31/02/2026", "26-T3", ""])
  func notAPeriod(cell: String) {
    SmallReport(body: ["text: a"]).expectMistake(
      "cell-not-a-period", in: "z;p;v\nA;1️⃣\(cell);5\n", hint: "2026-T3")
  }

  @Test("A population of two columns has a code of two parts")
  func twoColumns() {
    let report = SmallReport(
      zones: [
        "f: { label: Femmes des quartiers, codes: F / QPV }",
        "h: { label: Hommes, codes: [H / France, H / QPV] }",
      ],
      indicators: [
        "x: { label: X, unit: \"%\", source: s, value: { column: v, by: [sexe, z], period: p } }"
      ], body: ["text: \"a {x[f]} et {x[h]}\""])
    #expect(
      report.published("sexe;z;p;v\nF;QPV;2025;70\nF;France;2025;80\nH;QPV;2025;75\n").paragraphs == [
        "a 70_% et 75_%"
      ])
    // Both codes of one population have a row.
    report.expectMistake(
      "several-rows", in: "sexe;z;p;v\nF;QPV;2025;70\nH;QPV;2025;75\n1️⃣H;France;2025;76\n")
  }
}
