import Diagnostics
import DrawList
import Testing

@testable import Model

@Suite("What a report can be told of accessibility before it is made")
struct AccessibilityTests {
  @Test(
    "A link that does not say where it leads is told at its text",
    arguments: [
      "ici", "Cliquez ici !", "En savoir plus…", "here", "https://exemple.fr", "www.exemple.fr", "**lien**",
    ])
  func vagueLinks(words: String) {
    let found = Resolving(report(body: "- text: Voir [\(words)](https://exemple.fr/rapport)."))

    #expect(found.codes == ["vague-link"])
    #expect(found.places == [Resolving(report(body: "- text: \"---\"")).places[0]])
    #expect(found.hints.first?.contains("[le rapport de 2025](…)") == true)
  }

  @Test(
    "A link named by what it opens is a good one",
    arguments: ["le rapport", "ici, à Lens", "{nombre} quartiers"])
  func goodLinks(words: String) {
    #expect(Resolving(report(body: "- text: \"Voir [\(words)](https://exemple.fr).\"")).codes == [])
  }

  @Test(
    "A chart's alternative text says something, and not its title again",
    arguments: [
      (alternative: "\"\"", codes: ["empty-alternative"]),
      (alternative: "\"—\"", codes: ["empty-alternative"]),
      (alternative: "Un titre", codes: ["alternative-is-title"]), (alternative: "Deux barres", codes: []),
    ])
  func alternatives(alternative: String, codes: [String]) {
    let body = "- chart: { kind: bar, title: Un titre, of: nombre, alternative: \(alternative) }"
    #expect(Resolving(report(body: body)).codes == codes)
  }

  @Test("Sections are five deep at most: six levels of headings with the title", arguments: [5, 6])
  func deepSections(depth: Int) {
    let open = (0..<depth).map {
      String(repeating: " ", count: 4 * $0) + "- section: S\n" + String(repeating: " ", count: 4 * $0 + 2)
        + "body:"
    }
    let body = (open + [String(repeating: " ", count: 4 * depth) + "- text: Fin"]).joined(separator: "\n")

    #expect(Resolving(report(body: body)).codes == (depth > 5 ? ["too-many-levels"] : []))
  }

  @Test(
    "A name in which nothing can be read would be no head of a column", arguments: ["\"\"", "\"-\"", "\" \""])
  func blankNames(name: String) {
    let mistake = Mistake(
      report(populations: "lens: { label: Lens, short: 1️⃣\(name) }"), "blank-head",
      hint: "ce que la colonne contient")
    mistake.check()
  }
}
