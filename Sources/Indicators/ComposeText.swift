import DataSources
import Diagnostics
import Model
import Spec
import Typography

/// Sentences with their figures filled in.
extension Composer {
  mutating func text(_ block: TextBlock) -> PublishedText {
    switch block {
    case .paragraph(let inlines): .paragraph(explained(rich(inlines)))
    case .heading(let depth, let inlines): .heading(heading(inlines, depth: depth))
    case .list(let start, let items): .list(start: start, items: items.map { item in item.map { text($0) } })
    case .quote(let blocks): .quote(blocks.map { text($0) })
    }
  }

  /// A sentence in styled pieces; signs and spaces are set across them.
  ///
  /// A passage in another language has signs and spaces of its own, and stays as typed where its rules are not known.
  mutating func rich(_ inlines: [Inline]) -> RichText {
    var pieces: [RichText.Piece] = []
    collect(inlines, RichText.Piece(text: ""), into: &pieces)
    let texts = typeset(pieces.map { $0.isAsTyped ? "\u{FFFC}" : $0.text }, profile)
    for index in pieces.indices {
      if !pieces[index].isAsTyped {
        pieces[index].text = texts[index]
      } else if let language = pieces[index].language, let own = TypographicProfile.of(language: language) {
        pieces[index].text = typeset(pieces[index].text, own)
      }
    }
    bindIcons(in: &pieces)
    for piece in pieces { abbreviations.noteUses(in: piece.text) }
    return RichText(pieces: pieces.filter { !$0.text.isEmpty })
  }

  /// A sentence without styles.
  mutating func plain(_ inlines: [Inline]) -> String { rich(inlines).plain }

  private mutating func collect(
    _ inlines: [Inline], _ style: RichText.Piece, into pieces: inout [RichText.Piece]
  ) {
    for inline in inlines {
      var piece = style
      switch inline {
      case .text(let text): append(text, style, to: &pieces)
      case .reference(let reference): append(reference, style, to: &pieces)
      case .lineBreak: append("\n", style, to: &pieces)
      case .code(let text):
        piece.isCode = true
        append(text, piece, to: &pieces)
      case .emphasis(let inside):
        piece.isEmphasized = true
        collect(inside, piece, into: &pieces)
      case .strong(let inside):
        piece.isStrong = true
        collect(inside, piece, into: &pieces)
      case .passage(let inside, let language, let isInSmallCapitals):
        piece.language = language ?? piece.language
        piece.isInSmallCapitals = piece.isInSmallCapitals || isInSmallCapitals
        collect(inside, piece, into: &pieces)
      case .link(let inside, let address):
        piece.link = .address(address)
        collect(inside, piece, into: &pieces)
      case .footnote(let note): append(note, to: &pieces)
      }
    }
  }

  private mutating func append(
    _ reference: Reference, _ style: RichText.Piece, to pieces: inout [RichText.Piece]
  ) {
    var piece = style
    switch reference.kind {
    case .figure(let figure, let form):
      piece.link = piece.link ?? .figure(figure.id)
      switch form {
      case .page, .withPage: piece.role = .pageOfFigure(figure.id)
      case .full, .number: break
      }
    case .icon(let icon): piece.role = .icon(word: wording.meaning(icon))
    case .value, .field, .comparison: break
    }
    append(value(of: reference), piece, to: &pieces)
  }

  /// A note's mark stands against its word, and looks the same in bold and in italics.
  private mutating func append(_ note: Footnote, to pieces: inout [RichText.Piece]) {
    let known = footnoteNumbers[note.id]
    let number = known ?? footnoteNumbers.count + 1
    footnoteNumbers[note.id] = number
    let texts = known == nil ? abbreviations.inFootnote { note.text.map { text($0) } } : nil
    if let last = pieces.indices.last, !pieces[last].isAsTyped {
      while pieces[last].text.last == " " { pieces[last].text.removeLast() }
    }
    pieces.append(
      RichText.Piece(
        text: String(number), role: .footnoteMark(PublishedFootnote(number: number, texts: texts))))
  }

  /// A sign stays with the word after it.
  private func bindIcons(in pieces: inout [RichText.Piece]) {
    for index in pieces.indices.dropFirst() {
      guard case .icon? = pieces[index - 1].role, pieces[index].text.first == " " else { continue }
      pieces[index].text = "\u{A0}" + pieces[index].text.dropFirst()
    }
  }

  private func append(_ text: String, _ style: RichText.Piece, to pieces: inout [RichText.Piece]) {
    var piece = style
    piece.text = text
    if var last = pieces.last {
      let before = last.text
      last.text = ""
      var bare = piece
      bare.text = ""
      if last == bare {
        pieces[pieces.count - 1].text = before + text
        return
      }
    }
    pieces.append(piece)
  }

  // MARK: Key figures

  mutating func keyFigure(_ figure: KeyFigure) -> PublishedKeyFigure {
    let indicator = report.indicators[figure.indicator]
    return PublishedKeyFigure(
      value: set(largePrint(figure.value)), label: figure.label.map { plain($0) } ?? set(indicator.label),
      detail: figure.detail.map { plain($0) })
  }

  /// A key figure's number has its unit's sign but not what it counts, which its label says.
  private mutating func largePrint(_ reference: Reference) -> String {
    if case .value(let indicator, let viewpoint, .full) = reference.kind,
      let number = observation(indicator, viewpoint, askedAt: reference.place)?.number
    {
      return valueText(indicator).short(number)
    }
    return value(of: reference)
  }
}

extension RichText.Piece {
  /// Whether signs and spaces in it stay as they are.
  fileprivate var isAsTyped: Bool { isCode || role != nil || language != nil }
}
