import Foundation
import HarfBuzz
import Testing

@Suite("Fonts and shaping")
struct FontFaceTests {
  /// `Fonts/` at the root of the package, filled by the set-up.
  private static let fonts = URL(filePath: "../../Fonts", relativeTo: URL(filePath: #filePath))

  private func lato() throws -> FontFace {
    try FontFace(path: Self.fonts.appending(path: "Lato-Regular.ttf").path)
  }

  @Test("Metrics are fractions of an em, the descender positive")
  func metrics() throws {
    let metrics = try lato().metrics

    // Lato, of 2000 units an em, asks for its typographic measures: 1610, −390 and 400 units, not `hhea`'s
    // 1974, −426 and 0. Its x-height is 1013 units, its capitals 1433.
    #expect(metrics.ascender == 0.805)
    #expect(metrics.descender == 0.195)
    #expect(metrics.lineGap == 0.2)
    #expect(metrics.xHeight == 0.5065)
    #expect(metrics.capHeight == 0.7165)
  }

  @Test("A character the font lacks has no glyph, and shapes as glyph 0")
  func missing() throws {
    let face = try lato()

    #expect(face.glyph(for: "é") != nil)
    #expect(face.glyph(for: "漢") == nil)
    #expect(face.shape("漢", language: "fr").map(\.id) == [0])
  }

  @Test("Letters keep their glyphs and offsets")
  func plain() throws {
    let face = try lato()
    let glyphs = face.shape("été", language: "fr")

    #expect(glyphs.map(\.id) == ["é", "t", "é"].map { face.glyph(for: $0) })
    #expect(glyphs.map(\.cluster) == [0, 2, 3])  // é is two bytes
    #expect(glyphs.allSatisfy { $0.advance > 0.2 && $0.advance < 1 })
  }

  @Test("A ligature is one glyph at the offset of its first letter")
  func ligature() throws {
    let face = try lato()
    let ligated = face.shape("défini", language: "fr")
    let split = face.shape("défini", language: "fr", features: [FontFeature(tag: "liga", value: 0)])

    #expect(ligated.map(\.cluster) == [0, 1, 3, 5, 6])  // f and i, at 3 and 4, are one
    #expect(split.map(\.cluster) == [0, 1, 3, 4, 5, 6])
  }

  @Test("A letter and its combining accent are one cluster")
  func combining() throws {
    // No letter of Unicode is an x with an accent, so two glyphs draw it.
    let glyphs = try lato().shape("x\u{301}a", language: "fr")

    #expect(glyphs.map(\.cluster) == [0, 0, 3])
  }

  @Test("Tabular figures have one width")
  func tabularFigures() throws {
    let widths = try lato().shape("0123456789", language: "fr", features: [.tabularFigures]).map(\.advance)

    #expect(widths.count == 10)
    #expect(Set(widths).count == 1)
  }

  @Test("A no-break space is never a box", arguments: ["\u{A0}", "\u{202F}"])
  func noBreakSpaces(space: String) throws {
    let glyphs = try lato().shape("1\(space)€", language: "fr")

    #expect(glyphs.count == 3)
    #expect(!glyphs.contains { $0.id == 0 })
  }

  @Test("One face shapes text after text the same way")
  func reuse() throws {
    let face = try lato()
    let first = face.shape("Quartiers prioritaires", language: "fr")
    _ = face.shape("other", language: "en")

    #expect(face.shape("Quartiers prioritaires", language: "fr") == first)
    #expect(face.shape("", language: "fr").isEmpty)
  }

  @Test("A missing file and a file of another kind are told apart")
  func errors() {
    let missing = Self.fonts.appending(path: "missing.ttf").path
    #expect(throws: FontError.unreadable(path: missing)) { try FontFace(path: missing) }
    #expect(throws: FontError.notAFont(path: #filePath)) { try FontFace(path: #filePath) }
  }
}
