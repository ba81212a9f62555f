import Cairo
import DrawList

/// Puts draw items on a Cairo context, where and as they say.
struct CairoPainter {
  /// How to draw letters.
  enum Lettering {
    /// As text that can be copied and searched.
    case text
    /// As shapes. Cairo 1.16 would move each glyph of an image to a whole pixel, and space letters unevenly.
    case outlines
  }

  let fonts: FontCache
  let lettering: Lettering

  /// What a space takes in most fonts, in ems.
  private static let spaceWidth = 0.25

  func paint(_ page: Page, on context: borrowing DrawingContext) throws(CairoError) {
    for mark in page.marks { try paint(mark, on: context) }
  }

  func paint(_ mark: Mark, on context: borrowing DrawingContext) throws(CairoError) {
    for item in mark.items { try paint(item, on: context) }
  }

  private func paint(_ item: DrawItem, on context: borrowing DrawingContext) throws(CairoError) {
    switch item {
    case .glyphs(var run) where run.isUpward:
      let origin = run.origin
      run.origin = .zero
      let turned = run
      try context.withUpwardText(fromX: origin.x, y: origin.y) { () throws(CairoError) in
        try paint(turned, on: context)
      }
    case .glyphs(let run):
      try paint(run, on: context)
    case .rectangle(let rect, let color):
      context.setColor(color)
      context.fillRectangle(x: rect.minX, y: rect.minY, width: rect.size.width, height: rect.size.height)
    case .polygon(let corners, let color):
      context.setColor(color)
      context.fillPolygon(corners.map { ($0.x, $0.y) })
    case .line(let start, let end, let width, let color):
      context.setColor(color)
      context.strokeLine(from: (start.x, start.y), to: (end.x, end.y), width: width)
    case .path(let path, let paint):
      self.paint(path, paint, on: context)
    case .image(let image, let rect):
      try self.paint(image, in: rect, on: context)
    case .link, .destination:
      break  // Nothing to see: the PDF gets its links when it is finished, an image has none.
    }
  }

  private func paint(_ path: DrawPath, _ paint: PathPaint, on context: borrowing DrawingContext) {
    for step in path.steps {
      switch step {
      case .move(let point): context.movePath(to: point.x, point.y)
      case .line(let point): context.addLine(to: point.x, point.y)
      case .curve(let a, let b, let end): context.addCurve((a.x, a.y), (b.x, b.y), to: (end.x, end.y))
      case .close: context.closePath()
      }
    }
    switch paint {
    case .fill(let color, let isEvenOdd):
      context.setColor(color)
      context.fillPath(isEvenOdd: isEvenOdd)
    case .stroke(let color, let width):
      context.setColor(color)
      context.strokePath(width: width)
    }
  }

  private func paint(
    _ image: RasterImage, in rect: Rect, on context: borrowing DrawingContext
  ) throws(CairoError) {
    let isEmbedded =
      switch lettering {
      case .text: true
      case .outlines: false
      }
    let picture = try fonts.picture(image, isEmbedded: isEmbedded)
    let map = image.placing(in: rect)
    context.draw(
      picture, map: PictureMap(xx: map.xx, yx: map.yx, xy: map.xy, yy: map.yy, x0: map.x0, y0: map.y0),
      isSmooth: !isEmbedded)
  }

  private func paint(_ run: GlyphRun, on context: borrowing DrawingContext) throws(CairoError) {
    context.setColor(run.color)
    let font = try fonts.font(for: run.font)
    context.setFont(font, size: run.size)
    func placed(_ glyphs: [Glyph]) -> [PlacedGlyph] {
      glyphs.map { PlacedGlyph(id: $0.id, x: run.origin.x + $0.x, y: run.origin.y + $0.y) }
    }
    switch lettering {
    case .text:
      let (spelled, parts, shown) = run.spelled(in: font)
      var glyphs = placed(shown)
      var text = spelled
      var clusters = parts.map { cluster in
        TextCluster(utf8Count: cluster.utf8Count, glyphCount: cluster.glyphCount)
      }
      if run.isFollowedBySpace, let space = font.spaceGlyph {
        text += " "
        clusters.append(TextCluster(utf8Count: 1, glyphCount: 1))
        if run.isRightToLeft {
          // Glyphs stand from left to right: the last to be read is the first.
          let x = run.origin.x - run.size * Self.spaceWidth
          glyphs.insert(PlacedGlyph(id: space, x: x, y: run.origin.y), at: 0)
        } else {
          glyphs.append(PlacedGlyph(id: space, x: run.origin.x + run.width, y: run.origin.y))
        }
      }
      context.showText(text, glyphs: glyphs, clusters: clusters, isRightToLeft: run.isRightToLeft)
    case .outlines:
      context.fillOutlines(of: placed(run.glyphs))
    }
  }
}

extension DrawingContext {
  borrowing func setColor(_ color: Color) {
    setColor(red: Double(color.red) / 255, green: Double(color.green) / 255, blue: Double(color.blue) / 255)
  }
}
