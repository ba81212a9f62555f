import CSPNG
import Foundation

/// Writes an image as PNG: with a palette where it is flat, as charts and text are, else eight bits a channel.
///
/// Deflate takes most of the time, and a byte a pixel is a third of three. It runs at a low level and rows are not
/// filtered: on charts and text, filters make files larger and take half of the time.
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
  if !hasAlpha, let runs = PixelRuns(pixels, width: width, height: height, stride: stride),
    let palette = Palette(of: runs)
  {
    return try encode(runs, palette, width: width, height: height, pixelsPerMetre: pixelsPerMetre)
  }
  let context = try PNGContext(flags: SPNG_CTX_ENCODER.rawValue)
  try context.describe(
    width: width, height: height, pixelsPerMetre: pixelsPerMetre, hasAlpha ? .colorAndAlpha : .color)

  var row = [UInt8](repeating: 0, count: width * (hasAlpha ? 4 : 3))
  for y in 0..<height {
    let line = UnsafeRawBufferPointer(rebasing: pixels[y * stride..<y * stride + width * 4])
    if hasAlpha { fillWithAlpha(&row, from: line) } else { fill(&row, from: line) }
    try context.encode(row, isLast: y == height - 1)
  }
  return try context.bytes()
}

private func encode(
  _ runs: PixelRuns, _ palette: Palette, width: Int, height: Int, pixelsPerMetre: Int
) throws(PNGError) -> [UInt8] {
  let context = try PNGContext(flags: SPNG_CTX_ENCODER.rawValue)
  try context.describe(width: width, height: height, pixelsPerMetre: pixelsPerMetre, .palette(palette.colors))
  var row = [UInt8](repeating: 0, count: width)
  var y = 0
  for line in runs.rows {
    fill(&row, from: runs.runs[line.runs], palette)
    for _ in 0..<line.count {
      y += 1
      try context.encode(row, isLast: y == height)
    }
  }
  return try context.bytes()
}

/// Gives each pixel of a row its number in the palette.
private func fill(_ row: inout [UInt8], from runs: ArraySlice<PixelRuns.Run>, _ palette: Palette) {
  row.withUnsafeMutableBufferPointer { row in
    var x = 0
    for run in runs {
      let end = x + Int(run.length)
      row[x..<end].update(repeating: palette.indices[Int(run.color)])
      x = end
    }
  }
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

/// What the bytes of a pixel are.
private enum PixelForm {
  case palette([UInt32])
  case color
  case colorAndAlpha

  var type: UInt8 {
    switch self {
    case .palette: UInt8(SPNG_COLOR_TYPE_INDEXED.rawValue)
    case .color: UInt8(SPNG_COLOR_TYPE_TRUECOLOR.rawValue)
    case .colorAndAlpha: UInt8(SPNG_COLOR_TYPE_TRUECOLOR_ALPHA.rawValue)
    }
  }
}

extension PNGContext {
  fileprivate borrowing func describe(
    width: Int, height: Int, pixelsPerMetre: Int, _ form: PixelForm
  ) throws(PNGError) {
    try PNGError.check(spng_set_option(pointer, SPNG_ENCODE_TO_BUFFER, 1))
    try PNGError.check(spng_set_option(pointer, SPNG_IMG_COMPRESSION_LEVEL, 3))
    try PNGError.check(spng_set_option(pointer, SPNG_FILTER_CHOICE, Int32(SPNG_DISABLE_FILTERING.rawValue)))

    var header = spng_ihdr()
    header.width = UInt32(width)
    header.height = UInt32(height)
    header.bit_depth = 8
    header.color_type = form.type
    try PNGError.check(spng_set_ihdr(pointer, &header))
    if case .palette(let colors) = form { try setPalette(colors) }

    let density = UInt32(pixelsPerMetre)
    var scale = spng_phys(ppu_x: density, ppu_y: density, unit_specifier: 1)  // 1: the unit is the metre
    try PNGError.check(spng_set_phys(pointer, &scale))

    let flags = SPNG_ENCODE_PROGRESSIVE.rawValue | SPNG_ENCODE_FINALIZE.rawValue
    try PNGError.check(spng_encode_image(pointer, nil, 0, Int32(SPNG_FMT_PNG.rawValue), Int32(flags)))
  }

  private borrowing func setPalette(_ colors: [UInt32]) throws(PNGError) {
    var palette = spng_plte()
    palette.n_entries = UInt32(colors.count)
    withUnsafeMutableBytes(of: &palette.entries) { entries in
      let entries = entries.bindMemory(to: spng_plte_entry.self)
      for (index, color) in colors.enumerated() {
        entries[index] = spng_plte_entry(
          red: UInt8(truncatingIfNeeded: color >> 16), green: UInt8(truncatingIfNeeded: color >> 8),
          blue: UInt8(truncatingIfNeeded: color), alpha: 255)
      }
    }
    try PNGError.check(spng_set_plte(pointer, &palette))
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
