import DrawList
import HarfBuzz

/// The fonts of a style, and which of them draws which character.
struct FontChain {
  /// A part of a text that one font draws.
  struct Part {
    var text: String
    /// The place of its font in the chain.
    let font: Int
  }

  struct Member {
    let reference: FontReference
    let face: FontFace
  }

  let members: [Member]

  /// The parts of a text, each with the first font that has all of a character's letter and marks.
  ///
  /// A character that no font has is replaced by one that says the same, or by `?` and noted.
  func parts(of text: String, missing: inout [Unicode.Scalar]) -> [Part] {
    if text.unicodeScalars.allSatisfy({ has($0, 0) }) { return [Part(text: text, font: 0)] }
    var parts: [Part] = []
    for character in text {
      let (drawn, font) = choose(for: character, after: parts.last?.font ?? 0, &missing)
      if parts.last?.font == font {
        parts[parts.count - 1].text += drawn
      } else {
        parts.append(Part(text: drawn, font: font))
      }
    }
    return parts
  }

  private func choose(
    for character: Character, after previous: Int, _ missing: inout [Unicode.Scalar]
  ) -> (text: String, font: Int) {
    let scalars = character.unicodeScalars
    // Spaces and marks that draw nothing stay with what stands before them.
    if scalars.allSatisfy({ isInvisible($0, previous) }) { return (String(character), previous) }
    for font in members.indices where scalars.allSatisfy({ has($0, font) }) {
      return (String(character), font)
    }
    if scalars.count == 1, let first = scalars.first, let same = Self.substitutes[first], has(same, 0) {
      return (String(same), 0)
    }
    return apart(scalars, &missing)
  }

  /// A character that no font has as a whole: its letter where one has that, without the marks that it lacks.
  private func apart(
    _ scalars: Character.UnicodeScalarView, _ missing: inout [Unicode.Scalar]
  ) -> (text: String, font: Int) {
    let font = members.indices.first { font in scalars.first.map { has($0, font) } ?? false } ?? 0
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if has(scalar, font) {
        text.append(scalar)
      } else if let same = Self.substitutes[scalar], has(same, font) {
        text.append(same)
      } else {
        if !missing.contains(scalar) { missing.append(scalar) }
        text.append("?")
      }
    }
    return (String(text), font)
  }

  private func has(_ scalar: Unicode.Scalar, _ font: Int) -> Bool {
    members[font].face.glyph(for: scalar) != nil || isInvisible(scalar, font)
  }

  /// Spaces, joiners and marks of direction: HarfBuzz draws nothing for most of them, or the font's space.
  private func isInvisible(_ scalar: Unicode.Scalar, _ font: Int) -> Bool {
    let properties = scalar.properties
    guard properties.isDefaultIgnorableCodePoint || properties.generalCategory == .spaceSeparator else {
      return false
    }
    // A few, such as the Hangul fillers, come out as glyph 0 all the same.
    return !members[font].face.shape(String(scalar), language: "und").contains { $0.id == 0 }
  }

  private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2011}": "-", "\u{2010}": "-", "\u{2012}": "–", "\u{2015}": "—", "\u{2212}": "–",
  ]
}
