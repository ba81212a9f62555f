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
  /// Figures as wide as they are, for running text.
  package static let proportionalFigures = FontFeature(tag: "pnum", value: 1)
  /// Figures with heads and tails, which stand among small letters.
  package static let oldStyleFigures = FontFeature(tag: "onum", value: 1)
  package static let liningFigures = FontFeature(tag: "lnum", value: 1)
  package static let smallCapitals = FontFeature(tag: "smcp", value: 1)
  /// The letters of ordinal numbers, small and raised.
  package static let ordinals = FontFeature(tag: "ordn", value: 1)
  package static let superiors = FontFeature(tag: "sups", value: 1)
  package static let kerning = FontFeature(tag: "kern", value: 1)
  package static let ligatures = FontFeature(tag: "liga", value: 1)
}

/// Which way the letters of a text follow each other.
package enum TextDirection: Hashable, Sendable { case leftToRight, rightToLeft }

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
