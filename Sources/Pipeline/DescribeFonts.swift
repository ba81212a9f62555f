import Diagnostics
import FontManifest
import Foundation
import HarfBuzz
import Model
import Typesetting

/// The fonts and hyphenation patterns of a shelf, as people read them or as JSON.
///
/// - Throws: `MachineError` where a file is missing or cannot be used.
package func describeFonts(
  of shelf: FontShelf, themes: ThemeShelf, in language: MessageLanguage, asJSON: Bool
) throws -> String {
  let library = try shelf.openLibrary()
  _ = try shelf.openHyphenation(wholeNames: [])
  let summary = try FontSummary(of: shelf, themes, library)
  guard asJSON else { return summary.text(in: language) }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n"
}

private struct FontSummary: Encodable {
  struct Family: Encodable {
    let name, package, version, licence: String
    let roles: [String]
    let features: [String]
    let styles: [Style]
  }
  struct Style: Encodable {
    let name, file: String
    let weight: Int
    let italic: Bool
  }
  struct ThemeFonts: Encodable {
    let name, family: String
    let fallback: [String]
  }
  struct Patterns: Encodable { let language, file, package, version, licence: String }

  let type = "fonts"
  let folder: String
  let families: [Family]
  let themes: [ThemeFonts]
  let hyphenation: [Patterns]

  init(of shelf: FontShelf, _ shelfOfThemes: ThemeShelf, _ library: FontLibrary) throws {
    let manifest = try shelf.manifest
    folder = shelf.folder
    families = try manifest.families.map { family in
      Family(
        name: family.name, package: family.package, version: family.version, licence: family.licence,
        roles: manifest.roles.filter { $0.families.contains(family.name) }.map(\.name),
        features: try family.styles.first.map { features(of: try library.face(of: $0)) } ?? [],
        styles: family.styles.map {
          Style(name: $0.style, file: fileName($0.path), weight: $0.weight, italic: $0.italic)
        })
    }
    themes = try shelfOfThemes.names.map { name in
      let family = try shelfOfThemes.chain(named: name, families: try shelf.families).textFamily ?? ""
      return ThemeFonts(
        name: name, family: family, fallback: manifest.fallbackFamilies.filter { $0 != family })
    }
    hyphenation = manifest.patterns.map { patterns in
      Patterns(
        language: patterns.language, file: fileName(patterns.path), package: patterns.package,
        version: patterns.version, licence: patterns.licence)
    }
  }

  func text(in language: MessageLanguage) -> String {
    func pick(_ french: String, _ english: String) -> String { Bilingual(fr: french, en: english)(language) }
    let colon = pick(" : ", ": ")
    var lines = [folder]
    for family in families {
      let roles = family.roles.isEmpty ? pick("sans rôle", "no role") : family.roles.joined(separator: ", ")
      lines.append("\(family.name)\(colon)\(roles)")
      lines.append(
        "  \(pick("paquet", "package"))\(colon)\(family.package) \(family.version), \(family.licence)")
      let styles = family.styles.map { "\($0.name) \($0.weight)" }.joined(separator: ", ")
      lines.append("  styles\(colon)\(styles)")
      let features = family.features.isEmpty ? pick("aucun", "none") : family.features.joined(separator: " ")
      lines.append("  \(pick("traits OpenType", "OpenType features"))\(colon)\(features)")
    }
    for theme in themes {
      let fallback = theme.fallback.joined(separator: ", ")
      lines.append(
        pick(
          "thème \(theme.name) : \(theme.family), puis \(fallback)",
          "theme \(theme.name): \(theme.family), then \(fallback)"))
    }
    for patterns in hyphenation {
      lines.append(
        "\(pick("césure", "hyphenation")) \(patterns.language)\(colon)\(patterns.file), "
          + "\(patterns.package) \(patterns.version), \(patterns.licence)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Those features of a font that the engine may ask for, by their tags.
private func features(of face: FontFace) -> [String] {
  let asked: [FontFeature] = [
    .kerning, .ligatures, .tabularFigures, .oldStyleFigures, .smallCapitals, .ordinals, .superiors,
  ]
  return asked.filter { face.has($0) }.map(\.tag)
}

private func fileName(_ path: String) -> String { path.split(separator: "/").last.map { String($0) } ?? path }
