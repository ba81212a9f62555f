import CCairo

/// The owner of a picture to draw with.
package final class PictureSurface {
  let pointer: OpaquePointer

  /// A picture of pixels.
  ///
  /// - Parameter pixels: rows of native `UInt32`, 0xAARRGGBB, colours multiplied by their opacity.
  package init(width: Int, height: Int, hasAlpha: Bool, pixels: [UInt32]) throws(CairoError) {
    precondition(pixels.count == width * height, "the rows are all there")
    let format = hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
    pointer = try Self.surface(format, width: width, height: height)
    let rows = cairo_image_surface_get_data(pointer)
    let stride = Int(cairo_image_surface_get_stride(pointer))
    pixels.withUnsafeBytes { source in
      for row in 0..<height {
        let from = UnsafeRawBufferPointer(rebasing: source[row * width * 4..<(row + 1) * width * 4])
        UnsafeMutableRawBufferPointer(start: rows.map { $0 + row * stride }, count: width * 4).copyMemory(
          from: from)
      }
    }
    cairo_surface_mark_dirty(pointer)
  }

  /// A JPEG that a PDF takes as it is: it has no pixels of its own.
  package init(width: Int, height: Int, jpeg: [UInt8]) throws(CairoError) {
    pointer = try Self.surface(CAIRO_FORMAT_RGB24, width: width, height: height)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: jpeg.count)
    copy.initialize(from: jpeg, count: jpeg.count)
    let status = cairo_surface_set_mime_data(
      pointer, CAIRO_MIME_TYPE_JPEG, copy, UInt(jpeg.count), { $0?.deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    try CairoError.check(status)
  }

  deinit { cairo_surface_destroy(pointer) }

  private static func surface(
    _ format: cairo_format_t, width: Int, height: Int
  ) throws(CairoError) -> OpaquePointer {
    guard let surface = cairo_image_surface_create(format, Int32(clamping: width), Int32(clamping: height))
    else {
      throw .failed(reason: "no surface")
    }
    try CairoError.check(cairo_surface_status(surface))
    return surface
  }
}

/// How a map of points takes (x, y), as Cairo has it.
package struct PictureMap {
  fileprivate let matrix: cairo_matrix_t

  package init(xx: Double, yx: Double, xy: Double, yy: Double, x0: Double, y0: Double) {
    matrix = cairo_matrix_t(xx: xx, yx: yx, xy: xy, yy: yy, x0: x0, y0: y0)
  }
}

extension DrawingContext {
  /// Draws a picture where a map takes its pixels.
  ///
  /// - Parameter isSmooth: whether pixels are mixed where they are smaller than those of the page. In a PDF this is the
  ///   reader's affair, and asking for it would not be archival (ISO 19005-3, 6.2.8).
  package borrowing func draw(_ picture: PictureSurface, map: PictureMap, isSmooth: Bool) {
    var matrix = map.matrix
    cairo_save(pointer)
    cairo_transform(pointer, &matrix)
    cairo_set_source_surface(pointer, picture.pointer, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(pointer), isSmooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
    // Beyond its edge a smoothed picture would fade into nothing.
    cairo_pattern_set_extend(cairo_get_source(pointer), isSmooth ? CAIRO_EXTEND_PAD : CAIRO_EXTEND_NONE)
    cairo_rectangle(
      pointer, 0, 0, Double(cairo_image_surface_get_width(picture.pointer)),
      Double(cairo_image_surface_get_height(picture.pointer)))
    cairo_fill(pointer)
    cairo_restore(pointer)
  }

  package borrowing func movePath(to x: Double, _ y: Double) { cairo_move_to(pointer, x, y) }
  package borrowing func addLine(to x: Double, _ y: Double) { cairo_line_to(pointer, x, y) }

  package borrowing func addCurve(
    _ first: (x: Double, y: Double), _ second: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) {
    cairo_curve_to(pointer, first.x, first.y, second.x, second.y, end.x, end.y)
  }

  package borrowing func closePath() { cairo_close_path(pointer) }

  package borrowing func fillPath(isEvenOdd: Bool) {
    cairo_set_fill_rule(pointer, isEvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    cairo_fill(pointer)
    cairo_set_fill_rule(pointer, CAIRO_FILL_RULE_WINDING)
  }

  package borrowing func strokePath(width: Double) {
    cairo_set_line_width(pointer, width)
    cairo_stroke(pointer)
  }
}
