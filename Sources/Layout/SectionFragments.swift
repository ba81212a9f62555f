import DrawList
import Indicators
import Typesetting

/// A section: its heading, which never stands alone at a page's foot, and its body.
extension FragmentBuilder {
  mutating func section(
    _ title: String, _ body: [PublishedBlock], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let element = structure.add(.section, in: parent)
    let heading = heading(title, in: element, level: level, width: width)
    return [heading] + fragments(of: body, in: element, level: level + 1, width: width)
  }

  /// - Parameter level: 1 for a section of the report, which is the document's second level of headings.
  mutating func heading(_ title: String, in parent: ElementID, level: Int, width: Points) -> Fragment {
    let element = structure.add(.heading(level: min(6, level + 1)), in: parent)
    let style = styles.heading(level)
    var fragment = block(
      of: StyledText(title, style), style: style, leading: theme.type.heading(level).leading, width: width,
      owner: element)
    let design = theme.type.headingDesign(level)
    fragment.spaceBefore = design.before
    fragment.spaceAfter = design.after
    fragment.keepsWithNext = true
    fragment.heading = Fragment.Heading(title: title, level: level)
    return fragment
  }
}
