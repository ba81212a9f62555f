import DrawList
import Model
import TestSupport
import Testing

@testable import Indicators
@testable import Layout

@Suite("Blocks on pages")
struct BlockTests {
  // MARK: Paragraphs

  @Test("No page starts or ends with one line of a longer paragraph", arguments: 35...55)
  func widowsAndOrphans(before: Int) throws {
    for count in 2...5 {
      let laidOut = try LaidOut([.lines(before, "a"), .lines(count, "b")])
      let pages = laidOut.runs.map { runs in runs.count { $0.text.hasPrefix("b") } }

      #expect(pages.reduce(0, +) == count)
      #expect(!pages.contains(1), "\(count) lines after \(before): \(pages)")
    }
  }

  @Test("A sentence that announces a list stands with its first item", arguments: 35...55)
  func announcedList(before: Int) throws {
    let texts: [PublishedText] = [
      .paragraph(RichText("Objectifs :")),
      .list(start: 1, items: [[.paragraph(RichText("Équiper"))], [.paragraph(RichText("Qualifier"))]]),
    ]
    let laidOut = try LaidOut([.lines(before, "a"), .text(texts)])

    #expect(laidOut.page(of: "Objectifs") == laidOut.page(of: "Équiper"))
  }

  @Test("A list's marks stand left of its items, and are labels to a listener")
  func list() throws {
    let items = [[PublishedText.paragraph(RichText("un"))], [.paragraph(RichText("deux"))]]
    let laidOut = try LaidOut([.text([.list(start: 3, items: items), .list(start: nil, items: items)])])
    let runs = laidOut.runs[0].dropFirst()

    #expect(runs.map(\.text) == ["3.", "un", "4.", "deux", "•", "un", "•", "deux"])
    #expect(laidOut.document.text.contains("Document/L/LI/Lbl"))
    #expect(laidOut.document.text.contains("Document/L/LI/LBody/P"))
  }

  @Test("A link's words lead to its address, on each line they take, as one element")
  func link() throws {
    let words = String(repeating: "x", count: 60)
    let text = RichText(pieces: [
      .init(text: "Voir "), .init(text: "\(words) \(words)", link: .address("https://example.org")),
      .init(text: "."),
    ])
    let page = try LaidOut([.text([.paragraph(text)])]).document.pages[0]
    let links = page.marks.filter { $0.items.contains { if case .link = $0 { true } else { false } } }

    #expect(links.count == 2)
    #expect(Set(links.map(\.owner)).count == 1)
    for mark in links {
      guard case .link(let area, to: .address("https://example.org"))? = mark.items.last else {
        Issue.record("no link in \(mark)")
        continue
      }
      #expect(area.holds(try #require(mark.runs.first).box))
    }
  }

  @Test("A reference leads to the head of its figure, in a grid too")
  func reference() throws {
    let table = PublishedTable(
      columns: [.init(head: "Nom", alignment: .leading, isStub: true, isStrong: false)], rows: [["Lens"]],
      highlighted: [])
    let figure = Figure(
      id: "carte", label: "Figure 1", title: "Titre", subtitle: nil, content: .table(table), apparatus: [])
    let text = RichText(pieces: [.init(text: "figure 1", link: .figure("carte"))])
    let document = try LaidOut([
      .text([.paragraph(text)]), .pageBreak, .grid(columns: 2, [.paragraph("a"), .figure(figure)]),
    ]).document

    let items = document.pages.map { $0.marks.flatMap(\.items) }
    #expect(items[0].contains { if case .link(_, to: .destination("carte")) = $0 { true } else { false } })
    // The second column: half of the width less the gutter of 22, and the gutter.
    let frame = Theme.observatoire.page.frame
    let place = Point(x: frame.minX + (frame.size.width - 22) / 2 + 22, y: frame.minY)
    #expect(items[1].contains(.destination("carte", place)))
  }

  @Test("A quotation stands in behind an unbroken rule, as one element")
  func quotation() throws {
    let quote = PublishedText.quote([.paragraph(RichText("un")), .paragraph(RichText("deux"))])
    let laidOut = try LaidOut([.text([.paragraph(RichText("dit")), quote])])
    let marks = laidOut.document.pages[0].marks

    let runs = marks.filter(\.isContent).flatMap(\.runs)
    #expect(runs.map(\.text) == ["Titre", "dit", "un", "deux"])
    #expect(abs(runs[2].origin.x - runs[1].origin.x - 14) < 0.01)
    #expect(runs[3].origin.x == runs[2].origin.x)
    #expect(laidOut.document.text.contains("Document/BlockQuote/P"))
    let rules = marks.filter { $0.owner == .artifact }.flatMap(\.items).map(\.box).filter {
      $0.size.width == 1.2
    }
    #expect(rules.count == 2)
    #expect(abs(rules[0].maxY - rules[1].minY) < 0.01)
  }

  @Test("A callout says what it is for in a word, and stays together", arguments: 30...50)
  func callout(before: Int) throws {
    let texts = (1...4).map { PublishedText.paragraph(RichText("p\($0)")) }
    let callout = PublishedCallout(word: "Attention", title: "Prudence", texts: texts)
    let laidOut = try LaidOut([.lines(before, "a"), .callout(callout)])

    #expect(laidOut.page(of: "Attention") == laidOut.page(of: "p4"))
    #expect(laidOut.document.text.contains("Document/Div/P"))
  }

  @Test("A callout taller than a page goes on on the next, tinted there too")
  func tallCallout() throws {
    let texts = (1...120).map { PublishedText.paragraph(RichText("p\($0)")) }
    let callout = PublishedCallout(word: "Attention", title: nil, texts: texts)
    let laidOut = try LaidOut([.callout(callout)])

    #expect(laidOut.document.pages.count > 1)
    #expect(laidOut.codes == [])
    for page in laidOut.document.pages {
      #expect(
        page.marks.flatMap(\.items).contains { item in
          if case .rectangle(_, Theme.observatoire.colors.accentSoft) = item { true } else { false }
        })
    }
  }

  // MARK: Headings and pages

  @Test("A heading stands with the two first lines of what follows", arguments: 35...55)
  func heading(before: Int) throws {
    let laidOut = try LaidOut([.lines(before, "a"), .section(title: "Section", body: [.lines(4, "b")])])

    #expect(laidOut.page(of: "Section") == laidOut.page(of: "b2x"))
  }

  @Test(
    "What follows a page break starts a page, wherever the break stands",
    arguments: [
      [.paragraph("un"), .pageBreak, .paragraph("deux")],
      [
        .section(title: "A", body: [.paragraph("un"), .pageBreak]),
        .section(title: "B", body: [.paragraph("deux")]),
      ],
      [.section(title: "A", body: [.paragraph("un")]), .pageBreak, .section(title: "deux", body: [])],
      [.paragraph("un"), .pageBreak, .pageBreak, .paragraph("deux"), .pageBreak],
    ] as [[PublishedBlock]])
  func pageBreak(body: [PublishedBlock]) throws {
    let laidOut = try LaidOut(body)

    #expect(laidOut.document.pages.count == 2)
    #expect(laidOut.page(of: "un") == 0)
    #expect(laidOut.page(of: "deux") == 1)
  }

  @Test("Sections and the annex are in the outline, each a level under the one it stands in")
  func outline() throws {
    let body: [PublishedBlock] = [
      .section(title: "A", body: [.section(title: "B", body: [.paragraph("x")])]),
      .sources(title: "C", [], methods: [RichText("y")]),
    ]
    #expect(try LaidOut(body).document.outline.map { "\($0.level) \($0.title)" } == ["1 A", "2 B", "1 C"])
  }

  // MARK: Running matter

  @Test("The title stands over each page but the first, the page's number at its foot on all")
  func runningMatter() throws {
    let document = try LaidOut(publication([.lines(120, "a")], title: "Le titre", publisher: "Nous")).document
    let artifacts = document.pages.map { page in
      page.marks.filter { !$0.isContent }.flatMap(\.runs).map(\.text)
    }

    #expect(document.pages.count == 3)
    #expect(artifacts[0] == ["Nous", "1\u{202F}/\u{202F}3"])
    #expect(artifacts[2] == ["Le titre", "Nous", "3\u{202F}/\u{202F}3"])
  }

  @Test("A long title is shortened over the pages rather than touch the period")
  func shortenedTitle() throws {
    let title = String(repeating: "quartiers prioritaires ", count: 12) + "fin"
    let document = try LaidOut(publication([.lines(60, "a")], title: title)).document
    let head = try #require(document.pages[1].marks.last?.runs.first)

    #expect(head.text.hasSuffix("…"))
    #expect(Theme.observatoire.page.frame.size.width >= head.width)
  }

  // MARK: Key figures and grids

  @Test(
    "Key figures stand at most four in a row, in rows as even as can be",
    arguments: [
      (count: 1, rows: [1]), (count: 3, rows: [3]), (count: 4, rows: [4]),
      (count: 6, rows: [3, 3]), (count: 5, rows: [3, 2]), (count: 8, rows: [4, 4]),
    ])
  func keyFigures(count: Int, rows: [Int]) throws {
    let figures = (0..<count).map { PublishedKeyFigure(value: "1\($0)", label: "a", detail: nil) }
    let runs = try LaidOut([.keyFigures(figures)]).runs[0].filter { $0.text.hasPrefix("1") }
    let baselines = Set(runs.map(\.origin.y)).sorted()

    #expect(baselines.map { y in runs.count { $0.origin.y == y } } == rows)
  }

  @Test("The numbers of a row are as large as the widest of them allows")
  func keyFigureSize() throws {
    let values = ["1", "1234567890"]
    let figures = values.map { PublishedKeyFigure(value: $0, label: "a", detail: nil) }
    let runs = try LaidOut([.keyFigures(figures)]).runs[0].filter { values.contains($0.text) }

    // Two columns of (476.2 − 18) ÷ 2 = 229.1: ten characters at 25 points, 125, fit.
    #expect(runs.map(\.size) == [25, 25])

    let many = (0..<4).map {
      PublishedKeyFigure(value: $0 == 0 ? "1234567890" : "1", label: "a", detail: nil)
    }
    let small = try LaidOut([.keyFigures(many)]).runs[0].filter { values.contains($0.text) }
    // Four columns of (476.2 − 54) ÷ 4 = 105.6: ten characters may fill 92 % of one at 19.4.
    #expect(Set(small.map { ($0.size * 10).rounded() }) == [194])
  }

  @Test("Blocks of a grid stand side by side from one height, and the next row under the tallest")
  func grid() throws {
    let laidOut = try LaidOut([.grid(columns: 2, ["un", "deux", "trois"].map { .paragraph($0) })])
    let runs = laidOut.runs[0].dropFirst()

    #expect(runs.map(\.text) == ["un", "deux", "trois"])
    let places = runs.map(\.origin)
    #expect(places[0].y == places[1].y)
    #expect(places[2].y > places[0].y && places[2].x == places[0].x)
    // (476.22 − 22) ÷ 2 + 22 = 249.1
    #expect(((places[1].x - places[0].x) * 10).rounded() == 2491)
  }

  @Test("A grid taller than a page is set one block under the other, which is said, and nothing is lost")
  func tallGrid() throws {
    let laidOut = try LaidOut([.grid(columns: 2, [.lines(80, "a"), .lines(3, "b")])])
    let runs = laidOut.runs.joined().filter { $0.text.hasPrefix("a") || $0.text.hasPrefix("b") }

    #expect(laidOut.codes.contains("grid-stacked"))
    #expect(runs.count == 83)
    #expect(Set(runs.map(\.origin.x)).count == 1)
  }
}
