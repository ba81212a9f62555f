import Digest
import DrawList
import JPEG
import PNG
import XML

/// Why a file cannot be taken for a picture.
package enum PictureError: Error, Hashable {
  /// Neither PNG, JPEG nor SVG, by its first bytes.
  case notAPicture
  /// Its form is right at first, but the rest is not; `reason` is what the library says of it.
  case broken(reason: String)
  case tooLarge(width: Int, height: Int)
  /// Its colours are printing inks.
  case inks
  /// Of an SVG: something that is not drawn here, and its line.
  case unsupported(String, line: Int)
}

/// Reads a PNG, JPEG or SVG.
///
/// All of it is read, so that what is broken is known before a page is made.
package func readPicture(_ bytes: [UInt8]) throws(PictureError) -> Picture {
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .raster(try readPNG(bytes)) }
  if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .raster(try readJPEG(bytes)) }
  guard looksLikeSVG(bytes) else { throw .notAPicture }
  return .drawing(try readSVG(bytes))
}

/// As many pixels as a photograph of A2 at 300 dpi has. More would fill the memory for nothing.
private let mostPixels = 40_000_000
/// Cairo draws no longer side.
private let longestSide = 32_000

private func checkSize(_ width: Int, _ height: Int) throws(PictureError) {
  guard width > 0, height > 0 else { throw .broken(reason: "\(width) × \(height)") }
  if width > longestSide || height > longestSide || width * height > mostPixels {
    throw .tooLarge(width: width, height: height)
  }
}

private func readPNG(_ bytes: [UInt8]) throws(PictureError) -> RasterImage {
  do {
    let header = try readPNGHeader(bytes)
    try checkSize(header.width, header.height)
    let pixels = try decodePNGPixels(bytes)
    return RasterImage(
      digest: Digest(of: bytes).description, format: .png, bytes: bytes, storedWidth: header.width,
      storedHeight: header.height, hasAlpha: pixels.contains { $0 >> 24 != 255 }, orientation: .upright)
  } catch let error as PNGError {
    switch error {
    case .failed(let reason): throw .broken(reason: reason)
    }
  } catch let error as PictureError {
    throw error
  } catch {
    throw .broken(reason: "\(error)")
  }
}

private func readJPEG(_ bytes: [UInt8]) throws(PictureError) -> RasterImage {
  do {
    let header = try readJPEGHeader(bytes)
    try checkSize(header.width, header.height)
    if header.isCMYK { throw PictureError.inks }
    guard let segments = JPEGSegments(bytes) else { throw PictureError.broken(reason: "segments") }
    _ = try decodeJPEG(segments.stripped)
    return RasterImage(
      digest: Digest(of: segments.stripped).description, format: .jpeg, bytes: segments.stripped,
      storedWidth: header.width, storedHeight: header.height, hasAlpha: false,
      orientation: ImageOrientation(rawValue: segments.orientation) ?? .upright)
  } catch let error as JPEGError {
    switch error {
    case .failed(let reason): throw .broken(reason: reason)
    }
  } catch let error as PictureError {
    throw error
  } catch {
    throw .broken(reason: "\(error)")
  }
}

/// Whether the first sign that is no space is `<`, and the word svg comes soon.
private func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
  let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
  let first = start.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
  return first == "<" && start.contains("<svg") || start.contains(":svg ")
}
