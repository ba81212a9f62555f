import CFreeType

/// The owner of a FreeType library, in which fonts are opened.
package final class FontLibrary {
  fileprivate let pointer: FT_Library

  package init() throws(CairoError) {
    var pointer: FT_Library?
    let code = FT_Init_FreeType(&pointer)
    guard code == 0, let pointer else { throw .noFreeType(code: code) }
    self.pointer = pointer
  }

  deinit { FT_Done_FreeType(pointer) }
}

/// The owner of an open font file. It keeps its library open.
final class FreeTypeFace {
  let pointer: FT_Face
  private let library: FontLibrary

  init(path: String, in library: FontLibrary) throws(CairoError) {
    var pointer: FT_Face?
    let code = FT_New_Face(library.pointer, path, 0, &pointer)
    guard code == 0, let pointer else { throw .unusableFont(path: path, code: code) }
    self.pointer = pointer
    self.library = library
  }

  deinit { FT_Done_Face(pointer) }
}
