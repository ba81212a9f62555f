/// An OpenType feature to turn on, off or to one of its alternatives.
package struct FontFeature: Hashable, Sendable {
  /// Four letters, such as `tnum`.
  package let tag: String
  /// 0 turns it off, 1 on; other numbers choose an alternative.
  package let value: UInt32

  package init(tag: String, value: UInt32) {
    precondition(tag.utf8.count == 4, "the tag of a feature has four letters")
    self.tag = tag
    self.value = value
  }

  /// Figures of one width, which stand in columns.
  package static let tabularFigures = FontFeature(tag: "tnum", value: 1)
}

/// A glyph of a shaped text. Lengths are fractions of an em; `yOffset` grows upwards.
package struct ShapedGlyph: Hashable, Sendable {
  /// The glyph's number in the font, 0 where the font lacks the character.
  package let id: UInt32
  /// Where in the text's UTF-8 the characters that it draws begin. Glyphs that draw the same characters,
  /// and characters that one glyph draws, share the offset of the first.
  package let cluster: Int
  /// How far the next glyph stands.
  package let advance: Double
  package let xOffset: Double
  package let yOffset: Double

  package init(id: UInt32, cluster: Int, advance: Double, xOffset: Double, yOffset: Double) {
    self.id = id
    self.cluster = cluster
    self.advance = advance
    self.xOffset = xOffset
    self.yOffset = yOffset
  }
}
