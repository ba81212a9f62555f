import CSPNG
import Foundation

/// Writes an image as PNG, eight bits a channel.
///
/// Deflate runs at a low level and rows are not filtered: on charts and text, filters make files larger and
/// take half of the time.
///
/// - Parameters:
///   - pixels: rows of native `UInt32`, 0x00RRGGBB; the high byte is not looked at, unless it is alpha, with which
///     colours are then multiplied.
///   - stride: bytes from one row to the next, a multiple of 4.
///   - pixelsPerMetre: what to print and place the image at.
package func encodePNG(
  pixels: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int, pixelsPerMetre: Int,
  hasAlpha: Bool = false
) throws(PNGError) -> [UInt8] {
  precondition(stride >= width * 4 && pixels.count >= stride * height, "the rows are all there")
  let context = try PNGContext(flags: SPNG_CTX_ENCODER.rawValue)
  try context.describe(width: width, height: height, pixelsPerMetre: pixelsPerMetre, hasAlpha: hasAlpha)

  var row = [UInt8](repeating: 0, count: width * (hasAlpha ? 4 : 3))
  for y in 0..<height {
    let line = UnsafeRawBufferPointer(rebasing: pixels[y * stride..<y * stride + width * 4])
    if hasAlpha { fillWithAlpha(&row, from: line) } else { fill(&row, from: line) }
    try context.encode(row, isLast: y == height - 1)
  }
  return try context.bytes()
}

/// Takes the red, green and blue of each pixel.
private func fill(_ row: inout [UInt8], from pixels: UnsafeRawBufferPointer) {
  let pixels = pixels.bindMemory(to: UInt32.self)
  row.withUnsafeMutableBufferPointer { row in
    for (column, pixel) in pixels.enumerated() {
      row[column * 3] = UInt8(truncatingIfNeeded: pixel >> 16)
      row[column * 3 + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
      row[column * 3 + 2] = UInt8(truncatingIfNeeded: pixel)
    }
  }
}

/// Takes the channels of each pixel, its colours as they are without alpha.
private func fillWithAlpha(_ row: inout [UInt8], from pixels: UnsafeRawBufferPointer) {
  for (column, pixel) in pixels.bindMemory(to: UInt32.self).enumerated() {
    let alpha = pixel >> 24
    func channel(_ shift: UInt32) -> UInt8 {
      alpha == 0 ? 0 : UInt8(min(255, ((pixel >> shift & 0xFF) * 255 + alpha / 2) / alpha))
    }
    row[column * 4] = channel(16)
    row[column * 4 + 1] = channel(8)
    row[column * 4 + 2] = channel(0)
    row[column * 4 + 3] = UInt8(alpha)
  }
}

extension PNGContext {
  fileprivate borrowing func describe(
    width: Int, height: Int, pixelsPerMetre: Int, hasAlpha: Bool
  ) throws(PNGError) {
    try PNGError.check(spng_set_option(pointer, SPNG_ENCODE_TO_BUFFER, 1))
    try PNGError.check(spng_set_option(pointer, SPNG_IMG_COMPRESSION_LEVEL, 3))
    try PNGError.check(spng_set_option(pointer, SPNG_FILTER_CHOICE, Int32(SPNG_DISABLE_FILTERING.rawValue)))

    var header = spng_ihdr()
    header.width = UInt32(width)
    header.height = UInt32(height)
    header.bit_depth = 8
    let type = hasAlpha ? SPNG_COLOR_TYPE_TRUECOLOR_ALPHA : SPNG_COLOR_TYPE_TRUECOLOR
    header.color_type = UInt8(type.rawValue)
    try PNGError.check(spng_set_ihdr(pointer, &header))

    let density = UInt32(pixelsPerMetre)
    var scale = spng_phys(ppu_x: density, ppu_y: density, unit_specifier: 1)  // 1: the unit is the metre
    try PNGError.check(spng_set_phys(pointer, &scale))

    let flags = SPNG_ENCODE_PROGRESSIVE.rawValue | SPNG_ENCODE_FINALIZE.rawValue
    try PNGError.check(spng_encode_image(pointer, nil, 0, Int32(SPNG_FMT_PNG.rawValue), Int32(flags)))
  }

  fileprivate borrowing func encode(_ row: [UInt8], isLast: Bool) throws(PNGError) {
    let code = spng_encode_row(pointer, row, row.count)
    // spng says so of the last row.
    if isLast, code == Int32(SPNG_EOI.rawValue) { return }
    try PNGError.check(code)
  }

  fileprivate borrowing func bytes() throws(PNGError) -> [UInt8] {
    var count = 0
    var code: Int32 = 0
    let buffer = spng_get_png_buffer(pointer, &count, &code)
    defer { free(buffer) }
    try PNGError.check(code)
    return Array(UnsafeRawBufferPointer(start: buffer, count: count))
  }
}
