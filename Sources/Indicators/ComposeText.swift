import DataSources
import Diagnostics
import Model
import Spec
import Typography

/// Sentences with their figures filled in.
extension Composer {
  mutating func text(_ block: TextBlock) -> PublishedText {
    switch block {
    case .paragraph(let inlines): .paragraph(rich(inlines))
    case .list(let start, let items): .list(start: start, items: items.map { item in item.map { text($0) } })
    case .quote(let blocks): .quote(blocks.map { text($0) })
    }
  }

  /// A sentence in styled pieces; signs and spaces are set across them.
  mutating func rich(_ inlines: [Inline]) -> RichText {
    var pieces: [RichText.Piece] = []
    collect(inlines, RichText.Piece(text: ""), into: &pieces)
    let texts = typeset(pieces.map { $0.isAsTyped ? "\u{FFFC}" : $0.text }, profile)
    for index in pieces.indices where !pieces[index].isAsTyped { pieces[index].text = texts[index] }
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
      case .reference(let reference):
        if case .figure(let figure, _) = reference.kind { piece.link = piece.link ?? .figure(figure.id) }
        append(value(of: reference), piece, to: &pieces)
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
      case .link(let inside, let address):
        piece.link = .address(address)
        collect(inside, piece, into: &pieces)
      case .footnote(let note): append(note, to: &pieces)
      }
    }
  }

  /// A note's mark stands against its word, and looks the same in bold and in italics.
  private mutating func append(_ note: Footnote, to pieces: inout [RichText.Piece]) {
    let known = footnoteNumbers[note.id]
    let number = known ?? footnoteNumbers.count + 1
    footnoteNumbers[note.id] = number
    let texts = known == nil ? note.text.map { text($0) } : nil
    if let last = pieces.indices.last, !pieces[last].isAsTyped {
      while pieces[last].text.last == " " { pieces[last].text.removeLast() }
    }
    pieces.append(
      RichText.Piece(text: String(number), footnote: PublishedFootnote(number: number, texts: texts)))
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
  fileprivate var isAsTyped: Bool { isCode || footnote != nil }
}
