import Foundation
import TestSupport
import Testing

@Suite("vigie fonts")
struct FontsTests {
  @Test("As JSON it is one object with families, themes and patterns")
  func json() throws {
    let run = try Program.vigie.run(["fonts", "--json"], in: PackageFiles.root)
    #expect(run.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let families = try #require(object?["families"] as? [[String: Any]])
    let themes = try #require(object?["themes"] as? [[String: Any]])
    let patterns = try #require(object?["hyphenation"] as? [[String: Any]])

    #expect(object?["type"] as? String == "fonts")
    #expect(families.first?["name"] as? String == "Lato")
    #expect((families.first?["features"] as? [String])?.contains("tnum") == true)
    #expect((themes.first?["fallback"] as? [String])?.first == "Noto Sans Arabic")
    #expect(patterns.compactMap { $0["language"] as? String } == ["fr", "en"])
  }

  @Test(
    "A manifest that names what is not there ends the run with 3",
    arguments: [
      "families: { X: { styles: [{ file: none.ttf, style: R, weight: 400, italic: false }] } }",
      "families: { X: { styles: [] } }",
      "families: { X: { styles: [{ file: fonts.yml, style: R, weight: 400, italic: false }] } }",
      "families: [",
      "",
    ])
  func broken(manifest: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(manifest, to: "fonts.yml")
    let run = try Program.vigie.run(["fonts", "--fonts", folder.path, "--lang", "en"])

    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("run “make setup”"))
  }

  @Test("A role or patterns that name nothing known are a broken manifest")
  func unknownRole() throws {
    let folder = try TemporaryFolder()
    let lato = PackageFiles.root.appending(path: "Fonts/Lato-Regular.ttf")
    try FileManager.default.copyItem(at: lato, to: folder.file("l.ttf"))
    let family = "families: { Lato: { styles: [{ file: l.ttf, style: R, weight: 400, italic: false }] } }\n"
    for rest in ["roles: { text: Latto }", "hyphenation: { fr: { patterns: [{ file: none.dic }] } }"] {
      try folder.write(family + rest, to: "fonts.yml")
      let run = try Program.vigie.run(["fonts", "--fonts", folder.path, "--lang", "en"])
      #expect(run.status == 3, "\(rest)")
    }
    try folder.write(family, to: "fonts.yml")
    #expect(try Program.vigie.run(["fonts", "--fonts", folder.path]).status == 0)
  }
}
