import DrawList
import Indicators
import Typesetting

/// The annex on sources and methods.
extension FragmentBuilder {
  mutating func sources(
    _ title: String, _ entries: [SourceEntry], _ methods: [RichText], in parent: ElementID, level: Int,
    width: Points
  ) -> [Fragment] {
    let element = structure.add(.section, in: parent)
    var fragments = [heading(title, id: DocumentIndex.sources, in: element, level: level, width: width)]
    fragments += texts(methods.map(PublishedText.paragraph), in: element, level: level + 1, width: width)
    for entry in entries { fragments += source(entry, in: element, width: width) }
    return fragments
  }

  private mutating func source(_ entry: SourceEntry, in parent: ElementID, width: Points) -> [Fragment] {
    let measure = min(width, theme.spacing[.measure])
    let type = theme.type
    let title = structure.add(.paragraph, in: parent)
    let piece = RichText.Piece(text: entry.title, isStrong: true, link: entry.link.map(RichText.Link.address))
    var fragments = [
      block(
        of: styled(RichText(pieces: [piece])), style: styles.body, leading: type.body.leading, width: measure,
        owner: title)
    ]
    fragments[0].keepsWithNext = true
    if let method = entry.method {
      let owner = structure.add(.paragraph, in: parent)
      fragments += lines(
        of: styled(method, styles.tableCell), style: styles.tableCell, leading: type.table.leading,
        width: measure, owner: owner, setting: Self.smallPrint)
    }
    for line in entry.lines {
      let owner = structure.add(.paragraph, in: parent)
      let text = labelled(line, styles.tableCell, label: styles.tableHead)
      fragments.append(
        block(
          of: text, style: styles.tableCell, leading: type.table.leading, width: measure, owner: owner,
          setting: Self.smallPrint))
    }
    for index in fragments.indices.dropLast() { fragments[index].endCost += PageRules.brokenEntry }
    fragments[0].spaceBefore = theme.spacing[.sourceBefore]
    fragments[fragments.count - 1].spaceAfter = 4
    return fragments
  }
}
