import Diagnostics
import DrawList
import Indicators
import Model
import Typesetting

/// Turns blocks into fragments and grows the document's structure with them.
///
/// Each kind of block has its own file, which extends the builder.
struct FragmentBuilder {
  let theme: Theme
  let styles: Styles
  let wording: Wording
  let typesetter: Typesetter
  let pictures: Pictures
  /// Of a cover: the elements whose page has neither header nor footer.
  var bareElements: Set<ElementID> = []
  var structure = StructureTree()
  var diagnostics = DiagnosticCollector()
  /// How high the plots of columns and lines are; `nil` for what suits their width.
  var plotHeight: Points?
  /// Whether the author ended the page here: a break at a section's end holds for what follows the section.
  private var endsPage = false

  init(publication: Publication, typesetter: Typesetter) {
    theme = publication.theme
    styles = Styles(theme: publication.theme, language: publication.language.rawValue)
    wording = publication.wording
    self.typesetter = typesetter
    pictures = publication.pictures
  }

  mutating func fragments(
    of blocks: [PublishedBlock], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    var fragments: [Fragment] = []
    for block in blocks {
      let startsPage = endsPage
      endsPage = block == .pageBreak
      var added = self.fragments(of: block, in: parent, level: level, width: width)
      if added.isEmpty {
        endsPage = endsPage || startsPage
      } else {
        added[0].startsPage = added[0].startsPage || startsPage
      }
      fragments += added
    }
    return fragments
  }

  private mutating func fragments(
    of block: PublishedBlock, in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    switch block {
    case .section(let title, let body): section(title, body, in: parent, level: level, width: width)
    case .text(let texts): self.texts(texts, in: parent, width: width)
    case .callout(let callout): self.callout(callout, in: parent, width: width)
    case .image(let image): self.image(image, in: parent, width: width)
    case .keyFigures(let figures): keyFigures(figures, in: parent, width: width)
    case .figure(let figure): self.figure(figure, in: parent, width: width)
    case .card(let card): self.card(card, in: parent, level: level, width: width)
    case .grid(let columns, let blocks):
      grid(blocks, columns: columns, in: parent, level: level, width: width)
    case .sources(let title, let entries, let methods):
      sources(title, entries, methods, in: parent, level: level, width: width)
    case .pageBreak: []
    }
  }

  // MARK: Lines

  /// How far under the top of a line of text its baseline stands, so that the text is in the line's middle.
  func baseline(of style: TextStyle, leading: Points) -> Points {
    let metrics = typesetter.shaper.metrics(of: style)
    return (leading + (metrics.ascender - metrics.descender) * style.size) / 2
  }

  /// A line as marks: its text belongs to `owner`, its links to elements of their own in it.
  mutating func marks(
    of line: Line, owner: ElementID, at baseline: Point, style: TextStyle, inline: inout InlineElements
  ) -> [Mark] {
    var marks: [Mark] = []
    for piece in line.pieces {
      let run = piece.run.moved(by: baseline)
      if case .footnoteMark(let note)? = inline.roles[piece.source] {
        marks += self.marks(of: run, calling: note, owner: owner, style: style)
        continue
      }
      guard let target = piece.link else {
        append(.glyphs(run), to: owner, &marks)
        continue
      }
      let element = inline.element(of: piece.source) { structure.add(.link, in: owner) }
      let metrics = typesetter.shaper.metrics(of: style)
      let area = Rect(
        x: run.origin.x, y: run.origin.y - metrics.ascender * run.size, width: run.width,
        height: (metrics.ascender + metrics.descender) * run.size)
      let underline = run.origin.y + metrics.descender * run.size * 0.5
      append(.glyphs(run), to: element, &marks)
      if let rule = theme.rules[.link] {
        append(
          .line(
            from: Point(x: area.minX, y: underline), to: Point(x: area.maxX, y: underline), width: rule.width,
            run.color),
          to: element, &marks)
      }
      append(.link(area, to: target), to: element, &marks)
    }
    return marks
  }

  private func append(_ item: DrawItem, to owner: ElementID, _ marks: inout [Mark]) {
    if marks.last?.owner == .element(owner) {
      marks[marks.count - 1].items.append(item)
    } else {
      marks.append(Mark(.element(owner), [item]))
    }
  }

  /// A text as one fragment a line, none left alone: the first two and the last two stay together.
  mutating func lines(
    of text: StyledText, style: TextStyle, leading: Points, x: Points = 0, width: Points, owner: ElementID,
    setting: ParagraphSetting = .title, inline: InlineElements = InlineElements()
  ) -> [Fragment] {
    let lines = typesetter.lines(of: text, width: width, setting: setting)
    let baseline = baseline(of: style, leading: leading)
    var inline = inline
    var fragments: [Fragment] = []
    for (index, line) in lines.enumerated() {
      let marks = marks(
        of: line, owner: owner, at: Point(x: x, y: baseline), style: style, inline: &inline)
      var fragment = Fragment(height: leading, marks: marks)
      fragment.footnotes = footnotes(of: line, of: owner, inline)
      fragment.keepsWithNext = index < lines.count - 1 && (index == 0 || index == lines.count - 2)
      fragment.endCost = index < lines.count - 1 ? PageRules.brokenParagraph : 0
      fragments.append(fragment)
    }
    return fragments
  }

  /// A text as one fragment, for what stays in one piece.
  mutating func block(
    of text: StyledText, style: TextStyle, leading: Points, x: Points = 0, width: Points, owner: ElementID,
    setting: ParagraphSetting = .title
  ) -> Fragment {
    let (height, marks) = stacked(
      lines(of: text, style: style, leading: leading, x: x, width: width, owner: owner, setting: setting))
    return Fragment(height: height, marks: marks)
  }
}
