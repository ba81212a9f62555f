import DrawList
import HarfBuzz

/// The faces that a theme may use, opened when first needed.
package final class FontLibrary {
  private let references: [FontReference]
  private let fallbackFamilies: [String]
  private var faces: [FontReference: FontFace] = [:]

  /// - Parameter fallbackFamilies: where characters are looked for that a style's own family lacks, in order.
  /// - Precondition: there is at least one font.
  package init(_ references: [FontReference], fallbackFamilies: [String] = []) {
    precondition(!references.isEmpty, "a library holds at least one font")
    self.references = references
    self.fallbackFamilies = fallbackFamilies
  }

  /// The font nearest to a style: its family, then upright or italic, then the nearest weight.
  package func reference(for style: TextStyle) -> FontReference {
    let family = references.filter { $0.family == style.family }
    return nearest(to: style, among: family.isEmpty ? references : family)
  }

  /// The style's font, then those that stand in for it, character by character.
  package func chain(for style: TextStyle) -> [FontReference] {
    let own = reference(for: style)
    let others = fallbackFamilies.filter { $0 != own.family }.compactMap { name in
      let family = references.filter { $0.family == name }
      return family.isEmpty ? nil : nearest(to: style, among: family)
    }
    return [own] + others
  }

  private func nearest(to style: TextStyle, among candidates: [FontReference]) -> FontReference {
    let sloped = candidates.filter { $0.italic == style.isItalic }
    let nearest = (sloped.isEmpty ? candidates : sloped).min {
      abs($0.weight - style.weight) < abs($1.weight - style.weight)
    }
    return nearest ?? references[0]
  }

  package func face(of reference: FontReference) throws(FontError) -> FontFace {
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
