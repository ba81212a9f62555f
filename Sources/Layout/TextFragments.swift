import DrawList
import Indicators
import Typesetting

/// Paragraphs and lists.
extension FragmentBuilder {
  /// The widest measure of running text: about 85 characters, past which eyes lose the next line.
  private static let largestMeasure: Points = 412
  private static let listIndent: Points = 14
  private static let paragraphGap: Points = 7

  mutating func texts(_ texts: [PublishedText], in parent: ElementID, width: Points) -> [Fragment] {
    var fragments = self.texts(texts, in: parent, x: 0, width: min(width, Self.largestMeasure))
    if !fragments.isEmpty {
      fragments[0].spaceBefore = max(fragments[0].spaceBefore, Self.paragraphGap)
      fragments[fragments.count - 1].spaceAfter = Self.blockGap
    }
    return fragments
  }

  private mutating func texts(
    _ texts: [PublishedText], in parent: ElementID, x: Points, width: Points
  ) -> [Fragment] {
    var fragments: [Fragment] = []
    for (index, text) in texts.enumerated() {
      var added: [Fragment]
      switch text {
      case .paragraph(let rich):
        added = paragraph(rich, in: parent, x: x, width: width)
        // A sentence that announces a list stands with it.
        if index + 1 < texts.count, case .list = texts[index + 1] {
          added[added.count - 1].keepsWithNext = true
        }
      case .list(let start, let items):
        added = list(items, start: start, in: parent, x: x, width: width)
      }
      if index > 0, !added.isEmpty { added[0].spaceBefore = max(added[0].spaceBefore, Self.paragraphGap) }
      fragments += added
    }
    return fragments
  }

  private mutating func paragraph(
    _ rich: RichText, in parent: ElementID, x: Points, width: Points
  ) -> [Fragment] {
    let element = structure.add(.paragraph, in: parent)
    return lines(
      of: styled(rich), style: styles.body, leading: theme.type.body.leading, x: x, width: width,
      owner: element)
  }

  private mutating func list(
    _ items: [[PublishedText]], start: Int?, in parent: ElementID, x: Points, width: Points
  ) -> [Fragment] {
    let list = structure.add(.list, in: parent)
    var fragments: [Fragment] = []
    for (index, item) in items.enumerated() {
      let element = structure.add(.listItem, in: list)
      let label = structure.add(.listLabel, in: element)
      let body = structure.add(.listBody, in: element)
      var added = texts(item, in: body, x: x + Self.listIndent, width: width - Self.listIndent)
      if added.isEmpty { added = [Fragment(height: theme.type.body.leading, marks: [])] }
      let mark = start.map { "\($0 + index)." } ?? "•"
      let baseline = baseline(of: styles.body, leading: theme.type.body.leading)
      let line = typesetter.line(StyledText(mark, styles.body))
      added[0].marks.insert(
        Mark(.element(label), line.items(at: Point(x: x + 2, y: baseline))), at: 0)
      if index > 0 { added[0].spaceBefore = 3 }
      fragments += added
    }
    return fragments
  }

  func styled(_ rich: RichText) -> StyledText { styled(rich, styles.body) }

  func styled(_ rich: RichText, _ base: TextStyle) -> StyledText {
    StyledText(
      rich.pieces.map { piece in
        var style = base
        if piece.isStrong { style.weight = 700 }
        if piece.isEmphasized { style.isItalic = true }
        if piece.link != nil { style.color = theme.colors.accent }
        return StyledText.Run(piece.text, style, link: piece.link)
      })
  }
}
