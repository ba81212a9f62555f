import Diagnostics

/// A text with references to figures in it, as `{smartphone[qpv]}`.
package struct TextTemplate: Hashable, Sendable {
  package enum Segment: Hashable, Sendable {
    case literal(String)
    case reference(ReferenceSpec)
    /// What the words between the brackets before it are: `[words]{lang=en}`.
    case passage(PassageSpec)
  }

  package let segments: [Segment]
  package let place: Place
}

/// A reference to a figure: a name, then members (`.gap`) and keys (`[qpv]`).
package struct ReferenceSpec: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case member(String)
    case key(String)
  }

  package let text: String
  package let name: String
  package let steps: [Step]
  package let place: Place
}

/// What is said of the words between brackets, as Pandoc writes it.
package struct PassageSpec: Hashable, Sendable {
  package let text: String
  /// A BCP 47 tag, where the words are in another language than the report.
  package let language: String?
  package let isInSmallCapitals: Bool
  package let place: Place
}

/// The text between braces behind a bracket, read; `nil` where it says nothing of a passage.
///
///     passage = { "lang=" tag | ".smallcaps" }, with spaces between them
func parsePassage(_ text: String, at place: Place) -> PassageSpec? {
  var language: String?
  var isInSmallCapitals = false
  for word in text.split(separator: " ") {
    if word == ".smallcaps" {
      isInSmallCapitals = true
    } else if word.hasPrefix("lang="), isLanguageTag(word.dropFirst(5)) {
      language = String(word.dropFirst(5))
    } else {
      return nil
    }
  }
  guard language != nil || isInSmallCapitals else { return nil }
  return PassageSpec(
    text: text, language: language, isInSmallCapitals: isInSmallCapitals, place: place)
}

/// A tag as `en`, `pt-BR` or `zh-Hans-TW`: RFC 5646, 2.1, without private and grandfathered ones.
private func isLanguageTag(_ text: Substring) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isASCIILetter) else {
    return false
  }
  return parts.dropFirst().allSatisfy { part in
    (2...8).contains(part.count) && part.allSatisfy { isASCIILetter($0) || ("0"..."9").contains($0) }
  }
}

private func isASCIILetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

/// A reference's text, read; `nil` where it is not one.
///
///     reference = word { "." word | "[" word "]" }
func parseReference(_ text: String, at place: Place) -> ReferenceSpec? {
  var rest = Substring(text)
  guard let name = takeWord(from: &rest) else { return nil }
  var steps: [ReferenceSpec.Step] = []
  while let mark = rest.popFirst() {
    guard let word = takeWord(from: &rest) else { return nil }
    switch mark {
    case ".": steps.append(.member(word))
    case "[":
      guard rest.popFirst() == "]" else { return nil }
      steps.append(.key(word))
    default: return nil
    }
  }
  return ReferenceSpec(text: text, name: name, steps: steps, place: place)
}

/// Whether a text may name something in a spec: letters, digits, `-` and `_`, at most 80 of them, since a name
/// may become part of a file's name.
func isWord(_ text: String) -> Bool {
  (1...80).contains(text.count) && text.allSatisfy(isWordCharacter)
}

private func takeWord(from rest: inout Substring) -> String? {
  let word = rest.prefix(while: isWordCharacter)
  rest.removeFirst(word.count)
  return word.isEmpty ? nil : String(word)
}

func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "-" || character == "_"
}
