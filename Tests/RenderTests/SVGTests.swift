import DrawList
import Foundation
import Render
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("SVG")
struct SVGTests {
  @Test("The picture says its size, its title, its description and its language")
  func opening() {
    let svg = rendered([], title: "Taux & parts", description: "Une « carte » <vide>")

    #expect(
      svg == """
        <svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100" \
        role="img" lang="fr" xml:lang="fr" xml:space="preserve">
        <title>Taux &amp; parts</title>
        <desc>Une « carte » &lt;vide&gt;</desc>
        </svg>

        """)
  }

  @Test(
    "Each item is one element",
    arguments: [
      (
        item: .rectangle(Rect(x: 1.005, y: -0.001, width: 10, height: 1.0 / 3), Color(0x0A0B0C)),
        element: ##"<rect x="1" y="0" width="10" height="0.33" fill="#0a0b0c"/>"##
      ),
      (
        item: .polygon([Point(x: 0, y: 0), Point(x: 5.5, y: 0.07)], .black),
        element: ##"<polygon points="0,0 5.5,0.07" fill="#000000"/>"##
      ),
      (
        item: .line(from: Point(x: 1, y: 2), to: Point(x: 3, y: 4), width: 0.25, .black),
        element: ##"<line x1="1" y1="2" x2="3" y2="4" stroke="#000000" stroke-width="0.25"/>"##
      ),
      (
        item: .link(Rect(x: 1, y: 2, width: 3, height: 4), to: .address("https://e.org/?a=\"1\"&b")),
        element: ##"<a href="https://e.org/?a=&quot;1&quot;&amp;b">"##
          + ##"<rect x="1" y="2" width="3" height="4" fill="none" pointer-events="all"/></a>"##
      ),
    ] as [(item: DrawItem, element: String)])
  func items(item: DrawItem, element: String) {
    #expect(rendered([item]).split(separator: "\n").dropFirst(2).first.map(String.init) == element)
  }

  @Test("Text stays text, as wide as it was laid out, its spaces kept")
  func text() throws {
    let run = GlyphRun(
      text: "1\u{202F}000\u{A0}€ <  \"&\" >\u{1}\u{FFFE}", font: Sample.bold, size: 9.5,
      color: Color(0x1A4F8A), origin: Point(x: 10, y: 20), width: 71.239, glyphs: [], clusters: [])

    #expect(
      rendered([.glyphs(run)]).contains(
        ##"<text x="10" y="20" font-family="'Lato', sans-serif" font-size="9.5" font-weight="700""##
          + ##" fill="#1a4f8a" textLength="71.24" lengthAdjust="spacingAndGlyphs">"##
          + "1\u{202F}000\u{A0}€ &lt;  &quot;&amp;&quot; &gt;</text>"))
  }

  @Test("A quote in a family's name ends neither the name nor the attribute")
  func family() throws {
    let font = FontReference(
      family: "L'Œil \"Serif\" Mono", style: "Italic", weight: 400, italic: true, path: "")
    let run = GlyphRun(
      text: "a", font: font, size: 10, color: .black, origin: .zero, width: 5, glyphs: [], clusters: [])

    #expect(
      rendered([.glyphs(run)]).contains(
        #"font-family="'L\'Œil &quot;Serif&quot; Mono', monospace" font-size="10" font-style="italic""#))
  }

  @Test("Letters may be outlines, which need no font")
  func outlines() throws {
    let page = Sample.page([.glyphs(try Sample.run("Ib", x: 10, y: 20))])
    let bytes = try renderSVG(
      page, title: "", description: nil, language: "fr", outlines: GlyphOutlines(fonts: FontCache()))
    let text = String(decoding: bytes, as: UTF8.self)

    #expect(!text.contains("<text") && !text.contains("font-family"))
    let path = try #require(text.firstMatch(of: /<path d="([^"]+)" fill="#000000"/)).output.1
    // A stroke, and a bowl with its hole.
    #expect(path.count { $0 == "M" } >= 3)
    #expect(path.hasPrefix("M") && path.contains("C"))
  }

  @Test("A bar in a picture says what it stands for")
  func labels() throws {
    let mark = Mark(
      .artifact, [.rectangle(Rect(x: 0, y: 0, width: 9, height: 3), .black)], label: "A & B\u{A0}: 9")
    let page = Page(size: Size(width: 20, height: 20), marks: [mark])
    let text = String(
      decoding: renderSVG(page, title: "", description: nil, language: "fr"), as: UTF8.self)

    #expect(text.contains("<g role=\"img\" aria-label=\"A &amp; B\u{A0}: 9\">\n<rect"))
  }

  @Test("Lengths have two decimals at the most, and are as near as those can be")
  func lengths() throws {
    var random = SeededGenerator(seed: 9)
    let known: [(Double, String)] = [
      (0, "0"), (-0.001, "0"), (0.005, "0.01"), (-0.5, "-0.5"), (12, "12"), (99.999, "100"), (1.1, "1.1"),
      (-3.25, "-3.25"), (123_456.789, "123456.79"),
    ]
    let drawn = (0..<2000).map { _ in Double(random.next(in: -2_000_000...2_000_000)) / 999 }
    for length in known.map(\.0) + drawn {
      let text = rendered([.rectangle(Rect(x: length, y: 0, width: 1, height: 1), .black)])
      let written = String(try #require(text.firstMatch(of: /<rect x="([^"]+)"/)).output.1)
      #expect(abs(try #require(Double(written)) - length) <= 0.005 + 1e-9, "\(length)")
      #expect(written.split(separator: ".").dropFirst().allSatisfy { $0.count <= 2 && !$0.hasSuffix("0") })
    }
    for (length, written) in known {
      #expect(
        rendered([.rectangle(Rect(x: length, y: 0, width: 1, height: 1), .black)]).contains(
          "x=\"\(written)\""))
    }
  }

  @Test("A whole page parses as XML, and its text reads back")
  func parses() throws {
    let page = try Sample.document().pages[0]
    let reader = TextReader()
    let parser = XMLParser(data: Data(renderSVG(page, title: "<&\">", description: nil, language: "fr")))
    parser.delegate = reader

    #expect(parser.parse())
    #expect(reader.texts == ["Définition : 12\u{202F}000\u{A0}€", "cœur d’îlot"])
  }

  private func rendered(_ items: [DrawItem], title: String = "", description: String? = nil) -> String {
    let page = Sample.page(items)
    return String(
      decoding: renderSVG(page, title: title, description: description, language: "fr"), as: UTF8.self)
  }
}

/// Gathers the content of `<text>` elements.
private final class TextReader: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private var isReading = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    isReading = name == "text"
    if isReading { texts.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isReading = false
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isReading { texts[texts.count - 1] += text }
  }
}
