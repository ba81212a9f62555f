import DrawList

/// Fragments from one place where a page must start to the next, with what tells what a page of them costs.
struct PageFlow {
  let fragments: [Fragment]
  /// The floats in order, and the fragment with which each would like to stand.
  let floats: [FloatingBlock]
  let anchors: [Int]
  /// The lines of notes in order, and from each on the next with which a note starts.
  let notes: [Fragment]
  private let nextNoteStart: [Int]
  /// How many floats and lines of notes belong to what stands before a fragment.
  let floatsBefore: [Int]
  let notesBefore: [Int]
  /// The frame that a page has for them.
  let size: Size
  /// The white over each fragment where another stands over it.
  let gaps: [Points]
  /// What ending a page before each fragment costs; the last, after all of them, nothing.
  let endCosts: [Double]
  let columnRuns: [ColumnRun]
  let tableRuns: [TableRun]
  let tallestTail: Points
  /// For each fragment the first passage in columns that ends after it.
  private let nextRun: [Int]
  /// Where each fragment ends if all stand on one endless page, what is in columns left out, and how much of the
  /// white over it, and over all before it, may give.
  private let bottoms: [Points]
  private let elastic: [Points]
  private let noteBottoms: [Points]
  private let outlines: [Outline]

  /// What of a fragment choosing pages asks again and again.
  private struct Outline {
    let height: Points
    /// Of what stands over it at the top of a page; `nil` where nothing does.
    let head: Points?
    let isInColumns: Bool
    let keepsWithNext: Bool
    let endCost: Double

    init(_ fragment: Fragment) {
      height = fragment.height
      head = fragment.repeatedHead?.height
      isInColumns = fragment.columns != nil
      keepsWithNext = fragment.keepsWithNext
      endCost = fragment.endCost
    }
  }

  init(_ fragments: [Fragment], size: Size) {
    self.fragments = fragments
    self.size = size
    outlines = fragments.map(Outline.init)
    floats = fragments.flatMap(\.floats)
    anchors = fragments.indices.flatMap { index in fragments[index].floats.map { _ in index } }
    let footnotes = fragments.flatMap(\.footnotes)
    notes = footnotes.flatMap(\.fragments)
    var next = notes.count
    var starts = [next]
    for note in footnotes.reversed() {
      starts += [Int](repeating: next, count: max(0, note.fragments.count - 1))
      next -= note.fragments.count
      starts.append(next)
    }
    nextNoteStart = starts.reversed()
    floatsBefore = fragments.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.floats.count) }
    notesBefore = fragments.reduce(into: [0]) { sums, fragment in
      sums.append(sums[sums.count - 1] + fragment.footnotes.reduce(0) { $0 + $1.fragments.count })
    }
    gaps = fragments.indices.map { $0 == 0 ? 0 : gap(between: fragments[$0 - 1], and: fragments[$0]) }
    noteBottoms = PageFlow.bottoms(of: notes)
    endCosts = endCostsOfPages(in: fragments)
    let stacked = PageFlow.bottoms(of: fragments)
    columnRuns = PageFlow.columnRuns(of: fragments, bottoms: stacked)
    tableRuns = TableRun.runs(in: fragments)
    tallestTail = PageFlow.tallestTail(tableRuns, fragments)
    var runs: [Int] = []
    var bottom: Points = 0
    var white: Points = 0
    var bottoms: [Points] = []
    var elastic: [Points] = []
    var run = 0
    for (index, fragment) in fragments.enumerated() {
      while run < columnRuns.count, columnRuns[run].range.upperBound <= index { run += 1 }
      runs.append(run)
      let isInColumns = fragment.columns != nil
      let startsColumns = isInColumns && columnRuns[run].range.lowerBound == index
      if !isInColumns || startsColumns { bottom += gaps[index] }
      if !isInColumns { bottom += fragment.height }
      // What keeps with its next keeps its distance too: a title and its chart.
      if PageFlow.isElastic(over: index, fragments), !isInColumns || startsColumns { white += gaps[index] }
      bottoms.append(bottom)
      elastic.append(white)
    }
    (nextRun, self.bottoms, self.elastic) = (runs, bottoms, elastic)
  }

  /// Whether the white over a fragment may give.
  func isElastic(over index: Int) -> Bool { PageFlow.isElastic(over: index, fragments) }

  private static func isElastic(over index: Int, _ fragments: [Fragment]) -> Bool {
    index > 0 && !fragments[index - 1].keepsWithNext
  }

  private static func bottoms(of fragments: [Fragment]) -> [Points] {
    var bottom: Points = 0
    return fragments.indices.map { index in
      if index > 0 { bottom += gap(between: fragments[index - 1], and: fragments[index]) }
      bottom += fragments[index].height
      return bottom
    }
  }

  private static func columnRuns(of fragments: [Fragment], bottoms: [Points]) -> [ColumnRun] {
    var runs: [ColumnRun] = []
    var start = 0
    while start < fragments.count {
      guard let columns = fragments[start].columns else {
        start += 1
        continue
      }
      let end = fragments[start...].firstIndex { $0.columns != columns } ?? fragments.count
      runs.append(ColumnRun(range: start..<end, columns: columns, bottoms: bottoms))
      start = end
    }
    return runs
  }

  // MARK: What a page of them takes

  /// What text takes of a page on which nothing else stands.
  func fill(_ text: Range<Int>) -> PageFill { fill(PagePart(text: text)) }

  func fill(_ part: PagePart) -> PageFill {
    let taken = floatHeight(part) + footHeight(part.notes)
    let text = textHeight(part.text)
    return PageFill(
      height: text.height, white: text.white, room: size.height - taken, page: size.height,
      endsFlow: part.text.upperBound == fragments.count)
  }

  /// How high text is, and how much of that is white that may give.
  func textHeight(_ text: Range<Int>) -> (height: Points, white: Points) {
    guard let last = text.last else { return (0, 0) }
    let first = text.lowerBound
    let outline = outlines[first]
    let own = outline.isInColumns ? 0 : (outline.head ?? 0) + outline.height
    var height = own + bottoms[last] - bottoms[first]
    if !tableRuns.isEmpty { height += (tail(of: text)?.height ?? 0) - sparedHeight(in: text) }
    for run in columnParts(in: text) { height += columnRuns[run.number].height(of: run.part, of: fragments) }
    return (height, elastic[last] - elastic[first])
  }

  /// The parts of passages in columns that stand in a part of the text.
  func columnParts(in text: Range<Int>) -> [(number: Int, part: Range<Int>)] {
    guard !columnRuns.isEmpty, !text.isEmpty else { return [] }
    var parts: [(Int, Range<Int>)] = []
    var number = nextRun[text.lowerBound]
    while number < columnRuns.count, columnRuns[number].range.lowerBound < text.upperBound {
      parts.append((number, columnRuns[number].range.clamped(to: text)))
      number += 1
    }
    return parts
  }

  private func floatHeight(_ part: PagePart) -> Points {
    guard !part.floats.isEmpty else { return 0 }
    let (top, bottom) = floatRows(part)
    return top.height + bottom.height
  }

  /// The floats at the top and at the foot of a page. Where the top is taken, all stand at the foot.
  func floatRows(_ part: PagePart) -> (top: FloatRows, bottom: FloatRows) {
    let range = part.floats
    let isTaken = part.text.first.map { fragments[$0].holdsTop } ?? false
    let split =
      isTaken ? range.lowerBound : floats[range].firstIndex { $0.place == .bottom } ?? range.upperBound
    return (
      FloatRows(of: floats[range.lowerBound..<split], width: size.width),
      FloatRows(of: floats[split..<range.upperBound], width: size.width)
    )
  }

  func footHeight(_ range: Range<Int>) -> Points {
    guard let last = range.last else { return 0 }
    let first = range.lowerBound
    return PageFoot.frame + notes[first].height + noteBottoms[last] - noteBottoms[first]
  }

  /// Whether lines of notes start within one.
  func goesOn(_ lines: Range<Int>) -> Bool {
    !lines.isEmpty && nextNoteStart[lines.lowerBound] > lines.lowerBound
  }

  // MARK: What it costs

  /// What a page costs, its end included.
  func cost(of part: PagePart) -> Double {
    let end = part.text.upperBound
    let fill = fill(part)
    var cost = fill.cost(isFirst: part.isFirst) + (part.text.isEmpty ? PageRules.withoutText : endCosts[end])
    if isNeedless(endOf: part, fill) { cost += PageRules.needlessBreak }
    for float in part.floats.upperBound..<floatsBefore[end] {
      let mayStandHere = floats[float].place != .nextPage || anchors[float] < part.text.lowerBound
      if mayStandHere { cost += PageRules.deferredFloat }
    }
    if part.notes.upperBound < notesBefore[end] {
      cost += hasWaitingNote(part) ? PageRules.waitingNote : PageRules.carriedNote
    }
    return cost
  }

  /// Whether a page ends within a paragraph or a table that could go on on it.
  private func isNeedless(endOf part: PagePart, _ fill: PageFill) -> Bool {
    let end = part.text.upperBound
    guard !part.text.isEmpty, end < fragments.count, fill.hole > outlines[end].height else { return false }
    let (above, below) = (outlines[end - 1], outlines[end])
    guard above.endCost > 0 || (above.head != nil && below.head != nil) else { return false }
    var next = end + 1
    while next < outlines.count, outlines[next - 1].keepsWithNext { next += 1 }
    var longer = part
    longer.text = part.text.lowerBound..<next
    longer.notes = part.notes.lowerBound..<max(part.notes.upperBound, notesBefore[next])
    return self.fill(longer).excess == 0
  }

  /// Whether a note starts on a later page than its mark.
  func hasWaitingNote(_ part: PagePart) -> Bool {
    nextNoteStart[part.notes.upperBound] < notesBefore[part.text.upperBound]
  }

  /// What pages cost together that hold some parts of the text and nothing else.
  func cost(ofPagesEnding ends: [Int]) -> Double {
    zip([0] + ends, ends).reduce(0) { $0 + cost(of: PagePart(text: $1.0..<$1.1)) }
  }
}
