import Model
import Spec
import TestSupport
import Testing

@testable import DrawList
@testable import Indicators
@testable import Layout

@Suite("Sheets, columns, floats and contents")
struct ArrangementTests {
  private func section(
    _ title: String, number: String? = nil, start: SectionStart? = nil, sheet: SheetChoice? = nil,
    columns: Int = 1, _ body: [PublishedBlock]
  ) -> PublishedBlock {
    .section(
      PublishedSection(
        id: "section \(title)", number: number, title: title, start: start, sheet: sheet, columns: columns),
      body: body)
  }

  private func float(_ place: FloatPlace, _ width: FloatWidth, lines count: Int, _ name: String)
    -> PublishedBlock
  {
    .arranged(.float(place, width), (1...count).map { .paragraph("\(name)\($0)") })
  }

  private func runs(_ laidOut: LaidOut, _ prefix: String) -> [(page: Int, run: GlyphRun)] {
    laidOut.runs.enumerated().flatMap { page, runs in
      runs.filter { $0.text.hasPrefix(prefix) }.map { (page, $0) }
    }
  }

  // MARK: Sheets

  @Test("A sheet has its own pages, and the report's come after it")
  func sheets() throws {
    let landscape = SheetChoice(format: nil, orientation: .landscape)
    let laidOut = try LaidOut([
      .paragraph("a"), .arranged(.sheet(landscape), [.paragraph("b")]), .paragraph("c"),
      section("D", sheet: SheetChoice(format: .a3, orientation: .landscape), [.paragraph("d")]),
    ])
    let sizes = laidOut.document.pages.map {
      Size(width: $0.size.width.rounded(), height: $0.size.height.rounded())
    }

    #expect(
      sizes == [(595, 842), (842, 595), (595, 842), (1191, 842)].map { Size(width: $0.0, height: $0.1) })
    #expect(["a", "b", "c", "D"].map { laidOut.page(of: $0) } == [0, 1, 2, 3])
  }

  @Test("A section that starts on the right leaves a left-hand page empty, where sides differ")
  func rightPages() throws {
    var report = publication([
      section("A", [.paragraph("a")]), section("B", start: .rightPage, [.paragraph("b")]),
    ])
    #expect(try LaidOut(report).document.pages.count == 2)

    report = publication(
      [section("A", [.paragraph("a")]), section("B", start: .rightPage, [.paragraph("b")])], isDuplex: true)
    let laidOut = try LaidOut(report)
    #expect(laidOut.page(of: "b") == 2)
    #expect(laidOut.runs[1].isEmpty)
  }

  @Test("Left-hand pages mirror right-hand ones")
  func duplex() throws {
    let laidOut = try LaidOut(publication([.paragraph("a"), .pageBreak, .paragraph("b")], isDuplex: true))
    let page = publication([], isDuplex: true).theme.page

    #expect(runs(laidOut, "a").map(\.run.origin.x) == [page.left])
    #expect(runs(laidOut, "b").map(\.run.origin.x) == [page.right])
  }

  // MARK: Columns

  @Test("Columns end at one height, and are read one after the other", arguments: [2, 3])
  func columns(count: Int) throws {
    let laidOut = try LaidOut([
      .arranged(.columns(count), (0..<12).map { .paragraph("w\($0)") }), .paragraph("end"),
    ])
    let words = runs(laidOut, "w")

    #expect(words.map(\.run.text) == (0..<12).map { "w\($0)" })
    let columns = Dictionary(grouping: words.map(\.run.origin)) { $0.x }
    #expect(columns.count == count)
    #expect(columns.values.allSatisfy { $0.count == 12 / count })
    let bottoms = columns.values.compactMap { $0.map(\.y).max() }
    #expect((bottoms.max() ?? 0) - (bottoms.min() ?? 0) < 1)
    let end = try #require(runs(laidOut, "end").first).run
    #expect(end.origin.y > bottoms[0])
  }

  @Test("Columns go on over pages")
  func longColumns() throws {
    let laidOut = try LaidOut([.arranged(.columns(2), (0..<200).map { .paragraph("w\($0)") })])
    let words = runs(laidOut, "w")

    #expect(words.map(\.run.text) == (0..<200).map { "w\($0)" })
    #expect(laidOut.document.pages.count > 1)
    for page in 0..<laidOut.document.pages.count {
      #expect(Set(words.filter { $0.page == page }.map(\.run.origin.x)).count == 2)
    }
  }

  // MARK: Floats

  @Test("Floats stand at the top and at the foot of the page, never over the title")
  func floats() throws {
    let laidOut = try LaidOut([
      .lines(10, "a"), float(.top, .full, lines: 3, "t"), float(.bottom, .full, lines: 2, "u"),
      .lines(60, "b"),
    ])
    let frame = publication([]).theme.page.frame
    let top = try #require(runs(laidOut, "t").first)
    let bottom = try #require(runs(laidOut, "u2").first)
    let text = laidOut.runs[bottom.page].filter { !$0.text.hasPrefix("u") }.map(\.origin.y)

    #expect(bottom.run.origin.y <= frame.maxY && bottom.run.origin.y > frame.maxY - 20)
    #expect(text.allSatisfy { $0 < bottom.run.origin.y })
    #expect(laidOut.runs[0].first?.text == "Titre")
    #expect(top.page <= bottom.page)
  }

  @Test("A float for the next page stands on the page after its text")
  func nextPage() throws {
    let laidOut = try LaidOut([.lines(5, "a"), float(.nextPage, .full, lines: 3, "f"), .lines(70, "b")])

    #expect(laidOut.page(of: "b1") == 0)
    #expect(laidOut.page(of: "f1") == 1)
    #expect(laidOut.runs[1].first?.text.hasPrefix("f1") == true)
  }

  @Test(
    "Text flows past a float beside it, and is wide again under it, in the midst of a paragraph too",
    arguments: [(paragraphs: 4, words: 60), (1, 240), (2, 120), (9, 25)])
  func beside(paragraphs: Int, words: Int) throws {
    let words = (1...words).map { "m\($0)" }.joined(separator: " ")
    let laidOut = try LaidOut([
      float(.beside, .half, lines: 4, "f"),
      .text((0..<paragraphs).map { _ in .paragraph(RichText(words)) }),
    ])
    let frame = publication([]).theme.page.frame
    let float = runs(laidOut, "f").map(\.run)
    let lines = laidOut.runs[0].filter { $0.text.hasPrefix("m") }
    let foot = float.map(\.origin.y).max() ?? 0

    #expect(float.count == 4 && float.allSatisfy { $0.origin.x > frame.minX + frame.size.width / 2 })
    for line in lines where line.origin.y <= foot { #expect(line.origin.x + line.width < float[0].origin.x) }
    let wide = lines.filter { $0.width > frame.size.width * 0.6 }
    #expect(!wide.isEmpty)
    // No narrow strip is left under the float.
    let under = lines.filter { $0.origin.y > foot + 2 * publication([]).theme.type.body.leading }
    let first = try #require(wide.map(\.origin.y).min())
    #expect(under.allSatisfy { $0.origin.y >= first })
    #expect(overlaps(among: laidOut.runs[0]) == [])
  }

  @Test("A float too tall to float, or with no text to flow past it, is set among the text and told of")
  func nowhere() throws {
    #expect(try LaidOut([float(.top, .full, lines: 60, "f"), .lines(4, "a")]).codes == ["float-too-tall"])
    #expect(
      try LaidOut([float(.beside, .half, lines: 4, "f"), .pageBreak, .lines(4, "a")]).codes == ["float-alone"]
    )
    let last = try LaidOut([.lines(4, "a"), float(.top, .full, lines: 3, "f")])
    #expect(last.page(of: "f3") == 0)
    #expect(last.codes == [])
  }

  // MARK: Contents

  @Test(
    "Contents give the page of each heading, wherever they push it; beside other things too",
    arguments: 1..<12,
    [false, true])
  func contents(count: Int, isBeside: Bool) throws {
    let sections = (0..<count).map { index in
      section(
        "S\(index)", number: "\(index + 1)", start: index.isMultiple(of: 3) ? .page : nil,
        [.lines(7 * (index + 1), "l\(index)"), section("T\(index)", [.paragraph("p")])])
    }
    let directory = PublishedBlock.directory(title: "Sommaire", .contents(depth: 2))
    let laidOut = try LaidOut([isBeside ? .grid(columns: 1, spans: [1], [directory]) : directory] + sections)
    let contents = laidOut.document.structure.elements.indices.filter {
      laidOut.document.structure.elements[$0].role == .contentsItem
    }

    #expect(contents.count == 2 * count)
    #expect(laidOut.codes == [])
    let places = try places(in: laidOut.document)
    for mark in laidOut.document.pages.flatMap(\.marks) {
      for case .link(_, to: .destination(let name)) in mark.items where name.hasPrefix("section ") {
        // The number stands behind the title.
        #expect(mark.runs.last?.text == String(try #require(places[name]) + 1))
      }
    }
  }

  private func places(in document: Document) throws -> [String: Int] {
    var places: [String: Int] = [:]
    for (number, page) in document.pages.enumerated() {
      for case .destination(let name, _) in page.marks.flatMap(\.items) { places[name] = number }
    }
    return places
  }

  @Test("A report that prints no page numbers of its own is laid out once")
  func onePass() throws {
    let laidOut = try LaidOut([section("A", [.lines(100, "a")])])
    #expect(
      !laidOut.document.pages.flatMap(\.marks).flatMap(\.items).contains {
        if case .destination = $0 { true } else { false }
      })
  }

  @Test("Pages before the first section have Roman numbers where the report asks for it")
  func frontMatter() throws {
    var report = publication([
      .directory(title: "Sommaire", .contents(depth: 1)), section("A", [.paragraph("a")]),
      section("B", start: .page, [.paragraph("b")]),
    ])
    report.frontMatter = .roman
    let laidOut = try LaidOut(report)

    #expect(laidOut.document.pages.map(\.label) == ["i", "1", "2"])
    #expect(
      (1...12).map(roman) == ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])
  }

  @Test("Ten thousand headings, and an entry for each, come to an end")
  func manyHeadings() throws {
    let sections = (0..<10_000).map { section("S\($0)", []) }
    let laidOut = try LaidOut([.directory(title: "Sommaire", .contents(depth: 1))] + sections)
    #expect(laidOut.document.outline.count == 10_000)
  }

  @Test("What is drawn to show the layout is for the eye only, and moves nothing")
  func overlay() throws {
    let body: [PublishedBlock] = [section("A", [.lines(100, "a")])]
    let plain = try LaidOut(publication(body))
    let shown = try LaidOut(publication(body), showsLayout: true)

    for (page, other) in zip(plain.document.pages, shown.document.pages) {
      #expect(Array(other.marks.dropLast()) == page.marks)
      #expect(other.marks.last?.owner == .artifact)
    }
  }
}
