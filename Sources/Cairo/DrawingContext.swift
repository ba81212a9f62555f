import CCairo

/// The marks that a PDF is made with. Cairo writes only innermost ones to its pages, and numbers them from 0 on
/// each page in the order of drawing.
package enum MarkName: String {
  case document = "Document"
  case piece = "P"
}

/// The owner of a drawing context. Lengths are points from the top-left corner of the page, y downwards.
package struct DrawingContext: ~Copyable {
  let pointer: OpaquePointer

  package init(on surface: borrowing PDFSurface) throws(CairoError) {
    try self.init(surface: surface.pointer)
  }

  package init(on surface: borrowing ImageSurface) throws(CairoError) {
    try self.init(surface: surface.pointer)
  }

  private init(surface: OpaquePointer) throws(CairoError) {
    guard let context = cairo_create(surface) else { throw .failed(reason: "no context") }
    try CairoError.check(cairo_status(context))
    pointer = context
    leaveGlyphsUnhinted()
  }

  deinit { cairo_destroy(pointer) }

  /// Throws the first error since the context was made.
  package borrowing func check() throws(CairoError) {
    try CairoError.check(cairo_status(pointer))
  }

  /// Draws everything that follows larger by a factor.
  package borrowing func scale(by factor: Double) {
    cairo_scale(pointer, factor, factor)
  }

  /// Draws with the page turned a quarter to the left around a point, which is then its origin.
  package borrowing func withUpwardText<E: Error>(
    fromX x: Double, y: Double, _ body: () throws(E) -> Void
  ) throws(E) {
    cairo_save(pointer)
    defer { cairo_restore(pointer) }
    cairo_translate(pointer, x, y)
    cairo_rotate(pointer, -Double.pi / 2)
    try body()
  }

  /// Sets the colour to draw with; channels run from 0 to 1.
  package borrowing func setColor(red: Double, green: Double, blue: Double) {
    cairo_set_source_rgb(pointer, red, green, blue)
  }

  /// Fills the whole surface.
  package borrowing func fillAll() {
    cairo_paint(pointer)
  }

  package borrowing func fillRectangle(x: Double, y: Double, width: Double, height: Double) {
    cairo_rectangle(pointer, x, y, width, height)
    // Cairo 1.16 forgets all that came before one rectangle over the whole page, the beginnings of marks included.
    if covers(x: x, y: y, width: width, height: height) {
      cairo_rectangle(pointer, x, y, width / 2, height)
    }
    cairo_fill(pointer)
  }

  private borrowing func covers(x: Double, y: Double, width: Double, height: Double) -> Bool {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(pointer, &left, &top, &right, &bottom)
    return x <= left + 1 && y <= top + 1 && x + width >= right - 1 && y + height >= bottom - 1
  }

  package borrowing func fillPolygon(_ corners: [(x: Double, y: Double)]) {
    for corner in corners { cairo_line_to(pointer, corner.x, corner.y) }
    cairo_close_path(pointer)
    cairo_fill(pointer)
  }

  /// Strokes a straight line with flat ends.
  package borrowing func strokeLine(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), width: Double
  ) {
    cairo_set_line_width(pointer, width)
    cairo_move_to(pointer, start.x, start.y)
    cairo_line_to(pointer, end.x, end.y)
    cairo_stroke(pointer)
  }

  /// Sets the font to draw with; `size` is that of an em.
  package borrowing func setFont(_ font: DrawingFont, size: Double) {
    cairo_set_font_face(pointer, font.pointer)
    cairo_set_font_size(pointer, size)
  }

  /// Draws glyphs and says which text they spell, so that it can be copied and searched.
  ///
  /// The clusters, in order, take up all of the text's UTF-8 and all of the glyphs; `check` throws if not.
  /// Glyphs stand from left to right; those of a text that reads from right to left so in its reverse order.
  package borrowing func showText(
    _ text: String, glyphs: [PlacedGlyph], clusters: [TextCluster], isRightToLeft: Bool
  ) {
    let flags = isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0)
    glyphs.withUnsafeBufferPointer { glyphs in
      clusters.withUnsafeBufferPointer { clusters in
        glyphs.withMemoryRebound(to: cairo_glyph_t.self) { glyphs in
          clusters.withMemoryRebound(to: cairo_text_cluster_t.self) { clusters in
            cairo_show_text_glyphs(
              pointer, text, Int32(text.utf8.count), glyphs.baseAddress, Int32(glyphs.count),
              clusters.baseAddress, Int32(clusters.count), flags)
          }
        }
      }
    }
  }

  /// Fills the outlines of glyphs.
  package borrowing func fillOutlines(of glyphs: [PlacedGlyph]) {
    glyphs.withUnsafeBufferPointer { glyphs in
      glyphs.withMemoryRebound(to: cairo_glyph_t.self) { glyphs in
        cairo_glyph_path(pointer, glyphs.baseAddress, Int32(glyphs.count))
      }
    }
    cairo_fill(pointer)
  }

  /// The outlines of glyphs, as steps of a path.
  package borrowing func outlines(of glyphs: [PlacedGlyph]) throws(CairoError) -> [OutlineStep] {
    cairo_new_path(pointer)
    glyphs.withUnsafeBufferPointer { glyphs in
      glyphs.withMemoryRebound(to: cairo_glyph_t.self) { glyphs in
        cairo_glyph_path(pointer, glyphs.baseAddress, Int32(glyphs.count))
      }
    }
    guard let path = cairo_copy_path(pointer) else { throw .failed(reason: "no path") }
    defer {
      cairo_path_destroy(path)
      cairo_new_path(pointer)
    }
    try CairoError.check(path.pointee.status)
    return steps(of: path.pointee)
  }

  private borrowing func steps(of path: cairo_path_t) -> [OutlineStep] {
    var steps: [OutlineStep] = []
    var index = 0
    while index < Int(path.num_data), let data = path.data {
      func point(_ offset: Int) -> (Double, Double) {
        (data[index + offset].point.x, data[index + offset].point.y)
      }
      switch data[index].header.type {
      case CAIRO_PATH_MOVE_TO: steps.append(.move(point(1).0, point(1).1))
      case CAIRO_PATH_LINE_TO: steps.append(.line(point(1).0, point(1).1))
      case CAIRO_PATH_CURVE_TO:
        steps.append(.curve(point(1).0, point(1).1, point(2).0, point(2).1, point(3).0, point(3).1))
      case CAIRO_PATH_CLOSE_PATH: steps.append(.close)
      case let type: preconditionFailure("Cairo has no path step \(type)")
      }
      index += Int(data[index].header.length)
    }
    return steps
  }

  /// Starts a mark around what is drawn next; marks nest as brackets do.
  package borrowing func beginMark(_ mark: MarkName) {
    cairo_tag_begin(pointer, mark.rawValue, nil)
  }

  package borrowing func endMark(_ mark: MarkName) {
    cairo_tag_end(pointer, mark.rawValue)
  }

  /// Ends the page; what follows is drawn on the next.
  package borrowing func showPage() {
    cairo_show_page(pointer)
  }

  /// Hinting would fit outlines and advances to pixels, and undo the layout.
  private borrowing func leaveGlyphsUnhinted() {
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(pointer, options)
  }
}

/// A step of an outline.
package enum OutlineStep: Hashable, Sendable {
  case move(Double, Double)
  case line(Double, Double)
  /// Two control points, then the end.
  case curve(Double, Double, Double, Double, Double, Double)
  case close
}
