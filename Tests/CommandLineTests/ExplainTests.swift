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
}
