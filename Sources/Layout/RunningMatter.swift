import DrawList
import Indicators
import Model
import Spec
import Typesetting

/// What stands at the head and foot of every page.
struct RunningMatter {
  /// What the fields of one page are filled with.
  struct Place {
    /// From 0, and what the page is called.
    let index: Int
    let label: String
    /// How many pages have numbers of this kind; `nil` before the first section.
    let count: Int?
    /// The title of the section that the page is in.
    let section: String?
    let page: PageGeometry
    let frame: Rect
  }

  let publication: Publication
  let styles: Styles
  let wording: Wording
  let typesetter: Typesetter

  private var theme: Theme { publication.theme }

  /// The header over each page but the first, which bears the title in large; the footer.
  func mark(at place: Place) -> Mark {
    let (page, frame) = (place.page, place.frame)
    let isLeft = page.sides == .duplex && !place.index.isMultiple(of: 2)
    let running = theme.running
    let foot = items(
      of: isLeft ? running.footerLeft : running.footer, at: place, isLeft: isLeft,
      baseline: page.footerBaseline)
    let lineHeight = theme.type.running.size
    let footRule = ruleItems(
      theme.rules[.footer], x: frame.minX,
      y: page.footerBaseline - lineHeight - theme.spacing[.headerRule], width: frame.size.width)
    guard place.index > 0 else { return Mark(.pagination, footRule + foot) }
    let head = items(
      of: isLeft ? running.headerLeft : running.header, at: place, isLeft: isLeft,
      baseline: page.headerBaseline)
    let headRule = ruleItems(
      theme.rules[.header], x: frame.minX, y: page.headerBaseline + theme.spacing[.headerRule],
      width: frame.size.width)
    return Mark(.pagination, head + headRule + footRule + foot)
  }

  /// A line of a page: the outer text is whole, the inner one shortened rather than touch it, and the middle one there
  /// only where it fits.
  private func items(
    of line: RoleTable<RunningPosition, RunningDesign.Line>, at place: Place, isLeft: Bool, baseline: Points
  ) -> [DrawItem] {
    let frame = place.frame
    let outside = setLine(text(of: line[.outside], at: place))
    let logos = self.logos(of: line, in: frame, isLeft: isLeft, baseline: baseline)
    let gap: Points = outside.width > 0 ? 18 : 0
    let inside = shortened(text(of: line[.inside], at: place), width: frame.size.width - outside.width - gap)
    let center = setLine(text(of: line[.center], at: place))
    let (left, right) = isLeft ? (outside, inside) : (inside, outside)
    var items = left.items(at: Point(x: frame.minX, y: baseline))
    let middle = frame.minX + (frame.size.width - center.width) / 2
    let fits =
      middle - frame.minX >= left.width + 18 && frame.maxX - right.width - 18 >= middle + center.width
    if fits || (left.width == 0 && right.width == 0) {
      items += center.items(at: Point(x: middle, y: baseline))
    }
    return logos + items + right.items(at: Point(x: frame.maxX - right.width, y: baseline))
  }

  /// The theme's mark where a position is `{logo}`, its foot on the baseline.
  private func logos(
    of line: RoleTable<RunningPosition, RunningDesign.Line>, in frame: Rect, isLeft: Bool, baseline: Points
  ) -> [DrawItem] {
    guard let logo = theme.logo, let picture = publication.pictures[logo.file.value] else { return [] }
    let width = logo.headerHeight * picture.proportion
    return RunningPosition.allCases.filter { line[$0] == [.field(.logo)] }.flatMap { position in
      let x: Points =
        switch position {
        case .inside: isLeft ? frame.maxX - width : frame.minX
        case .center: frame.minX + (frame.size.width - width) / 2
        case .outside: isLeft ? frame.minX : frame.maxX - width
        }
      return picture.items(
        in: Rect(x: x, y: baseline - logo.headerHeight, width: width, height: logo.headerHeight))
    }
  }

  private func setLine(_ text: String) -> Line { typesetter.line(StyledText(text, styles.running)) }

  // MARK: Fields

  /// A line's words with its fields filled in. Words between two fields of which one has nothing to say, as a
  /// dash, go with it.
  private func text(of line: RunningDesign.Line, at place: Place) -> String {
    var text = ""
    var pending = ""
    for piece in line {
      switch piece {
      case .words(let words): pending += words
      case .field(let field):
        guard let value = value(of: field, at: place), !value.isEmpty else {
          if !text.isEmpty || pending.allSatisfy({ !$0.isLetter }) { pending = "" }
          continue
        }
        let isSeparator = text.isEmpty && pending.allSatisfy { !$0.isLetter && !$0.isNumber }
        text += (isSeparator ? "" : pending) + value
        pending = ""
      }
    }
    return text + pending
  }

  private func value(of field: RunningField, at place: Place) -> String? {
    switch field {
    case .title: publication.title
    case .subtitle: publication.subtitle
    case .period: publication.period
    case .publisher: publication.publisher
    case .author: publication.author
    case .date: publication.dateText
    case .section: place.section
    case .status: publication.cover?.status
    case .logo: nil
    case .page: place.label
    case .pages: place.count.map(String.init)
    case .pageOf: place.count.map { wording.page(place.label, of: $0) } ?? place.label
    }
  }

  /// A text, or its beginning and an ellipsis where it does not fit.
  private func shortened(_ text: String, width: Points) -> Line {
    // No running line holds more letters than this; the rest of a very long text need not be set to see it.
    let start = text.prefix(400)
    let whole = setLine(String(start))
    if whole.width <= width && start.count == text.count { return whole }
    let ellipsis = setLine("…").width
    let words = StyledText(String(start), styles.running)
    let room = max(1, width - ellipsis)
    let first =
      typesetter.minimumWidth(of: words) <= room ? typesetter.lines(of: words, width: room)[0] : whole
    let kept = first.pieces.map(\.run.text).joined()
    let fitting = first.width <= room ? kept : String(kept.prefix(Int(room / styles.running.size)))
    return setLine(fitting + "…")
  }
}

/// The title of the section that each page is in: of the last that started on it or before.
func sectionTitles(of pages: [FilledPage]) -> [String?] {
  var title: String?
  return pages.map { page in
    title = page.bookmarks.last { $0.level == 1 }?.title ?? title
    return title
  }
}
