import Testing

@Suite("Similar territories")
struct PeerTests {
  /// Rank, quarter and median of A.
  private func standing(
    _ csv: String, _ options: String = "", direction: String = "higher", references: String = "peers"
  ) -> Publishing {
    SmallReport(
      zones: ["a: { label: A, codes: A }", "b: { label: B, codes: B }", "c: { label: C, codes: C }"],
      indicators: [
        "x: { label: X, unit: \"%\", universe: U, direction: \(direction), source: s, value: { column: v, by: z } }"
      ],
      comparisons: ["r: { indicators: x, subject: a, references: \(references)\(options) }"],
      body: ["table: { of: r, columns: [indicator, rank, quartile, median], title: T }"]
    ).published(csv)
  }

  private static let csv = "z;k;v\nA;1;80\nB;1;90\nC;2;60\nAutre;1;70\nEncore;2;nd\n"

  @Test("All rows of the table are peers, those without a value are not")
  func allRows() {
    // 90, 80, 70, 60: the quartiles are 67,5, 75 and 82,5.
    #expect(standing(Self.csv).rows == [["X", "2e_sur_4", "deuxième quart à partir du haut", "75"]])
  }

  @Test("Some may be chosen by name or by what they share with the subject")
  func chosen() {
    // 90, 80, 60: the quartiles are 70, 80 and 85; what equals a quartile is not above it.
    #expect(
      standing(Self.csv, ", among: [b, c]").rows == [
        ["X", "2e_sur_3", "deuxième quart à partir du bas", "80"]
      ])
    // 90, 80, 70.
    #expect(
      standing(Self.csv, ", same: k").rows == [["X", "2e_sur_3", "deuxième quart à partir du bas", "80"]])
  }

  @Test("Ranks go from where an indicator should go; equal values share theirs")
  func ranks() {
    #expect(
      standing(Self.csv, direction: "lower").rows == [
        ["X", "3e_sur_4", "deuxième quart à partir du haut", "75"]
      ])
    // 90, 80, 80, 60.
    #expect(
      standing("z;k;v\nA;1;80\nB;1;90\nC;2;60\nAutre;1;80\n").rows == [
        ["X", "2e_ex æquo_sur_4", "deuxième quart à partir du bas", "80"]
      ])
    #expect(
      standing("z;k;v\nA;1;60\nB;1;90\nC;2;60\n", direction: "lower").rows == [
        ["X", "1er_ex æquo_sur_3", "quart le plus bas", "60"]
      ])
  }

  @Test("A subject without a value has no rank")
  func missing() {
    #expect(standing("z;k;v\nA;1;s\nB;1;90\nC;2;60\n").rows == [["X", "s", "s", "s"]])
  }

  @Test("Only the subject's period counts")
  func periods() {
    let said = SmallReport(
      comparisons: ["r: { indicators: x, subject: a, references: peers }"],
      body: ["text: \"\\u200B{r.x.rank}\""]
    ).published("z;p;v\nA;2024;10\nB;2024;20\nA;2025;40\nB;2025;30\nC;2025;20\n")
    #expect(said.paragraphs.map { $0.replacing("\u{200B}", with: "") } == ["1er_sur_3"])
  }

  @Test("Rows of a table can be ranked too")
  func rowsRanked() {
    let said = SmallReport(
      zones: ["a: { label: A, codes: A }", "b: { label: B, codes: B }", "c: { label: C, codes: C }"],
      body: [
        "table: { of: x, populations: [a, b, c], rows: populations, columns: [population, x, rank], title: T }"
      ]
    ).published("z;p;v\nA;2025;80\nB;2025;90\nC;2025;80\n")
    #expect(said.rows == [["A", "80", "2e_ex æquo"], ["B", "90", "1er"], ["C", "80", "2e_ex æquo"]])
  }

  @Test("Peers of a computed indicator must be named, and a column that they share must be there")
  func mistakes() {
    let computed = [
      SmallReport.share, "t: { label: T, unit: \"%\", source: s, value: { formula: x / 2 } }",
    ]
    SmallReport(
      indicators: computed, comparisons: ["1️⃣r: { indicators: t, subject: a, references: peers }"],
      body: ["text: a"]
    ).expectMistake("peers-of-computed", hint: "among")
    let among = SmallReport(
      indicators: computed, comparisons: ["r: { indicators: t, subject: a, references: peers, among: b }"],
      body: ["text: \"\\u200B{r.t.rank}\""])
    #expect(
      among.published("z;p;v\nA;2025;80\nB;2025;90\n").paragraphs.map { $0.replacing("\u{200B}", with: "") }
        == ["2e_sur_2"])
    SmallReport(
      comparisons: ["1️⃣r: { indicators: x, subject: a, references: peers, same: classe }"], body: ["text: a"]
    ).expectMistake("unknown-data-column")
    SmallReport(
      comparisons: ["r: { indicators: x, subject: a, references: b, among: [1️⃣b] }"], body: ["text: a"]
    ).expectMistake("peers-not-compared", hint: "peers")
  }
}
