import DrawList
import Yams

/// What is wrong with the font manifest or the files it names.
package enum FontManifestError: Error, Hashable {
  /// The manifest does not have the shape that `Fonts/README.md` gives.
  case malformed(reason: String)
}

/// Reads the manifest of the fonts that reports may use.
///
/// - Parameters:
///   - text: the contents of `fonts.yml`.
///   - folder: where the font files are.
/// - Returns: a reference a style, in the manifest's order.
package func readFontManifest(_ text: String, folder: String) throws(FontManifestError) -> [FontReference] {
  let root: Node?
  do {
    root = try Yams.compose(yaml: text, .default, .default, .utf8)
  } catch {
    throw .malformed(reason: "\(error)")
  }
  guard let families = root?.mapping?["families"]?.mapping else { throw .malformed(reason: "families") }
  var references: [FontReference] = []
  for (name, family) in families {
    guard let name = name.string, let styles = family.mapping?["styles"]?.sequence else {
      throw .malformed(reason: "styles")
    }
    for style in styles { references.append(try reference(to: style, of: name, folder: folder)) }
  }
  guard !references.isEmpty else { throw .malformed(reason: "families") }
  return references
}

private func reference(
  to style: Node, of family: String, folder: String
) throws(FontManifestError) -> FontReference {
  guard let keys = style.mapping, let file = keys["file"]?.string, let name = keys["style"]?.string,
    let weight = keys["weight"]?.string.flatMap(Int.init), let italic = keys["italic"]?.string
  else { throw .malformed(reason: "\(family): file, style, weight, italic") }
  return FontReference(
    family: family, style: name, weight: weight, italic: italic == "true", path: folder + "/" + file)
}
