import DrawList
import Model
import TestSupport
import Testing
import Typesetting
import UnicodeText

@testable import Indicators
@testable import Layout

@Suite("Words that are more than words")
struct InlineTests {
  private func laidOut(_ pieces: [RichText.Piece]) throws -> LaidOut {
    try LaidOut([.text([.paragraph(RichText(pieces: pieces))])])
  }

  private func piece(_ text: String, role: RichText.Piece.Role? = nil, language: String? = nil)
    -> RichText.Piece
  {
    var piece = RichText.Piece(text: text, role: role)
    piece.language = language
    return piece
  }

  @Test("Abbreviations, signs and passages are spans that say what they are")
  func spans() throws {
    let document = try laidOut([
      piece("Les "), piece("QPV", role: .abbreviation(meaning: "quartiers")), piece(" "),
      piece("✔", role: .icon(word: "oui")), piece(" et "), piece("big data", language: "en"), piece("."),
    ]).document
    let spans = document.structure.elements.filter { $0.role == .passage }

    #expect(spans.map(\.expansion) == ["quartiers", nil, nil])
    #expect(spans.map(\.alternativeText) == [nil, "oui", nil])
    #expect(spans.map(\.language) == [nil, nil, "en"])
  }

  @Test("The number of a figure's page is put where it goes, once it is known")
  func page() throws {
    var page = FilledPage()
    page.destinations = ["carte"]
    var builder = FragmentBuilder(
      publication: publication([]),
      typesetter: Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr")),
      pageNumbers: PageNumbers(of: [page], labels: ["12"]))
    let text = RichText(pieces: [piece("page\u{A0}\u{FFFC}", role: .pageOfFigure("carte"))])
    #expect(builder.styled(text).plain == "page\u{A0}12")
  }

  @Test(
    "Where all items of a list start with a sign, the signs are its bullets; elsewhere they stay in the text")
  func signsAsBullets() throws {
    let signed = [piece("✔", role: .icon(word: "oui")), piece("\u{A0}fait")]
    func list(_ items: [[RichText.Piece]]) throws -> [String] {
      let items = items.map { [PublishedText.paragraph(RichText(pieces: $0))] }
      return try LaidOut([.text([.list(start: nil, items: items)])]).runs[0].dropFirst().map(\.text)
    }
    #expect(try list([signed, signed]) == ["✔", "fait", "✔", "fait"])
    #expect(try list([signed, [piece("reste")]]) == ["•", "✔", "\u{A0}fait", "•", "reste"])
  }

  @Test("Headings of a text stand under their section's, in the outline and in the structure")
  func headings() throws {
    let text: [PublishedText] = [
      .heading(PublishedHeading(id: "un", depth: 1, number: "1.1", title: "Un")), .paragraph(RichText("a")),
      .heading(PublishedHeading(id: "deux", depth: 2, number: nil, title: "Deux")), .paragraph(RichText("b")),
    ]
    let laidOut = try LaidOut([
      .directory(title: "Sommaire", .contents(depth: 2)), .section(title: "Section", body: [.text(text)]),
    ])
    let document = laidOut.document
    let levels = document.structure.elements.compactMap {
      if case .heading(let level) = $0.role { level } else { nil }
    }

    #expect(levels == [1, 2, 2, 3, 4])  // the title, the contents, the section, and the text's own
    #expect(document.outline.map(\.title) == ["Section", "1.1\u{2002}Un", "Deux"])
    #expect(document.outline.map(\.level) == [1, 2, 3])
    #expect(
      laidOut.runs[0].map(\.text).filter { ["1.1", "Un", "Deux"].contains($0) } == ["1.1", "Un", "Deux"])
  }

  @Test("The glossary sets meanings beside their abbreviations, long ones under")
  func glossary() throws {
    var publication = publication([.glossary(title: "Sigles")])
    publication.glossary = [
      GlossaryEntry(name: "EPCI", meaning: "Un établissement"),
      GlossaryEntry(name: "QPV", meaning: "Un quartier"),
      GlossaryEntry(name: String(repeating: "X", count: 60), meaning: "Trop long"),
    ]
    let laidOut = try LaidOut(publication)
    let runs = laidOut.runs[0].dropFirst(2)

    #expect(runs.map(\.text).prefix(4) == ["EPCI", "Un établissement", "QPV", "Un quartier"])
    let places = runs.map(\.origin)
    #expect(places[0].y == places[1].y)
    #expect(places[1].x == places[3].x)
    #expect(places[4].y < places[5].y)
    #expect(laidOut.document.text.contains("Document/Sect/L/LI/Lbl"))
  }
}
