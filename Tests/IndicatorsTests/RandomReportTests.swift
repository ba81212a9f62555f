import TestSupport
import Testing

@Suite("Random reports")
struct RandomReportTests {
  @Test(
    "Whatever the data, every way to tell a comparison ends in words or in a located mistake",
    arguments: 0..<300)
  func composes(seed: Int) {
    let (report, csv) = Self.random(seed)
    let said = report.published(csv)
    if said.publication == nil {
      #expect(!said.diagnostics.isEmpty)
      #expect(said.diagnostics.allSatisfy { $0.place != nil }, "\(said.messages)")
      return
    }
    for text in said.paragraphs {
      #expect(!text.contains("nan") && !text.contains("inf") && !text.contains("Optional"), "\(text)")
      guard text.contains("significati") else { continue }
      for gap in ["de plus", "de moins", "écart de", "fois plus", "fois moins", "en hausse", "en baisse"] {
        #expect(!text.contains(gap), "\(text)")
      }
    }
    for row in said.rows where row.contains("ns") {
      for word in ["favorable", "défavorable", "en progrès", "en recul", "en retard"] {
        #expect(!row.contains(word), "\(row)")
      }
    }
  }

  @Test("Same spec and data give the same words", arguments: [3, 33, 133])
  func same(seed: Int) {
    let (report, csv) = Self.random(seed)
    let runs = (0..<2).map { _ in report.published(csv) }
    #expect(runs[0].publication == runs[1].publication)
    #expect(runs[0].messages == runs[1].messages)
  }

  private static func random(_ seed: Int) -> (SmallReport, csv: String) {
    var random = SeededGenerator(seed: seed + 1)
    let unit = random.pick(["\"%\"", "\"%\"", "count", "euros", "years", "index", "per-1000", "ratio"])
    let measure =
      unit == "\"%\""
      ? random.pick(["points", "ratio", "relative", "index"])
      : random.pick(["difference", "ratio", "relative", "index"])
    let reference = random.pick(["b", "previous", "year-ago", "first", "target", "peers"])
    let direction = random.pick(["", "direction: higher", "direction: lower"])
    let target = "target: { value: \(random.next(in: -5...120)), by: \(random.next(in: 2022...2030)) }"
    let forms =
      reference == "peers"
      ? ["sentence", "statement", "rank", "quartile", "median"]
      : ["sentence", "statement", "status", "gap", "size"] + (reference == "target" ? ["pace"] : ["interval"])
    let keys = [direction, target].filter { !$0.isEmpty }.joined(separator: ", ")
    let indicator = SmallReport.share(keys, value: "respondents: n, margin: m").replacing("\"%\"", with: unit)
    let columns = "indicator, status, gap, target, pace".replacing(
      "status, gap, ", with: reference == "peers" ? "rank, quartile, " : "status, gap, ")
    let report = SmallReport(
      head: "title: T, language: fr" + random.pick(["", ", period: 2025", ", period: 2026-T2"]),
      indicators: [indicator],
      comparisons: ["c: { indicators: x, subject: a, references: \(reference), measure: \(measure) }"],
      body: forms.map { "text: \"\\u200B{c.x.\($0)}\"" } + [
        "table: { of: c, columns: [\(columns)], title: T }", "chart: { kind: bar, of: c, title: T }",
        "indicator-card: x",
      ])
    let periods = random.pick([["2023", "2024", "2025"], ["2025-T2", "2026-T1", "2026-T2"], ["2025"]])
    var rows = "z;p;v;n;m\n"
    for zone in ["A", "B", "C"] {
      for period in periods where !random.isTrue(onceIn: 9) {
        let value = random.pick([
          "\(random.next(in: 0...100))", "\(random.next(in: 0...99)),\(random.next(in: 0...9))", "nd", "s",
          "0", "100",
          "-\(random.next(in: 1...50))", "1000000",
        ])
        let n = random.pick(["", "\(random.next(in: 1...5000))"])
        let m = random.pick(["", "", "\(random.next(in: 0...9))"])
        rows += "\(zone);\(period);\(value);\(n);\(m)\n"
      }
    }
    return (report, rows)
  }
}
