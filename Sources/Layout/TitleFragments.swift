import DrawList
import Indicators
import Typesetting

/// The title block at the head of the first page.
extension FragmentBuilder {
  mutating func title(of publication: Publication, width: Points) -> [Fragment] {
    let type = theme.type
    let owner = structure.add(.section, in: StructureTree.root)
    let rule = theme.rules[.title]
    let mark = Mark(.artifact, ruleItems(rule, y: 0, width: width))
    var fragments = [Fragment(height: rule?.width ?? 0, marks: [mark])]
    fragments[0].spaceAfter = theme.spacing[.titleRule]

    let kicker = [publication.publisher, publication.period].compactMap(\.self).joined(separator: " · ")
    if !kicker.isEmpty {
      let element = structure.add(.paragraph, in: owner)
      var fragment = block(
        of: StyledText(kicker, styles.kicker), style: styles.kicker, leading: type[.kicker].size.leading,
        width: width,
        owner: element)
      fragment.spaceAfter = theme.type[.kicker].after
      fragments.append(fragment)
    }
    let heading = structure.add(.heading(level: 1), in: owner)
    fragments.append(
      block(
        of: StyledText(publication.title, styles.title), style: styles.title, leading: type.title.leading,
        width: width, owner: heading))
    if let subtitle = publication.subtitle {
      let element = structure.add(.paragraph, in: owner)
      var fragment = block(
        of: StyledText(subtitle, styles.subtitle), style: styles.subtitle, leading: type.subtitle.leading,
        width: width, owner: element)
      fragment.spaceBefore = theme.type[.subtitle].before
      fragments.append(fragment)
    }
    let byline = [publication.author, publication.dateText].compactMap(\.self).joined(separator: ", ")
    if !byline.isEmpty {
      let element = structure.add(.paragraph, in: owner)
      var fragment = block(
        of: StyledText(byline, styles.byline), style: styles.byline, leading: type[.byline].size.leading,
        width: width,
        owner: element)
      fragment.spaceBefore = theme.type[.byline].before
      fragments.append(fragment)
    }
    for index in fragments.indices { fragments[index].keepsWithNext = true }
    fragments[0].holdsTop = true
    fragments[fragments.count - 1].spaceAfter = theme.spacing[.titleAfter]
    titleHeight = stackedHeight(fragments) + theme.spacing[.titleAfter]
    return fragments
  }
}
