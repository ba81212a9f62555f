import Foundation
import TestSupport
import Testing

@Suite("What is seen in data files, and what is wrong with them")
struct DataTests {
  /// A report with one value from `d.csv`, and what its source says besides.
  private func report(_ declared: String = "", unit: String = "\"%\"") -> String {
    """
    report: { title: Essai }
    sources:
      s:
        title: Une source
        year: 2024
        data: d.csv
    \(declared.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
    territories:
      lens: { label: Lens, codes: ["01004"] }
    indicators:
      part: { label: Part, unit: \(unit), universe: tous, source: s, value: { column: taux, by: code } }
    body:
      - text: "Une part de {part[lens]}."

    """
  }

  @Test("A first look goes past titles and says what to declare; as JSON it is one object")
  func look() throws {
    let desk = try Desk()
    try desk.folder.write(
      "Titre;;\n;;\ncode;nom;n\n1004;Lens;1\n59350;Lille;\"2,5\"\n62427;Liévin;s\n", to: "d.csv")
    let run = try desk.vigie("data", "d.csv")
    #expect(run.status == 0)
    #expect(
      Array(run.outputLines.suffix(3)) == [
        "À déclarer dans la source :", "  header-line: 3", "  pad: { code: 5 }",
      ])
    let json = try #require(try desk.vigie("data", "d.csv", "--json").json().first)
    #expect(json["rows"] as? Int == 3)
    #expect(json["declare"] as? [String] == ["header-line: 3", "pad: { code: 5 }"])
  }

  @Test("A companion file shows what columns are; a unit that differs is a warning")
  func metadata() throws {
    let desk = try Desk()
    try desk.folder.write("code;taux\n01004;12\n", to: "d.csv")
    try desk.folder.write("colonne;libellé;unité\ntaux;Part des foyers;euros\n", to: "m.csv")
    #expect(try desk.vigie("data", "d.csv", "--metadata", "m.csv").output.contains("Part des foyers (euros)"))
    try desk.folder.write(report("metadata: m.csv"), to: "r.yml")
    let run = try desk.vigie("check", "r.yml", "--json")
    #expect(run.status == 0)
    #expect(try run.json().compactMap { $0["code"] as? String } == ["other-unit"])
    #expect(try desk.vigie("explain", "r.yml", "part[lens]").output.contains("taux (Part des foyers)"))
    try desk.folder.write(report("metadata: m.csv", unit: "euros"), to: "r.yml")
    #expect(try desk.vigie("check", "r.yml", "--json").json().compactMap { $0["code"] as? String } == [])
    #expect(try desk.vigie("data", "d.csv", "--metadata", "none.csv").status == 1)
  }

  @Test("A file that breaks its schema is refused where it does, and nothing is written")
  func schema() throws {
    let desk = try Desk()
    let schema =
      #"{"fields":[{"name":"code","type":"string"},{"name":"taux","type":"number","constraints":{"maximum":100}}]}"#
    try desk.folder.write(schema, to: "s.json")
    try desk.folder.write("code;taux\n01004;120\n", to: "d.csv")
    try desk.folder.write(report("schema: s.json"), to: "r.yml")
    let run = try desk.vigie("render", "r.yml")
    #expect(run.status == 1)
    #expect(run.errors.contains("d.csv:2:7") && run.errors.contains("maximum"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.folder.url.appending(path: "Output").path))
    #expect(try desk.vigie("data", "d.csv", "--schema", "s.json").status == 1)
    try desk.folder.write("code;taux\n01004;12\n", to: "d.csv")
    #expect(try desk.vigie("check", "r.yml").status == 0)
    try desk.folder.write("{", to: "s.json")
    #expect(try desk.vigie("check", "r.yml").errors.contains("s.json:1"))
  }

  @Test("Codes get their zeros back at the source, for populations too")
  func pad() throws {
    let desk = try Desk()
    try desk.folder.write("code;taux\n1004;12\n59350;13\n", to: "d.csv")
    try desk.folder.write(report("pad: { code: 5 }"), to: "r.yml")
    #expect(try desk.vigie("explain", "r.yml", "part[lens]").outputLines.first == "part[lens] = 12\u{A0}%")
  }

  @Test("A file that does not fit in memory is refused before it is read", arguments: ["2G", "5G"])
  func large(size: String) throws {
    let desk = try Desk()
    // Nothing but a hole: it takes no room on the disk.
    #expect(try desk.shell("truncate -s \(size) d.csv").status == 0)
    try desk.folder.write(report(), to: "r.yml")
    let run = try desk.vigie("check", "r.yml", "--json")
    #expect(run.status == 1)
    let found = try #require(try run.json().first)
    #expect(found["code"] as? String == "file-too-large")
    #expect(found["line"] as? Int == 6)
    #expect(try desk.vigie("data", "d.csv").status == 1)
  }

  @Test(
    "A file that was cut off is refused where it ends, or says nothing that it does not hold",
    arguments: [
      ("code;taux\n01004;\"12", "unclosed-quote"), ("code;taux\n01004", "uneven-row"),
      ("code;ta", "empty-table"),
      ("", "empty-table"), ("code;taux\n", "empty-table"), ("code;taux\n01004;1\u{0}2\n", "not-text"),
    ])
  func truncated(text: String, code: String) throws {
    let desk = try Desk()
    try desk.folder.write(text, to: "d.csv")
    try desk.folder.write(report(), to: "r.yml")
    let run = try desk.vigie("check", "r.yml", "--json")
    #expect(run.status == 1)
    #expect(try run.json().compactMap { $0["code"] as? String }.contains(code), "\(run.output)")
  }
}
