import Diagnostics
import Spec

/// Signs in sentences: `{icon.done}`.
extension Resolver {
  /// The word that such a reference starts with.
  static let iconWord = "icon"

  mutating func icon(_ spec: ReferenceSpec) -> Reference.Kind? {
    if spec.steps.count == 1, case .member(let word)? = spec.steps.first, let icon = Icon(rawValue: word) {
      return .icon(icon)
    }
    let word = if case .member(let word)? = spec.steps.first { word } else { "" }
    diagnostics.report(
      .error(
        .unknownIcon(spec.text), at: spec.place,
        hints: .suggestion(for: word, among: Icon.allCases.map(\.rawValue))))
    return nil
  }

  /// A title or a label is also said where no alternative text can stand beside it.
  mutating func rejectIcon(_ spec: ReferenceSpec) {
    diagnostics.report(.error(.iconNotHere(spec.text), at: spec.place, hints: [.iconInText]))
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownIcon(_ text: String) -> Self {
    Self("unknown-icon", fr: "« {\(text)} » n’est pas un signe connu", en: "“{\(text)}” is not a known sign")
  }
  fileprivate static func iconNotHere(_ text: String) -> Self {
    Self(
      "icon-not-here", fr: "« {\(text)} » ne peut figurer que dans un texte",
      en: "“{\(text)}” can only stand in a text")
  }
}

extension Diagnostic.Hint {
  fileprivate static let iconInText = Self(
    fr: "dites-le ici avec un mot ; le signe va dans un bloc « - text: » ou le texte d’un encadré",
    en: "say it with a word here; the sign goes into a `- text:` block or a callout's text")
}
