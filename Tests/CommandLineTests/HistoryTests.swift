import Foundation
import TestSupport
import Testing

/// A report on one neighbourhood, whose value a test may change between two runs.
private func report(_ rows: String, period: String = "2026-T3") -> [String: String] {
  [
    "suivi.csv": "quartier;trimestre;taux\n" + rows,
    "suivi.yml": """
    report: { title: La fibre, period: \(period), history: suivi.sqlite }
    sources: { enquete: { title: Enquête, data: suivi.csv } }
    territories: { bellevue: { label: Bellevue } }
    indicators:
      fibre: { label: Raccordés, unit: "%", universe: logements, source: enquete, value: { column: taux, by: quartier, period: trimestre } }
    body:
      - text: "{fibre[bellevue]} après {fibre[bellevue][previous]}"
    """,
  ]
}

extension Desk {
  fileprivate func write(_ files: [String: String]) throws {
    for (name, text) in files { try folder.write(text, to: name) }
  }

  fileprivate func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: name))
  }
}

@Suite("Recording and comparing periods")
struct HistoryCommandTests {
  @Test("A period is recorded once; the next one is compared with what was published")
  func quarters() throws {
    let desk = try Desk()
    try desk.write(report("Bellevue;T2 2026;64\n", period: "2026-T2"))
    #expect(
      try desk.vigie("record", "suivi.yml").output
        == "suivi.sqlite : enregistrement n° 1, 1 valeur dont 1 nouvelle\n")
    #expect(
      try desk.vigie("record", "suivi.yml").output
        == "suivi.sqlite : rien de nouveau, déjà enregistré (n° 1)\n")

    // The file of the next quarter no longer has the one before.
    try desk.write(report("Bellevue;T3 2026;67\n"))
    let dump = try desk.vigie("dump", "suivi.yml", "--stage", "figures")
    #expect(dump.output.contains("67\\u{A0}% après 64\\u{A0}%"))
    let explained = try desk.vigie("explain", "suivi.yml", "fibre[bellevue][2026-T2]")
    #expect(explained.output.contains("enregistré"))

    #expect(try desk.vigie("record", "suivi.yml").status == 0)
    let diff = try desk.vigie("diff", "suivi.yml", "2026-T2", "2026-T3")
    #expect(
      diff.output
        == "Raccordés, Bellevue : 64 % (2026-T2) → 67 % (2026-T3), +3\n1 valeur comparée, 1 changement\n"
        .replacing(" %", with: "\u{A0}%"))
  }

  @Test("A revision must be said, and nothing is recorded before")
  func revision() throws {
    let desk = try Desk()
    try desk.write(report("Bellevue;T3 2026;67\nBellevue;T2 2026;60\n"))
    #expect(try desk.vigie("record", "suivi.yml").status == 0)
    let before = try desk.bytes("suivi.sqlite")
    try desk.write(report("Bellevue;T3 2026;68\nBellevue;T2 2026;60\n"))

    let refused = try desk.vigie("record", "suivi.yml")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--revise") && refused.errors.contains("→"))
    #expect(try desk.bytes("suivi.sqlite") == before)

    let accepted = try desk.vigie("record", "suivi.yml", "--revise", "relevé corrigé", "--json")
    #expect(accepted.status == 0)
    #expect(accepted.output.contains("\"changes\":1"))
    // A value that is no longer as it was published says so.
    try desk.write(report("Bellevue;T3 2026;69\nBellevue;T2 2026;60\n"))
    #expect(try desk.vigie("dump", "suivi.yml", "--stage", "figures").output.contains("69"))
  }

  @Test("A file that is no history is refused where the spec names it, and left as it is")
  func notAHistory() throws {
    var files = report("Bellevue;T3 2026;67\nBellevue;T2 2026;60\n")
    files["suivi.sqlite"] =
      "bonjour, ceci n’est pas une base de données, mais un texte assez long pour le paraître"
    let desk = try Desk()
    try desk.write(files)
    let bytes = try desk.bytes("suivi.sqlite")
    let run = try desk.vigie("record", "suivi.yml")
    #expect(run.status == 1)
    #expect(run.errors.contains("suivi.yml:1:"))
    #expect(try desk.bytes("suivi.sqlite") == bytes)
  }

  @Test("Two renderings are compared by their provenance")
  func renderings() throws {
    let desk = try Desk()
    try desk.write(report("Bellevue;T3 2026;67\nBellevue;T2 2026;60\n"))
    #expect(try desk.vigie("render", "suivi.yml", "--provenance", "-o", "a.pdf").status == 0)
    try desk.write(report("Bellevue;T3 2026;67,5\nBellevue;T2 2026;nd\n"))
    #expect(try desk.vigie("render", "suivi.yml", "--provenance", "-o", "b.pdf").status == 0)
    let diff = try desk.vigie("diff", "a.provenance.json", "b.provenance.json", "--lang", "en")
    #expect(diff.output.contains("67\u{A0}% (2026-Q3) → 67.5\u{A0}% (2026-Q3), +0.5 (revised"))
    #expect(diff.output.contains("no value any more"))
    #expect(try desk.vigie("diff", "a.provenance.json", "suivi.csv").status == 1)
    #expect(try desk.vigie("diff", "suivi.yml", "2019", "2026-T3").status == 1)
    #expect(try desk.vigie("diff", "suivi.yml").status == 2)
  }
}
