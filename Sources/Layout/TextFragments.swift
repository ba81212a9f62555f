import DrawList
import Indicators
import Typesetting

/// Paragraphs, lists and quotations.
extension FragmentBuilder {
  /// How a text's paragraphs, lists and quotations are set.
  struct BodyType {
    let style: TextStyle
    let leading: Points
    let setting: ParagraphSetting
    let paragraphGap: Points
    /// The level of a heading right under that of the section.
    var headingLevel = 1
    /// How wide the first lines of a paragraph are, and how many, where they stand beside something.
    var narrowLines: (width: Points, count: Int)?
  }

  private func bodyType(level: Int = 1) -> BodyType {
    BodyType(
      style: styles.body, leading: theme.type.body.leading, setting: bodySetting,
      paragraphGap: theme.spacing[.paragraph], headingLevel: level)
  }

  /// - Parameters:
  ///   - level: that of a heading in the texts that stands right under the section's.
  ///   - narrowLines: how wide the first lines of a paragraph are, and how many.
  mutating func texts(
    _ texts: [PublishedText], in parent: ElementID, level: Int, width: Points,
    narrowLines: (width: Points, count: Int)? = nil
  ) -> [Fragment] {
    var type = bodyType(level: level)
    type.narrowLines = narrowLines
    var fragments = self.texts(
      texts, in: parent, x: 0, width: min(width, theme.spacing[.measure]), type: type)
    if !fragments.isEmpty {
      fragments[0].spaceBefore = max(fragments[0].spaceBefore, theme.spacing[.paragraph])
      fragments[fragments.count - 1].spaceAfter = theme.spacing[.block]
    }
    return fragments
  }

  mutating func texts(
    _ texts: [PublishedText], in parent: ElementID, x: Points, width: Points
  ) -> [Fragment] {
    self.texts(texts, in: parent, x: x, width: width, type: bodyType())
  }

  mutating func texts(
    _ texts: [PublishedText], in parent: ElementID, x: Points, width: Points, type: BodyType
  ) -> [Fragment] {
    var fragments: [Fragment] = []
    for (index, text) in texts.enumerated() {
      var added: [Fragment]
      switch text {
      case .paragraph(let rich):
        added = paragraph(rich, in: parent, x: x, width: width, type: type)
        // A sentence that announces a list stands with it.
        if index + 1 < texts.count, case .list = texts[index + 1] {
          added[added.count - 1].keepsWithNext = true
        }
      case .list(let start, let items):
        added = list(items, start: start, in: parent, x: x, width: width, type: type)
      case .heading(let heading):
        added = [
          self.heading(
            heading.title, number: heading.number, id: heading.id, in: parent,
            level: type.headingLevel + heading.depth - 1, width: width)
        ]
      case .quote(let quoted):
        added = quote(quoted, in: parent, x: x, width: width, type: type)
      }
      if index > 0, !added.isEmpty {
        // A list within an item stands as close as the items do.
        let gap = x > 0 ? theme.spacing[.item] : type.paragraphGap
        added[0].spaceBefore = max(added[0].spaceBefore, gap)
      }
      fragments += added
    }
    return fragments
  }

  private mutating func paragraph(
    _ rich: RichText, in parent: ElementID, x: Points, width: Points, type: BodyType
  ) -> [Fragment] {
    let element = structure.add(.paragraph, in: parent)
    let widths = type.narrowLines.map {
      LineWidths(first: min($0.width, width), count: $0.count, then: width)
    }
    return lines(
      of: styled(rich, type.style), style: type.style, leading: type.leading, x: x,
      widths ?? LineWidths(width),
      owner: element, setting: type.setting, inline: InlineElements(of: rich))
  }

  private mutating func list(
    _ items: [[PublishedText]], start: Int?, in parent: ElementID, x: Points, width: Points, type: BodyType
  ) -> [Fragment] {
    let list = structure.add(.list(start == nil ? .bullets : .numbers), in: parent)
    let baseline = baseline(of: type.style, leading: type.leading)
    let listed = ListMarkers(of: items, start: start)
    let marks = listed.markers.map { typesetter.line(StyledText($0.text, type.style)) }
    // Numbers end on one line, so that the widest says how far the texts stand in.
    let widest = marks.map(\.width).max() ?? 0
    let indent = max(theme.spacing[.listIndent], widest + theme.spacing[.markerGap] + 2)
    var fragments: [Fragment] = []
    for (index, item) in listed.items.enumerated() {
      let element = structure.add(.listItem, in: list)
      var label = structure.add(.listLabel, in: element)
      if let word = listed.markers[index].word {
        label = structure.add(.passage, in: label, alternativeText: word)
      }
      let body = structure.add(.listBody, in: element)
      var added = texts(item, in: body, x: x + indent, width: max(1, width - indent), type: type)
      if added.isEmpty { added = [Fragment(height: type.leading, marks: [])] }
      let markerX = x + 2 + (start == nil ? 0 : widest - marks[index].width)
      added[0].marks.insert(
        Mark(.element(label), marks[index].items(at: Point(x: markerX, y: baseline))), at: 0)
      if index > 0 { added[0].spaceBefore = theme.spacing[.item] }
      fragments += added
    }
    return fragments
  }

  /// A quotation: its texts stand in, behind a thin rule.
  private mutating func quote(
    _ texts: [PublishedText], in parent: ElementID, x: Points, width: Points, type: BodyType
  ) -> [Fragment] {
    let element = structure.add(.quote, in: parent)
    let indent = theme.spacing[.listIndent]
    let inside = self.texts(
      texts, in: element, x: x + indent, width: max(1, width - indent), type: type)
    return closed(inside).map { fragment in
      var fragment = fragment
      let rule = theme.rules[.quote].map {
        DrawItem.rectangle(Rect(x: x + 2, y: 0, width: $0.width, height: fragment.height), $0.color)
      }
      fragment.marks.insert(Mark(.artifact, [rule].compactMap(\.self)), at: 0)
      return fragment
    }
  }

  /// Fragments that leave no space between each other, which becomes part of their height: what stands behind them
  /// is drawn for each, and not broken between them.
  func closed(_ fragments: [Fragment]) -> [Fragment] {
    fragments.indices.map { index in
      guard index > 0 else { return fragments[index] }
      let space = gap(between: fragments[index - 1], and: fragments[index])
      var fragment = fragments[index]
      fragment.height += space
      fragment.marks = fragment.marks.map { $0.moved(by: Point(x: 0, y: space)) }
      fragment.spaceBefore = 0
      return fragment
    }.enumerated().map { index, fragment in
      var fragment = fragment
      if index < fragments.count - 1 { fragment.spaceAfter = 0 }
      return fragment
    }
  }

  /// How running text is set in the theme.
  var bodySetting: ParagraphSetting {
    switch theme.text.alignment {
    case .justified: .justified
    case .ragged: .ragged
    }
  }

  /// How small print is: ragged, since it is set narrow as often as wide.
  static let smallPrint: ParagraphSetting = .ragged

  mutating func styled(_ rich: RichText) -> StyledText { styled(rich, styles.body) }

  mutating func styled(_ rich: RichText, _ base: TextStyle) -> StyledText {
    StyledText(
      rich.pieces.map { piece in
        StyledText.Run(
          printed(piece), base.of(piece, links: theme.colors[.link]), link: piece.link.map(LinkTarget.init))
      })
  }
}

extension FragmentBuilder {
  /// A piece's text, with the number of a page in its place once that is known.
  private mutating func printed(_ piece: RichText.Piece) -> String {
    guard case .pageOfFigure(let name)? = piece.role else { return piece.text }
    return piece.text.replacing("\u{FFFC}", with: pageNumber(of: name))
  }
}

extension TextStyle {
  /// The style of a piece of a text whose own is this one.
  func of(_ piece: RichText.Piece, links: Color) -> TextStyle {
    var style = self
    if piece.isStrong { style.weight = 700 }
    if piece.isEmphasized { style.isItalic = true }
    // Code is in no language: it has no hyphens and no raised letters.
    if piece.isCode { style.language = "zxx" }
    if let language = piece.language { style.language = language }
    if piece.isInSmallCapitals { style.hasSmallCapitals = true }
    if piece.link != nil { style.color = links }
    if case .footnoteMark? = piece.role {
      style.isSuperior = true
      style.color = links
    }
    return style
  }
}

extension LinkTarget {
  init(_ link: RichText.Link) {
    switch link {
    case .address(let address): self = .address(address)
    case .figure(let name): self = .destination(name)
    }
  }
}
