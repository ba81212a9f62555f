/// A font file to draw with. The painter opens it; layout only names it.
package struct FontReference: Hashable, Sendable {
  package let family: String
  package let style: String
  /// CSS weight, 100 to 900.
  package let weight: Int
  package let italic: Bool
  /// The path of the TrueType or OpenType file.
  package let path: String

  package init(family: String, style: String, weight: Int, italic: Bool, path: String) {
    self.family = family
    self.style = style
    self.weight = weight
    self.italic = italic
    self.path = path
  }
}

/// A glyph of a font, placed from the origin of its run.
package struct Glyph: Hashable, Sendable {
  package let id: UInt32
  package let x: Points
  package let y: Points

  package init(id: UInt32, x: Points, y: Points) {
    self.id = id
    self.x = x
    self.y = y
  }
}

/// How many bytes of a run's text its next few glyphs spell, so that a reader can copy the text.
package struct GlyphCluster: Hashable, Sendable {
  package let utf8Count: Int
  package let glyphCount: Int

  package init(utf8Count: Int, glyphCount: Int) {
    self.utf8Count = utf8Count
    self.glyphCount = glyphCount
  }
}

/// A run of shaped text in one font, size and colour on one baseline.
package struct GlyphRun: Hashable, Sendable {
  /// What was added to advances to fill a line, for painters that place letters themselves.
  package struct Spacing: Hashable, Sendable {
    /// After each letter.
    package let letters: Points
    /// After each space besides.
    package let words: Points

    package init(letters: Points = 0, words: Points = 0) {
      self.letters = letters
      self.words = words
    }
  }

  /// In the order of reading. A soft hyphen (U+00AD) is one that stands only because the line ends there.
  package let text: String
  package let font: FontReference
  package let size: Points
  package var color: Color
  /// The start of the baseline.
  package var origin: Point
  /// The advance of the whole run.
  package let width: Points
  /// From left to right.
  package let glyphs: [Glyph]
  /// In the order of reading, as the text.
  package let clusters: [GlyphCluster]
  /// Whether a space follows that is not drawn, since the line ends: without it, words that are copied or read
  /// aloud would run together.
  package var isFollowedBySpace = false
  package let isRightToLeft: Bool
  package let spacing: Spacing
  /// Whether it reads upwards: turned a quarter to the left around its origin.
  package var isUpward = false

  package init(
    text: String, font: FontReference, size: Points, color: Color, origin: Point, width: Points,
    glyphs: [Glyph], clusters: [GlyphCluster], isRightToLeft: Bool = false, spacing: Spacing = Spacing()
  ) {
    self.text = text
    self.font = font
    self.size = size
    self.color = color
    self.origin = origin
    self.width = width
    self.glyphs = glyphs
    self.clusters = clusters
    self.isRightToLeft = isRightToLeft
    self.spacing = spacing
  }
}
