import Cairo
import DrawList

/// Letters as outlines, for files that must look the same where their fonts are not installed.
package struct GlyphOutlines {
  private let fonts: FontCache

  package init(fonts: FontCache) { self.fonts = fonts }

  /// Writes a run as the data of an SVG path.
  func addPath(of run: GlyphRun, to svg: inout SVGText) throws {
    let surface = try ImageSurface(width: 1, height: 1)
    let context = try DrawingContext(on: surface)
    context.setFont(try fonts.font(for: run.font), size: run.size)
    let glyphs = run.glyphs.map { glyph in
      PlacedGlyph(id: glyph.id, x: run.origin.x + glyph.x, y: run.origin.y + glyph.y)
    }
    for step in try context.outlines(of: glyphs) {
      switch step {
      case .move(let x, let y): add("M", [x, y], to: &svg)
      case .line(let x, let y): add("L", [x, y], to: &svg)
      case .curve(let x1, let y1, let x2, let y2, let x, let y): add("C", [x1, y1, x2, y2, x, y], to: &svg)
      case .close: svg.add("Z")
      }
    }
  }

  private func add(_ command: StaticString, _ numbers: [Double], to svg: inout SVGText) {
    svg.add(command)
    for (index, number) in numbers.enumerated() {
      if index > 0 { svg.add(" ") }
      svg.add(number)
    }
  }
}
