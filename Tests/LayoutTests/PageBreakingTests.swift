import DrawList
import Testing

@testable import Layout

/// Pages hold 100 points; blocks are 20 high unless they say otherwise.
@Suite("Breaking pages")
struct PageBreakingTests {
  @Test("Blocks fill a page to the last point, then the next")
  func fills() {
    #expect(Placing("abcdef".map { block($0) }).text == ["a0 b20 c40 d60 e80", "f0"])
    #expect(Placing([]).text == [""])
  }

  @Test("Blocks stand in the frame, from its left edge")
  func frame() {
    let page = Placing([block("a")]).pages[0]

    #expect(
      page.marks.flatMap(\.items) == [.rectangle(Rect(x: 10, y: 20, width: 100, height: 20), Color(0x61))])
  }

  @Test(
    "The gap between two blocks is the larger of what they ask for",
    arguments: [
      (after: 5.0, before: 12.0, text: "a0 b32"),  // 20 + 12
      (after: 12.0, before: 5.0, text: "a0 b32"),
      (after: 0.0, before: 0.0, text: "a0 b20"),
    ])
  func gaps(after: Double, before: Double, text: String) {
    #expect(Placing([block("a", after: after), block("b", before: before)]).text == [text])
  }

  @Test("The space before a block goes away at the top of a page, and that after it at the foot")
  func edges() {
    let blocks = [block("a", height: 90, before: 30, after: 30), block("b", before: 30), block("c")]
    #expect(Placing(blocks).text == ["a0", "b0 c20"])
    // 80 + 20: what follows nothing needs no room.
    #expect(Placing([block("a", height: 80), block("b", after: 50)]).text == ["a0 b80"])
  }

  // MARK: What stays together

  @Test("A heading never stands alone at the foot of a page")
  func heading() {
    let blocks = "abc".map { block($0) } + [block("d", before: 10, keeps: true), block("e", height: 30)]
    #expect(Placing(blocks).text == ["a0 b20 c40", "d0 e20"])  // 60 + 10 + 20 + 30 = 120 > 100
  }

  @Test("A chain stays together, with the gaps inside it")
  func chain() {
    let chain = [block("c", keeps: true), block("d", before: 15, keeps: true), block("e")]
    #expect(Placing([block("a")] + chain).text == ["a0 c20 d55 e75"])  // 20 + 20 + 15 + 20 + 20 = 95
    #expect(Placing([block("a"), block("b")] + chain).text == ["a0 b20", "c0 d35 e55"])
  }

  @Test("A chain taller than a page starts on a page of its own and breaks between its blocks")
  func tallChain() {
    let chain = "bcdefgh".map { block($0, keeps: $0 != "h") }
    #expect(Placing([block("a")] + chain + [block("i")]).text == ["a0", "b0 c20 d40 e60 f80", "g0 h20 i40"])
  }

  @Test("What keeps with a next block that is not there ends the document")
  func chainAtTheEnd() {
    #expect(Placing([block("a", keeps: true), block("b", keeps: true)]).text == ["a0 b20"])
  }

  // MARK: Where the author starts a page

  @Test("A block starts a page where the author says so, and no page stays empty for it")
  func pageBreaks() {
    #expect(Placing([block("a"), block("b", startsPage: true)]).text == ["a0", "b0"])
    #expect(Placing([block("a", startsPage: true), block("b")]).text == ["a0 b20"])
    // A heading does not hold back what the author puts on a new page.
    #expect(Placing([block("a", keeps: true), block("b", startsPage: true)]).text == ["a0", "b0"])
    #expect(
      Placing("abcde".map { block($0) } + [block("f", startsPage: true)]).text == [
        "a0 b20 c40 d60 e80", "f0",
      ])
  }

  // MARK: Tables

  @Test("A table's head stands again over rows that start a page, for the eye only")
  func repeatedHead() {
    let rows = "abcdef".map { block($0, head: 15) }
    let placing = Placing([block("h", height: 15, keeps: true)] + rows)

    // The head, then 4 × 20 = 95; on the next page a head of 15, then 2 × 20.
    #expect(placing.text == ["h0 a15 b35 c55 d75", "H0 e15 f35"])
    #expect(
      placing.pages[1].marks.map(\.owner) == [
        .pagination, .element(StructureTree.root), .element(StructureTree.root),
      ])
  }

  @Test("The room of a repeated head counts: rows that fill a page alone do not stand on it with their head")
  func roomForTheHead() {
    let rows = "bcdef".map { block($0, keeps: $0 != "f", head: 15) }
    // 15 + 4 × 20 = 95: the fifth row goes on to a third page.
    #expect(Placing([block("a")] + rows).text == ["a0", "H0 b15 c35 d55 e75", "H0 f15"])
  }

  @Test("A table that ends on a page leaves no head on the next")
  func noHeadAfterTheTable() {
    let blocks = "abcde".map { block($0, head: 15) } + [block("f")]
    #expect(Placing([block("z")] + blocks).text == ["z0 a20 b40 c60 d80", "H0 e15 f35"])
    #expect(Placing(blocks).text == ["H0 a15 b35 c55 d75", "H0 e15 f35"])
  }

  // MARK: What fits nowhere

  @Test("A block taller than a page stands on its own page and is reported with its page and by how much")
  func overflow() {
    let placing = Placing([block("a"), block("b", height: 130), block("c")])

    #expect(placing.text == ["a0", "b0", "c0"])
    #expect(placing.diagnostics.map(\.message.code) == ["page-overflow"])
    // 30 pt are 10.6 mm.
    #expect(
      placing.diagnostics[0].message.text.english == "page 2: a block goes 11 mm past the foot of the page")
  }

  @Test("What rounding adds to a full page is no overflow")
  func rounding() {
    let placing = Placing((0..<3).map { _ in block("a", height: 100.0 / 3 + 0.001) })

    #expect(placing.pages.count == 1)
    #expect(placing.diagnostics == [])
  }

  @Test("Bookmarks lead to where their headings are")
  func bookmarks() {
    var heading = block("h", keeps: true)
    heading.heading = Fragment.Heading(title: "Titre", level: 2)
    let placing = Placing([block("a", height: 70), heading, block("b")])

    #expect(placing.pages.map(\.bookmarks) == [[], [Bookmark(title: "Titre", level: 2, page: 1, y: 20)]])
  }
}
