import DataSources
import Indicators
import Model
import Testing

/// A city of three neighbourhoods, with the counts of two groups and all.
private func city(_ rows: String, rule: String = "minimum: 11", body: String) -> Publishing {
  Publishing(
    """
    report: { title: T }
    sources: { s: { title: S, year: 2025, data: d.csv, secrecy: { \(rule) } } }
    territories:
      ville: { label: Ville }
      a: { label: A, parent: ville }
      b: { label: B, parent: ville }
      c: { label: C, parent: ville }
    indicators:
      femmes: { label: F, unit: count, universe: u, source: s, value: { column: f, by: z } }
      hommes: { label: H, unit: count, universe: u, source: s, value: { column: h, by: z } }
      tous: { label: T, unit: count, universe: u, source: s, parts: [femmes, hommes], value: { column: t, by: z } }
      part: { label: P, unit: "%", universe: u, source: s, value: { formula: 100 * femmes / tous } }
    comparisons:
      ecart: { indicators: [femmes], subject: a, references: [ville], measure: ratio }
    body:
    \(body)
    """, ["d.csv": "z;f;h;t\n" + rows])
}

private let counts = "ville;100;120;220\na;5;40;45\nb;45;30;75\nc;50;50;100\n"
private let table =
  "  - table: { of: [femmes, hommes, tous], populations: [ville, a, b, c], title: T }"

@Suite("Values that must not be told")
struct SecretValueTests {
  @Test("A value below the minimum is hidden, and with it what would give it back")
  func complementary() throws {
    let rows = try #require(city(counts, body: table).tables.first?.rows)
    // 5 women in A are hidden. The row's total needs a second part hidden, and A's total too: 45 − 40.
    #expect(rows[0][2] == "s")
    #expect(rows[0].dropFirst().count { $0 == "s" } >= 2)
    let columnOfA = rows.map { $0[2] }
    #expect(columnOfA.count { $0 == "s" } >= 2)
    #expect(rows.flatMap { $0 }.contains("220"))
  }

  @Test("A zero hides nobody")
  func zero() throws {
    let rows = try #require(
      city("ville;100;120;220\na;0;40;40\nb;50;30;80\nc;50;50;100\n", body: table).tables.first?.rows)
    #expect(!rows.flatMap { $0 }.contains("s"))
  }

  @Test("What is computed from a secret, or compared with one, is as secret, in texts and in traces")
  func derived() {
    let publishing = city(
      counts,
      body:
        "  - text: \"{femmes[a]} {part[a]} {ecart.femmes.gap} {ecart.femmes.sentence} {ecart.femmes.statement}\""
    )
    let text = publishing.paragraphs.first ?? ""
    #expect(text.hasPrefix("s s s s"))
    let numbers = text.replacing("2025", with: "")
    #expect(!numbers.contains("5") && !numbers.contains("11"))
    // Nor do the warnings show the row.
    #expect(!publishing.diagnostics.contains { $0.place?.path == "d.csv" })
  }

  @Test("The few contributors and the one that dominates are hidden by their columns")
  func contributors() throws {
    let publishing = Publishing(
      """
      report: { title: T }
      sources: { s: { title: S, year: 2025, data: d.csv } }
      territories: { a: { label: A }, b: { label: B }, c: { label: C } }
      indicators:
        aides:
          label: Aides
          unit: euros
          universe: u
          source: s
          secrecy: { contributors: 3, dominance: 85 }
          value: { column: v, by: z, contributors: n, largest: g }
      body:
        - table: { of: aides, populations: [a, b, c], title: T }
      """, ["d.csv": "z;v;n;g\na;1000;2;60\nb;1000;9;90\nc;1000;9;30\n"])
    #expect(
      publishing.tables.first?.rows.map { $0[1] }
        == ["s", "s", "1~000"].map { $0.replacing("~", with: "\u{202F}") })
  }

  @Test("A rule that the data cannot answer is refused where the indicator stands")
  func unanswerable() {
    let publishing = Publishing(
      """
      report: { title: T }
      sources: { s: { title: S, year: 2025, data: d.csv } }
      indicators:
        aides: { label: A, unit: euros, universe: u, source: s, secrecy: { minimum: 11 }, value: { column: v } }
      body:
        - text: "{aides}"
      """, ["d.csv": "v\n3\n"])
    #expect(publishing.codes == ["secrecy-needs-column"])
    #expect(publishing.hints.first?.contains("units") == true)
  }

  @Test("A secret that nothing can protect ends the run, and its message does not tell it")
  func unprotectable() {
    // The only other part is zero, which hides nothing: the total is the secret.
    let publishing = city(
      "ville;5;120;125\na;5;40;45\nb;0;30;30\nc;0;50;50\n", rule: "minimum: 1000",
      body: "  - table: { of: [femmes], populations: [ville, a, b, c], title: T }")
    #expect(publishing.diagnostics.allSatisfy { !$0.message.text.french.contains("5") })
  }

  @Test("A median of peers tells no secret: hidden values are no peers, declared or not")
  func peers() {
    let publishing = Publishing(
      """
      report: { title: T }
      sources: { s: { title: S, year: 2025, data: d.csv, secrecy: { minimum: 11 } } }
      territories: { a: { label: A }, b: { label: B } }
      indicators:
        x: { label: X, unit: count, universe: u, source: s, value: { column: v, by: z } }
      comparisons: { r: { indicators: x, subject: a, references: peers } }
      body:
        - table: { of: r, columns: [indicator, rank, median], title: T }
      """, ["d.csv": "z;v\na;20\nb;5\nautre;7\nencore;40\n"])
    // 20 and 40 are left.
    #expect(publishing.tables.first?.rows.map { $0.map(visible) } == [["X", "2e_sur_2", "30"]])
  }

  @Test(
    "Rows of a secret source are not shown as they are, however they come",
    arguments: ["s", "kept", "joined", "queried", "again"])
  func rows(from: String) {
    let publishing = Publishing(
      """
      report: { title: T }
      sources:
        s: { title: S, year: 2025, data: d.csv, secrecy: { minimum: 11 } }
        other: { title: O, year: 2025, data: o.csv }
      tables:
        kept: { from: s, steps: [keep: { z: [a] }] }
        joined: { from: other, steps: [join: { with: s, on: z }] }
        queried: { steps: [query: "SELECT z, v FROM S"] }
        again: { steps: [query: "SELECT * FROM queried"] }
      territories: { a: { label: A } }
      indicators:
        x: { label: X, unit: count, universe: u, source: s, value: { column: v, by: z } }
      body:
        - table: { from: \(from), title: T }
      """, ["d.csv": "z;v\na;5\n", "o.csv": "z;w\na;1\n"])
    #expect(publishing.codes == ["rows-are-secret"])
  }

  @Test("A rule at the indicator holds for its source's rows too, and other sources stay free")
  func rowsOfIndicator() {
    func codes(_ from: String) -> [String] {
      Publishing(
        """
        report: { title: T }
        sources: { s: { title: S, year: 2025, data: d.csv }, other: { title: O, year: 2025, data: o.csv } }
        territories: { a: { label: A } }
        indicators:
          x: { label: X, unit: count, universe: u, source: s, secrecy: { minimum: 11 }, value: { column: v, by: z } }
        body:
          - table: { from: \(from), title: T, universe: u }
        """, ["d.csv": "z;v\na;5\n", "o.csv": "z;w\na;1\n"]
      ).codes
    }
    #expect(codes("s") == ["rows-are-secret"])
    #expect(codes("other") == [])
  }

  @Test("A warning of an old value does not show a hidden one")
  func stale() {
    let publishing = Publishing(
      """
      report: { title: T, period: 2026-T3 }
      sources: { s: { title: S, year: 2020, data: d.csv, secrecy: { minimum: 11 } } }
      territories: { a: { label: A } }
      indicators:
        x: { label: X, unit: count, universe: u, stale-after: 12, source: s, value: { column: v, by: z } }
      body:
        - table: { of: x, populations: a, title: T }
      """, ["d.csv": "z;v\na;5\n"])
    #expect(publishing.codes == ["stale"])
    #expect(publishing.places == [])
  }
}
