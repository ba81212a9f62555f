import Foundation
import TestSupport
import Testing

@Suite("A report's theme")
struct ThemeTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func report(_ theme: String) -> String {
    "report: { title: Essai, theme: \(theme) }\nbody:\n  - text: Bonjour.\n"
  }

  @Test(
    "A theme's file is found from the report's folder, wherever the program is run", arguments: [".", "sub"])
  func ownFile(folder: String) throws {
    try desk.folder.write("colors: { accent: \"#1f6b45\" }\n", to: "charte/ville.yml")
    try desk.folder.write(report("charte/ville.yml"), to: "r.yml")
    try desk.folder.write("x", to: "sub/x")
    let run = try Program.vigie.run(
      ["dump", desk.folder.file("r.yml").path, "--stage", "pages"], in: desk.folder.file(folder))

    #expect(run.errors == "")
    #expect(run.output.contains("Lato Heavy 26 #1f6b45 \"Essai\""))
  }

  @Test("A theme extends a file beside it, or a shipped one by its name")
  func extended() throws {
    try desk.folder.write("colors: { accent: \"#1f6b45\" }\nextends: contraste\n", to: "charte/base.yml")
    try desk.folder.write("extends: base.yml\ntype: { title: { size: 40/44 } }\n", to: "charte/ville.yml")
    try desk.folder.write(report("{ extends: charte/ville.yml, page: { inside: 50mm } }"), to: "r.yml")
    let output = try desk.vigie("dump", "r.yml", "--stage", "pages").output

    // 50 mm are 141.7 pt.
    #expect(output.contains("text 141.7,"))
    #expect(output.contains("Noto Sans Bold 40 #1f6b45 \"Essai\""))
  }

  @Test("A theme that is not there is told, with those that are", arguments: ["etatt", "charte/absent.yml"])
  func missing(theme: String) throws {
    try desk.folder.write(report(theme), to: "r.yml")
    let run = try desk.vigie("check", "r.yml", "--lang", "fr")

    #expect(run.status == 1)
    #expect(run.errors.contains("r.yml:1:32"))
    #expect(run.errors.contains(theme == "etatt" ? "vouliez-vous dire « etat » ?" : "introuvable"))
  }

  @Test("A theme that extends itself is told with its chain, and the run ends")
  func cycle() throws {
    try desk.folder.write("extends: b.yml\n", to: "a.yml")
    try desk.folder.write("extends: sub/../a.yml\n", to: "b.yml")
    try desk.folder.write(report("a.yml"), to: "r.yml")
    let run = try desk.vigie("check", "r.yml", "--lang", "fr")

    #expect(run.status == 1)
    #expect(run.errors.contains("b.yml:1:10"))
    #expect(run.errors.contains("s’étendre lui-même : a.yml → b.yml → a.yml"))
  }

  @Test("Mistakes of a theme and of the report that has it are told together")
  func together() throws {
    try desk.folder.write("colors: { accent: bleu }\n", to: "a.yml")
    try desk.folder.write(
      "report: { title: Essai, theme: a.yml, period: hier }\nbody:\n  - text: Bonjour.\n", to: "r.yml")
    let run = try desk.vigie("check", "r.yml", "--lang", "fr")

    #expect(run.errors.contains("a.yml:1:19"))
    #expect(run.errors.contains("« hier »"))
  }

  @Test("A theme that is no YAML, or no text at all, is told")
  func broken() throws {
    try desk.folder.write("extends: [\n", to: "a.yml")
    try desk.folder.write(report("a.yml"), to: "r.yml")
    let run = try desk.vigie("check", "r.yml", "--lang", "fr")

    #expect(run.status == 1)
    #expect(run.errors.contains("a.yml:"))
  }

  @Test("Every shipped theme makes a page")
  func shipped() throws {
    for name in ["observatoire", "etat", "contraste"] {
      try desk.folder.write(report(name), to: "r.yml")
      let run = try desk.vigie("check", "r.yml", "--warnings-as-errors")
      #expect(run.status == 0, "\(name): \(run.errors)")
    }
  }
}
