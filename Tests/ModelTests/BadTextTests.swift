import Diagnostics
import Model
import Testing

@Suite("Texts that are wrong")
struct BadTextTests {
  @Test(
    "A link that leads nowhere is told, with what to write",
    arguments: [
      ("[le rapport]()", "https://…"), ("[le rapport](#methode)", "{figure.nom}"),
      ("[le rapport](rapport.pdf)", "https://rapport.pdf"),
      ("[l’Insee](www.insee.fr)", "https://www.insee.fr"),
      ("[le rapport](https://)", "https://…"), ("[la ville](mailto:)", "https://…"),
    ])
  func nowhere(text: String, hint: String) {
    let said = Resolving(report(body: "- text: \"\(text)\""))
    #expect(said.codes == ["link-to-nowhere"])
    #expect(said.hints.first?.contains(hint) ?? false, "\(said.hints)")
    #expect(said.places.count == 1)
  }

  @Test(
    "Addresses that can be opened are left alone",
    arguments: ["https://insee.fr", "http://a.fr/b?c=d:e#f", "mailto:a@b.fr", "tel:+33100000000"])
  func somewhere(address: String) {
    #expect(Resolving(report(body: "- text: \"[le rapport](\(address))\"")).codes.isEmpty)
  }

  @Test("Emphasis without end is text; thousands of marks end in a message or in text, soon")
  func emphasis() {
    #expect(Resolving(report(body: "- text: \"Un **mot *sans fin\"")).codes.isEmpty)
    let open = String(repeating: "*a **b ", count: 3000)
    #expect(Resolving(report(body: "- text: \"\(open)\"")).codes.isEmpty)
    let deep = String(repeating: "*a **b ", count: 200) + String(repeating: "** *", count: 200)
    let said = Resolving(report(body: "- text: \"\(deep)\""))
    #expect(said.codes.allSatisfy { $0 == "nested-too-deep" })
    let quotes = String(repeating: "> ", count: 500) + "a"
    #expect(Resolving(report(body: "- text: \"\(quotes)\"")).codes == ["nested-too-deep"])
  }
}
