import DrawList
import Yams

/// What is wrong with the font manifest or the files it names.
package enum FontManifestError: Error, Hashable {
  /// The manifest does not have the shape that `Fonts/README.md` gives.
  case malformed(reason: String)
}

/// The fonts that reports may use, and the patterns that words are hyphenated by.
package struct FontManifest: Hashable, Sendable {
  package struct Family: Hashable, Sendable {
    package let name: String
    /// The Debian package that its files are from, and which version was checked.
    package let package: String
    package let version: String
    package let licence: String
    /// Whether it may be absent: a family that only some may use, whose files they put there themselves.
    package let isOptional: Bool
    package let styles: [FontReference]
  }

  /// What families are used for.
  package struct Role: Hashable, Sendable {
    package let name: String
    package let families: [String]
  }

  package struct Patterns: Hashable, Sendable {
    /// The primary tag of BCP 47, as `fr`.
    package let language: String
    package let package: String
    package let version: String
    package let licence: String
    package let path: String
  }

  /// In the manifest's order, as all that it holds.
  package let families: [Family]
  package let roles: [Role]
  package let patterns: [Patterns]

  /// The manifest without the optional families of which a file is not there.
  package func keeping(_ isThere: (_ path: String) -> Bool) -> FontManifest {
    FontManifest(
      families: families.filter { !$0.isOptional || $0.styles.allSatisfy { isThere($0.path) } }, roles: roles,
      patterns: patterns)
  }

  package var references: [FontReference] { families.flatMap(\.styles) }

  /// Where characters are looked for that a text's own family lacks, in order.
  package var fallbackFamilies: [String] { roles.first { $0.name == "fallback" }?.families ?? [] }
}

/// Reads the manifest of the fonts that reports may use.
///
/// - Parameters:
///   - text: the contents of `fonts.yml`.
///   - folder: where the files that it names are.
package func readFontManifest(_ text: String, folder: String) throws(FontManifestError) -> FontManifest {
  let root: Node?
  do {
    root = try Yams.compose(yaml: text, .basic, .default, .utf8)
  } catch {
    throw .malformed(reason: "\(error)")
  }
  guard let keys = root?.mapping, let listed = keys["families"]?.mapping else {
    throw .malformed(reason: "families")
  }
  var families: [FontManifest.Family] = []
  for (name, family) in listed { families.append(try readFamily(name, family, folder: folder)) }
  guard families.contains(where: { !$0.styles.isEmpty }) else { throw .malformed(reason: "families") }
  let roles = try readRoles(keys["roles"], of: families)
  var patterns: [FontManifest.Patterns] = []
  if let languages = keys["hyphenation"]?.mapping {
    for (language, entry) in languages { patterns.append(try readPatterns(language, entry, folder: folder)) }
  }
  return FontManifest(families: families, roles: roles, patterns: patterns)
}

private func readFamily(
  _ name: Node, _ node: Node, folder: String
) throws(FontManifestError) -> FontManifest.Family {
  guard let name = name.string, let keys = node.mapping, let styles = keys["styles"]?.sequence else {
    throw .malformed(reason: "styles")
  }
  var references: [FontReference] = []
  for style in styles { references.append(try reference(to: style, of: name, folder: folder)) }
  return FontManifest.Family(
    name: name, package: keys["package"]?.string ?? "", version: keys["version"]?.string ?? "",
    licence: keys["licence"]?.string ?? "", isOptional: keys["optional"]?.string == "true", styles: references
  )
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

/// A role names a family, or several in order; each is one of those above it.
private func readRoles(
  _ node: Node?, of families: [FontManifest.Family]
) throws(FontManifestError) -> [FontManifest.Role] {
  var roles: [FontManifest.Role] = []
  for (name, value) in node?.mapping ?? [:] {
    let named = value.sequence?.compactMap(\.string) ?? [value.string].compactMap(\.self)
    for family in named where !families.contains(where: { $0.name == family }) {
      throw .malformed(reason: "roles: \(family)")
    }
    roles.append(FontManifest.Role(name: name.string ?? "", families: named))
  }
  return roles
}

private func readPatterns(
  _ language: Node, _ node: Node, folder: String
) throws(FontManifestError) -> FontManifest.Patterns {
  guard let language = language.string, let keys = node.mapping,
    let file = keys["patterns"]?.sequence?.first?.mapping?["file"]?.string
  else { throw .malformed(reason: "hyphenation: file") }
  return FontManifest.Patterns(
    language: language, package: keys["package"]?.string ?? "", version: keys["version"]?.string ?? "",
    licence: keys["licence"]?.string ?? "", path: folder + "/" + file)
}
