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

  @Test("A chain taller than a page breaks between its blocks, once, and is reported")
  func tallChain() {
    let chain = "bcdefgh".map { block($0, keeps: $0 != "h") }
    let placing = Placing([block("a")] + chain + [block("i")])

    #expect(placing.text == ["a0 b20 c40 d60 e80", "f0 g20 h40 i60"])
    // 7 × 20 = 140 pt, 40 more than a page: 14.1 mm.
    #expect(
      placing.diagnostics.map(\.message.text.english) == [
        "page 1: a block is 15 mm taller than a page and goes on on page 2"
      ])
  }

  @Test("A chain that needs three pages is reported once, by the name of what it is")
  func veryTallChain() {
    var chain = (0..<12).map { block("b", keeps: $0 < 11) }
    chain[0].name = "Figure 3"
    let placing = Placing(chain)

    #expect(placing.pages.count == 3)
    #expect(
      placing.diagnostics.map(\.message.text.french) == [
        "page 1 : la figure 3 dépasse une page de 50 mm et se poursuit page 2"
      ])
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
    // 5 × 20 = 100 would fill a page, but a head of 15 stands over them on one that they start.
    let placing = Placing([block("a", startsPage: true)] + rows)
    #expect(placing.text == ["a0 b20 c40 d60 e80", "H0 f15"])
    #expect(placing.diagnostics.map(\.message.code) == ["page-parted"])
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

    // Nor is the hole before it told of, which is no fault of its own.
    #expect(placing.text == ["a0", "b0", "c0"])
    #expect(placing.diagnostics.map(\.message.code) == ["page-overflow"])
    // 30 pt are 10.6 mm.
    #expect(
      placing.diagnostics[0].message.text.english == "page 2: a block goes 11 mm past the foot of the page")
  }

  @Test("A page left half white is reported, with what would not fit on it")
  func hole() {
    var tall = block("b", height: 70)
    tall.name = "Figure 2"
    let placing = Placing([block("a", height: 50), tall])

    #expect(placing.text == ["a0", "b0"])
    // 50 pt are 17.6 mm, 70 pt are 24.7 mm.
    #expect(
      placing.diagnostics.map(\.message.text.french) == [
        "page 1 : 18 mm restent blancs, car la figure 2 (25 mm) n’y tient pas"
      ])
    #expect(Placing([block("a", height: 61), block("b", height: 70)]).diagnostics == [])
    // The author wants a new page.
    #expect(Placing([block("a", height: 50), block("b", startsPage: true)]).diagnostics == [])
  }

  // MARK: White

  @Test("White between blocks stretches by half at the most to fill a page, but not the last")
  func stretch() {
    let blocks = "abcde".map { block($0, height: 25, before: 6) }
    // 3 × 25 + 2 × 6 = 87, 13 are missing and the white may give 6: it is left at the foot.
    #expect(Placing(blocks).text == ["a0 b31 c62", "d0 e31"])
    let closer = "abcdef".map { block($0, height: 28, before: 6) }
    // 3 × 28 + 2 × 6 = 96: 4 are shared out, 2 to each. The last page keeps what blocks ask for.
    #expect(Placing(closer).text == ["a0 b36 c72", "d0 e34 f68"])
  }

  @Test("White shrinks by a quarter at the most where a block would else be left over")
  func shrink() {
    // 3 × 26 + 2 × 12 = 102: both whites lose 1.
    #expect(Placing("abc".map { block($0, height: 26, before: 12) }).text == ["a0 b37 c74"])
    // 3 × 26 + 2 × 16 = 110 would need 5 of each, 4 is a quarter.
    #expect(Placing("abc".map { block($0, height: 26, before: 16) }).pages.count == 2)
  }

  @Test("White between what keeps together stays as it is")
  func keptWhite() {
    let blocks = [
      block("a", height: 40, keeps: true), block("b", height: 30, before: 8),
      block("c", height: 12, before: 8),
      block("d", height: 90),
    ]
    // 40 + 8 + 30 + 8 + 12 = 98: 2 are missing, and only the white over c gives.
    #expect(Placing(blocks).text == ["a0 b48 c88", "d0"])
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
