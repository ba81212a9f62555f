import DrawList
import Indicators
import Typesetting

/// Callouts: a tinted box, a word that says what it is for, its title and texts.
extension FragmentBuilder {
  private static let calloutInset: Points = 12
  private static let calloutPadding: Points = 9
  private static let calloutBar: Points = 3

  /// One fragment up to half a page, so that it stays together; a taller one may be broken between its lines, but
  /// not at its edges.
  mutating func callout(_ callout: PublishedCallout, in parent: ElementID, width: Points) -> [Fragment] {
    let width = min(width, Self.largestMeasure)
    let division = structure.add(.division, in: parent)
    let inside = width - 2 * Self.calloutInset
    let padding = Fragment(height: Self.calloutPadding, marks: [])
    var head = calloutHead(callout, in: division, width: inside)
    head.spaceAfter = 3
    head.keepsWithNext = true
    let texts = self.texts(callout.texts, in: division, x: Self.calloutInset, width: max(1, inside))
    var fragments = closed([padding, head] + texts + [padding])
    fragments[0].keepsWithNext = true
    fragments[fragments.count - 2].keepsWithNext = true
    let whole = Fragment(stacking: fragments)
    if whole.height <= theme.page.frame.size.height / 2 { fragments = [whole] }
    fragments = fragments.map { tinted($0, width: width) }
    fragments[0].spaceBefore = Self.blockGap
    fragments[fragments.count - 1].spaceAfter = Self.blockGap + 4
    return fragments
  }

  private mutating func calloutHead(
    _ callout: PublishedCallout, in parent: ElementID, width: Points
  ) -> Fragment {
    let word = styles.body.weight(700).colored(theme.colors.accent)
    let title = styles.body.weight(700)
    let runs =
      [StyledText.Run(callout.word, word)]
      + (callout.title.map {
        [StyledText.Run(wording.colon, word), StyledText.Run($0, title)]
      } ?? [])
    return block(
      of: StyledText(runs), style: title, leading: theme.type.body.leading, x: Self.calloutInset,
      width: max(1, width), owner: structure.add(.paragraph, in: parent))
  }

  private func tinted(_ fragment: Fragment, width: Points) -> Fragment {
    var fragment = fragment
    let tint = Rect(x: 0, y: 0, width: width, height: fragment.height)
    let bar = Rect(x: 0, y: 0, width: Self.calloutBar, height: fragment.height)
    fragment.marks.insert(
      Mark(
        .artifact,
        [.rectangle(tint, theme.colors.accentSoft), .rectangle(bar, theme.colors.accent)]), at: 0)
    return fragment
  }
}
