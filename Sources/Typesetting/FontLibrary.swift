import DrawList
import HarfBuzz

/// The faces that a theme may use, opened when first needed.
package final class FontLibrary {
  private let references: [FontReference]
  private var faces: [FontReference: FontFace] = [:]

  /// - Precondition: there is at least one font.
  package init(_ references: [FontReference]) {
    precondition(!references.isEmpty, "a library holds at least one font")
    self.references = references
  }

  /// The font nearest to a style: its family, then upright or italic, then the nearest weight.
  package func reference(for style: TextStyle) -> FontReference {
    let family = references.filter { $0.family == style.family }
    let candidates = family.isEmpty ? references : family
    let sloped = candidates.filter { $0.italic == style.isItalic }
    let nearest = (sloped.isEmpty ? candidates : sloped).min {
      abs($0.weight - style.weight) < abs($1.weight - style.weight)
    }
    return nearest ?? references[0]
  }

  func face(of reference: FontReference) throws(FontError) -> FontFace {
    if let face = faces[reference] { return face }
    let face = try FontFace(path: reference.path)
    faces[reference] = face
    return face
  }

  /// Opens every font, so that a file that cannot be used is found before anything is laid out.
  package func openAll() throws(FontError) {
    for reference in references { _ = try face(of: reference) }
  }
}
