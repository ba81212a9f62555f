import DrawList
import Indicators
import Model
import Typesetting

/// What stands at the head and foot of every page.
struct RunningMatter {
  let publication: Publication
  let styles: Styles
  let wording: Wording
  let typesetter: Typesetter

  private var page: PageGeometry { publication.theme.page }

  /// The title over each page but the first, which bears it in large; who publishes and the page number below.
  func mark(page number: Int, of count: Int) -> Mark {
    let frame = page.frame
    var items: [DrawItem] = []
    if number > 1 {
      let period = [publication.period].compactMap(\.self).joined()
      items += spread(left: publication.title, right: period, baseline: page.headerBaseline)
      let rule = Rect(x: frame.minX, y: page.headerBaseline + 5, width: frame.size.width, height: 0.5)
      items.append(.rectangle(rule, publication.theme.colors.rule))
    }
    let left = publication.publisher ?? ""
    items += spread(left: left, right: wording.page(number, of: count), baseline: page.footerBaseline)
    return Mark(.artifact, items)
  }

  /// Two texts at either edge of the frame; the left one is shortened rather than touch the right.
  private func spread(left: String, right: String, baseline: Points) -> [DrawItem] {
    let frame = page.frame
    let end = typesetter.line(StyledText(right, styles.running))
    let room = frame.size.width - end.width - 18
    let start = shortened(left, width: room)
    return start.items(at: Point(x: frame.minX, y: baseline))
      + end.items(at: Point(x: frame.maxX - end.width, y: baseline))
  }

  private func shortened(_ text: String, width: Points) -> Line {
    let whole = typesetter.line(StyledText(text, styles.running))
    guard whole.width > width else { return whole }
    var words = text.split(separator: " ")
    while words.count > 1 {
      words.removeLast()
      let line = typesetter.line(StyledText(words.joined(separator: " ") + "…", styles.running))
      if line.width <= width { return line }
    }
    return typesetter.lines(of: StyledText(text, styles.running), width: max(1, width))[0]
  }
}
