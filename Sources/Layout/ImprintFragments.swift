import DrawList
import Indicators
import Typesetting

/// The imprint: at the foot of a back cover of its own, or after the last block.
extension FragmentBuilder {
  mutating func imprint(_ imprint: PublishedImprint) -> Fragment {
    let width = min(theme.page.frame.size.width, theme.spacing[.measure])
    let owner = structure.add(.section, in: StructureTree.root)
    var parts = [imprintTitle(imprint.title, in: owner, width: theme.page.frame.size.width)]
    for line in imprint.lines {
      let text =
        line.label.isEmpty
        ? StyledText(line.text, styles.apparatus)
        : labelled(line, styles.apparatus, label: styles.apparatusLabel)
      var part = block(
        of: text, style: styles.apparatus, leading: theme.type.apparatus.leading, width: width,
        owner: structure.add(.paragraph, in: owner), setting: Self.smallPrint)
      part.spaceBefore = 2
      parts.append(part)
    }
    let whole = Fragment(stacking: parts)
    switch imprint.place {
    case .lastPage:
      var fragment = whole
      fragment.spaceBefore = 2 * theme.spacing[.figureBefore]
      return fragment
    case .backCover:
      bareElements.insert(owner)
      return backCover(whole)
    }
  }

  private mutating func imprintTitle(_ title: String, in parent: ElementID, width: Points) -> Fragment {
    let rule = theme.rules[.figure]
    var fragment = block(
      of: StyledText(title, styles.figureLabel), style: styles.figureLabel,
      leading: theme.type.figureTitle.leading, width: width,
      owner: structure.add(.heading(level: 2), in: parent))
    let shift = (rule?.width ?? 0) + theme.spacing[.figureRule]
    fragment.marks = fragment.marks.map { $0.moved(by: Point(x: 0, y: shift)) }
    fragment.marks.insert(Mark(.artifact, ruleItems(rule, y: 0, width: width)), at: 0)
    fragment.height += shift
    fragment.spaceAfter = theme.spacing[.figureRule]
    return fragment
  }

  /// The imprint at the foot of an otherwise empty page.
  private func backCover(_ imprint: Fragment) -> Fragment {
    let (page, frame) = (theme.page, theme.page.frame)
    let area = Rect(x: -frame.minX, y: -frame.minY, width: page.size.width, height: page.size.height)
    let ground = theme.grounds[.cover].map { [Mark(.artifact, [.rectangle(area, $0)])] } ?? []
    let top = max(0, frame.size.height - imprint.height)
    var fragment = Fragment(
      height: frame.size.height,
      marks: ground + imprint.marks.map { $0.moved(by: Point(x: 0, y: top)) })
    fragment.startsPage = true
    return fragment
  }
}
