import Diagnostics

/// A text with references to figures in it, as `{smartphone[qpv]}`.
package struct TextTemplate: Hashable, Sendable {
  package enum Segment: Hashable, Sendable {
    case literal(String)
    case reference(ReferenceSpec)
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
