import Cairo
import DrawList

/// The fonts opened so far, so that pages, formats and reports of one run share them.
///
/// Fonts are opened when first drawn with. Use a cache from one thread at a time.
package final class FontCache {
  private var library: FontLibrary?
  private var fonts: [String: DrawingFont] = [:]

  package init() {}

  func font(for reference: FontReference) throws(CairoError) -> DrawingFont {
    if let font = fonts[reference.path] { return font }
    let font = try DrawingFont(path: reference.path, in: openLibrary())
    fonts[reference.path] = font
    return font
  }

  private func openLibrary() throws(CairoError) -> FontLibrary {
    if let library { return library }
    let opened = try FontLibrary()
    library = opened
    return opened
  }
}
