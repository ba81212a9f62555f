import CSPNG

/// An image read back from a PNG.
package struct PNGImage: Hashable, Sendable {
  package let width: Int
  package let height: Int
  /// Red, green and blue of each pixel, row by row from the top.
  package let channels: [UInt8]

  /// A pixel as 0xRRGGBB.
  package subscript(x: Int, y: Int) -> UInt32 {
    let start = (y * width + x) * 3
    return channels[start..<start + 3].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// What a PNG's header says.
package struct PNGHeader: Hashable, Sendable {
  package let width: Int
  package let height: Int
}

/// Reads a PNG's header.
package func readPNGHeader(_ bytes: [UInt8]) throws(PNGError) -> PNGHeader {
  try bytes.withUnsafeBufferPointer { bytes throws(PNGError) in
    let context = try PNGContext()
    try PNGError.check(spng_set_png_buffer(context.pointer, bytes.baseAddress, bytes.count))
    var header = spng_ihdr()
    try PNGError.check(spng_get_ihdr(context.pointer, &header))
    return PNGHeader(width: Int(header.width), height: Int(header.height))
  }
}

/// Reads a PNG of any kind as rows of native `UInt32`, 0xAARRGGBB, colours multiplied by their opacity, without space
/// between them.
package func decodePNGPixels(_ bytes: [UInt8]) throws(PNGError) -> [UInt32] {
  let channels = try bytes.withUnsafeBufferPointer { bytes throws(PNGError) in
    let context = try PNGContext()
    try PNGError.check(spng_set_png_buffer(context.pointer, bytes.baseAddress, bytes.count))
    let format = Int32(SPNG_FMT_RGBA8.rawValue)
    var count = 0
    try PNGError.check(spng_decoded_image_size(context.pointer, format, &count))
    var channels = [UInt8](repeating: 0, count: count)
    try PNGError.check(
      spng_decode_image(context.pointer, &channels, count, format, Int32(SPNG_DECODE_TRNS.rawValue)))
    return channels
  }
  return stride(from: 0, to: channels.count, by: 4).map { start in
    let alpha = UInt32(channels[start + 3])
    func multiplied(_ channel: UInt8) -> UInt32 { (UInt32(channel) * alpha + 127) / 255 }
    return alpha << 24 | multiplied(channels[start]) << 16 | multiplied(channels[start + 1]) << 8
      | multiplied(channels[start + 2])
  }
}

/// Reads a PNG of any kind; transparency is left out.
package func decodePNG(_ bytes: [UInt8]) throws(PNGError) -> PNGImage {
  // spng keeps the address of what it reads, so all of it happens in one closure.
  try bytes.withUnsafeBufferPointer { bytes throws(PNGError) in
    let context = try PNGContext()
    try PNGError.check(spng_set_png_buffer(context.pointer, bytes.baseAddress, bytes.count))
    var header = spng_ihdr()
    try PNGError.check(spng_get_ihdr(context.pointer, &header))

    let format = Int32(SPNG_FMT_RGB8.rawValue)
    var count = 0
    try PNGError.check(spng_decoded_image_size(context.pointer, format, &count))
    var channels = [UInt8](repeating: 0, count: count)
    try PNGError.check(spng_decode_image(context.pointer, &channels, count, format, 0))
    return PNGImage(width: Int(header.width), height: Int(header.height), channels: channels)
  }
}
