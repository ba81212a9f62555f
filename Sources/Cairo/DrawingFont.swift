import CCairo
import CFreeType

/// A font to draw with, read from a file.
package final class DrawingFont {
  let pointer: OpaquePointer
  private let face: FreeTypeFace
  /// The glyph of U+0020; `nil` where the font has none.
  package let spaceGlyph: UInt32?

  package init(path: String, in library: FontLibrary) throws(CairoError) {
    let face = try FreeTypeFace(path: path, in: library)
    guard let pointer = cairo_ft_font_face_create_for_ft_face(face.pointer, 0) else {
      throw .failed(reason: "no font face")
    }
    do {
      try CairoError.check(cairo_font_face_status(pointer))
      try keep(face, aliveWith: pointer)
    } catch {
      cairo_font_face_destroy(pointer)
      throw error
    }
    self.pointer = pointer
    self.face = face
    let space = FT_Get_Char_Index(face.pointer, 0x20)
    spaceGlyph = space == 0 ? nil : space
  }

  deinit { cairo_font_face_destroy(pointer) }

  /// Whether a glyph draws a letter of ASCII in another than the usual way, as raised, and is no character's own glyph.
  package func drawsOtherwise(_ letter: UInt8, with glyph: UInt32) -> Bool {
    guard (0x41...0x5A).contains(letter) || (0x61...0x7A).contains(letter) else { return false }
    return usualGlyphs[Int(letter)] != glyph && !glyphsOfCharacters.contains(glyph)
  }

  /// By character, of ASCII.
  private lazy var usualGlyphs = (0..<128).map { FT_Get_Char_Index(face.pointer, FT_ULong($0)) }

  private lazy var glyphsOfCharacters: Set<UInt32> = {
    var glyphs: Set<UInt32> = []
    var glyph: FT_UInt = 0
    var character = FT_Get_First_Char(face.pointer, &glyph)
    while glyph != 0 {
      glyphs.insert(glyph)
      character = FT_Get_Next_Char(face.pointer, character, &glyph)
    }
    return glyphs
  }()
}

/// Leaves the closing of a font file to Cairo, whose caches may use the font after the last drawing.
private func keep(_ face: FreeTypeFace, aliveWith font: OpaquePointer) throws(CairoError) {
  let owner = Unmanaged.passRetained(face)
  // Cairo tells entries apart by the address of their key alone: the face's own is as good as any.
  let key = UnsafePointer<cairo_user_data_key_t>(OpaquePointer(owner.toOpaque()))
  let status = cairo_font_face_set_user_data(font, key, owner.toOpaque()) { face in
    guard let face else { return }
    Unmanaged<FreeTypeFace>.fromOpaque(face).release()
  }
  if status != CAIRO_STATUS_SUCCESS { owner.release() }
  try CairoError.check(status)
}
