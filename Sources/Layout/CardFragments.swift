import DrawList
import Indicators
import Typesetting

/// Indicator cards: a tinted head, the values, then what is declared, in two columns. A card stays on one page.
extension FragmentBuilder {
  mutating func card(_ card: PublishedCard, in parent: ElementID, level: Int, width: Points) -> [Fragment] {
    let element = structure.add(.section, in: parent)
    let inset = theme.spacing[.cardInset]
    let inner = width - 2 * inset
    let head = cardHead(card, in: element, level: level, width: inner)
    var parts = [head]
    if let values = card.values {
      let table = structure.add(.table, in: element)
      let design = design(of: values, width: inner)
      reportSmallType(design, of: card.title, mayBeSmall: values.mayBeSmall, hint: .fewerPeriods)
      let (height, marks) = stacked(
        self.table(values, owner: table, width: inner, design: design) { _, _ in nil })
      parts.append(Fragment(height: height, marks: marks))
    }
    parts.append(cardLines(card.lines, in: element, width: inner))
    for index in parts.indices.dropFirst() { parts[index].spaceBefore = theme.spacing[.cardPart] }
    for index in parts.indices {
      parts[index].marks = parts[index].marks.map { $0.moved(by: Point(x: inset, y: 0)) }
    }
    let (height, marks) = stacked(parts)
    let ground = theme.grounds[.card].map {
      DrawItem.rectangle(Rect(x: 0, y: 0, width: width, height: head.height - 2), $0)
    }
    let box = BoxDesign(ground: nil, bar: theme.rules[.cardBar], frame: theme.rules[.cardFrame])
    let frame = Mark(.artifact, [ground].compactMap(\.self) + box.items(width: width, height: height))
    var fragment = Fragment(height: height, marks: [frame] + marks)
    fragment.spaceBefore = theme.spacing[.cardBefore]
    fragment.spaceAfter = theme.spacing[.cardAfter]
    return [fragment]
  }

  /// The name, the unit and the definition.
  private mutating func cardHead(_ card: PublishedCard, in element: ElementID, level: Int, width: Points)
    -> Fragment
  {
    let heading = structure.add(.heading(level: min(6, level + 1)), in: element)
    let type = theme.type
    var parts = [
      block(
        of: StyledText(card.title, styles.figureTitle), style: styles.figureTitle,
        leading: type.figureTitle.leading, width: width, owner: heading)
    ]
    for text in [card.definition, card.subtitle].compactMap(\.self) {
      let owner = structure.add(.paragraph, in: element)
      parts.append(
        block(
          of: StyledText(text, styles.figureSubtitle), style: styles.figureSubtitle,
          leading: type.figureSubtitle.leading, width: width, owner: owner))
    }
    parts[0].spaceBefore = 6
    let (height, marks) = stacked([Fragment(height: 6, marks: [])] + parts)
    return Fragment(height: height + 8, marks: marks)
  }

  /// The lines in two columns of about one height, in reading order down the first.
  private mutating func cardLines(_ lines: [ApparatusLine], in element: ElementID, width: Points) -> Fragment
  {
    let column = (width - theme.spacing[.cardColumnGap]) / 2
    let fragments = lines.map { line in
      let owner = structure.add(.paragraph, in: element)
      return block(
        of: labelled(line, styles.apparatus, label: styles.apparatusLabel), style: styles.apparatus,
        leading: theme.type.apparatus.leading, width: column, owner: owner)
    }
    let total = fragments.reduce(0) { $0 + $1.height }
    var height: Points = 0
    var split = fragments.count
    for (index, fragment) in fragments.enumerated() {
      if height >= total / 2 {
        split = index
        break
      }
      height += fragment.height
    }
    let left = stacked(Array(fragments[..<split]))
    let right = stacked(Array(fragments[split...]))
    let moved = right.marks.map { $0.moved(by: Point(x: column + theme.spacing[.cardColumnGap], y: 0)) }
    return Fragment(height: max(left.height, right.height) + 6, marks: left.marks + moved)
  }
}
