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

  /// A way to have set everything up to its state. It holds the way that it goes on from, so that ways which lead
  /// nowhere go with the last one that did: of a long table there are as many as it has pages, not rows.
  private final class Way {
    let state: State
    var cost: Double
    /// The way before the last page, and what is on that.
    var previous: Way?
    var part: PagePart

    init(_ state: State, cost: Double, previous: Way?, part: PagePart) {
      self.state = state
      self.cost = cost
      self.previous = previous
      self.part = part
    }

    /// How much has been set besides text.
    var progress: Int { state.floats + state.notes }

    func outdoes(_ other: Way) -> Bool {
      state.side == other.state.side && state.floats >= other.state.floats && state.notes >= other.state.notes
        && cost <= other.cost
    }
  }

  private let flow: PageFlow
  /// By how far the text is set, the ways from which no page has been tried.
  private var waiting: [Int: [Way]]
  private var ends: [Way] = []

  init(_ flow: PageFlow, from side: PageSide) {
    self.flow = flow
    let start = State(text: 0, floats: 0, notes: 0, side: side)
    waiting = [0: [Way(start, cost: 0, previous: nil, part: PagePart(text: 0..<0))]]
  }

  mutating func parts() -> [PagePart] {
    for text in 0...flow.fragments.count {
      dropOutdone(at: text)
      while let way = takeNext(at: text) {
        if isEnd(way.state) { ends.append(way) }
        tryPages(from: way)
      }
      waiting[text] = nil
    }
    var parts: [PagePart] = []
    var way = ends.min { $0.cost < $1.cost }
    ends = []
    // Each lets go of the one before, or the last would let go of all of them, one within the other.
    while let last = way, let previous = last.previous {
      parts.append(last.part)
      last.previous = nil
      way = previous
    }
    return parts.reversed()
  }

  /// Drops each way that another outdoes, which has set as much text, no fewer floats and notes, and costs no more.
  ///
  /// Else each float could be put off at every page anew, and time would grow with the square of the pages.
  private mutating func dropOutdone(at text: Int) {
    guard let ways = waiting[text], ways.count > 1 else { return }
    waiting[text] = ways.filter { way in !ways.contains { $0 !== way && $0.outdoes(way) } }
  }

  /// A page without text takes floats or notes on, so that those who have fewest set come first.
  private mutating func takeNext(at text: Int) -> Way? {
    guard let ways = waiting[text], let next = ways.indices.min(by: { ways[$0].progress < ways[$1].progress })
    else { return nil }
    return waiting[text]?.remove(at: next)
  }

  private func isEnd(_ state: State) -> Bool {
    state.text == flow.fragments.count && state.floats == flow.floats.count && state.notes == flow.notes.count
  }

  // MARK: Pages

  private mutating func tryPages(from way: Way) {
    let state = way.state
    let waits = state.floats < flow.floatsBefore(state.text) || state.notes < flow.notesBefore(state.text)
    for end in (waits ? state.text : state.text + 1)..<(flow.fragments.count + 1) {
      // What alone is too tall still has to stand somewhere; more on its page would only make it worse.
      let bare = flow.fill(state.text..<end)
      if end > state.text + 1, bare.excess > flow.tallestTail { break }
      for floats in state.floats...max(state.floats, flow.floatsBefore(end)) {
        guard mayStand(state.floats..<floats, onPageFrom: state.text) else { break }
        tryPage(from: way, text: state.text..<end, bare, floats: state.floats..<floats)
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
  ///
  /// - Parameter bare: how the text alone fills it.
  private mutating func tryPage(from way: Way, text: Range<Int>, _ bare: PageFill, floats: Range<Int>) {
    let first = way.state.notes
    let last = max(first, flow.notesBefore(text.upperBound))
    var part = PagePart(text: text, floats: floats, notes: first..<last)
    var fill = floats.isEmpty && part.notes.isEmpty ? bare : flow.fill(part)
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
    add(part, after: way, fill)
  }

  /// Whether lines of notes end between two that keep together.
  private func endsWithin(_ lines: Range<Int>) -> Bool {
    lines.last.map { flow.notes[$0].keepsWithNext } ?? false
  }

  private mutating func add(_ part: PagePart, after way: Way, _ fill: PageFill) {
    let depth = fill.endsFlow ? nil : fill.depth
    let cost = way.cost + flow.cost(of: part, fill) + way.state.side.facingCost(depth: depth)
    let state = State(
      text: part.text.upperBound, floats: part.floats.upperBound, notes: part.notes.upperBound,
      side: way.state.side.next(depth: depth))
    if let known = waiting[state.text]?.first(where: { $0.state == state }) {
      guard cost < known.cost - 1e-9 else { return }
      known.cost = cost
      known.previous = way
      known.part = part
    } else {
      waiting[state.text, default: []].append(Way(state, cost: cost, previous: way, part: part))
    }
  }
}
