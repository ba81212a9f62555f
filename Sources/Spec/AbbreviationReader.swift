import Diagnostics
import Yams

/// An abbreviation and what it stands for.
package struct AbbreviationSpec: Hashable, Sendable {
  package let name: Located<String>
  /// In the singular, as a dictionary has it.
  package let meaning: Located<String>
  package let plural: Located<String>?
}

/// Reads the abbreviations that a report explains: a name and its meaning, or a mapping.
extension SpecReader {
  enum AbbreviationKey: String, SpecKey { case meaning, plural }

  mutating func abbreviations(_ node: Node?) -> [AbbreviationSpec] {
    pairs(node, of: Bilingual(fr: "abbreviations", en: "abbreviations")).compactMap { name, node in
      guard node.mapping != nil else {
        return required(node, of: name).map { AbbreviationSpec(name: name, meaning: $0, plural: nil) }
      }
      let what = Bilingual(fr: "abréviation « \(name.value) »", en: "abbreviation “\(name.value)”")
      guard let keys = mapping(node, of: what, owner: name.place, as: AbbreviationKey.self),
        let meaning = requiredText(.meaning, in: keys)
      else { return nil }
      return AbbreviationSpec(name: name, meaning: meaning, plural: text(keys[.plural]))
    }
  }

  private mutating func required(_ node: Node, of name: Located<String>) -> Located<String>? {
    if let meaning = text(node) { return meaning }
    diagnostics.report(
      .error(.noMeaning(name.value), at: name.place, hints: [.meaningAfterColon(name.value)]))
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static func noMeaning(_ name: String) -> Self {
    Self(
      "no-meaning", fr: "l’abréviation « \(name) » n’a pas de signification",
      en: "the abbreviation “\(name)” has no meaning")
  }
}

extension Diagnostic.Hint {
  fileprivate static func meaningAfterColon(_ name: String) -> Self {
    Self(fr: "écrivez « \(name): ce qu’elle veut dire »", en: "write “\(name): what it means”")
  }
}
