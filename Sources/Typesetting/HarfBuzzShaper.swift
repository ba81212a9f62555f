import DrawList
import HarfBuzz

/// Shapes texts with HarfBuzz and keeps what it has shaped: a report says the same words many times.
package final class HarfBuzzShaper: TextShaper {
  private let library: FontLibrary
  private var cache: [Key: ShapedText] = [:]
  /// Characters that were asked for and that no font has.
  package private(set) var missingScalars: [Unicode.Scalar] = []

  private struct Key: Hashable {
    let text: String
    let font: FontReference
    let size: Points
    let tabular: Bool
    let language: String
  }

  /// - Precondition: the library's fonts have been opened.
  package init(library: FontLibrary) { self.library = library }

  package func metrics(of style: TextStyle) -> FontMetrics { face(for: style).metrics }

  package func shape(_ text: String, _ style: TextStyle) -> ShapedText {
    let font = library.reference(for: style)
    let key = Key(
      text: text, font: font, size: style.size, tabular: style.hasTabularFigures, language: style.language)
    if let shaped = cache[key] { return shaped }
    let shaped = shape(drawable(text, in: face(for: style)), style, font)
    cache[key] = shaped
    return shaped
  }

  private func face(for style: TextStyle) -> FontFace {
    do {
      return try library.face(of: library.reference(for: style))
    } catch {
      preconditionFailure("the library's fonts are opened before text is shaped: \(error)")
    }
  }

  /// The text with characters that the font lacks replaced by ones that say the same, or by `?` and noted.
  private func drawable(_ text: String, in face: FontFace) -> String {
    if text.unicodeScalars.allSatisfy({ face.glyph(for: $0) != nil || isInvisible($0, in: face) }) {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if face.glyph(for: scalar) != nil || isInvisible(scalar, in: face) {
        scalars.append(scalar)
      } else if let substitute = Self.substitutes[scalar], face.glyph(for: substitute) != nil {
        scalars.append(substitute)
      } else {
        if !missingScalars.contains(scalar) { missingScalars.append(scalar) }
        scalars.append("?")
      }
    }
    return String(scalars)
  }

  /// Spaces, joiners and marks of direction: HarfBuzz draws nothing for most of them, or the font's space.
  private func isInvisible(_ scalar: Unicode.Scalar, in face: FontFace) -> Bool {
    let properties = scalar.properties
    guard properties.isDefaultIgnorableCodePoint || properties.generalCategory == .spaceSeparator else {
      return false
    }
    // A few, such as the Hangul fillers, come out as glyph 0 all the same.
    return !face.shape(String(scalar), language: "und").contains { $0.id == 0 }
  }

  private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2011}": "-", "\u{2010}": "-", "\u{2012}": "–", "\u{2015}": "—", "\u{2212}": "–",
  ]

  private func shape(_ text: String, _ style: TextStyle, _ font: FontReference) -> ShapedText {
    let features = style.hasTabularFigures ? [FontFeature.tabularFigures] : []
    let shaped = face(for: style).shape(text, language: style.language, features: features)
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(shaped.count)
    var x: Points = 0
    for glyph in shaped {
      glyphs.append(
        Glyph(id: glyph.id, x: x + glyph.xOffset * style.size, y: -glyph.yOffset * style.size))
      x += glyph.advance * style.size
    }
    return ShapedText(text: text, font: font, width: x, glyphs: glyphs, clusters: clusters(shaped, of: text))
  }

  /// Which bytes each glyph spells. Text that runs from right to left comes as one cluster for the run.
  private func clusters(_ glyphs: [ShapedGlyph], of text: String) -> [GlyphCluster] {
    let byteCount = text.utf8.count
    guard zip(glyphs, glyphs.dropFirst()).allSatisfy({ $0.cluster <= $1.cluster }) else {
      return [GlyphCluster(utf8Count: byteCount, glyphCount: glyphs.count)]
    }
    var clusters: [GlyphCluster] = []
    var index = 0
    while index < glyphs.count {
      let start = glyphs[index].cluster
      var end = index
      while end < glyphs.count, glyphs[end].cluster == start { end += 1 }
      let next = end < glyphs.count ? glyphs[end].cluster : byteCount
      clusters.append(GlyphCluster(utf8Count: next - start, glyphCount: end - index))
      index = end
    }
    return clusters
  }
}
