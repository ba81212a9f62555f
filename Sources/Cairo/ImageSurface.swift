import CCairo

/// The owner of an image: an opaque one, black at first, or one that nothing is on yet.
package struct ImageSurface: ~Copyable {
  package let width: Int
  package let height: Int
  let pointer: OpaquePointer

  /// - Throws: `CairoError` where a side is longer than Cairo can draw (32,767 pixels), or memory is short.
  package init(width: Int, height: Int, isTransparent: Bool = false) throws(CairoError) {
    let (columns, rows) = (Int32(clamping: width), Int32(clamping: height))
    guard
      let surface = cairo_image_surface_create(
        isTransparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, columns, rows)
    else {
      throw .failed(reason: "no surface")
    }
    try CairoError.check(cairo_surface_status(surface))
    pointer = surface
    self.width = width
    self.height = height
  }

  deinit { cairo_surface_destroy(pointer) }

  /// Runs `body` on the image's rows, `stride` bytes apart. A pixel is a native `UInt32`, 0x00RRGGBB, or
  /// 0xAARRGGBB with colours multiplied by alpha.
  package borrowing func withPixels<Result, Failure: Error>(
    _ body: (_ pixels: UnsafeRawBufferPointer, _ stride: Int) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    cairo_surface_flush(pointer)
    let stride = Int(cairo_image_surface_get_stride(pointer))
    return try body(
      UnsafeRawBufferPointer(start: cairo_image_surface_get_data(pointer), count: stride * height), stride)
  }
}
