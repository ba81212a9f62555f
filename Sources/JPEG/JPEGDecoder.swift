import CTurboJPEG

/// What libjpeg-turbo could not do; `reason` is its own sentence.
package enum JPEGError: Error, Hashable {
  case failed(reason: String)
}

/// What a JPEG's header says.
package struct JPEGHeader: Hashable, Sendable {
  package let width: Int
  package let height: Int
  /// Whether its colours are printing inks, which no page here has.
  package let isCMYK: Bool
}

/// Reads a JPEG's header.
package func readJPEGHeader(_ bytes: [UInt8]) throws(JPEGError) -> JPEGHeader {
  try JPEGHandle().header(of: bytes)
}

/// Reads a JPEG as rows of native `UInt32`, 0xFFRRGGBB, without space between them. Its orientation is not minded.
///
/// - Throws: what is wrong with it; a file that ends too early is.
package func decodeJPEG(_ bytes: [UInt8]) throws(JPEGError) -> [UInt32] {
  try JPEGHandle().pixels(of: bytes)
}

/// The owner of a decompressor.
private struct JPEGHandle: ~Copyable {
  private let pointer: tjhandle

  init() throws(JPEGError) {
    guard let handle = tjInitDecompress() else { throw .failed(reason: "no decompressor") }
    pointer = handle
  }

  deinit { tjDestroy(pointer) }

  borrowing func header(of bytes: [UInt8]) throws(JPEGError) -> JPEGHeader {
    var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    try check(
      tjDecompressHeader3(pointer, bytes, UInt(bytes.count), &width, &height, &sampling, &space))
    let isCMYK = space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
    return JPEGHeader(width: Int(width), height: Int(height), isCMYK: isCMYK)
  }

  borrowing func pixels(of bytes: [UInt8]) throws(JPEGError) -> [UInt32] {
    let header = try header(of: bytes)
    var pixels = [UInt32](repeating: 0, count: header.width * header.height)
    let code = pixels.withUnsafeMutableBytes { buffer in
      tjDecompress2(
        pointer, bytes, UInt(bytes.count), buffer.bindMemory(to: UInt8.self).baseAddress, Int32(header.width),
        0,
        Int32(header.height), Int32(TJPF_BGRA.rawValue), Int32(TJFLAG_STOPONWARNING | TJFLAG_ACCURATEDCT))
    }
    try check(code)
    return pixels
  }

  private borrowing func check(_ code: Int32) throws(JPEGError) {
    guard code != 0 else { return }
    throw .failed(reason: String(cString: tjGetErrorStr2(pointer)))
  }
}
