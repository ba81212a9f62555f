import DrawList
import Indicators
import Spec
import Typesetting

/// Contents and lists of figures: an entry a line, its page at the right behind dots.
extension FragmentBuilder {
  private static let levelIndent: Points = 12
  private static let numberGap: Points = 7
  /// What the number of a page may take, so that the dots of all entries end at one place.
  private static let pageColumn: Points = 24
  private static let leaderGap: Points = 5

  private struct Entry {
    let id: String
    let number: String?
    let title: String
    let level: Int
  }

  mutating func directory(
    _ title: String, _ kind: DirectoryKind, in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let element = structure.add(.section, in: parent)
    var heading = heading(title, in: element, level: level, width: width)
    // It would stand in the outline beside what it lists, and in itself.
    heading.heading = nil
    heading.endCost = PageRules.loneHeading
    let list = structure.add(.contents, in: element)
    let entries = entries(of: kind)
    let columns = numberColumns(of: entries, isFlat: isFlat(kind))
    var fragments = [heading]
    for (index, entry) in entries.enumerated() {
      var fragment = self.entry(entry, columns, isFlat: isFlat(kind), in: list, width: width)
      if index > 0, entry.level == 1, !isFlat(kind) { fragment.spaceBefore = 5 }
      let next = entries.indices.contains(index + 1) ? entries[index + 1].level : 1
      // A section is not parted from the first one in it, nor is one entry left alone at either end.
      fragment.keepsWithNext = next > entry.level || index == 0 || index == entries.count - 2
      fragments.append(fragment)
    }
    fragments[fragments.count - 1].keepsWithNext = false
    fragments[fragments.count - 1].spaceAfter = theme.spacing[.block]
    return fragments
  }

  private func isFlat(_ kind: DirectoryKind) -> Bool {
    switch kind {
    case .contents: false
    case .figures: true
    }
  }

  private func entries(of kind: DirectoryKind) -> [Entry] {
    switch kind {
    case .contents(let depth):
      return index.headings.filter { $0.level <= depth }.map {
        Entry(id: $0.id, number: $0.number, title: $0.title, level: $0.level)
      }
    case .figures(let listed):
      return index.figures.filter { listed.holds($0) }.map {
        Entry(id: $0.id, number: $0.label, title: $0.title, level: 1)
      }
    }
  }

  /// How much room the numbers of each level take.
  private func numberColumns(of entries: [Entry], isFlat: Bool) -> [Int: Points] {
    var columns: [Int: Points] = [:]
    for entry in entries {
      // The title of an annex follows its name: a column as wide would part the others from their numbers.
      guard let number = entry.number, isFlat || !number.contains("\u{A0}") else { continue }
      let width = typesetter.line(StyledText(number, style(of: entry, isFlat: isFlat))).width + Self.numberGap
      columns[entry.level] = max(columns[entry.level] ?? 0, width)
    }
    return columns
  }

  private func style(of entry: Entry, isFlat: Bool) -> TextStyle {
    entry.level == 1 && !isFlat ? styles.body.weight(700) : styles.body
  }

  private mutating func entry(
    _ entry: Entry, _ columns: [Int: Points], isFlat: Bool, in list: ElementID, width: Points
  ) -> Fragment {
    let item = structure.add(.contentsItem, in: list)
    let link = structure.add(.link, in: structure.add(.reference, in: item))
    let style = style(of: entry, isFlat: isFlat)
    let leading = theme.type.body.leading
    let baseline = baseline(of: style, leading: leading)
    let indent = Double(entry.level - 1) * Self.levelIndent
    let number = entry.number.map { typesetter.line(StyledText($0 + " ", style)) }
    let start = indent + (number.map { max(columns[entry.level] ?? 0, $0.width + Self.numberGap) } ?? 0)
    let end = width - Self.pageColumn
    let lines = typesetter.lines(
      of: StyledText(entry.title, style), width: max(1, end - start - 3 * Self.leaderGap), setting: .title)
    var items: [DrawItem] = []
    if let number {
      items += number.items(at: Point(x: indent, y: baseline))
      items.endInSpace()
    }
    var y = baseline
    for (index, line) in lines.enumerated() {
      if index > 0 { y += leading }
      items += line.items(at: Point(x: start, y: y))
      items.endInSpace()
    }
    let page = PendingPageNumber(
      name: entry.id, style: style, end: Point(x: width, y: y), index: items.count, typesetter: typesetter)
    let height = Double(lines.count) * leading
    items.append(
      .link(Rect(x: indent, y: 0, width: width - indent, height: height), to: .destination(entry.id)))
    let leader = leader(from: start + (lines.last?.width ?? 0) + Self.leaderGap, to: end, y: y)
    var fragment = Fragment(height: height, marks: [Mark(.element(link), items), leader])
    if isInFlow {
      fragment.pageNumber = page
    } else {
      // What stands beside other things is drawn before there are pages.
      askedPages.append(entry.id)
      fragment.marks = page.written(into: fragment.marks, pageNumbers)
    }
    return fragment
  }

  /// Dots from a title to the number of its page, for the eye only.
  private func leader(from start: Points, to end: Points, y: Points) -> Mark {
    let step: Points = 4.5
    let side: Points = 0.8
    let count = max(0, Int((end - start) / step))
    // They are counted from the right, so that those of all entries stand one under the other.
    return Mark(
      .artifact,
      (0..<count).map { index in
        .rectangle(
          Rect(x: end - Double(index + 1) * step, y: y - side, width: side, height: side), theme.colors.muted)
      })
  }

  /// The number of the page on which a place stands. Pages are laid out again until those asked for hold.
  mutating func pageNumber(of name: String) -> String {
    askedPages.append(name)
    return pageNumbers[name]
  }
}

extension ListedFigures {
  fileprivate func holds(_ figure: Figure) -> Bool {
    switch (self, figure.content) {
    case (.all, _), (.charts, .chart), (.tables, .table): true
    case (.charts, .table), (.tables, .chart): false
    }
  }
}
