import DrawList

/// A line of text: its pieces in the order of reading, each at its place.
package struct Line: Hashable, Sendable {
  /// What stands on the line in one style.
  package struct Piece: Hashable, Sendable {
    /// The glyphs, from an origin at the line's start.
    package var run: GlyphRun
    /// Which run of the styled text it is from.
    package let source: Int
    package let link: LinkTarget?
  }

  package let pieces: [Piece]
  package let width: Points

  /// The line's items with its baseline starting at a point.
  package func items(at baseline: Point) -> [DrawItem] {
    pieces.map { .glyphs($0.run.moved(by: baseline)) }
  }
}

extension GlyphRun {
  package func moved(by offset: Point) -> GlyphRun {
    var run = self
    run.origin = origin.moved(by: offset)
    return run
  }
}
