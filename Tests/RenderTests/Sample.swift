import DrawList
import Foundation
import HarfBuzz

/// What the tests of painting draw.
enum Sample {
  /// `Fonts/` at the root of the package, filled by the set-up.
  private static let fonts = URL(filePath: "../../Fonts", relativeTo: URL(filePath: #filePath))

  static let regular = font(style: "Regular", weight: 400, italic: false)
  static let bold = font(style: "Bold", weight: 700, italic: false)
  static let italic = font(style: "Italic", weight: 400, italic: true)

  private static func font(style: String, weight: Int, italic: Bool) -> FontReference {
    FontReference(
      family: "Lato", style: style, weight: weight, italic: italic,
      path: fonts.appending(path: "Lato-\(style).ttf").path)
  }

  /// A run of text, shaped as layout would.
  static func run(
    _ text: String, x: Double, y: Double, font: FontReference = regular, size: Double = 12,
    color: Color = .black, features: [FontFeature] = []
  ) throws -> GlyphRun {
    let shaped = try FontFace(path: font.path).shape(text, language: "fr", features: features)
    var glyphs: [Glyph] = []
    var pen = 0.0
    for glyph in shaped {
      glyphs.append(Glyph(id: glyph.id, x: pen + glyph.xOffset * size, y: -glyph.yOffset * size))
      pen += glyph.advance * size
    }
    return GlyphRun(
      text: text, font: font, size: size, color: color, origin: Point(x: x, y: y), width: pen,
      glyphs: glyphs, clusters: clusters(of: shaped, in: text))
  }

  private static func clusters(of glyphs: [ShapedGlyph], in text: String) -> [GlyphCluster] {
    let starts: [Int] = glyphs.map(\.cluster).reduce(into: []) { starts, start in
      if starts.last != start { starts.append(start) }
    }
    return zip(starts, starts.dropFirst() + [text.utf8.count]).map { start, end in
      GlyphCluster(utf8Count: end - start, glyphCount: glyphs.count { $0.cluster == start })
    }
  }

  static func page(_ items: [DrawItem], size: Size = Size(width: 200, height: 100)) -> Page {
    Page(size: size, marks: [Mark(.artifact, items)])
  }

  /// Two pages of different sizes with text, shapes, a link and an outline.
  static func document(created: String = "2026-01-15T10:30:00+01:00") throws -> Document {
    let address = "https://example.org/données?q=\"a b\"&(c)"
    return Document(
      metadata: DocumentMetadata(
        title: "Indicateurs — été 2025", author: "Observatoire « Œuvre »", subject: nil, language: "fr-FR",
        created: created),
      structure: StructureTree(),
      pages: [
        page([
          .rectangle(Rect(x: 0, y: 0, width: 200, height: 30), Color(0xDDE6F0)),
          .glyphs(try run("Définition : 12\u{202F}000\u{A0}€", x: 10, y: 20)),
          .glyphs(try run("cœur d’îlot", x: 10, y: 50, font: bold, size: 14, color: Color(0x1A4F8A))),
          .line(from: Point(x: 10, y: 60), to: Point(x: 190, y: 60), width: 0.5, Color(0x444444)),
          .polygon(
            [Point(x: 150, y: 40), Point(x: 170, y: 55), Point(x: 130, y: 55)], Color(0xC0392B)),
          .link(Rect(x: 10, y: 70, width: 80.5, height: 12.25), to: .address(address)),
        ]),
        page([.glyphs(try run("Annexe", x: 10, y: 20, font: italic))], size: .a4),
      ],
      outline: [
        Bookmark(title: "Première partie", level: 1, page: 0, y: 10.4),
        Bookmark(title: "Détail", level: 2, page: 0, y: 40),
        Bookmark(title: "Annexe", level: 1, page: 1, y: 0),
      ])
  }
}
