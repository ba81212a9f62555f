import DrawList
import Indicators
import Typesetting

/// Footnotes: raised marks in the text, and notes for the foot of the page, each leading to the other.
extension FragmentBuilder {
  /// How far a note's text stands in from its number; room for two digits and a point.
  private static let footnoteIndent: Points = 15

  /// A mark on its line.
  ///
  /// A listener hears “note 1” in the place of a lone number. The first mark of a note is where the note leads back.
  mutating func marks(
    of run: GlyphRun, calling note: PublishedFootnote, owner: ElementID, style: TextStyle
  ) -> [Mark] {
    let reference = structure.add(.reference, in: owner)
    let link = structure.add(.link, in: reference, alternativeText: wording.footnote(note.number))
    let metrics = typesetter.shaper.metrics(of: style)
    let area = Rect(
      x: run.origin.x, y: run.origin.y - metrics.ascender * style.size, width: run.width,
      height: (metrics.ascender + metrics.descender) * style.size)
    var items: [DrawItem] = [
      .glyphs(run), .link(area, to: .destination(Self.footnoteName(note.number))),
    ]
    if note.texts != nil { items.append(.destination(Self.footnoteMarkName(note.number), area.origin)) }
    return [Mark(.element(link), items)]
  }

  /// The notes that a line calls first; they stand in the structure after the paragraph, so that its sentences are
  /// not interrupted.
  mutating func footnotes(of line: Line, of paragraph: ElementID, _ inline: InlineElements)
    -> [Fragment.Footnote]
  {
    guard let parent = structure[paragraph].parent else { return [] }
    return line.pieces.compactMap { piece in
      guard case .footnoteMark(let note)? = inline[piece.source]?.role, let texts = note.texts else {
        return nil
      }
      return footnote(note.number, texts, in: parent)
    }
  }

  /// A note in small print, as wide as running text is on a whole page.
  private mutating func footnote(
    _ number: Int, _ texts: [PublishedText], in parent: ElementID
  ) -> Fragment.Footnote {
    let element = structure.add(.note(id: "footnote-\(number)"), in: parent)
    let label = structure.add(.listLabel, in: element)
    let link = structure.add(.link, in: label, alternativeText: wording.backFromFootnote(number))
    let width = min(page.frame.size.width, theme.spacing[.measure])
    let indent = Self.footnoteIndent
    var fragments = self.texts(
      texts, in: element, x: indent, width: max(1, width - indent), type: footnoteType)
    if fragments.isEmpty { fragments = [Fragment(height: footnoteType.leading, marks: [])] }
    fragments[0].spaceBefore = footnoteType.paragraphGap
    let style = footnoteType.style
    let line = typesetter.line(StyledText("\(number).", style))
    let area = Rect(x: 0, y: 0, width: line.width, height: footnoteType.leading)
    let baseline = Point(x: 0, y: baseline(of: style, leading: footnoteType.leading))
    fragments[0].marks.insert(
      Mark(
        .element(link),
        line.items(at: baseline) + [
          .link(area, to: .destination(Self.footnoteMarkName(number))),
          .destination(Self.footnoteName(number), area.origin),
        ]), at: 0)
    return Fragment.Footnote(fragments: fragments)
  }

  private var footnoteType: BodyType {
    BodyType(
      style: styles.footnote, leading: theme.type[.footnote].size.leading, setting: Self.smallPrint,
      paragraphGap: 2)
  }

  /// Names of places; a figure's name has no space, so that none of them is one.
  private static func footnoteName(_ number: Int) -> String { "footnote \(number)" }
  private static func footnoteMarkName(_ number: Int) -> String { "mark of footnote \(number)" }
}
