import DrawList

/// A piece of the document that no page break cuts: a line, a row, a chart; or a run of rows, which a page may end
/// after each of.
struct Fragment {
  /// What is drawn again when a page starts with a later fragment of the same table.
  struct RepeatedHead {
    let height: Points
    var items: [DrawItem]
    /// The same over the last part, where that is said.
    var lastItems: [DrawItem]?
  }

  /// An entry for the outline.
  struct Heading {
    let title: String
    let level: Int
  }

  /// A note for the foot of the page, line after line.
  struct Footnote {
    var fragments: [Fragment]
  }

  var height: Points
  /// The least distance to what stands above it; it goes away at the top of a page.
  var spaceBefore: Points = 0
  var spaceAfter: Points = 0
  /// Whether the next fragment should stand on the same page.
  var keepsWithNext = false
  /// What ending a page after it costs, besides what holds for any end, in the units of `PageRules`.
  var endCost = 0.0
  /// Whether a new page starts here, and whether it is a right-hand one.
  var startsPage = false
  var startsRightPage = false
  /// Which of the document's sheets it stands on.
  var sheet = 0
  /// Whether what keeps with it, as the heading over it, comes along to its sheet.
  var bringsHeading = false
  /// How the passage is set that it is in; `nil` for text as wide as the frame.
  var columns: ColumnSet?
  /// Whether no float may stand over it: over the report's title, over a heading that starts a page.
  var holdsTop = false
  /// The blocks that would like to stand on its page, but not among the text.
  var floats: [FloatingBlock] = []
  var heading: Heading?
  /// The notes whose marks stand in the fragment, in order.
  var footnotes: [Footnote] = []
  /// What a message calls what starts here: “Figure 3”.
  var name: String?
  var repeatedHead: RepeatedHead?
  /// What it is of a table, and what stands under it where a page ends after it within the table.
  var tablePart: TablePart?
  var partFoot: RepeatedHead?
  /// From the fragment's top-left corner.
  var marks: [Mark]
  /// Rows that have its marks in their place, made when they are asked for.
  var rows: DeferredRows?
  var pageNumber: PendingPageNumber?

  init(height: Points, marks: [Mark]) {
    self.height = height
    self.marks = marks
  }

  /// What is drawn of it on pages that have these numbers.
  func shownMarks(_ numbers: PageNumbers) -> [Mark] {
    let marks = rows?.marks ?? marks
    return pageNumber?.written(into: marks, numbers) ?? marks
  }

  /// How many rows of a run it is; 1 for what is no run.
  var rowCount: Int { rows?.count ?? 1 }

  /// How high each of its rows is.
  var rowHeight: Points { rows?.height ?? height }

  /// One row of a run: what belongs to the run belongs to its first.
  func row(_ index: Int) -> Fragment {
    guard let rows, rows.count > 1 else { return self }
    var row = index == 0 ? self : Fragment(height: rows.height, marks: [])
    row.height = rows.height
    row.rows = rows.row(index)
    row.tablePart = tablePart?.following(index)
    if index == 0 {
      row.spaceAfter = 0
    } else {
      (row.sheet, row.columns, row.repeatedHead) = (sheet, columns, repeatedHead)
      if index == rows.count - 1 { row.spaceAfter = spaceAfter }
    }
    return row
  }

  /// Fragments one under the other as one, with their notes.
  init(stacking fragments: [Fragment]) {
    (height, marks) = stacked(fragments)
    footnotes = fragments.flatMap(\.footnotes)
  }

  /// Notes that a space follows the fragment's last text, which nobody sees.
  mutating func endInSpace() {
    guard let mark = marks.indices.last else { return }
    marks[mark].items.endInSpace()
  }
}

extension [DrawItem] {
  /// Notes that a space follows the last item, if it is a text, which nobody sees: words would run together in what is copied
  /// or read aloud.
  mutating func endInSpace() {
    guard let last = indices.last, case .glyphs(var run) = self[last] else { return }
    run.isFollowedBySpace = true
    self[last] = .glyphs(run)
  }
}

/// The distance between two fragments that follow each other: the larger of what they ask for.
func gap(between above: Fragment, and below: Fragment) -> Points { max(above.spaceAfter, below.spaceBefore) }

/// Fragments one under the other as one, for what must stay in one piece.
///
/// - Parameter origin: where the first has its top-left corner.
func stacked(_ fragments: [Fragment], at origin: Point = .zero) -> (height: Points, marks: [Mark]) {
  var y: Points = 0
  var marks: [Mark] = []
  for (index, fragment) in fragments.enumerated() {
    if index > 0 { y += gap(between: fragments[index - 1], and: fragment) }
    let place = Point(x: origin.x, y: origin.y + y)
    precondition(fragment.pageNumber == nil, "what is stacked is drawn before there are pages")
    for mark in fragment.shownMarks(PageNumbers()) { marks.append(mark.moved(by: place)) }
    y += fragment.height
  }
  return (y, marks)
}

/// How high fragments one under the other are.
func stackedHeight(_ fragments: [Fragment]) -> Points {
  var height: Points = 0
  for (index, fragment) in fragments.enumerated() {
    if index > 0 { height += gap(between: fragments[index - 1], and: fragment) }
    height += fragment.height
  }
  return height
}
