import Diagnostics
import Markdown
import Spec

/// Turns texts with Markdown and references into sentences.
extension Resolver {
  /// A text without Markdown: a title, a label.
  mutating func plainText(_ template: TextTemplate) -> [Inline] {
    template.segments.compactMap { segment in
      switch segment {
      case .literal(let text):
        rejectFootnotes(in: text, of: template)
        return .text(text)
      case .reference(let reference): return resolve(reference).map(Inline.reference)
      }
    }
  }

  /// A text with Markdown.
  ///
  /// While Markdown is read each reference is one private-use character, so that nothing in a reference,
  /// nor later in a value, can be taken for Markdown.
  mutating func markdown(_ template: TextTemplate) -> [TextBlock] {
    var text = ""
    var references: [Reference?] = []
    for segment in template.segments {
      switch segment {
      case .literal(let literal):
        text.unicodeScalars.append(
          contentsOf: literal.unicodeScalars.filter { StandIn.number(of: $0) == nil })
      case .reference(let reference):
        text.unicodeScalars.append(StandIn.scalar(number: references.count))
        references.append(resolve(reference))
      }
    }
    checkFootnotes(in: text, of: template)
    var reader = MarkdownReader(references: references, place: template.place)
    let parsed = parsed(text, at: template.place)
    reader.readFootnotes(of: parsed, after: &footnoteCount)
    let blocks = parsed.compactMap { reader.block($0) }
    for diagnostic in reader.diagnostics.diagnostics { diagnostics.report(diagnostic) }
    return blocks
  }
}

extension Resolver {
  private mutating func parsed(_ text: String, at place: Place) -> [MarkdownBlock] {
    do {
      return try parseMarkdown(text)
    } catch {
      switch error {
      case .tooDeep: diagnostics.report(.error(.tooDeep, at: place))
      }
      return []
    }
  }
}

/// The characters that stand in for references: the first plane for private use.
private enum StandIn {
  private static let first: UInt32 = 0xF0000
  private static let count: UInt32 = 0xFFFE

  static func scalar(number: Int) -> Unicode.Scalar {
    guard number < count, let scalar = Unicode.Scalar(first + UInt32(number)) else {
      preconditionFailure("a text holds fewer than 65,534 references")
    }
    return scalar
  }

  static func number(of scalar: Unicode.Scalar) -> Int? {
    (first..<first + count).contains(scalar.value) ? Int(scalar.value - first) : nil
  }
}

/// Turns a Markdown tree into the text blocks of a report, with references back in their places.
private struct MarkdownReader {
  let references: [Reference?]
  let place: Place
  var diagnostics = DiagnosticCollector()
  /// The text's notes, by their numbers among them.
  private var footnotes: [Footnote] = []
  /// What a note cannot hold is told once it is known that a note is being read.
  private var isInFootnote = false

  init(references: [Reference?], place: Place) {
    self.references = references
    self.place = place
  }

  mutating func block(_ block: MarkdownBlock) -> TextBlock? {
    switch block.kind {
    case .paragraph(let inlines):
      return .paragraph(self.inlines(inlines))
    case .list(let list):
      return .list(
        start: list.isOrdered ? list.start : nil,
        items: list.items.map { item in item.compactMap { self.block($0) } })
    case .heading: reject(.headingInText, hints: [.useSections])
    case .quote(let blocks):
      let quoted = blocks.compactMap { self.block($0) }
      return quoted.isEmpty ? nil : .quote(quoted)
    case .code: reject(.notInText("```code```", "```code```"), hints: [.indentedCode])
    case .rule: reject(.notInText("---", "---"))
    case .html: reject(.notInText("<html>", "<html>"))
    case .footnote: break  // read before the text that calls it
    }
    return nil
  }

  /// Reads the notes that marks call, so that each mark finds its own.
  mutating func readFootnotes(of blocks: [MarkdownBlock], after count: inout Int) {
    isInFootnote = true
    for case .footnote(let note) in blocks.map(\.kind) {
      count += 1
      footnotes.append(Footnote(id: count, text: note.compactMap { block($0) }))
    }
    isInFootnote = false
  }

  private mutating func inlines(_ inlines: [MarkdownInline]) -> [Inline] {
    inlines.flatMap { inline($0) }
  }

  private mutating func inline(_ inline: MarkdownInline) -> [Inline] {
    switch inline {
    case .text(let text): return pieces(text)
    case .emphasis(let inside): return [.emphasis(inlines(inside))]
    case .strong(let inside): return [.strong(inlines(inside))]
    case .link(let inside, let address):
      if address.unicodeScalars.contains(where: { StandIn.number(of: $0) != nil }) {
        reject(.referenceInAddress)
      }
      let words = inlines(inside)
      if LinkText.isVague(words.words, address: address) {
        diagnostics.report(.warning(.vagueLink(words.words), at: place, hints: [.nameLink]))
      }
      return [.link(words, address: address)]
    case .code(let text): return pieces(text).map { if case .text(let code) = $0 { .code(code) } else { $0 } }
    case .lineBreak: return [.lineBreak]
    case .softBreak: return [.text(" ")]
    case .image: reject(.notInText("![image](…)", "![image](…)"))
    case .html(let tag): reject(.notInText(tag, tag))
    case .footnoteMark where isInFootnote: reject(.footnoteInFootnote, hints: [.oneNote])
    case .footnoteMark(let number):
      if footnotes.indices.contains(number - 1) { return [.footnote(footnotes[number - 1])] }
    }
    return []
  }

  /// A text cut where references stand in it.
  private func pieces(_ text: String) -> [Inline] {
    var pieces: [Inline] = []
    var literal = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let number = StandIn.number(of: scalar) else {
        literal.append(scalar)
        continue
      }
      if !literal.isEmpty { pieces.append(.text(String(literal))) }
      literal = String.UnicodeScalarView()
      if references.indices.contains(number), let reference = references[number] {
        pieces.append(.reference(reference))
      }
    }
    if !literal.isEmpty { pieces.append(.text(String(literal))) }
    return pieces
  }

  private mutating func reject(_ message: Diagnostic.Message, hints: [Diagnostic.Hint] = []) {
    diagnostics.report(.error(message, at: place, hints: hints))
  }
}

extension Diagnostic.Message {
  fileprivate static var tooDeep: Self {
    Self(
      "nested-too-deep", fr: "listes ou styles sont emboîtés sur plus de \(deepestNesting) niveaux",
      en: "lists or styles stand in each other more than \(deepestNesting) levels deep")
  }
  fileprivate static var headingInText: Self {
    Self("heading-in-text", fr: "un titre « # » dans un texte", en: "a “#” heading in a text")
  }
  fileprivate static func notInText(_ french: String, _ english: String) -> Self {
    Self(
      "not-in-text", fr: "« \(french) » ne peut pas figurer dans un texte",
      en: "“\(english)” cannot stand in a text")
  }
  fileprivate static func vagueLink(_ words: String) -> Self {
    Self(
      "vague-link", fr: "le lien « \(words) » ne dit pas où il mène",
      en: "the link “\(words)” does not say where it leads")
  }
  fileprivate static var footnoteInFootnote: Self {
    Self(
      "footnote-in-footnote", fr: "une note de bas de page en appelle une autre",
      en: "a footnote calls another")
  }
  fileprivate static var referenceInAddress: Self {
    Self(
      "reference-in-address", fr: "l’adresse d’un lien ne peut pas contenir de référence",
      en: "a link's address cannot hold a reference")
  }
}

extension Diagnostic.Hint {
  fileprivate static let nameLink = Self(
    fr: "faites un lien du nom de ce qu’il ouvre : [le rapport de 2025](…)",
    en: "link the name of what it opens: [the report of 2025](…)")
  fileprivate static let oneNote = Self(
    fr: "dites tout dans la première note, ou mettez le second appel dans le texte",
    en: "say all in the first note, or put the second mark in the text")
  fileprivate static let useSections = Self(
    fr: "les titres se font avec un bloc « - section: »", en: "headings are made with a “- section:” block")
  fileprivate static let indentedCode = Self(
    fr: "une ligne commencée par quatre espaces ou plus devient du code : réduisez son retrait",
    en: "a line that starts with four spaces or more becomes code: indent it less")
}
