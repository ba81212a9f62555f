import CCairo
import CFreeType

/// A font to draw with, read from a file.
package final class DrawingFont {
  let pointer: OpaquePointer
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
    let space = FT_Get_Char_Index(face.pointer, 0x20)
    spaceGlyph = space == 0 ? nil : space
  }

  deinit { cairo_font_face_destroy(pointer) }
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
