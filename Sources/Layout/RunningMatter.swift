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
    return Mark(.pagination, items)
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

  /// A text, or its beginning and an ellipsis where it does not fit.
  private func shortened(_ text: String, width: Points) -> Line {
    // No running line holds more letters than this; the rest of a very long text need not be set to see it.
    let start = text.prefix(400)
    let whole = typesetter.line(StyledText(String(start), styles.running))
    if whole.width <= width && start.count == text.count { return whole }
    let ellipsis = typesetter.line(StyledText("…", styles.running)).width
    let words = StyledText(String(start), styles.running)
    let room = max(1, width - ellipsis)
    let first =
      typesetter.minimumWidth(of: words) <= room ? typesetter.lines(of: words, width: room)[0] : whole
    let kept = first.pieces.map(\.run.text).joined()
    let fitting = first.width <= room ? kept : String(kept.prefix(Int(room / styles.running.size)))
    return typesetter.line(StyledText(fitting + "…", styles.running))
  }
}
