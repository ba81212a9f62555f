import DrawList

/// Chooses where the pages of a flow end, all together, so that what they cost is least.
///
/// The best way to have set all text, floats and notes up to some place is the best way up to where its last page
/// starts, and that page (dynamic programming). From each place only as many ends are tried as a page has room for,
/// and only the floats and notes that wait there; a way is dropped that has set fewer of them, and as much text, at no
/// less cost. So time grows with the pages, not with their square. Of two ways that cost the same, the one whose last
/// page starts first is taken.
///
/// There is always an end: what alone is too tall for a page still gets one, and each page takes something on.
///
/// - Source: M. Plass, 1981, as named in `PageRules`: the best way to put the first *i* lines and *j* figures on pages.
struct PageBreaker {
  /// How far text, floats and notes have been set, and on which side of a sheet the next page is.
  private struct State: Hashable {
    let text: Int
    let floats: Int
    let notes: Int
    let side: PageSide
  }

  private struct Node {
    let state: State
    var cost: Double
    /// The node before the last page, and what is on that.
    var previous: Int
    var part: PagePart
  }

  private let flow: PageFlow
  private var nodes: [Node]
  /// By how far the text is set, the nodes from which no page has been tried.
  private var waiting: [[Int]]

  init(_ flow: PageFlow, from side: PageSide) {
    self.flow = flow
    let start = State(text: 0, floats: 0, notes: 0, side: side)
    nodes = [Node(state: start, cost: 0, previous: -1, part: PagePart(text: 0..<0))]
    waiting = [[Int]](repeating: [], count: flow.fragments.count + 1)
    waiting[0] = [0]
  }

  mutating func parts() -> [PagePart] {
    for text in waiting.indices {
      dropOutdone(at: text)
      while let number = takeNext(at: text) { tryPages(from: number) }
    }
    let ends = nodes.indices.filter { isEnd(nodes[$0].state) }
    guard var number = ends.min(by: { nodes[$0].cost < nodes[$1].cost }) else { return [] }
    var parts: [PagePart] = []
    while number > 0 {
      parts.append(nodes[number].part)
      number = nodes[number].previous
    }
    return parts.reversed()
  }

  /// Drops each way that another outdoes, which has set as much text, no fewer floats and notes, and costs no more.
  ///
  /// Else each float could be put off at every page anew, and time would grow with the square of the pages.
  private mutating func dropOutdone(at text: Int) {
    let ways = waiting[text]
    guard ways.count > 1 else { return }
    waiting[text] = ways.filter { way in !ways.contains { $0 != way && outdoes($0, way) } }
  }

  private func outdoes(_ number: Int, _ other: Int) -> Bool {
    let (state, beaten) = (nodes[number].state, nodes[other].state)
    return state.side == beaten.side && state.floats >= beaten.floats && state.notes >= beaten.notes
      && nodes[number].cost <= nodes[other].cost
  }

  /// A page without text takes floats or notes on, so that those who have fewest set come first.
  private mutating func takeNext(at text: Int) -> Int? {
    let next = waiting[text].indices.min { left, right in
      progress(waiting[text][left]) < progress(waiting[text][right])
    }
    return next.map { waiting[text].remove(at: $0) }
  }

  private func progress(_ number: Int) -> Int { nodes[number].state.floats + nodes[number].state.notes }

  private func isEnd(_ state: State) -> Bool {
    state.text == flow.fragments.count && state.floats == flow.floats.count && state.notes == flow.notes.count
  }

  // MARK: Pages

  private mutating func tryPages(from number: Int) {
    let state = nodes[number].state
    let waits = state.floats < flow.floatsBefore[state.text] || state.notes < flow.notesBefore[state.text]
    for end in (waits ? state.text : state.text + 1)..<(flow.fragments.count + 1) {
      // What alone is too tall still has to stand somewhere; more on its page would only make it worse.
      if end > state.text + 1, flow.fill(state.text..<end).excess > flow.tallestTail { break }
      for floats in state.floats...max(state.floats, flow.floatsBefore[end]) {
        guard mayStand(state.floats..<floats, onPageFrom: state.text) else { break }
        tryPage(from: number, text: state.text..<end, floats: state.floats..<floats)
      }
    }
  }

  /// Whether floats may stand on one page: none before the page after its text where it is for that, none over
  /// one that is before it.
  private func mayStand(_ floats: Range<Int>, onPageFrom text: Int) -> Bool {
    guard let last = floats.last else { return true }
    switch flow.floats[last].place {
    case .bottom: return true
    case .nextPage where flow.anchors[last] >= text: return false
    case .nextPage, .top: return floats.count < 2 || flow.floats[last - 1].place != .bottom
    }
  }

  /// Tries a page with all notes that wait for it, else with as many lines as it has room for.
  private mutating func tryPage(from number: Int, text: Range<Int>, floats: Range<Int>) {
    let first = nodes[number].state.notes
    let last = max(first, flow.notesBefore[text.upperBound])
    var part = PagePart(text: text, floats: floats, notes: first..<last)
    var fill = flow.fill(part)
    if fill.excess > 0 {
      while fill.excess > 0 || endsWithin(part.notes), part.notes.upperBound > first {
        part.notes = first..<part.notes.upperBound - 1
        fill = flow.fill(part)
      }
      let isForced = text.count + floats.count <= 1
      guard fill.excess == 0 || isForced else { return }
      // A page of its own for a line of a note that is taller than a page.
      if text.isEmpty, floats.isEmpty, part.notes.isEmpty { part.notes = first..<first + 1 }
    }
    guard !(text.isEmpty && floats.isEmpty && part.notes.isEmpty) else { return }
    add(part, after: number, fill)
  }

  /// Whether lines of notes end between two that keep together.
  private func endsWithin(_ lines: Range<Int>) -> Bool {
    lines.last.map { flow.notes[$0].keepsWithNext } ?? false
  }

  private mutating func add(_ part: PagePart, after number: Int, _ fill: PageFill) {
    let node = nodes[number]
    let depth = fill.endsFlow ? nil : fill.depth
    let cost = node.cost + flow.cost(of: part) + node.state.side.facingCost(depth: depth)
    let state = State(
      text: part.text.upperBound, floats: part.floats.upperBound, notes: part.notes.upperBound,
      side: node.state.side.next(depth: depth))
    if let known = waiting[state.text].first(where: { nodes[$0].state == state }) {
      guard cost < nodes[known].cost - 1e-9 else { return }
      nodes[known].cost = cost
      nodes[known].previous = number
      nodes[known].part = part
    } else {
      waiting[state.text].append(nodes.count)
      nodes.append(Node(state: state, cost: cost, previous: number, part: part))
    }
  }
}
