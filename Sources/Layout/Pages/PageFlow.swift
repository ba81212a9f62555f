import DrawList

/// Fragments from one place where a page must start to the next, with what tells what a page of them costs.
struct PageFlow {
  let fragments: FlowFragments
  /// The floats in order, and the fragment with which each would like to stand.
  let floats: [FloatingBlock]
  let anchors: [Int]
  /// The lines of notes in order, and from each on the next with which a note starts.
  let notes: [Fragment]
  private let nextNoteStart: [Int]
  /// The frame that a page has for them.
  let size: Size
  let columnRuns: [ColumnRun]
  let tableRuns: [TableRun]
  let tallestTail: Points
  private let noteBottoms: [Points]
  /// Of each piece of the fragments.
  private let outlines: [Outline]

  /// What of a fragment, or of each row of a run, choosing pages asks again and again.
  private struct Outline {
    let height: Points
    /// Of what stands over it at the top of a page; `nil` where nothing does.
    let head: Points?
    let isInColumns: Bool
    let keepsWithNext: Bool
    let endCost: Double
    /// The white over it where another fragment stands over it.
    var white: Points = 0
    /// Where it ends if all stand on one endless page, what is in columns left out.
    var bottom: Points = 0
    /// How much of the white over it, and over all before it, may give.
    var elastic: Points = 0
    /// The first passage in columns that ends after it.
    var nextRun = 0
    /// What ending a page before it costs.
    var costBefore = 0.0
    /// How many floats and lines of notes belong to what stands before it.
    var floatsBefore = 0
    var notesBefore = 0

    init(_ fragment: Fragment) {
      height = fragment.rowHeight
      head = fragment.repeatedHead?.height
      isInColumns = fragment.columns != nil
      keepsWithNext = fragment.keepsWithNext
      endCost = fragment.endCost
    }
  }

  init(_ pieces: [Fragment], size: Size) {
    let fragments = FlowFragments(pieces)
    self.fragments = fragments
    self.size = size
    floats = pieces.flatMap(\.floats)
    anchors = pieces.indices.flatMap { piece in pieces[piece].floats.map { _ in fragments.start(of: piece) } }
    let footnotes = pieces.flatMap(\.footnotes)
    notes = footnotes.flatMap(\.fragments)
    var next = notes.count
    var noteStarts = [next]
    for note in footnotes.reversed() {
      noteStarts += [Int](repeating: next, count: max(0, note.fragments.count - 1))
      next -= note.fragments.count
      noteStarts.append(next)
    }
    nextNoteStart = noteStarts.reversed()
    noteBottoms = PageFlow.bottoms(of: notes)
    columnRuns = ColumnRun.runs(in: fragments)
    tableRuns = TableRun.runs(in: fragments)
    tallestTail = PageFlow.tallestTail(of: pieces)
    outlines = PageFlow.outlines(of: fragments, columnRuns)
  }

  private static func outlines(of fragments: FlowFragments, _ columnRuns: [ColumnRun]) -> [Outline] {
    let pieces = fragments.pieces
    let costs = endCostsOfPages(in: fragments)
    var outlines: [Outline] = []
    outlines.reserveCapacity(pieces.count)
    var bottom: Points = 0
    var elastic: Points = 0
    var run = 0
    var (floats, notes) = (0, 0)
    for (index, piece) in pieces.enumerated() {
      let start = fragments.start(of: index)
      while run < columnRuns.count, columnRuns[run].range.upperBound <= start { run += 1 }
      var outline = Outline(piece)
      if index > 0 { outline.white = gap(between: pieces[index - 1], and: piece) }
      let startsColumns = outline.isInColumns && columnRuns[run].range.lowerBound == start
      if !outline.isInColumns || startsColumns {
        bottom += outline.white
        // What keeps with its next keeps its distance too: a title and its chart.
        if index > 0, !pieces[index - 1].keepsWithNext { elastic += outline.white }
      }
      if !outline.isInColumns { bottom += outline.height }
      outline.bottom = bottom
      if !outline.isInColumns { bottom += Double(piece.rowCount - 1) * outline.height }
      outline.elastic = elastic
      outline.nextRun = run
      outline.costBefore = costs[index]
      (outline.floatsBefore, outline.notesBefore) = (floats, notes)
      floats += piece.floats.count
      notes += piece.footnotes.reduce(0) { $0 + $1.fragments.count }
      outlines.append(outline)
    }
    return outlines
  }

  private static func bottoms(of fragments: [Fragment]) -> [Points] {
    var bottom: Points = 0
    return fragments.indices.map { index in
      if index > 0 { bottom += gap(between: fragments[index - 1], and: fragments[index]) }
      bottom += fragments[index].height
      return bottom
    }
  }

  // MARK: Fragments

  private func outline(of index: Int) -> Outline { outlines[fragments.place(of: index).piece] }

  /// The white over a fragment where another stands over it: rows of a run follow each other without.
  func white(over index: Int) -> Points {
    let place = fragments.place(of: index)
    return place.row == 0 ? outlines[place.piece].white : 0
  }

  /// Whether the white over a fragment may give.
  func isElastic(over index: Int) -> Bool { index > 0 && !outline(of: index - 1).keepsWithNext }

  /// What ending a page before a fragment costs; after all of them, nothing.
  func endCost(before index: Int) -> Double {
    guard index < fragments.endIndex else { return 0 }
    let place = fragments.place(of: index)
    let outline = outlines[place.piece]
    if place.row == 0 { return outline.costBefore }
    return outline.endCost + (outline.head == nil ? 0 : PageRules.brokenTable)
  }

  /// How many floats, and lines of notes, belong to what stands before a fragment.
  func floatsBefore(_ index: Int) -> Int { sum(before: index, \.floatsBefore) ?? floats.count }

  func notesBefore(_ index: Int) -> Int { sum(before: index, \.notesBefore) ?? notes.count }

  /// What belongs to a run belongs to its first row.
  private func sum(before index: Int, _ sum: KeyPath<Outline, Int>) -> Int? {
    guard index < fragments.endIndex else { return nil }
    let place = fragments.place(of: index)
    let piece = place.row == 0 ? place.piece : place.piece + 1
    return piece < outlines.count ? outlines[piece][keyPath: sum] : nil
  }

  private func bottom(of place: FlowFragments.Place) -> Points {
    let outline = outlines[place.piece]
    return outline.bottom + (outline.isInColumns ? 0 : Double(place.row) * outline.height)
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
    let (start, end) = (fragments.place(of: text.lowerBound), fragments.place(of: last))
    let first = outlines[start.piece]
    let own = first.isInColumns ? 0 : (first.head ?? 0) + first.height
    var height = own + bottom(of: end) - bottom(of: start)
    if !tableRuns.isEmpty { height += (tail(of: text)?.height ?? 0) - sparedHeight(in: text) }
    for run in columnParts(in: text) { height += columnRuns[run.number].height(of: run.part) }
    return (height, outlines[end.piece].elastic - first.elastic)
  }

  /// The parts of passages in columns that stand in a part of the text.
  func columnParts(in text: Range<Int>) -> [(number: Int, part: Range<Int>)] {
    guard !columnRuns.isEmpty, !text.isEmpty else { return [] }
    var parts: [(Int, Range<Int>)] = []
    var number = outline(of: text.lowerBound).nextRun
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
  ///
  /// - Parameter fill: how the part fills it.
  func cost(of part: PagePart, _ fill: PageFill) -> Double {
    let end = part.text.upperBound
    var cost =
      fill.cost(isFirst: part.isFirst) + (part.text.isEmpty ? PageRules.withoutText : endCost(before: end))
    if isNeedless(endOf: part, fill) { cost += PageRules.needlessBreak }
    for float in part.floats.upperBound..<floatsBefore(end) {
      let mayStandHere = floats[float].place != .nextPage || anchors[float] < part.text.lowerBound
      if mayStandHere { cost += PageRules.deferredFloat }
    }
    if part.notes.upperBound < notesBefore(end) {
      cost += hasWaitingNote(part) ? PageRules.waitingNote : PageRules.carriedNote
    }
    return cost
  }

  /// Whether a page ends within a paragraph or a table that could go on on it.
  private func isNeedless(endOf part: PagePart, _ fill: PageFill) -> Bool {
    let end = part.text.upperBound
    guard !part.text.isEmpty, end < fragments.count, fill.hole > outline(of: end).height else { return false }
    let (above, below) = (outline(of: end - 1), outline(of: end))
    guard above.endCost > 0 || (above.head != nil && below.head != nil) else { return false }
    var next = end + 1
    while next < fragments.count, outline(of: next - 1).keepsWithNext { next += 1 }
    var longer = part
    longer.text = part.text.lowerBound..<next
    longer.notes = part.notes.lowerBound..<max(part.notes.upperBound, notesBefore(next))
    return self.fill(longer).excess == 0
  }

  /// Whether a note starts on a later page than its mark.
  func hasWaitingNote(_ part: PagePart) -> Bool {
    nextNoteStart[part.notes.upperBound] < notesBefore(part.text.upperBound)
  }

  /// What pages cost together that hold some parts of the text and nothing else.
  func cost(ofPagesEnding ends: [Int]) -> Double {
    zip([0] + ends, ends).reduce(0) { cost, text in
      let part = PagePart(text: text.0..<text.1)
      return cost + self.cost(of: part, fill(part))
    }
  }
}
