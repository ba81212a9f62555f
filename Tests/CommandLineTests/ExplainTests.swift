import Foundation
import Testing

@Suite("Where numbers come from")
struct ExplainTests {
  @Test("A number is traced to its file, digest, row, column and filter")
  func explains() throws {
    let run = try Desk().vigie("explain", "sound", "part[lievin]")
    #expect(run.status == 0)
    #expect(run.outputLines.first == "part[lievin] = 75\u{A0}%")
    for part in ["sound/data.csv", "3 (1)", "taux", "commune = lievin | Liévin", "Nous, Une source, 2024"] {
      #expect(run.output.contains(part), "\(part)")
    }
    let digest = run.output.firstMatch(of: /[0-9a-f]{64}/)
    #expect(digest != nil)
  }

  @Test("As JSON it has the value as read and the rounding")
  func json() throws {
    struct Explained: Decodable {
      struct File: Decodable { let rows: String, sha256: String }
      let value: Double, decimals: Int, files: [File]
    }
    let run = try Desk().vigie("explain", "sound", "part[lens]", "--json")
    let explained = try JSONDecoder().decode(Explained.self, from: Data(run.output.utf8))
    #expect(explained.value == 87)
    #expect(explained.decimals == 0)
    #expect(explained.files.map(\.rows) == ["2"])
  }

  @Test("An unknown number is a wrong command line, with the nearest that there is")
  func unknown() throws {
    let run = try Desk().vigie("explain", "sound", "part[lense]")
    #expect(run.status == 2)
    #expect(run.errors.contains("part[lens]"))
  }

  @Test("A rendering can have the provenance of all its numbers beside it")
  func provenance() throws {
    let desk = try Desk()
    #expect(
      try desk.vigie("render", "sound", "--provenance").outputLines == [
        "Output/sound.pdf", "Output/sound.provenance.json",
      ])
    struct Whole: Decodable {
      struct Value: Decodable { let reference: String }
      let values: [Value]
    }
    let data = try Data(contentsOf: desk.folder.url.appending(path: "Output/sound.provenance.json"))
    #expect(
      try JSONDecoder().decode(Whole.self, from: data).values.map(\.reference) == [
        "part[lens]", "part[lievin]",
      ])
  }

  @Test("A parameter is set for a run; one that the report does not have is a wrong command line")
  func settings() throws {
    let desk = try Desk()
    try desk.folder.write(
      "parameters: { x: a }\nreport: { title: Essai $x }\nbody:\n  - text: b\n", to: "p.yml")
    #expect(
      try desk.vigie("dump", "p.yml", "--stage", "figures", "--set", "x=été").output.contains(
        "title: Essai été"))
    let wrong = try desk.vigie("check", "p.yml", "--set", "y=1")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("« y »"))
    #expect(try desk.vigie("check", "p.yml", "--set", "x").status == 2)
  }

  @Test("A data file is described; one that cannot be read is explained")
  func data() throws {
    let desk = try Desk()
    let run = try desk.vigie("data", "sound/data.csv", "--lang", "en")
    #expect(run.status == 0)
    #expect(run.output.contains("CSV, delimiter “;”"))
    #expect(run.output.contains("87 | 75"))
    try desk.folder.write("a;b\n1\n", to: "uneven.csv")
    let uneven = try desk.vigie("data", "uneven.csv")
    #expect(uneven.status == 1)
    #expect(uneven.errors.contains("uneven.csv:2"))
    #expect(try desk.vigie("data", "nowhere.csv").status == 3)
  }

  /// A desk with a report on two periods, a computed share, an index and comparisons with intervals.
  private func followed() throws -> Desk {
    let desk = try Desk()
    try desk.folder.write(
      """
      report: { title: Suivi, period: 2026-T3 }
      sources:
        s: { title: Registre, producer: Nous, data: data.csv }
      territories:
        lens: { label: Lens, universe: habitants }
        lievin: { label: Liévin, universe: habitants }
      indicators:
        aides: { label: Aidés, unit: count, source: s, value: { column: aides, by: commune, period: date } }
        menages: { label: Ménages, unit: count, source: s, value: { column: menages, by: commune, period: date } }
        part: { label: Part, unit: "%", source: s, value: { formula: 100 * aides / menages } }
        base: { label: Indice, unit: index, source: s, value: { index-of: aides, base-period: 2026-T2 } }
        relies: { label: Reliés, unit: "%", source: s, value: { column: relies, by: commune, period: date, respondents: n } }
      comparisons:
        ecart: { indicators: relies, subject: lens, references: [lievin, previous] }
      body:
        - text: a

      """, to: "suivi/report.yml")
    try desk.folder.write(
      "commune;date;aides;menages;relies;n\nlens;2026-T2;30;200;77;400\nlens;2026-T3;36;225;79;400\n"
        + "lievin;2026-T3;10;80;88;900\n", to: "suivi/data.csv")
    return desk
  }

  @Test("A computed value is explained by its formula and by what it is computed from, down to the rows")
  func computed() throws {
    let run = try followed().vigie("explain", "suivi", "part[lens]", environment: ["LC_ALL": "fr_FR.UTF-8"])
    #expect(run.status == 0)
    // 100 × 36 / 225; the quarter before gives 15,0 and Liévin 12,5, so one decimal is printed.
    #expect(run.outputLines.first == "part[lens] = 16,0\u{A0}%")
    let text = run.output
    for part in ["100 * aides / menages", "aides[lens] = 36", "menages[lens] = 225", "2026-T3", "16 (%"] {
      #expect(text.contains(part), "\(part): \(text)")
    }
    #expect(text.contains("3 (1)"))
  }

  @Test("A value of another period is asked for with it, and an index shows its base")
  func periods() throws {
    let desk = try followed()
    let earlier = try desk.vigie("explain", "suivi", "relies[lens][2026-T2]")
    #expect(earlier.status == 0)
    #expect(earlier.outputLines.first == "relies[lens][2026-T2] = 77,0\u{A0}%")
    let index = try desk.vigie("explain", "suivi", "base[lens]")
    #expect(index.outputLines.first == "base[lens] = 120")
    for part in ["100 * aides / aides[2026-T2]", "aides[lens] = 36", "aides[lens][2026-T2] = 30"] {
      #expect(index.output.contains(part), "\(part): \(index.output)")
    }
  }

  @Test("A comparison shows the calculation, its interval and both values")
  func interval() throws {
    let desk = try followed()
    let run = try desk.vigie("explain", "suivi", "ecart.relies[lievin]")
    // The interval is Newcombe's, by statsmodels −13.6887 to −4.64538.
    #expect(run.outputLines.first == "ecart.relies[lievin] = −9,0\u{A0}points")
    #expect(run.output.contains("points: 79 - 88 = -9"))
    #expect(run.output.contains("-13.6887 … -4.64538"), "\(run.output)")
    let moved = try desk.vigie("explain", "suivi", "ecart.relies[previous]")
    #expect(moved.outputLines.first == "ecart.relies[previous] = ns")
    for part in ["points: 79 - 77 = 2", "relies[lens] = 79", "relies[lens][2026-T2] = 77"] {
      #expect(moved.output.contains(part), "\(part): \(moved.output)")
    }
  }
}
