import DrawList
import Indicators
import Typesetting

/// A section: its heading, which never stands alone at a page's foot, and its body.
extension FragmentBuilder {
  mutating func section(
    _ section: PublishedSection, _ body: [PublishedBlock], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let element = structure.add(.section, in: parent)
    let isFirst = !hasSection
    hasSection = true
    // Its heading stands under the report's title, and what follows under both.
    titleHeight = 0
    // In a statement of their own: as an argument of `placed` they would be made while it holds a copy of the builder,
    // whose structure then is copied whole, for each section.
    let fragments =
      if let sheet = section.sheet {
        fragments(on: sheet) { builder, width in
          builder.fragments(of: section, body, in: element, level: level, width: width)
        }
      } else {
        self.fragments(of: section, body, in: element, level: level, width: width)
      }
    return placed(fragments, section, isFirst: isFirst)
  }

  private mutating func fragments(
    of section: PublishedSection, _ body: [PublishedBlock], in element: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let heading = heading(
      section.title, number: section.number, id: section.id, in: element, level: level, width: width)
    return [heading] + columns(section.columns, of: body, in: element, level: level + 1, width: width)
  }

  /// A section on the page that it should start on.
  private func placed(_ fragments: [Fragment], _ section: PublishedSection, isFirst: Bool) -> [Fragment] {
    var fragments = fragments
    switch section.start {
    case .page: fragments[0].startsPage = true
    case .rightPage: fragments[0].startsRightPage = true
    case nil: break
    }
    fragments[0].holdsTop = section.start != nil
    // Page 1 is a right-hand page, after pages with numbers of their own.
    if isFirst, frontMatter == .roman { fragments[0].startsRightPage = true }
    return fragments
  }

  /// - Parameters:
  ///   - id: the place that links lead to.
  ///   - level: 1 for a section of the report, which is the document's second level of headings.
  mutating func heading(
    _ title: String, number: String? = nil, id: String? = nil, in parent: ElementID, level: Int, width: Points
  ) -> Fragment {
    let element = structure.add(.heading(level: min(6, level + 1)), in: parent)
    let style = styles.heading(level)
    let text = [number, title].compactMap(\.self).joined(separator: "\u{2002}")
    var fragment = block(
      of: StyledText(text, style), style: style, leading: theme.type.heading(level).leading, width: width,
      owner: element)
    if marksHeadings, let id, !fragment.marks.isEmpty {
      fragment.marks[0].items.append(.destination(id, .zero))
    }
    let design = theme.type.headingDesign(level)
    fragment.spaceBefore = design.before
    fragment.spaceAfter = design.after
    fragment.keepsWithNext = true
    fragment.heading = Fragment.Heading(title: text, level: level)
    return fragment
  }
}
