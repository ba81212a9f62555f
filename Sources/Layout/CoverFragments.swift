import DrawList
import Indicators
import Typesetting

/// The cover: who publishes, the title in large, how far the report has come, a picture, who wrote it and when.
///
/// It is one fragment as tall as a page's frame, so that what breaks pages need not know of covers.
extension FragmentBuilder {
  mutating func cover(_ cover: PublishedCover, of publication: Publication) -> Fragment {
    let frame = theme.page.frame
    let owner = structure.add(.section, in: StructureTree.root)
    bareElements.insert(owner)
    var marks = coverGround()
    marks += coverHead(of: publication, in: owner)
    let titleTop = max(theme.spacing[.coverTitle] - frame.minY, 40)
    let title = coverTitle(cover, of: publication, in: owner, width: frame.size.width)
    marks += title.marks.map { $0.moved(by: Point(x: 0, y: titleTop)) }
    let foot = coverFoot(cover, of: publication, in: owner, width: frame.size.width)
    let footTop = frame.size.height - foot.height
    let pictureTop = titleTop + title.height + theme.spacing[.coverPicture]
    marks += coverPicture(cover, in: owner, from: pictureTop, to: footTop - theme.spacing[.coverPicture])
    marks += foot.marks.map { $0.moved(by: Point(x: 0, y: footTop)) }
    var fragment = Fragment(height: frame.size.height, marks: marks)
    fragment.startsPage = true
    return fragment
  }

  /// The ground covers the paper to its edges.
  private func coverGround() -> [Mark] {
    let (page, frame) = (theme.page, theme.page.frame)
    let area = Rect(x: -frame.minX, y: -frame.minY, width: page.size.width, height: page.size.height)
    return theme.grounds[.cover].map { [Mark(.artifact, [.rectangle(area, $0)])] } ?? []
  }

  /// The mark, then who publishes.
  private mutating func coverHead(of publication: Publication, in parent: ElementID) -> [Mark] {
    var marks: [Mark] = []
    var y: Points = 0
    if let logo = theme.logo, let picture = pictures[logo.file.value] {
      let box = Rect(x: 0, y: 0, width: logo.height * picture.proportion, height: logo.height)
      checkResolution(of: picture, named: logo.file, printedWidth: box.size.width)
      let owner: Mark.Owner =
        logo.alternative.map { .element(structure.add(.figure, in: parent, alternativeText: $0)) }
        ?? .artifact
      marks.append(Mark(owner, picture.items(in: box)))
      y = logo.height + 12
    }
    guard let publisher = publication.publisher else { return marks }
    let style = styles.coverText.weight(700)
    let line = block(
      of: StyledText(publisher, style), style: style, leading: theme.type[.coverText].size.leading,
      width: theme.page.frame.size.width * 0.7, owner: structure.add(.paragraph, in: parent))
    return marks + line.marks.map { $0.moved(by: Point(x: 0, y: y)) }
  }

  private mutating func coverTitle(
    _ cover: PublishedCover, of publication: Publication, in parent: ElementID, width: Points
  ) -> Fragment {
    let rule = theme.rules[.title]
    var parts = [
      Fragment(
        height: rule?.width ?? 0, marks: [Mark(.artifact, ruleItems(rule, y: 0, width: width))])
    ]
    parts[0].spaceAfter = 1.6 * theme.spacing[.titleRule]
    let heading = structure.add(.heading(level: 1), in: parent)
    parts.append(
      block(
        of: StyledText(publication.title, styles.coverTitle), style: styles.coverTitle,
        leading: theme.type[.coverTitle].size.leading, width: width, owner: heading))
    for text in [publication.subtitle, publication.period].compactMap(\.self) {
      var part = block(
        of: StyledText(text, styles.coverSubtitle), style: styles.coverSubtitle,
        leading: theme.type[.coverSubtitle].size.leading, width: width,
        owner: structure.add(.paragraph, in: parent))
      part.spaceBefore = parts.count == 2 ? theme.type[.coverSubtitle].before : 2
      parts.append(part)
    }
    if let status = cover.status { parts.append(badge(status, in: parent)) }
    return Fragment(stacking: parts)
  }

  /// A word in a frame.
  private mutating func badge(_ word: String, in parent: ElementID) -> Fragment {
    let style = styles.coverText.weight(700).colored(theme.type[.coverTitle].color)
    let line = typesetter.line(StyledText(word, style))
    let leading = theme.type[.coverText].size.leading
    let (width, height) = (line.width + 20, leading + 8)
    let frame = BoxDesign(
      ground: nil, bar: nil, frame: .init(width: 1.2, color: theme.type[.coverTitle].color))
    let text = line.items(at: Point(x: 10, y: 4 + baseline(of: style, leading: leading)))
    var fragment = Fragment(
      height: height,
      marks: [
        Mark(.artifact, frame.items(width: width, height: height)),
        Mark(.element(structure.add(.paragraph, in: parent)), text),
      ])
    fragment.spaceBefore = 16
    return fragment
  }

  /// A picture as large as what is left allows.
  private mutating func coverPicture(
    _ cover: PublishedCover, in parent: ElementID, from top: Points, to bottom: Points
  ) -> [Mark] {
    guard let file = cover.image, let picture = pictures[file.value], bottom - top > 40 else { return [] }
    let room = Size(width: theme.page.frame.size.width, height: bottom - top)
    let width = min(room.width, room.height * picture.proportion)
    let box = Rect(x: 0, y: top, width: width, height: width / picture.proportion)
    checkResolution(of: picture, named: file, printedWidth: width)
    let owner: Mark.Owner =
      cover.alternative.map { .element(structure.add(.figure, in: parent, alternativeText: $0)) } ?? .artifact
    return [Mark(owner, picture.items(in: box))]
  }

  private mutating func coverFoot(
    _ cover: PublishedCover, of publication: Publication, in parent: ElementID, width: Points
  ) -> Fragment {
    let byline = [publication.author, publication.dateText].compactMap(\.self).joined(separator: ", ")
    let texts = [cover.text, byline.isEmpty ? nil : byline].compactMap(\.self)
    return Fragment(
      stacking: texts.map { text in
        block(
          of: StyledText(text, styles.coverText), style: styles.coverText,
          leading: theme.type[.coverText].size.leading, width: min(width, theme.spacing[.measure]),
          owner: structure.add(.paragraph, in: parent))
      })
  }

  /// Whether what stands on a page is a cover, which has neither header nor footer.
  func isBare(_ marks: [Mark]) -> Bool {
    guard !bareElements.isEmpty else { return false }
    return marks.contains { mark in
      guard case .element(let id) = mark.owner, let parent = structure[id].parent else { return false }
      return bareElements.contains(parent)
    }
  }
}
