import Diagnostics
import Model
import Testing

@Test(
  "Markdown that a text cannot hold is refused",
  arguments: [
    ("[a](https://a.fr/{nombre})", "reference-in-address", nil),
    ("<div>a</div>", "not-in-text", nil), ("a <b>gras</b>", "not-in-text", nil),
    ("a <br> b", "not-in-text", nil),
    ("![alt](image.png)", "not-in-text", nil), ("```\ncode\n```", "not-in-text", "quatre espaces"),
    ("a\n\n    code", "not-in-text", "quatre espaces"), ("> # Titre", "heading-in-text", "« - section: »"),
    ("a\n\n---\n\nb", "not-in-text", nil),
    ("- a\n- # Titre", "heading-in-text", "« - section: »"),
  ] as [(String, String, String?)])
func refused(markdown: String, code: String, hint: String?) throws {
  let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
  let resolving = Resolving(report(body: "- text: |\n" + lines.joined(separator: "\n")))
  #expect(Set(resolving.codes) == [code])
  #expect(resolving.report == nil)
  #expect(resolving.diagnostics.first?.place != nil)
  #expect(resolving.hints.first?.contains(hint ?? "") ?? (hint == nil))
}

private func blocks(_ markdown: String) throws -> [TextBlock] {
  let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
  let report = try #require(Resolving(report(body: "- text: |\n" + lines.joined(separator: "\n"))).report)
  guard case .text(let blocks) = report.body.first else { return [] }
  return blocks
}

@Test("Paragraphs, lists, emphasis, links and line ends are read")
func read() throws {
  #expect(
    try blocks("Un *deux* **trois** [quatre](https://a.fr)\ncinq  \nsix\n\n1. a\n2. b\n\n- c") == [
      .paragraph([
        .text("Un "), .emphasis([.text("deux")]), .text(" "), .strong([.text("trois")]), .text(" "),
        .link([.text("quatre")], address: "https://a.fr"), .text(" "), .text("cinq"), .lineBreak,
        .text("six"),
      ]),
      .list(start: 1, items: [[.paragraph([.text("a")])], [.paragraph([.text("b")])]]),
      .list(start: nil, items: [[.paragraph([.text("c")])]]),
    ])
}

@Test("A quotation holds paragraphs and lists; an empty one is nothing")
func quotation() throws {
  #expect(
    try blocks("> Un\n>\n> - deux\n\n>\n\ntrois") == [
      .quote([.paragraph([.text("Un")]), .list(start: nil, items: [[.paragraph([.text("deux")])]])]),
      .paragraph([.text("trois")]),
    ])
}

@Test("References stand where they were, and nothing in them is Markdown")
func references() throws {
  let blocks = try blocks("Près de **{nombre}**, {nombre.number}_{nombre.words}_.")
  guard case .paragraph(let inlines) = blocks.first else { return }
  let outline = inlines.map { inline in
    switch inline {
    case .text(let text): text
    case .reference(let reference): "<\(reference.text)>"
    case .strong(let inside): inside.count == 1 ? "strong" : "?"
    case .emphasis, .link, .code, .lineBreak, .footnote, .passage: "?"
    }
  }
  #expect(outline.prefix(4) == ["Près de ", "strong", ", ", "<nombre.number>"])
}

@Test("Private characters that an author types are no references")
func privateCharacters() throws {
  #expect(try blocks("a\u{F0000}b\u{E000} {nombre}").first.map { "\($0)".contains("ab\u{E000}") } ?? false)
}

@Test("Headings stand one level under the last larger one; no level is left out")
func headings() throws {
  let depths = try blocks("## A\n\nb\n\n#### C\n\n### D\n\nE\n===\n\n# F").compactMap { block in
    if case .heading(let depth, let inlines) = block, case .text(let text)? = inlines.first {
      "\(depth)\(text)"
    } else {
      nil
    }
  }
  #expect(depths == ["1A", "2C", "2D", "1E", "1F"])
}

@Test("A heading past the sixth level is warned of")
func deepHeading() {
  let sections = (0..<4).map {
    String(repeating: "    ", count: $0) + "- section: S\n" + String(repeating: "    ", count: $0)
      + "  body:\n"
  }
  let text = String(repeating: "    ", count: 4) + "- text: \"# A\\n\\n## B\""
  #expect(Resolving(report(body: sections.joined() + text)).codes == ["too-many-levels"])
}

@Test("Words in another language are a passage, with what stands in them")
func passages() throws {
  #expect(
    try blocks("Le [*big* data]{lang=en} et [Insee]{.smallcaps}.") == [
      .paragraph([
        .text("Le "),
        .passage([.emphasis([.text("big")]), .text(" data")], language: "en", isInSmallCapitals: false),
        .text(" et "), .passage([.text("Insee")], language: nil, isInSmallCapitals: true), .text("."),
      ])
    ])
}

@Test(
  "A passage without its words, and one in a title, is told where it stands",
  arguments: [
    (body: "- text: \"Le [lien [x](https://a.fr)]{lang=en} là.\"", code: "passage-without-words"),
    (body: "- text: \"Le mot]{lang=en} là.\"", code: "passage-without-words"),
    (body: "- section: \"Le [mot]{lang=en}\"\n  body: [{ text: a }]", code: "passage-not-here"),
  ])
func strayPassages(body: String, code: String) {
  let resolving = Resolving(report(body: body))
  #expect(resolving.codes.contains(code), "\(resolving.codes)")
  #expect(resolving.report == nil)
}

@Test("A sign is known by its name, and stands in texts only")
func icons() throws {
  guard case .paragraph(let inlines)? = try blocks("{icon.done} Fait").first,
    case .reference(let reference) = inlines[0]
  else {
    Issue.record("no sign")
    return
  }
  #expect(reference.kind == .icon(.done))
  #expect(Resolving(report(body: "- text: \"{icon.dune} a\"")).hints.first?.contains("done") ?? false)
  #expect(
    Resolving(report(body: "- section: \"{icon.done} a\"\n  body: [{ text: a }]")).codes == ["icon-not-here"])
}
