import DrawList
import HarfBuzz
import Typesetting

/// Shapes as if each character were half an em wide, so that expected places are mental arithmetic.
///
/// Letters reach 0.8 em up and 0.2 em down, capitals 0.7 em.
package final class FixedWidthShaper: TextShaper {
  package init() {}

  package func metrics(of style: TextStyle) -> FontMetrics {
    FontMetrics(ascender: 0.8, descender: 0.2, lineGap: 0, xHeight: 0.5, capHeight: 0.7)
  }

  package func shape(_ text: String, _ style: TextStyle, _ direction: TextDirection?) -> ShapedText {
    let advance = style.size / 2
    let font = FontReference(
      family: style.family, style: "Regular", weight: style.weight, italic: style.isItalic, path: "")
    return ShapedText([
      ShapedRun(
        text: text, font: font, size: style.size, width: Double(text.count) * advance,
        glyphs: text.indices.enumerated().map { Glyph(id: 1, x: Double($0.offset) * advance, y: 0) },
        clusters: text.map { GlyphCluster(utf8Count: $0.utf8.count, glyphCount: 1) },
        isRightToLeft: direction == .rightToLeft)
    ])
  }
}

extension TextStyle {
  /// A style of 10 points: a character of `FixedWidthShaper` is then 5 points wide.
  package static let ten = TextStyle(family: "Fixed", size: 10, color: .black, language: "fr")
}
