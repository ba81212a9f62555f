import Testing

@Suite("Targets")
struct TargetTests {
  private static let csv = "z;p;v\nA;2023;75\nA;2025;79\nB;2025;88\n"

  private func report(
    _ target: String, direction: String = "direction: higher",
    body: [String] = ["text: \"\\u200B{c.x.status}\""]
  ) -> SmallReport {
    SmallReport(
      indicators: [SmallReport.share("\(direction), target: { \(target) }")],
      comparisons: ["c: { indicators: x, subject: a, references: target }"], body: body)
  }

  private func status(_ report: SmallReport, _ csv: String = TargetTests.csv) -> [String] {
    report.published(csv).paragraphs.map { $0.replacing("\u{200B}", with: "") }
  }

  @Test(
    "A value is on track where a straight line from the first value would have it",
    arguments: [
      // Two years of five: from 75, 75 + 0,4 × 7 = 77,8 is asked for, and 79 is there.
      ("value: 82, by: 2028", "direction: higher", "en bonne voie"),
      // 75 + 0,4 × 10 = 79: exactly on the line.
      ("value: 85, by: 2028", "direction: higher", "en bonne voie"),
      // 75 + 0,4 × 15 = 81.
      ("value: 90, by: 2028", "direction: higher", "en retard"),
      ("value: 79, by: 2028", "direction: higher", "cible atteinte"),
      ("value: 78, by: 2024", "direction: higher", "cible atteinte"),
      ("value: 90, by: 2024", "direction: higher", "en retard"),
      ("value: 90, by: 2025", "direction: higher", "en retard"),
      ("value: 70, by: 2028", "direction: lower", "en retard"),
      ("value: 80, by: 2028", "direction: lower", "cible atteinte"),
      // Where no direction is declared the target lies ahead of the first value.
      ("value: 78, by: 2028", "unit: \"%\"", "cible atteinte"),
    ])
  func statuses(target: String, direction: String, expected: String) {
    let isDirected = direction.hasPrefix("direction")
    let report = report(target, direction: isDirected ? direction : "label: X").undirected(!isDirected)
    #expect(status(report) == [expected])
  }

  @Test("Falling from 75 to 65 is on track to 60 in five years after two")
  func lowerOnTrack() {
    let report = report("value: 60, by: 2028", direction: "direction: lower")
    // 75 − 0,4 × 15 = 69.
    #expect(status(report, "z;p;v\nA;2023;75\nA;2025;69\n") == ["en bonne voie"])
    #expect(status(report, "z;p;v\nA;2023;75\nA;2025;69,1\n") == ["en retard"])
  }

  @Test("Months count: half a year of two and a half")
  func months() {
    let report = report("value: 85, by: 2027-T4")
    // From the end of T2 2025 to that of T4 2027 it is 30 months; after 6 of them, 75 + 0,2 × 10 = 77.
    #expect(status(report, "z;p;v\nA;2025-T2;75\nA;2025-T4;77\n") == ["en bonne voie"])
    #expect(status(report, "z;p;v\nA;2025-T2;75\nA;2025-T4;76,9\n") == ["en retard"])
  }

  @Test("Without an earlier value nobody knows whether it is on track")
  func noBaseline() {
    let report = report(
      "value: 90, by: 2028",
      body: [
        "text: \"\\u200B{c.x.status}\"", "text: \"\\u200B{c.x.sentence}\"", "text: \"\\u200B{c.x.pace}\"",
      ])
    #expect(
      status(report, "z;p;v\nA;2025;79\n") == [
        "indéterminé", "à 11_points de la cible de 90_% fixée pour_2028", "+4_points par an",
      ])
  }

  @Test(
    "What a year must bring is what is left over the years that are left, whatever the comparison's measure",
    arguments: ["points", "ratio", "relative", "index"])
  func pace(measure: String) {
    var report = report("value: 90, by: 2027", body: ["text: \"\\u200B{c.x.pace}\""])
    report.comparisons = ["c: { indicators: x, subject: a, references: target, measure: \(measure) }"]
    // (90 − 79) / 2
    #expect(status(report, "z;p;v\nA;2025;79,0\nB;2025;88,1\n") == ["+5,5_points par an"])
  }

  @Test("A table has the target, its date, the gap left and the pace; reached and past ones have no pace")
  func columns() {
    let body = [
      "table: { of: c, columns: [indicator, current, target, target-date, gap, pace, status], title: T, universe: U }"
    ]
    #expect(
      report("value: 90, by: 2028", body: body).published(Self.csv).rows == [
        ["X", "79", "90", "2028", "−11", "+4 par an", "en retard"]
      ])
    #expect(
      report("value: 70, by: 2028", body: body).published(Self.csv).rows == [
        ["X", "79", "70", "2028", "+9", "///", "cible atteinte"]
      ])
    #expect(
      report("value: 90, by: 2024", body: body).published(Self.csv).rows == [
        ["X", "79", "90", "2024", "−11", "///", "en retard"]
      ])
  }

  @Test("A target for some populations is no other's")
  func others() {
    let card = report("value: 90, by: 2028, for: a", body: ["indicator-card: x"]).published(Self.csv).cards
      .first
    #expect(card?.values?.rows.map { $0.last.map(visible) } == ["90_%", "///"])
    var report = report("value: 90, by: 2028, for: b", body: ["text: a"])
    report.comparisons = ["c: { indicators: x, subject: a, references: 1️⃣target }"]
    report.expectMistake("target-of-others", hint: ": b")
  }

  @Test(
    "A target without a value or a date, and a comparison with a target that there is not, are pointed at")
  func mistakes() {
    SmallReport(indicators: [SmallReport.share("target: 1️⃣{ value: 90 }")], body: ["text: a"])
      .expectMistake("missing-key")
    SmallReport(indicators: [SmallReport.share("target: 1️⃣{ by: 2028 }")], body: ["text: a"])
      .expectMistake("missing-key")
    SmallReport(
      indicators: [SmallReport.share("target: { value: 90, by: 1️⃣bientôt }")], body: ["text: a"]
    ).expectMistake("not-a-period")
    SmallReport(
      comparisons: ["c: { indicators: x, subject: a, references: 1️⃣target }"], body: ["text: a"]
    ).expectMistake("no-target", hint: "target: { value: …, by: … }")
  }
}

extension SmallReport {
  /// Without a direction, where one is not wanted.
  fileprivate func undirected(_ isWanted: Bool) -> SmallReport {
    var report = self
    if isWanted { report.indicators = indicators.map { $0.replacing(" label: X, target", with: " target") } }
    return report
  }
}
