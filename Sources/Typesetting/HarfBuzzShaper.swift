import DrawList
import HarfBuzz

/// Shapes texts with HarfBuzz and keeps what it has shaped last: a report says the same words many times.
package final class HarfBuzzShaper: TextShaper {
  /// What has been shaped in one style, and the fonts to shape it with.
  private final class Shelf {
    let style: TextStyle
    let chain: FontChain
    /// With no direction given, then by direction.
    var texts = Texts(room: HarfBuzzShaper.room)
    var textsByDirection: [TextDirection: Texts] = [:]

    init(style: TextStyle, chain: FontChain) {
      self.style = style
      self.chain = chain
    }
  }

  /// A table of a hundred thousand codes has more words than are kept; a long report has fewer.
  private typealias Texts = Generations<String, ShapedText>

  private static let room = 8_192

  private let library: FontLibrary
  private var shelves: [TextStyle: Shelf] = [:]
  /// The shelf last used: texts in one style come one after the other, and a style takes long to look up.
  private var open: Shelf?
  /// Characters that were asked for and that no font has.
  package private(set) var missingScalars: [Unicode.Scalar] = []
  /// Families whose small capitals were asked for and that have none.
  package private(set) var familiesWithoutSmallCapitals: [String] = []

  /// - Precondition: the library's fonts have been opened.
  package init(library: FontLibrary) { self.library = library }

  package func metrics(of style: TextStyle) -> FontMetrics { shelf(for: style).chain.members[0].face.metrics }

  package func shape(_ text: String, _ style: TextStyle, _ direction: TextDirection?) -> ShapedText {
    let shelf = shelf(for: style)
    guard let direction else { return shelf.texts.value(for: text) { shape(text, on: shelf, nil) } }
    return shelf.textsByDirection[direction, default: Texts(room: Self.room)].value(for: text) {
      shape(text, on: shelf, direction)
    }
  }

  private func shelf(for style: TextStyle) -> Shelf {
    if let open, open.style == style { return open }
    let shelf: Shelf
    if let known = shelves[style] {
      shelf = known
    } else {
      shelf = newShelf(for: style)
      shelves[style] = shelf
    }
    open = shelf
    return shelf
  }

  private func newShelf(for style: TextStyle) -> Shelf {
    let chain = chain(for: style)
    let own = chain.members[0]
    if style.hasSmallCapitals, !own.face.has(.smallCapitals),
      !familiesWithoutSmallCapitals.contains(own.reference.family)
    {
      familiesWithoutSmallCapitals.append(own.reference.family)
    }
    return Shelf(style: style, chain: chain)
  }

  private func chain(for style: TextStyle) -> FontChain {
    FontChain(
      members: library.chain(for: style).map { reference in
        do {
          return FontChain.Member(reference: reference, face: try library.face(of: reference))
        } catch {
          preconditionFailure("the library's fonts are opened before text is shaped: \(error)")
        }
      })
  }

  private func shape(_ text: String, on shelf: Shelf, _ direction: TextDirection?) -> ShapedText {
    var runs = shelf.chain.parts(of: text, missing: &missingScalars).map { part in
      shape(part.text, in: shelf.chain.members[part.font], shelf.style, direction)
    }
    if direction == .rightToLeft { runs.reverse() }
    return ShapedText(runs)
  }

  private func shape(
    _ text: String, in font: FontChain.Member, _ style: TextStyle, _ direction: TextDirection?
  ) -> ShapedRun {
    if style.isSuperior { return superior(text, in: font, style, direction) }
    let shaped = font.face.shape(
      text, language: style.language, features: style.features, direction: direction)
    return run(of: shaped, text, font.reference, direction, size: style.size)
  }

  /// Small raised letters: the font's own for ordinals, or for notes; else its letters made smaller.
  private func superior(
    _ text: String, in font: FontChain.Member, _ style: TextStyle, _ direction: TextDirection?
  ) -> ShapedRun {
    let plain = font.face.shape(text, language: style.language, direction: direction)
    for feature in [FontFeature.ordinals, .superiors] {
      let raised = font.face.shape(text, language: style.language, features: [feature], direction: direction)
      if raised.count == plain.count, zip(raised, plain).allSatisfy({ $0.id != $1.id }) {
        return run(of: raised, text, font.reference, direction, size: style.size)
      }
    }
    let rise = font.face.metrics.capHeight * style.size * (1 - Self.superiorScale)
    return run(of: plain, text, font.reference, direction, size: style.size * Self.superiorScale, rise: rise)
  }

  /// How large letters are that are made small; their heads reach as high as capitals.
  private static let superiorScale = 0.66

  private func run(
    of shaped: [ShapedGlyph], _ text: String, _ font: FontReference, _ direction: TextDirection?,
    size: Points,
    rise: Points = 0
  ) -> ShapedRun {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(shaped.count)
    var x: Points = 0
    for glyph in shaped {
      glyphs.append(Glyph(id: glyph.id, x: x + glyph.xOffset * size, y: -glyph.yOffset * size - rise))
      x += glyph.advance * size
    }
    let isRightToLeft =
      direction == .rightToLeft || zip(shaped, shaped.dropFirst()).contains { $0.cluster > $1.cluster }
    let reading = isRightToLeft ? shaped.reversed() : shaped
    return ShapedRun(
      text: text, font: font, size: size, width: x, glyphs: glyphs,
      clusters: clusters(reading, byteCount: text.utf8.count), isRightToLeft: isRightToLeft)
  }

  /// Which bytes each glyph spells, in the order of reading.
  private func clusters(_ glyphs: [ShapedGlyph], byteCount: Int) -> [GlyphCluster] {
    var clusters: [GlyphCluster] = []
    clusters.reserveCapacity(glyphs.count)
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

extension TextStyle {
  /// What the style asks of a font; one that lacks it draws as it would without.
  fileprivate var features: [FontFeature] {
    var features: [FontFeature] = []
    if hasTabularFigures { features.append(.tabularFigures) }
    if hasOldStyleFigures { features.append(.oldStyleFigures) }
    if hasSmallCapitals { features.append(.smallCapitals) }
    return features
  }
}
