import Diagnostics
import Markdown
import Spec

/// What authors get wrong in footnotes, each told where it stands.
extension Resolver {
  /// A text with Markdown: marks without note, notes that nothing calls, notes of one name.
  mutating func checkFootnotes(in text: String, of template: TextTemplate) {
    guard text.contains("[^") else { return }
    let declared = declaredFootnotes(in: text).map { $0.lowercased() }
    // A bracket after a backslash is text.
    let called = footnoteNames(in: text.replacing("\\[^", with: "")).map { $0.lowercased() }
    for name in firsts(of: declared) {
      let declarations = declared.count { $0 == name }
      if declarations > 1 {
        let second = place(of: "[^\(name)]:", in: template, from: 2)
        diagnostics.report(.error(.footnoteTwice(name), at: second, hints: [.otherName]))
      } else if called.count(where: { $0 == name }) == 1 {
        let place = place(of: "[^\(name)]:", in: template)
        diagnostics.report(.error(.footnoteNotCalled(name), at: place, hints: [.callFootnote(name)]))
      }
    }
    for name in firsts(of: called) where !declared.contains(name) {
      let place = place(of: "[^\(name)]", in: template)
      let near = [Diagnostic.Hint].nearest(to: name, among: firsts(of: declared))
      diagnostics.report(
        .error(.footnoteMissing(name), at: place, hints: near.isEmpty ? [.writeFootnote(name)] : near))
    }
  }

  /// A text without Markdown, such as a title: no foot of a page is its own.
  mutating func rejectFootnotes(in text: String, of template: TextTemplate) {
    guard let name = footnoteNames(in: text).first else { return }
    let place = place(of: "[^\(name)]", in: template)
    diagnostics.report(.error(.footnoteNotHere(name), at: place, hints: [.footnoteInText]))
  }

  /// Where a piece of a text stands in the file for the first time, or the n-th; the text's start where it is not
  /// found, as in a scalar with escapes.
  private func place(of piece: String, in template: TextTemplate, from occurrence: Int = 1) -> Place {
    let start = template.place
    var (number, seen) = (start.line, 0)
    while let line = start.source.line(number) {
      let from = number == start.line ? start.column - 1 : 0
      for column in line.lowercased().columns(of: piece) where column > from {
        seen += 1
        if seen == occurrence {
          return Place(in: start.source, line: number, column: column, length: piece.unicodeScalars.count)
        }
      }
      number += 1
    }
    return start
  }
}

/// Names without those that came before.
private func firsts(of names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0).inserted }
}

extension String {
  /// The columns, from 1, at which a piece starts.
  fileprivate func columns(of piece: String) -> [Int] {
    ranges(of: piece).map { self[..<$0.lowerBound].unicodeScalars.count + 1 }
  }
}

extension Diagnostic.Message {
  fileprivate static func footnoteMissing(_ name: String) -> Self {
    Self(
      "footnote-missing", fr: "« [^\(name)] » appelle une note de bas de page qui n’est pas écrite",
      en: "“[^\(name)]” calls a footnote that is not written")
  }
  fileprivate static func footnoteNotCalled(_ name: String) -> Self {
    Self(
      "footnote-not-called", fr: "rien n’appelle la note de bas de page « [^\(name)] »",
      en: "nothing calls the footnote “[^\(name)]”")
  }
  fileprivate static func footnoteTwice(_ name: String) -> Self {
    Self(
      "footnote-twice", fr: "la note de bas de page « [^\(name)] » est écrite deux fois",
      en: "the footnote “[^\(name)]” is written twice")
  }
  fileprivate static func footnoteNotHere(_ name: String) -> Self {
    Self(
      "footnote-not-here", fr: "« [^\(name)] » : ce texte ne peut pas appeler de note de bas de page",
      en: "“[^\(name)]”: this text cannot call a footnote")
  }
}

extension Diagnostic.Hint {
  fileprivate static func writeFootnote(_ name: String) -> Self {
    Self(
      fr: "ajoutez à la fin du même texte une ligne « [^\(name)]: … » ; un crochet seul s’écrit \\[",
      en: "add a line “[^\(name)]: …” at the end of the same text; a lone bracket is written \\[")
  }
  fileprivate static func callFootnote(_ name: String) -> Self {
    Self(
      fr: "mettez « [^\(name)] » après le mot qu’elle explique, dans le même texte, ou supprimez-la",
      en: "put “[^\(name)]” after the word that it explains, in the same text, or delete it")
  }
  fileprivate static let otherName = Self(
    fr: "donnez un autre nom à l’une des deux", en: "give one of the two another name")
  fileprivate static let footnoteInText = Self(
    fr: "mettez l’appel et sa note dans un bloc « - text: » ou le texte d’un encadré",
    en: "put the mark and its note in a `- text:` block or a callout's text")
}
