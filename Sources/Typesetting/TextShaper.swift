import DrawList
import HarfBuzz

/// Turns texts into glyphs. Layout measures through it, so that tests can measure by simple sums.
package protocol TextShaper: AnyObject {
  func shape(_ text: String, _ style: TextStyle) -> ShapedText
  func metrics(of style: TextStyle) -> FontMetrics
}

/// A shaped text: glyphs placed from the start of its baseline.
package struct ShapedText: Hashable, Sendable {
  package let text: String
  package let font: FontReference
  package let width: Points
  package let glyphs: [Glyph]
  package let clusters: [GlyphCluster]

  package init(text: String, font: FontReference, width: Points, glyphs: [Glyph], clusters: [GlyphCluster]) {
    self.text = text
    self.font = font
    self.width = width
    self.glyphs = glyphs
    self.clusters = clusters
  }
}
