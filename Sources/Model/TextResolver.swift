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
      case .reference(let reference):
        let resolved = resolve(reference)
        if case .icon? = resolved?.kind { rejectIcon(reference) }
        return resolved.map(Inline.reference)
      case .passage(let passage):
        diagnostics.report(.error(.passageNotHere(passage.text), at: passage.place, hints: [.passageInText]))
        return nil
      }
    }
  }

  /// A text with Markdown.
  ///
  /// While Markdown is read each reference is one private-use character, so that nothing in a reference,
  /// nor later in a value, can be taken for Markdown. What is said of words between brackets is such a character
  /// where Markdown has a link's address: brackets then match as those of links do.
  ///
  /// - Parameter headings: whether the text may have headings of its own.
  mutating func markdown(_ template: TextTemplate, headings: Bool = false) -> [TextBlock] {
    var text = ""
    var standIns: [StandIn.Content] = []
    for segment in template.segments {
      switch segment {
      case .literal(let literal):
        text.unicodeScalars.append(
          contentsOf: literal.unicodeScalars.filter { StandIn.number(of: $0) == nil })
      case .reference(let reference):
        text.unicodeScalars.append(StandIn.scalar(number: standIns.count))
        standIns.append(.reference(resolve(reference)))
      case .passage(let passage):
        text += "(\(StandIn.scalar(number: standIns.count)))"
        standIns.append(.passage(passage))
      }
    }
    checkFootnotes(in: text, of: template)
    var reader = MarkdownReader(
      standIns: standIns, place: template.place, sectionDepth: headings ? sectionDepth : nil)
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

/// The characters that stand in for what is between braces: the first plane for private use.
enum StandIn {
  enum Content {
    case reference(Reference?)
    case passage(PassageSpec)
  }

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
struct MarkdownReader {
  let standIns: [StandIn.Content]
  let place: Place
  /// How many sections stand around the text; `nil` where it may have no headings.
  let sectionDepth: Int?
  var diagnostics = DiagnosticCollector()
  /// The text's notes, by their numbers among them.
  private var footnotes: [Footnote] = []
  private var isInFootnote = false
  private var isInHeading = false
  /// How many lists and quotations stand around what is being read.
  private var nesting = 0
  /// The levels of the headings that the next one may stand under.
  private var openHeadings: [Int] = []

  init(standIns: [StandIn.Content], place: Place, sectionDepth: Int?) {
    self.standIns = standIns
    self.place = place
    self.sectionDepth = sectionDepth
  }

  mutating func block(_ block: MarkdownBlock) -> TextBlock? {
    switch block.kind {
    case .paragraph(let inlines):
      return .paragraph(self.inlines(inlines))
    case .list(let list):
      return .list(start: list.isOrdered ? list.start : nil, items: list.items.map { nested($0) })
    case .heading(let level, let inlines): return heading(inlines, level: level)
    case .quote(let blocks):
      let quoted = nested(blocks)
      return quoted.isEmpty ? nil : .quote(quoted)
    case .code: reject(.notInText("```code```", "```code```"), hints: [.indentedCode])
    case .rule: reject(.notInText("---", "---"))
    case .html: reject(.notInText("<html>", "<html>"))
    case .footnote: break  // read before the text that calls it
    }
    return nil
  }

  private mutating func nested(_ blocks: [MarkdownBlock]) -> [TextBlock] {
    nesting += 1
    defer { nesting -= 1 }
    return blocks.compactMap { block($0) }
  }

  /// A heading stands one level under the last that is larger, however many signs their author gave the two: no
  /// level is left out.
  private mutating func heading(_ inlines: [MarkdownInline], level: Int) -> TextBlock? {
    guard let sectionDepth, nesting == 0, !isInFootnote else {
      reject(.headingInText, hints: [.useSections])
      return nil
    }
    while let last = openHeadings.last, last >= level { openHeadings.removeLast() }
    openHeadings.append(level)
    if sectionDepth + openHeadings.count > 5 {
      diagnostics.report(.warning(.tooManyLevels, at: place, hints: [.flattenSections]))
    }
    isInHeading = true
    defer { isInHeading = false }
    return .heading(depth: openHeadings.count, self.inlines(inlines))
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
      if let passage = passage(standingFor: address) {
        return [
          .passage(
            inlines(inside), language: passage.language, isInSmallCapitals: passage.isInSmallCapitals)
        ]
      }
      if address.unicodeScalars.contains(where: { StandIn.number(of: $0) != nil }) {
        reject(.referenceInAddress)
      } else if let fault = LinkText.fault(inAddress: address) {
        reject(.linkToNowhere(address), hints: [.address(fault, address)])
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
    case .footnoteMark where isInHeading: reject(.footnoteInHeading, hints: [.footnoteAfterHeading])
    case .footnoteMark where isInFootnote: reject(.footnoteInFootnote, hints: [.oneNote])
    case .footnoteMark(let number):
      if footnotes.indices.contains(number - 1) { return [.footnote(footnotes[number - 1])] }
    }
    return []
  }

  /// What is said of the words of a link that is none.
  private func passage(standingFor address: String) -> PassageSpec? {
    let scalars = address.unicodeScalars
    guard scalars.count == 1, let number = scalars.first.flatMap(StandIn.number),
      standIns.indices.contains(number), case .passage(let passage) = standIns[number]
    else { return nil }
    return passage
  }

  /// A text cut where references stand in it.
  private mutating func pieces(_ text: String) -> [Inline] {
    var pieces: [Inline] = []
    var literal = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let number = StandIn.number(of: scalar) else {
        literal.append(scalar)
        continue
      }
      if !literal.isEmpty { pieces.append(.text(String(literal))) }
      literal = String.UnicodeScalarView()
      guard standIns.indices.contains(number) else { continue }
      switch standIns[number] {
      case .reference(let reference?): pieces.append(.reference(reference))
      case .reference(nil): break  // reported
      case .passage(let passage):
        diagnostics.report(
          .error(.passageWithoutWords(passage.text), at: passage.place, hints: [.bracketsBefore]))
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
    Self(
      "heading-in-text", fr: "un titre « # » dans un encadré, une liste, une citation ou une note",
      en: "a “#” heading in a callout, a list, a quotation or a note")
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
  fileprivate static var footnoteInHeading: Self {
    Self(
      "footnote-in-heading", fr: "un titre « # » ne peut pas appeler de note de bas de page",
      en: "a “#” heading cannot call a footnote")
  }
  fileprivate static func passageWithoutWords(_ text: String) -> Self {
    Self(
      "passage-without-words", fr: "« {\(text)} » ne suit pas des mots entre crochets",
      en: "“{\(text)}” does not follow words between brackets")
  }
  fileprivate static func passageNotHere(_ text: String) -> Self {
    Self(
      "passage-not-here", fr: "« {\(text)} » ne peut figurer que dans un texte",
      en: "“{\(text)}” can only stand in a text")
  }
  fileprivate static func linkToNowhere(_ address: String) -> Self {
    Self(
      "link-to-nowhere", fr: "un lien vers « \(address) » ne mène nulle part",
      en: "a link to “\(address)” leads nowhere")
  }
  fileprivate static var referenceInAddress: Self {
    Self(
      "reference-in-address", fr: "l’adresse d’un lien ne peut pas contenir de référence",
      en: "a link's address cannot hold a reference")
  }
}

extension Diagnostic.Hint {
  fileprivate static func address(_ fault: LinkText.AddressFault, _ address: String) -> Self {
    switch fault {
    case .empty:
      Self(
        fr: "écrivez l’adresse entière : [mots](https://…)", en: "write the whole address: [words](https://…)"
      )
    case .withinDocument:
      Self(
        fr: "pour renvoyer à un graphique ou un tableau, écrivez {figure.nom}",
        en: "to refer to a chart or table, write {figure.name}")
    case .noScheme:
      Self(
        fr: "une adresse commence par « https:// » ou « mailto: » : « https://\(address) » ?",
        en: "an address starts with `https://` or `mailto:`: `https://\(address)`?")
    }
  }
  fileprivate static let nameLink = Self(
    fr: "faites un lien du nom de ce qu’il ouvre : [le rapport de 2025](…)",
    en: "link the name of what it opens: [the report of 2025](…)")
  fileprivate static let oneNote = Self(
    fr: "dites tout dans la première note, ou mettez le second appel dans le texte",
    en: "say all in the first note, or put the second mark in the text")
  fileprivate static let useSections = Self(
    fr:
      "mettez-le dans un bloc « - text: », hors des listes et des citations, ou faites un bloc « - section: »",
    en: "put it in a “- text:” block, outside of lists and quotations, or make a “- section:” block")
  fileprivate static let footnoteAfterHeading = Self(
    fr: "mettez l’appel dans le texte qui suit le titre", en: "put the mark in the text after the heading")
  fileprivate static let bracketsBefore = Self(
    fr: "écrivez [les mots]{lang=en}, sans lien ni autre crochet entre les deux",
    en: "write [the words]{lang=en}, with no link and no other bracket between them")
  fileprivate static let passageInText = Self(
    fr: "mettez ces mots dans un bloc « - text: » ou le texte d’un encadré",
    en: "put these words in a `- text:` block or a callout's text")
  fileprivate static let indentedCode = Self(
    fr: "une ligne commencée par quatre espaces ou plus devient du code : réduisez son retrait",
    en: "a line that starts with four spaces or more becomes code: indent it less")
}
