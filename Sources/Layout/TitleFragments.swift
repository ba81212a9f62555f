import DrawList
import Indicators
import Typesetting

/// The title block at the head of the first page.
extension FragmentBuilder {
  mutating func title(of publication: Publication, width: Points) -> [Fragment] {
    let type = theme.type
    let owner = structure.add(.section, in: StructureTree.root)
    let rule = Mark(
      .artifact, [.rectangle(Rect(x: 0, y: 0, width: width, height: 3), theme.colors.accent)])
    var fragments = [Fragment(height: 3, marks: [rule])]
    fragments[0].spaceAfter = 10

    let kicker = [publication.publisher, publication.period].compactMap(\.self).joined(separator: " · ")
    if !kicker.isEmpty {
      let element = structure.add(.paragraph, in: owner)
      var fragment = block(
        of: StyledText(kicker, styles.kicker), style: styles.kicker, leading: type.running.leading,
        width: width,
        owner: element)
      fragment.spaceAfter = 6
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
      fragment.spaceBefore = 3
      fragments.append(fragment)
    }
    let byline = [publication.author, publication.dateText].compactMap(\.self).joined(separator: ", ")
    if !byline.isEmpty {
      let element = structure.add(.paragraph, in: owner)
      var fragment = block(
        of: StyledText(byline, styles.running), style: styles.running, leading: type.running.leading,
        width: width,
        owner: element)
      fragment.spaceBefore = 6
      fragments.append(fragment)
    }
    for index in fragments.indices { fragments[index].keepsWithNext = true }
    fragments[fragments.count - 1].spaceAfter = 16
    return fragments
  }
}
