import Cairo
import DrawList
import JPEG
import PNG

/// The fonts and pictures opened so far, so that pages, formats and reports of one run share them.
///
/// They are opened when first drawn with. Use a cache from one thread at a time.
package final class FontCache {
  private var library: FontLibrary?
  private var fonts: [String: DrawingFont] = [:]
  private var pictures: [PictureKey: PictureSurface] = [:]

  private struct PictureKey: Hashable {
    let digest: String
    let isEmbedded: Bool
    let isGrey: Bool
  }

  package init() {}

  func font(for reference: FontReference) throws(CairoError) -> DrawingFont {
    if let font = fonts[reference.path] { return font }
    let font = try DrawingFont(path: reference.path, in: openLibrary())
    fonts[reference.path] = font
    return font
  }

  /// - Parameter isEmbedded: whether a JPEG may stay one, as in a PDF.
  func picture(_ image: RasterImage, isEmbedded: Bool) throws(CairoError) -> PictureSurface {
    let key = PictureKey(digest: image.digest, isEmbedded: isEmbedded, isGrey: image.isGrey)
    if let picture = pictures[key] { return picture }
    let picture = try open(image, isEmbedded: isEmbedded)
    pictures[key] = picture
    return picture
  }

  private func open(_ image: RasterImage, isEmbedded: Bool) throws(CairoError) -> PictureSurface {
    if isEmbedded, image.format == .jpeg, !image.isGrey {
      return try PictureSurface(width: image.storedWidth, height: image.storedHeight, jpeg: image.bytes)
    }
    return try PictureSurface(
      width: image.storedWidth, height: image.storedHeight, hasAlpha: image.hasAlpha, pixels: image.pixels())
  }

  private func openLibrary() throws(CairoError) -> FontLibrary {
    if let library { return library }
    let opened = try FontLibrary()
    library = opened
    return opened
  }
}

extension RasterImage {
  /// Its pixels, which could be read when the picture was made.
  fileprivate func pixels() throws(CairoError) -> [UInt32] {
    do {
      let pixels =
        switch format {
        case .png: try decodePNGPixels(bytes)
        case .jpeg: try decodeJPEG(bytes)
        }
      return isGrey ? greyed(pixels) : pixels
    } catch {
      throw .failed(reason: "picture \(digest.prefix(12)): \(error)")
    }
  }
}

/// Pixels with the same opacity and no colour. Each colour is looked at once: finding its grey takes a while.
private func greyed(_ pixels: [UInt32]) -> [UInt32] {
  var known: [UInt32: UInt32] = [:]
  return pixels.map { pixel in
    if let grey = known[pixel] { return grey }
    let color = Color(pixel & 0xFF_FFFF).grey
    let grey = pixel & 0xFF00_0000 | UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
    known[pixel] = grey
    return grey
  }
}
