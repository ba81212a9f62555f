import DrawList
import TestSupport
import Testing

@testable import Layout

/// What holds for the pages of any blocks, checked on random ones.
@Suite("Any flow of blocks")
struct AnyFlowTests {
  private static let seeds = 0..<200

  /// Pages hold 100 points.
  private func flow(seed: Int, count: ClosedRange<Int> = 1...60) -> PageFlow {
    var generator = SeededGenerator(seed: seed)
    let blocks = (0..<generator.next(in: count)).map { index in
      var fragment = block(
        Character(Unicode.Scalar(UInt8(65 + index % 26))),
        height: Double(generator.next(in: 1...(generator.isTrue(onceIn: 12) ? 120 : 40))),
        before: Double(generator.next(below: 4) * 4), after: Double(generator.next(below: 3) * 4),
        keeps: generator.isTrue(onceIn: 3), head: generator.isTrue(onceIn: 4) ? 8 : nil)
      if generator.isTrue(onceIn: 3) {
        let name = "f\(generator.next(below: 5))"
        let isCited = generator.isTrue(onceIn: 2)
        fragment.marks[0].items.append(
          isCited
            ? .destination(name, .zero) : .link(Rect(x: 0, y: 0, width: 1, height: 1), to: .destination(name))
        )
      }
      return fragment
    }
    return PageFlow(blocks, size: Size(width: 100, height: 100))
  }

  private func ends(of flow: PageFlow) -> [Int] { parts(of: flow).map(\.text.upperBound) }

  private func parts(of flow: PageFlow, from side: PageSide = .single) -> [PagePart] {
    var breaker = PageBreaker(flow, from: side)
    return breaker.parts()
  }

  @Test("Pages hold every block once, in order", arguments: seeds)
  func order(seed: Int) {
    let flow = flow(seed: seed)
    let ends = ends(of: flow)

    #expect(ends == ends.sorted() && Set(ends).count == ends.count)
    #expect(ends.last == flow.fragments.count)
  }

  @Test("No page goes past its foot but one that a block is too tall for", arguments: seeds)
  func room(seed: Int) {
    let flow = flow(seed: seed)
    let ends = ends(of: flow)

    for (start, end) in zip([0] + ends, ends) where flow.fill(start..<end).excess > 0 {
      #expect(end == start + 1 && flow.fill(start..<end).height > 100)
    }
  }

  @Test("What keeps together is parted only where it fits on no page", arguments: seeds)
  func keeps(seed: Int) {
    let flow = flow(seed: seed)
    for end in ends(of: flow).dropLast() where flow.fragments[end - 1].keepsWithNext {
      let start = flow.fragments[..<(end - 1)].lastIndex { !$0.keepsWithNext }.map { $0 + 1 } ?? 0
      let last = flow.fragments[end...].firstIndex { !$0.keepsWithNext } ?? flow.fragments.count - 1
      #expect(flow.fill(start..<last + 1).excess > 0)
    }
  }

  @Test("Pages never cost more than those filled from top to bottom", arguments: seeds)
  func firstFit(seed: Int) {
    let flow = flow(seed: seed)
    let first = LayoutTests.firstFit(flow)

    #expect(first.last == flow.fragments.count)
    #expect(flow.cost(ofPagesEnding: ends(of: flow)) <= flow.cost(ofPagesEnding: first) + 1e-6)
  }

  @Test("No way at all to break few blocks costs less", arguments: seeds)
  func optimum(seed: Int) {
    let flow = flow(seed: seed, count: 1...10)
    let count = flow.fragments.count
    // Each bit says whether a page ends before a block.
    let least = (0..<(1 << (count - 1))).map { bits in
      flow.cost(ofPagesEnding: (1..<count).filter { bits >> ($0 - 1) & 1 == 1 } + [count])
    }.min()

    #expect(abs(flow.cost(ofPagesEnding: ends(of: flow)) - (least ?? 0)) < 1e-6)
  }

  @Test("White gives within its bounds, and fills a page exactly where it gives", arguments: seeds)
  func white(seed: Int) {
    let flow = flow(seed: seed)
    let ends = ends(of: flow)
    for (start, end) in zip([0] + ends, ends) {
      let fill = flow.fill(start..<end)
      #expect((-1...1).contains(fill.ratio))
      if fill.ratio != 0, fill.excess == 0 { #expect(abs(fill.set - 100) < 0.01) }
    }
  }

  // MARK: Floats and notes

  /// A flow of which some blocks bring floats and notes along.
  private func richFlow(seed: Int) -> PageFlow {
    var generator = SeededGenerator(seed: seed)
    var fragments = Array(flow(seed: seed).fragments)
    for index in fragments.indices {
      if generator.isTrue(onceIn: 9) {
        let place = generator.pick([FloatingBlock.Place.top, .bottom, .nextPage])
        let width = generator.pick([100.0, 60, 40])
        let piece = block("F", height: Double(generator.next(in: 5...70)))
        fragments[index].floats.append(FloatingBlock(place: place, width: width, piece: piece))
      }
      if generator.isTrue(onceIn: 9) {
        let lines = (0..<generator.next(in: 1...6)).map { _ in block("N", height: 5) }
        fragments[index].footnotes.append(Fragment.Footnote(fragments: lines))
      }
    }
    return PageFlow(fragments, size: Size(width: 100, height: 100))
  }

  @Test("Text, floats and lines of notes are all set once, in order, none before its text", arguments: seeds)
  func everything(seed: Int) {
    let flow = richFlow(seed: seed)
    var before = PagePart(text: 0..<0)
    for part in parts(of: flow) {
      #expect(part.text.lowerBound == before.text.upperBound)
      #expect(part.floats.lowerBound == before.floats.upperBound)
      #expect(part.notes.lowerBound == before.notes.upperBound)
      #expect(part.floats.upperBound <= flow.floatsBefore(part.text.upperBound))
      #expect(part.notes.upperBound <= flow.notesBefore(part.text.upperBound))
      #expect(part.text.count + part.floats.count + part.notes.count > 0)
      for float in part.floats where flow.floats[float].place == .nextPage {
        #expect(flow.anchors[float] < part.text.lowerBound)
      }
      before = part
    }
    #expect(before.text.upperBound == flow.fragments.count)
    #expect(before.floats.upperBound == flow.floats.count)
    #expect(before.notes.upperBound == flow.notes.count)
  }

  @Test("Text, floats and notes have room beside each other", arguments: seeds)
  func roomForAll(seed: Int) {
    let flow = richFlow(seed: seed)
    for part in parts(of: flow) where flow.fill(part).excess > 0 {
      #expect(part.text.count + part.floats.count <= 1)
      #expect(part.notes.count <= 1)
    }
  }

  @Test(
    "Pages that face each other count too, and never cost more than those filled from top to bottom",
    arguments: seeds)
  func facing(seed: Int) {
    func cost(_ flow: PageFlow, _ parts: [PagePart]) -> Double {
      var side = PageSide.right(facing: nil)
      return parts.reduce(0) { total, part in
        let fill = flow.fill(part)
        let depth = fill.endsFlow ? nil : fill.depth
        defer { side = side.next(depth: depth) }
        return total + flow.cost(of: part, flow.fill(part)) + side.facingCost(depth: depth)
      }
    }
    let flow = flow(seed: seed)
    let ends = LayoutTests.firstFit(flow)
    let first = zip([0] + ends, ends).map { PagePart(text: $0..<$1) }

    #expect(cost(flow, parts(of: flow, from: .right(facing: nil))) <= cost(flow, first) + 1e-6)
  }
}
