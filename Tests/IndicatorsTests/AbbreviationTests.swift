import Indicators
import Testing

@Suite("Abbreviations")
struct AbbreviationTests {
  private static let declared = [
    "QPV: { meaning: quartier prioritaire, plural: quartiers prioritaires }",
    "EPCI: établissement public de coopération intercommunale", "ANCT: Agence nationale",
  ]

  private func published(_ body: [String], head: String = "title: T", _ declared: [String] = Self.declared)
    -> Publishing
  {
    var report = SmallReport(body: body.map { "text: \"\($0)\"" })
    report.head = head
    report.abbreviations = declared
    return report.published("z;p;v\nA;2025;79\n")
  }

  @Test(
    "The first use in running text is explained, in the number that the words before it have",
    arguments: [
      ("Les QPV, puis un QPV.", "Les QPV (quartiers prioritaires), puis un QPV."),
      ("Un QPV et des QPV.", "Un QPV (quartier prioritaire) et des QPV."),
      ("Les quinze nouveaux QPV.", "Les quinze nouveaux QPV (quartiers prioritaires)."),
      ("Il y a 1514 QPV.", "Il y a 1514 QPV (quartiers prioritaires)."),
      ("Dans 1 QPV.", "Dans 1 QPV (quartier prioritaire)."),
      ("Les habitants du QPV.", "Les habitants du QPV (quartier prioritaire)."),
      ("Les habitants en QPV.", "Les habitants en QPV (quartier prioritaire)."),
      ("L'EPCI agit.", "L’EPCI (établissement public de coopération intercommunale) agit."),
      ("Les EPCIs agissent.", "Les EPCIs (établissement public de coopération intercommunale) agissent."),
      ("(hors QPV)", "(hors QPV [quartier prioritaire])"),
      ("Le QPV-test et le QPV.", "Le QPV-test et le QPV (quartier prioritaire)."),
      ("Le **QPV** !", "Le QPV (quartier prioritaire)~!"),
      ("Un quartier prioritaire (QPV), le QPV.", "Un quartier prioritaire (QPV), le QPV."),
      ("Le QPV (quartier prioritaire, donc).", "Le QPV (quartier prioritaire, donc)."),
      ("Le QPV (2024).", "Le QPV (quartier prioritaire) (2024)."),
      ("Ni qpv, ni QPVX, ni XQPV, ni `QPV`, ni 1QPV.", "Ni qpv, ni QPVX, ni XQPV, ni QPV, ni 1QPV."),
    ])
  func firstUse(text: String, printed: String) {
    #expect(published([text]).paragraphs == [printed])
  }

  @Test("One explanation a report: later uses carry the meaning for listeners")
  func later() throws {
    let publishing = published(["Les QPV.", "**Des QPV** et l’ANCT ; *QPV*."])
    let block = try #require(publishing.publication?.body.last)
    guard case .text(let texts) = block, case .paragraph(let rich) = texts[0] else { return }
    let carried = rich.pieces.compactMap { piece -> String? in
      if case .abbreviation(let meaning) = piece.role { "\(piece.text): \(meaning)" } else { nil }
    }
    #expect(carried == ["QPV: quartier prioritaire", "QPV: quartier prioritaire"])
    #expect(publishing.paragraphs.last == "Des QPV et l’ANCT (Agence nationale)~; QPV.")
  }

  @Test("A footnote explains for itself only")
  func footnote() {
    let publishing = published(["Un mot[^1].\\n\\n[^1]: Voir l’ANCT, puis l’ANCT.", "L’ANCT."])
    #expect(publishing.paragraphs == ["Un mot1.", "L’ANCT (Agence nationale)."])
  }

  @Test("The glossary lists what is used, titles included, as a dictionary does; the rest is told")
  func glossary() {
    var report = SmallReport(body: [
      "glossary", "section: \"Écoles et ZUS\"\n    body: [{ text: \"Les QPV\" }]",
    ])
    report.abbreviations = Self.declared + ["écs: écoles", "ZUS: zone", "Écs: École"]
    let publishing = report.published("z;p;v\nA;2025;79\n")
    #expect(publishing.publication?.glossary.map(\.name) == ["QPV", "ZUS"])
    #expect(publishing.publication?.glossary.first?.meaning == "Quartier prioritaire")
    #expect(publishing.codes == Array(repeating: "abbreviation-not-used", count: 4))
  }

  @Test("Words in another language keep their own signs and spaces")
  func passage() {
    let publishing = published(["Dit [“What?” yes: 5 %]{lang=en} ! Et [was?]{lang=de} ?"], [])
    #expect(
      publishing.paragraphs == ["Dit “What?” yes: 5% ~! Et was? ~?"].map { $0.replacing(" ~", with: "~") })
  }
}
