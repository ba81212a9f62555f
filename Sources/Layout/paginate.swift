import Diagnostics
import DrawList

/// Fragments placed on a page.
struct FilledPage {
  var marks: [Mark] = []
  var bookmarks: [Bookmark] = []
}

/// Fills pages with fragments, from top to bottom, in order.
///
/// Fragments that keep with their next move to the next page together. A chain taller than a page starts on
/// a page of its own and breaks between fragments. Nothing overlaps, nothing is cut: a fragment taller than
/// a page, which only an odd page size can make, is reported. Notes stand at the foot of the page that bears their
/// marks; one that is too long goes on at the foot of the next.
func paginate(
  _ fragments: [Fragment], in frame: Rect, footnoteRule: Color = .black,
  into diagnostics: inout DiagnosticCollector
) -> [FilledPage] {
  var paginator = Paginator(frame: frame, footnoteRule: footnoteRule)
  for chain in chains(of: fragments) { paginator.place(chain) }
  paginator.finish()
  paginator.report(into: &diagnostics)
  return paginator.pages
}

/// Fragments cut after each one that does not keep with its next.
private func chains(of fragments: [Fragment]) -> [[Fragment]] {
  var chains: [[Fragment]] = []
  var chain: [Fragment] = []
  for fragment in fragments {
    if fragment.startsPage, !chain.isEmpty {
      chains.append(chain)
      chain = []
    }
    chain.append(fragment)
    if !fragment.keepsWithNext {
      chains.append(chain)
      chain = []
    }
  }
  return chain.isEmpty ? chains : chains + [chain]
}

private struct Paginator {
  let frame: Rect
  let footnoteRule: Color
  private(set) var pages = [FilledPage()]
  private var y: Points = 0
  private var previous: Fragment?
  /// What stands at this page's foot, and what had no room there.
  private var foot = PageFoot()
  private var carried: [Fragment] = []
  /// Fragments taller than a page: the page and by how much.
  private var overflows: [(page: Int, height: Points)] = []

  init(frame: Rect, footnoteRule: Color) {
    self.frame = frame
    self.footnoteRule = footnoteRule
  }

  private var height: Points { frame.size.height }
  private static let tolerance: Points = 0.01

  mutating func place(_ chain: [Fragment]) {
    if chain[0].startsPage { endPage() }
    if fits(chain) {
      for fragment in chain { put(fragment) }
      return
    }
    endPage()
    for fragment in chain {
      if !fits([fragment]) { endPage() }
      put(fragment)
    }
  }

  /// Whether a chain has room here, its notes with it.
  private func fits(_ chain: [Fragment]) -> Bool {
    let notes = chain.flatMap(\.footnotes).flatMap(\.fragments)
    // The rest of a note that goes on at the next page's foot comes before any other note.
    guard carried.isEmpty || notes.isEmpty else { return false }
    var foot = foot
    foot.lines += notes
    return bottom(of: chain) + foot.height <= height + Self.tolerance
  }

  /// Where a chain would end if it were put here.
  private func bottom(of chain: [Fragment]) -> Points {
    var above = previous
    var bottom = y
    for fragment in chain {
      bottom += distance(from: above, to: fragment) + fragment.height
      above = fragment
    }
    return bottom
  }

  /// The space over a fragment: what the two ask for, or a table's head at the top of a page.
  private func distance(from above: Fragment?, to fragment: Fragment) -> Points {
    above.map { gap(between: $0, and: fragment) } ?? fragment.repeatedHead?.height ?? 0
  }

  private mutating func put(_ fragment: Fragment) {
    if previous == nil, let head = fragment.repeatedHead {
      // It is on the page for the eye only: a listener has heard the head where the table began.
      let items = head.items.map { $0.moved(by: Point(x: frame.minX, y: frame.minY)) }
      pages[pages.count - 1].marks.append(Mark(.pagination, items))
    }
    y += distance(from: previous, to: fragment)
    let origin = Point(x: frame.minX, y: frame.minY + y)
    pages[pages.count - 1].marks += fragment.marks.map { $0.moved(by: origin) }
    if let heading = fragment.heading {
      pages[pages.count - 1].bookmarks.append(
        Bookmark(title: heading.title, level: heading.level, page: pages.count - 1, y: origin.y))
    }
    y += fragment.height
    addNotes(of: fragment)
    if y > height + Self.tolerance { overflows.append((pages.count, y - height)) }
    previous = fragment
  }

  /// Puts as many lines of notes at the foot as have room; the others go on at the next.
  private mutating func addNotes(of fragment: Fragment) {
    for line in fragment.footnotes.flatMap(\.fragments) {
      var longer = foot
      longer.lines.append(line)
      if carried.isEmpty, y + longer.height <= height + Self.tolerance {
        foot = longer
      } else {
        carried.append(line)
      }
    }
  }

  /// Starts a new page, unless this one is still empty.
  private mutating func endPage() {
    guard previous != nil else { return }
    closePage()
    pages.append(FilledPage())
    y = 0
    previous = nil
    let room = height * Self.largestShareOfFoot
    let waiting = carried
    carried = []
    for line in waiting {
      var longer = foot
      longer.lines.append(line)
      if carried.isEmpty, longer.height <= room { foot = longer } else { carried.append(line) }
    }
  }

  /// How much of a page the rest of a note may take from the text.
  private static let largestShareOfFoot = 0.6

  private mutating func closePage() {
    let origin = Point(x: frame.minX, y: frame.maxY - foot.height)
    pages[pages.count - 1].marks += foot.marks(rule: footnoteRule).map { $0.moved(by: origin) }
    foot = PageFoot()
  }

  /// Closes the last page, and those that the rest of a note still takes.
  mutating func finish() {
    closePage()
    while !carried.isEmpty {
      previous = Fragment(height: 0, marks: [])
      endPage()
      if foot.lines.isEmpty { foot.lines = [carried.removeFirst()] }
      closePage()
    }
  }

  func report(into diagnostics: inout DiagnosticCollector) {
    for (page, excess) in overflows {
      diagnostics.report(
        .warning(.overflow(page: page, millimetres: Int((excess * 25.4 / 72).rounded(.up))), at: nil))
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func overflow(page: Int, millimetres: Int) -> Self {
    Self(
      "page-overflow", fr: "page \(page) : un bloc dépasse le bas de la page de \(millimetres) mm",
      en: "page \(page): a block goes \(millimetres) mm past the foot of the page")
  }
}
