import Diagnostics
import Model
import Testing

@Suite("Figures that no text refers to")
struct UnreferencedFigureTests {
  private static let chart = "- chart: { id: c, kind: bar, of: ecart, title: T }"

  private func section(_ text: String) -> String {
    "\n- section: S\n  body:\n    - text: \"\(text)\""
  }

  @Test("A text that names the figure in any form will do, also in another block than a text")
  func referred() {
    for reference in ["{figure.c}", "{figure.c.number}", "{figure.c.page}", "{figure.c.with-page}"] {
      let said = Resolving(report(body: Self.chart + section("Voir \(reference).")))
      #expect(said.codes.isEmpty, "\(said.codes)")
    }
  }

  @Test("Each figure left out is told at its place, with what to write")
  func left() {
    let said = Resolving(
      report(body: Self.chart + section("Rien.") + "\n- chart: { kind: bar, of: ecart, title: T }"))
    #expect(said.codes == ["figure-not-referred-to", "figure-not-referred-to"])
    #expect(said.places.count == 2)
    #expect(said.hints[0].contains("{figure.c}"))
    #expect(said.hints[2].contains("id:"))
    #expect(said.report != nil)
  }

  @Test("A board or a sheet without sections is not warned of, nor a report that says so")
  func board() {
    #expect(Resolving(report(body: Self.chart)).codes.isEmpty)
    #expect(Resolving(report(body: Self.chart + "\n- text: Un mot.")).codes.isEmpty)
    #expect(
      Resolving(
        report(head: "title: T\nfigure-references: optional", body: Self.chart + section("Rien."))
      ).codes.isEmpty)
  }
}
