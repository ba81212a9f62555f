import DrawList
import Foundation
import HarfBuzz
import TestSupport
import Testing
import Typesetting

@Suite("Shaping with the reports’ fonts")
struct FontTests {
  private let shaper: HarfBuzzShaper
  private let library: FontLibrary
  private let style = TextStyle(family: "Lato", size: 10, color: .black, language: "fr")

  init() throws {
    library = FontLibrary(try PackageFiles.fonts())
    try library.openAll()
    shaper = HarfBuzzShaper(library: library)
  }

  @Test(
    "Clusters spell the whole text and cover every glyph",
    arguments: [
      "", "définition", "AVATAR", "e\u{301}te\u{301}", "12\u{202F}000\u{A0}€", "a\u{AD}b", "שלום", "👩‍👧", "‹ »",
    ])
  func clusters(text: String) {
    let shaped = shaper.shape(text, style)

    #expect(shaped.clusters.reduce(0) { $0 + $1.utf8Count } == shaped.text.utf8.count)
    #expect(shaped.clusters.reduce(0) { $0 + $1.glyphCount } == shaped.glyphs.count)
  }

  @Test("Letters are kerned, and two that are one glyph stay two letters of the text")
  func kerningAndLigatures() {
    let pair = shaper.shape("AV", style)
    #expect(pair.width < shaper.shape("A", style).width + shaper.shape("V", style).width - 0.3)

    let ligature = shaper.shape("défini", style)
    #expect(ligature.glyphs.count == 5)
    #expect(ligature.clusters.map(\.utf8Count) == [1, 2, 2, 1, 1])  // é is two bytes, fi one glyph
    #expect(ligature.text == "défini")
  }

  @Test("Widths grow with the size")
  func size() {
    var large = style
    large.size = 20
    let (one, two) = (shaper.shape("Quartiers", style), shaper.shape("Quartiers", large))

    #expect(abs(two.width - 2 * one.width) < 1e-9)
    #expect(zip(one.glyphs, two.glyphs).allSatisfy { abs($1.x - 2 * $0.x) < 1e-9 })
  }

  @Test("A character that no font has is printed as a question mark, and noted once")
  func missing() {
    #expect(shaper.shape("a漢b漢", style).text == "a?b?")
    #expect(shaper.shape("漢", style).text == "?")
    #expect(shaper.missingScalars == ["漢"])
  }

  @Test(
    "Hyphens, minus signs and spaces that the font lacks are drawn, not noted",
    arguments: [
      (text: "peut\u{2011}être", drawn: "peut-être"),
      (text: "\u{2212}5", drawn: "\u{2212}5"),  // Lato has the minus
      (text: "1\u{202F}514", drawn: "1\u{202F}514"),
      (text: "87\u{A0}%", drawn: "87\u{A0}%"),
      (text: "a\u{AD}b\u{200D}c", drawn: "a\u{AD}b\u{200D}c"),
    ])
  func substitutes(text: String, drawn: String) {
    let shaped = shaper.shape(text, style)

    #expect(shaped.text == drawn)
    #expect(!shaped.glyphs.contains { $0.id == 0 })
    #expect(shaper.missingScalars.isEmpty)
  }

  @Test(
    "A character that Lato lacks is taken from the first family that has it",
    arguments: [
      (text: "مدينة", family: "Noto Sans Arabic"), (text: "עיר", family: "Noto Sans Hebrew"),
      (text: "▲", family: "DejaVu Sans"), (text: "😀", family: "DejaVu Sans"),
      (text: "🏠", family: "Noto Sans Symbols2"),
      (text: "✅", family: "Symbola"),
      (text: "≥", family: "Lato"), (text: "€", family: "Lato"), (text: "œ", family: "Lato"),
      (text: "\u{202F}", family: "Lato"),
    ])
  func fallback(text: String, family: String) throws {
    let library = FontLibrary(
      try PackageFiles.fonts(), fallbackFamilies: try PackageFiles.fontManifest().fallbackFamilies)
    try library.openAll()
    let shaper = HarfBuzzShaper(library: library)
    let shaped = shaper.shape("a" + text + "b", style)

    #expect(shaped.runs.contains { $0.text.contains(text) && $0.font.family == family })
    #expect(shaped.runs.first?.font.family == "Lato" && shaped.runs.last?.font.family == "Lato")
    #expect(!shaped.glyphs.contains { $0.id == 0 })
    #expect(shaper.missingScalars.isEmpty)
  }

  @Test("Raised letters are the font’s own; those that it lacks are its letters made smaller")
  func superiors() {
    var raised = style
    raised.isSuperior = true
    let own = shaper.shape("er", raised)
    #expect(own.runs.map(\.size) == [10])
    #expect(own.glyphs.map(\.id) != shaper.shape("er", style).glyphs.map(\.id))

    let made = shaper.shape("è", raised)
    #expect(made.runs[0].size < 10)
    #expect(made.glyphs[0].y < 0)  // up
    #expect(made.text == "è")
  }

  @Test("Old-style figures are other glyphs of the same text")
  func oldStyleFigures() {
    var oldStyle = style
    oldStyle.hasOldStyleFigures = true
    #expect(shaper.shape("2019", oldStyle).glyphs.map(\.id) != shaper.shape("2019", style).glyphs.map(\.id))
    #expect(shaper.shape("2019", oldStyle).text == "2019")
  }

  @Test(
    "A letter typed as a base and an accent is drawn as the letter",
    arguments: ["e\u{301}", "c\u{327}", "u\u{308}"])
  func decomposed(text: String) {
    let shaped = shaper.shape(text, style)

    #expect(shaped.glyphs.map(\.id) == shaper.shape(text.precomposed, style).glyphs.map(\.id))
    #expect(shaper.missingScalars.isEmpty)
  }

  @Test(
    "No character is ever drawn as a box, be it missing, invisible or a space of another script",
    arguments: [0x00, 0x01, 0x03, 0x11, 0x16, 0x18, 0x20, 0x22, 0x25, 0x30, 0x31, 0xE0, 0xFE, 0xFF])
  func noBox(block: UInt32) {
    let scalars = (block << 8...block << 8 | 0xFF).compactMap(Unicode.Scalar.init)
    let boxes = scalars.filter { scalar in
      shaper.shape(String(scalar), style).glyphs.contains { $0.id == 0 }
    }

    #expect(boxes.map { String($0.value, radix: 16) } == [])
  }

  @Test("Tabular figures have one width, and so have numbers of as many digits")
  func tabularFigures() {
    var tabular = style
    tabular.hasTabularFigures = true
    let widths = (0...9).map { shaper.shape("\($0)", tabular).width }

    #expect(Set(widths).count == 1)
    #expect(shaper.shape("1111", tabular).width == shaper.shape("0000", tabular).width)
    #expect(abs(shaper.shape("1111", tabular).width - 4 * widths[0]) < 1e-9)
  }

  @Test("Figures of one width stay apart from the others when both have been shaped")
  func cache() {
    var tabular = style
    tabular.hasTabularFigures = true
    let before = shaper.shape("711", style)
    _ = shaper.shape("711", tabular)

    #expect(shaper.shape("711", style) == before)
    #expect(shaper.shape("711", tabular) == shaper.shape("711", tabular))
  }

  @Test(
    "A style takes the nearest font of its family, upright or italic first, then by weight",
    arguments: [
      (weight: 400, isItalic: false, style: "Regular"),
      (weight: 720, isItalic: false, style: "Bold"),
      (weight: 950, isItalic: false, style: "Black"),
      (weight: 100, isItalic: false, style: "Regular"),
      (weight: 900, isItalic: true, style: "Bold Italic"),
    ])
  func nearestFont(weight: Int, isItalic: Bool, style name: String) {
    var style = style
    style.weight = weight
    style.isItalic = isItalic

    #expect(library.reference(for: style).style == name)
  }

  @Test("A family that is not there is replaced by one that is")
  func unknownFamily() {
    var style = style
    style.family = "Marianne"

    #expect(library.reference(for: style).family == "Lato")
  }

  @Test("A font file that is missing is found before anything is set")
  func missingFont() {
    let reference = FontReference(
      family: "None", style: "Regular", weight: 400, italic: false, path: "/none.ttf")
    #expect(throws: FontError.unreadable(path: "/none.ttf")) { try FontLibrary([reference]).openAll() }
  }
}

extension String {
  /// The same letters, each as one character where Unicode has one.
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}

extension ShapedText {
  var text: String { runs.map(\.text).joined() }
  var glyphs: [Glyph] { runs.flatMap(\.glyphs) }
  var clusters: [GlyphCluster] { runs.flatMap(\.clusters) }
}
