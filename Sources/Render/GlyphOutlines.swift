import Cairo
import DrawList

/// Letters as outlines, for files that must look the same where their fonts are not installed.
package struct GlyphOutlines {
  private let fonts: FontCache

  package init(fonts: FontCache) { self.fonts = fonts }

  /// A run as the data of an SVG path.
  func path(of run: GlyphRun) throws -> String {
    let surface = try ImageSurface(width: 1, height: 1)
    let context = try DrawingContext(on: surface)
    context.setFont(try fonts.font(for: run.font), size: run.size)
    let glyphs = run.glyphs.map { glyph in
      PlacedGlyph(id: glyph.id, x: run.origin.x + glyph.x, y: run.origin.y + glyph.y)
    }
    return try context.outlines(of: glyphs).map(text).joined()
  }

  private func text(_ step: OutlineStep) -> String {
    switch step {
    case .move(let x, let y): "M\(svg(x)) \(svg(y))"
    case .line(let x, let y): "L\(svg(x)) \(svg(y))"
    case .curve(let x1, let y1, let x2, let y2, let x, let y):
      "C\(svg(x1)) \(svg(y1)) \(svg(x2)) \(svg(y2)) \(svg(x)) \(svg(y))"
    case .close: "Z"
    }
  }
}
