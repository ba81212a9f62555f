import DrawList

/// Puts the parts of a page in their places.
struct PagePlacer {
  let frame: Rect
  /// The page's number, from 0.
  let page: Int
  /// The colour of the rule over notes.
  let noteRule: Color
  /// What is written where a page's number is asked for; `nil` where only places are wanted, not what stands in them.
  let numbers: PageNumbers?
  private(set) var placed = PlacedContent()

  init(frame: Rect, page: Int, noteRule: Color, numbers: PageNumbers?) {
    self.frame = frame
    self.page = page
    self.noteRule = noteRule
    self.numbers = numbers
  }

  mutating func put(_ part: PagePart, of flow: PageFlow) {
    let fill = flow.fill(part)
    let (top, bottom) = flow.floatRows(part)
    let foot = PageFoot(lines: Array(flow.notes[part.notes]), goesOn: flow.goesOn(part.notes))
    var floats = places(of: top, from: frame.minY)
    let bottomY = frame.maxY - foot.height - bottom.height + FloatRows.gap
    floats += places(of: bottom, from: bottomY)
    var waiting = zip(part.floats, floats).map { (anchor: flow.anchors[$0], place: $1) }[...]
    // Floats are read where their author put them, wherever they stand.
    func putFloats(upTo index: Int, _ placer: inout PagePlacer) {
      while let next = waiting.first, next.anchor <= index {
        placer.put(next.place.0, at: next.place.1)
        waiting.removeFirst()
      }
    }
    let give = 1 + fill.ratio * (fill.ratio < 0 ? PageRules.shrink : PageRules.stretch)
    var y = frame.minY + top.height
    var columns = flow.columnParts(in: part.text)[...]
    let omitted =
      part.text.first.flatMap { flow.tableRun(at: $0) }?.omitted(from: part.text).map(\.index) ?? []
    var index = part.text.lowerBound
    while index < part.text.upperBound {
      putFloats(upTo: index, &self)
      if omitted.contains(index) {
        index += 1
        continue
      }
      let isTop = index == part.text.lowerBound
      if !isTop { y += flow.white(over: index) * (flow.isElastic(over: index) ? give : 1) }
      if let run = columns.first, run.part.lowerBound == index {
        y = put(flow.columnRuns[run.number], run.part, of: flow, from: y)
        columns.removeFirst()
        index = run.part.upperBound
        continue
      }
      let fragment = flow.fragments[index]
      if isTop, let head = fragment.repeatedHead {
        let isLast = flow.tableRun(at: index).map { $0.rows.upperBound <= part.text.upperBound } ?? false
        y = put(head, isLast: isLast, at: Point(x: frame.minX, y: y))
      }
      put(fragment, isRepeated: flow.isRepeated(index, in: part.text), at: Point(x: frame.minX, y: y))
      y += fragment.height
      index += 1
    }
    if let tail = flow.tail(of: part.text) {
      add(tail.marks, at: Point(x: frame.minX, y: y))
    }
    putFloats(upTo: .max, &self)
    let footTop = Point(x: frame.minX, y: frame.maxY - foot.height)
    let notes = foot.marks(rule: noteRule, width: frame.size.width)
    add(notes, at: footTop)
  }

  private mutating func add(_ marks: @autoclosure () -> [Mark], at origin: Point) {
    guard numbers != nil else { return }
    for mark in marks() { placed.marks.append(mark.moved(by: origin)) }
  }

  private func places(of rows: FloatRows, from y: Points) -> [(Fragment, Point)] {
    rows.places.map { ($0.float.piece, $0.origin.moved(by: Point(x: frame.minX, y: y))) }
  }

  /// - Returns: where the columns end.
  private mutating func put(_ run: ColumnRun, _ part: Range<Int>, of flow: PageFlow, from top: Points)
    -> Points
  {
    let height = run.height(of: part)
    let ends = run.ends(of: part, height: height) ?? [part.upperBound]
    for (column, (start, end)) in zip([part.lowerBound] + ends, ends).enumerated() {
      let x = frame.minX + Double(column) * (run.columns.width + run.columns.gutter)
      var y = top
      for index in start..<end {
        if index > start { y += flow.white(over: index) }
        let fragment = flow.fragments[index]
        if index == start, let head = fragment.repeatedHead {
          y = put(head, isLast: false, at: Point(x: x, y: y))
        }
        put(fragment, at: Point(x: x, y: y))
        y += fragment.height
      }
    }
    return top + height
  }

  private mutating func put(_ head: Fragment.RepeatedHead, isLast: Bool, at origin: Point) -> Points {
    // It is on the page for the eye only: a listener has heard the head where the table began.
    let items = isLast ? head.lastItems ?? head.items : head.items
    add([Mark(.pagination, items)], at: origin)
    return origin.y + head.height
  }

  private mutating func put(_ fragment: Fragment, isRepeated: Bool = false, at origin: Point) {
    if let numbers {
      let marks = fragment.shownMarks(numbers)
      add(isRepeated ? marks.map(\.repeated) : marks, at: origin)
    }
    placed.boxes.append(
      Rect(
        x: origin.x, y: origin.y, width: fragment.columns?.width ?? frame.size.width, height: fragment.height)
    )
    for mark in fragment.marks {
      for case .destination(let name, _) in mark.items { placed.destinations.append(name) }
    }
    if let heading = fragment.heading {
      placed.bookmarks.append(Bookmark(title: heading.title, level: heading.level, page: page, y: origin.y))
    }
  }
}
