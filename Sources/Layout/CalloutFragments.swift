import DrawList
import Indicators
import Typesetting

/// Callouts: a tinted box, a word that says what it is for, its title and texts.
extension FragmentBuilder {
  /// One fragment up to half a page, so that it stays together; a taller one may be broken between its lines, but
  /// not at its edges.
  mutating func callout(_ callout: PublishedCallout, in parent: ElementID, width: Points) -> [Fragment] {
    let width = min(width, theme.spacing[.measure])
    let division = structure.add(.division, in: parent)
    let inside = width - 2 * theme.spacing[.calloutInset]
    let padding = Fragment(height: theme.spacing[.calloutPadding], marks: [])
    var head = calloutHead(callout, in: division, width: inside)
    head.spaceAfter = 3
    head.keepsWithNext = true
    let texts = self.texts(
      callout.texts, in: division, x: theme.spacing[.calloutInset], width: max(1, inside))
    var fragments = closed([padding, head] + texts + [padding])
    fragments[0].keepsWithNext = true
    fragments[fragments.count - 2].keepsWithNext = true
    let whole = Fragment(stacking: fragments)
    if whole.height <= page.frame.size.height / 2 { fragments = [whole] }
    fragments = fragments.enumerated().map { index, fragment in
      tinted(fragment, width: width, isFirst: index == 0, isLast: index == fragments.count - 1)
    }
    fragments[0].spaceBefore = theme.spacing[.block]
    fragments[fragments.count - 1].spaceAfter = theme.spacing[.block] + 4
    return fragments
  }

  private mutating func calloutHead(
    _ callout: PublishedCallout, in parent: ElementID, width: Points
  ) -> Fragment {
    let word = styles.callout
    let title = styles.body.weight(700)
    let runs =
      [StyledText.Run(callout.word, word)]
      + (callout.title.map {
        [StyledText.Run(wording.colon, word), StyledText.Run($0, title)]
      } ?? [])
    return block(
      of: StyledText(runs), style: title, leading: theme.type.body.leading, x: theme.spacing[.calloutInset],
      width: max(1, width), owner: structure.add(.paragraph, in: parent))
  }

  private func tinted(_ fragment: Fragment, width: Points, isFirst: Bool, isLast: Bool) -> Fragment {
    var fragment = fragment
    let box = BoxDesign(
      ground: theme.grounds[.callout], bar: theme.rules[.calloutBar], frame: theme.rules[.calloutFrame])
    fragment.marks.insert(
      Mark(.artifact, box.items(width: width, height: fragment.height, isFirst: isFirst, isLast: isLast)),
      at: 0)
    return fragment
  }
}
