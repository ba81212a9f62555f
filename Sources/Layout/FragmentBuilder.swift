import Diagnostics
import DrawList
import Indicators
import Model
import Spec
import Typesetting

/// Turns blocks into fragments and grows the document's structure with them.
///
/// Each kind of block has its own file, which extends the builder.
struct FragmentBuilder {
  let theme: Theme
  let styles: Styles
  let wording: Wording
  let typesetter: Typesetter
  let glossary: [GlossaryEntry]
  /// Whether anyone will ask which element a cell is.
  let isTagged: Bool
  let pictures: Pictures
  /// Of a cover: the elements whose page has neither header nor footer.
  var bareElements: Set<ElementID> = []
  var structure = StructureTree()
  var diagnostics = DiagnosticCollector()
  /// What a figure's chart fills with it; `nil` for figures as high as suits their width.
  var figureHeight: Points?
  /// Whether a figure may go on on a next page.
  var breaksFigures = true
  /// How many tables there are so far.
  var tableCount = 0
  /// What the report holds, and on which pages, as they were last laid out.
  let index: DocumentIndex
  let pageNumbers: PageNumbers
  /// The places whose pages were asked for.
  var askedPages: [String] = []
  /// Whether headings are places that something leads to.
  let marksHeadings: Bool
  /// How pages before the first section are numbered, and whether that has come.
  let frontMatter: FrontMatter
  var hasSection = false
  /// The sheets of the document, the report's first, and the one that fragments are built for.
  var sheets: [PageGeometry]
  var sheet = 0
  var page: PageGeometry
  /// Floats that wait for the fragment that they will stand with.
  var pendingFloats: [FloatingBlock] = []
  var columnSetCount = 0
  /// Whether what is built stands by itself between the margins, so that it may have a sheet of its own.
  var isInFlow = false
  var turnedTables: [TurnedTable] = []
  /// Whether the table that is being set is one of these.
  var isTurning = false
  /// What the report's title takes of the page that the next block is to stand on; nothing after the first block.
  var titleHeight: Points = 0
  /// Of the table that is about to be set, where it has been made.
  var knownDesign: TableDesign?
  /// Whether the author ended the page here: a break at a section's end holds for what follows the section.
  private var endsPage = false

  init(publication: Publication, typesetter: Typesetter, pageNumbers: PageNumbers = PageNumbers()) {
    theme = publication.theme
    page = theme.page
    sheets = [theme.page]
    index = DocumentIndex(of: publication.body)
    self.pageNumbers = pageNumbers
    frontMatter = publication.frontMatter
    marksHeadings = index.isListed || frontMatter == .roman
    styles = Styles(theme: publication.theme, language: publication.language.rawValue)
    wording = publication.wording
    glossary = publication.glossary
    isTagged = publication.output.isTagged
    self.typesetter = typesetter
    pictures = publication.pictures
  }

  mutating func fragments(
    of blocks: [PublishedBlock], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    var fragments: [Fragment] = []
    var beside: BesideFloat?
    for block in blocks {
      let startsPage = endsPage
      endsPage = block == .pageBreak
      let waiting = pendingFloats
      pendingFloats = []
      var added: [Fragment]
      if var float = beside, case .text(let texts) = block {
        added = self.texts(texts, beside: &float, in: parent, level: level, width: width)
        beside = float
        if float.hasRoom {
          pendingFloats = waiting
          continue
        }
        added = land(&beside) + added
      } else {
        added = land(&beside)
        if case .arranged(.float(.beside, let share), let inner) = block {
          added += startBeside(inner, share, in: parent, level: level, width: width, &beside)
        } else {
          added += self.fragments(of: block, in: parent, level: level, width: width)
        }
      }
      if added.isEmpty {
        endsPage = endsPage || startsPage
        pendingFloats = waiting + pendingFloats
      } else {
        titleHeight = 0
        added[0].startsPage = added[0].startsPage || startsPage
        added[0].floats = waiting + added[0].floats
      }
      fragments += added
    }
    return fragments + land(&beside)
  }

  /// The float that text flowed past, once no more does.
  private mutating func land(_ beside: inout BesideFloat?) -> [Fragment] {
    guard let float = beside else { return [] }
    beside = nil
    if float.texts.isEmpty {
      diagnostics.report(.warning(.floatAlone(float.piece.name), at: nil, hints: [.textAfterFloat]))
    }
    return float.fragments
  }

  private mutating func startBeside(
    _ blocks: [PublishedBlock], _ share: FloatWidth, in parent: ElementID, level: Int, width: Points,
    _ beside: inout BesideFloat?
  ) -> [Fragment] {
    let own = self.width(of: share, in: width)
    let (piece, fragments) = float(blocks, .beside, width: own, in: parent, level: level, of: width)
    beside = piece.map { BesideFloat($0, width: own, of: width) }
    return fragments
  }

  private mutating func fragments(
    of block: PublishedBlock, in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    switch block {
    case .section(let section, let body): self.section(section, body, in: parent, level: level, width: width)
    case .text(let texts): self.texts(texts, in: parent, level: level, width: width)
    case .callout(let callout): self.callout(callout, in: parent, width: width)
    case .image(let image): self.image(image, in: parent, width: width)
    case .keyFigures(let figures): keyFigures(figures, in: parent, width: width)
    case .figure(let figure): placedFigure(figure, in: parent, width: width)
    case .card(let card): self.card(card, in: parent, level: level, width: width)
    case .grid(let columns, let spans, let blocks):
      grid(blocks, columns: columns, spans: spans, in: parent, level: level, width: width)
    case .arranged(let arrangement, let blocks):
      arranged(arrangement, blocks, in: parent, level: level, width: width)
    case .directory(let title, let kind): directory(title, kind, in: parent, level: level, width: width)
    case .sources(let title, let entries, let methods):
      sources(title, entries, methods, in: parent, level: level, width: width)
    case .glossary(let title): glossary(title, in: parent, level: level, width: width)
    case .pageBreak: []
    }
  }

  private mutating func arranged(
    _ arrangement: Arrangement, _ blocks: [PublishedBlock], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    switch arrangement {
    case .sheet(let choice):
      return fragments(on: choice) { builder, width in
        builder.fragments(of: blocks, in: parent, level: level, width: width)
      }
    case .columns(let count): return columns(count, of: blocks, in: parent, level: level, width: width)
    case .float(let place, let share):
      let own = self.width(of: share, in: width)
      let (piece, fragments) = float(blocks, place, width: own, in: parent, level: level, of: width)
      guard let piece else { return fragments }
      pendingFloats.append(FloatingBlock(place: .init(place), width: own, piece: piece))
      return []
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
      let said = inline[piece.source]
      if case .footnoteMark(let note)? = said?.role {
        marks += self.marks(of: run, calling: note, owner: owner, style: style)
        continue
      }
      guard let target = piece.link else {
        let element = span(said, of: piece.source, in: owner, &inline) ?? owner
        append(.glyphs(run), to: element, &marks)
        continue
      }
      let element = inline.element(of: piece.source) {
        structure.add(.link, in: owner, language: said?.language)
      }
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

  /// The element of words of which something is said; `nil` where nothing is.
  private mutating func span(
    _ said: InlineElements.Run?, of run: Int, in owner: ElementID, _ inline: inout InlineElements
  ) -> ElementID? {
    guard case .span(let alternative, let expansion)? = said?.role else { return nil }
    return inline.element(of: run) {
      structure.add(
        .passage, in: owner, alternativeText: alternative, language: said?.language, expansion: expansion)
    }
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
    lines(
      of: text, style: style, leading: leading, x: x, LineWidths(width), owner: owner, setting: setting,
      inline: inline)
  }

  mutating func lines(
    of text: StyledText, style: TextStyle, leading: Points, x: Points, _ widths: LineWidths, owner: ElementID,
    setting: ParagraphSetting, inline: InlineElements
  ) -> [Fragment] {
    fragments(
      of: typesetter.lines(of: text, widths, setting: setting), style: style, leading: leading, x: x,
      owner: owner, inline: inline)
  }

  /// Lines as fragments, the first two and the last two together.
  mutating func fragments(
    of lines: [Line], style: TextStyle, leading: Points, x: Points, owner: ElementID, inline: InlineElements
  ) -> [Fragment] {
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
