import DrawList
import HarfBuzz

/// Turns texts into glyphs. Layout measures through it, so that tests can measure by simple sums.
package protocol TextShaper: AnyObject {
  /// - Parameter direction: which way the text reads, `nil` for that of its first script.
  func shape(_ text: String, _ style: TextStyle, _ direction: TextDirection?) -> ShapedText
  func metrics(of style: TextStyle) -> FontMetrics
}

extension TextShaper {
  package func shape(_ text: String, _ style: TextStyle) -> ShapedText { shape(text, style, nil) }
}

/// A shaped text: its runs from left to right, a run for each font that it takes.
package struct ShapedText: Hashable, Sendable {
  package let runs: [ShapedRun]
  package let width: Points
  /// How many places there are between its letters where space may be added.
  package let clusterCount: Int

  package init(_ runs: [ShapedRun]) {
    self.runs = runs
    width = runs.reduce(0) { $0 + $1.width }
    clusterCount = runs.reduce(0) { $0 + $1.clusters.count }
  }
}

/// What is drawn in one font: glyphs placed from the start of the run's baseline.
package struct ShapedRun: Hashable, Sendable {
  /// In the order of reading.
  package var text: String
  package let font: FontReference
  /// The style's, or less for letters that are made small.
  package let size: Points
  package let width: Points
  /// From left to right.
  package let glyphs: [Glyph]
  /// In the order of reading, as the text.
  package var clusters: [GlyphCluster]
  package let isRightToLeft: Bool

  package init(
    text: String, font: FontReference, size: Points, width: Points, glyphs: [Glyph],
    clusters: [GlyphCluster], isRightToLeft: Bool = false
  ) {
    self.text = text
    self.font = font
    self.size = size
    self.width = width
    self.glyphs = glyphs
    self.clusters = clusters
    self.isRightToLeft = isRightToLeft
  }
}
