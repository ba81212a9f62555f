import DrawList
import Model
import TestSupport
import Testing

@testable import Indicators
@testable import Layout

@Suite("Footnotes on pages")
struct FootnoteTests {
  private func mark(_ number: Int, _ text: String?) -> RichText.Piece {
    let texts = text.map { [PublishedText.paragraph(RichText($0))] }
    return .init(text: "\(number)", role: .footnoteMark(PublishedFootnote(number: number, texts: texts)))
  }

  private func paragraph(_ word: String, _ number: Int, _ note: String) -> PublishedText {
    .paragraph(RichText(pieces: [.init(text: word), mark(number, note), .init(text: ".")]))
  }

  private func y(of text: String, on page: Page) -> Points? {
    page.marks.flatMap(\.runs).first { $0.text.contains(text) }?.origin.y
  }

  @Test("A note stands at the foot of the page that bears its mark, the last at the frame's end")
  func foot() throws {
    let laidOut = try LaidOut([
      .text([paragraph("mot", 1, "premiere")]), .text([paragraph("mot", 2, "seconde")]),
    ])
    let page = laidOut.document.pages[0]
    let frame = Theme.observatoire.page.frame
    let leading = Theme.observatoire.type.apparatus.leading
    let first = try #require(y(of: "premiere", on: page))
    let second = try #require(y(of: "seconde", on: page))

    #expect(laidOut.document.pages.count == 1)
    #expect(abs(second - first - leading - 2) < 0.01)  // a line, and the gap of two points
    #expect(second > frame.maxY - leading && second < frame.maxY)
    let rules = page.marks.filter { $0.owner == .artifact }.flatMap(\.items).map(\.box)
    #expect(rules.contains { $0.size.width == 60 && $0.maxY < first })
  }

  @Test(
    "Mark and note stand on one page, wherever the paragraph falls, in all that holds texts",
    arguments: 25...50, ["text", "callout", "grid", "list", "quote"])
  func together(before: Int, holder: String) throws {
    let text = paragraph("appel", 1, "noteun deux")
    let block: PublishedBlock =
      switch holder {
      case "callout": .callout(PublishedCallout(word: "Note", title: nil, texts: [text]))
      case "grid": .grid(columns: 2, [.paragraph("a"), .text([text])])
      case "list": .text([.list(start: 1, items: [[text]])])
      case "quote": .text([.quote([text])])
      default: .text([text])
      }
    let laidOut = try LaidOut([.lines(before, "a"), block, .lines(8, "b")])

    #expect(laidOut.page(of: "appel") == laidOut.page(of: "noteun"))
    for page in laidOut.document.pages { #expect(overlaps(among: page.marks.flatMap(\.runs)) == []) }
    #expect(laidOut.diagnostics.isEmpty)
  }

  @Test("A note longer than a page goes on at the feet of the next, no line lost or twice")
  func long() throws {
    let words = (1...160).map { "n\($0)" + String(repeating: "x", count: 80) }
    let laidOut = try LaidOut([
      .lines(3, "a"), .text([paragraph("appel", 1, words.joined(separator: " "))]), .lines(60, "b"),
    ])
    let runs = laidOut.runs.joined().map(\.text)

    #expect(runs.filter { $0.hasPrefix("n") }.map { $0.prefix { $0 != "x" } } == (1...160).map { "n\($0)" })
    #expect(runs.count { $0.hasPrefix("b") } == 60)
    #expect(laidOut.document.pages.count > 3)
    for page in laidOut.document.pages { #expect(overlaps(among: page.marks.flatMap(\.runs)) == []) }
    let frame = Theme.observatoire.page.frame
    for run in laidOut.runs.joined() { #expect(run.origin.y < frame.maxY) }
  }

  @Test("A long note is parted before a page is left white, two lines of it at least on either page")
  func parted() throws {
    let words = (1...60).map { "n\($0)" + String(repeating: "x", count: 80) }
    let laidOut = try LaidOut([
      .lines(30, "a"), .text([paragraph("appel", 1, words.joined(separator: " "))]), .lines(12, "b"),
    ])
    let notes = laidOut.runs.map { page in page.count { $0.text.hasPrefix("n") } }

    #expect(laidOut.document.pages.count == 2)
    #expect(laidOut.page(of: "appel") == 0)
    #expect(notes.allSatisfy { $0 >= 2 } && notes.reduce(0, +) == 60, "\(notes)")
    #expect(laidOut.codes == [])
  }

  @Test("Mark and note lead to each other, also from a second mark; a note has an identifier")
  func links() throws {
    let text = RichText(pieces: [
      .init(text: "un"), mark(1, "note"), .init(text: " deux"), mark(1, nil), .init(text: "."),
    ])
    let document = try LaidOut([.text([.paragraph(text)])]).document
    let items = document.pages[0].marks.flatMap(\.items)
    let destinations = Set(items.compactMap { if case .destination(let name, _) = $0 { name } else { nil } })
    let links = items.compactMap { item -> String? in
      if case .link(_, .destination(let name)) = item { name } else { nil }
    }

    #expect(links == ["footnote 1", "footnote 1", "mark of footnote 1"])
    #expect(destinations == ["footnote 1", "mark of footnote 1"])
    let roles = document.structure.elements.map(\.role)
    #expect(roles.filter { $0 == .reference }.count == 2)
    #expect(roles.filter { $0 == .note(id: "footnote-1") }.count == 1)
    let alternatives = document.structure.elements.compactMap(\.alternativeText)
    #expect(alternatives.filter { $0 == "note\u{A0}1" }.count == 2)
  }
}

/// What holds for footnotes of any length, called anywhere.
@Suite("Any footnotes")
struct AnyFootnoteTests {
  private struct Sample: Sendable {
    let laidOut: LaidOut
    /// The words of each note, in order.
    let notes: [[String]]
    let bodyWords: [String]

    init(seed: Int) throws {
      var generator = SeededGenerator(seed: seed)
      var count = 0
      func words(_ number: Int, _ letter: String) -> [String] {
        (0..<number).map { _ in
          count += 1
          return "\(letter)\(count)" + String(repeating: "x", count: count % 4)
        }
      }
      var notes: [[String]] = []
      var body: [String] = []
      let paragraphs = (0..<generator.next(in: 4...14)).map { _ -> PublishedText in
        var pieces: [RichText.Piece] = []
        for _ in 0..<generator.next(in: 1...4) {
          let text = words(generator.next(in: 1...90), "w")
          body += text
          pieces.append(.init(text: (pieces.isEmpty ? "" : " ") + text.joined(separator: " ")))
          guard generator.isTrue(onceIn: 2) else { continue }
          let note = words(
            generator.isTrue(onceIn: 8) ? generator.next(in: 200...900) : generator.next(in: 1...60), "n")
          notes.append(note)
          pieces.append(
            .init(
              text: "\(notes.count)",
              role: .footnoteMark(
                PublishedFootnote(
                  number: notes.count, texts: [.paragraph(RichText(note.joined(separator: " ")))]))))
        }
        return .paragraph(RichText(pieces: pieces))
      }
      self.notes = notes
      bodyWords = body
      laidOut = try LaidOut([.text(paragraphs)])
    }
  }

  private static let samples = MadeOnce { try Sample(seed: $0) }

  private func words(_ runs: [GlyphRun], _ letter: Character) -> [String] {
    runs.flatMap { $0.text.split(whereSeparator: \.isWhitespace).map(String.init) }.filter { word in
      word.first == letter && word.dropFirst().first?.isNumber ?? false
    }
  }

  @Test(
    "Each word of text and notes is printed once, in order; nothing touches or leaves the frame",
    arguments: 0..<20)
  func words(seed: Int) throws {
    let sample = try Self.samples[seed]
    let runs = sample.laidOut.runs

    #expect(words(Array(runs.joined()), "w").map { $0.filter { $0 != "." } } == sample.bodyWords)
    #expect(words(Array(runs.joined()), "n") == sample.notes.flatMap(\.self))
    let frame = Theme.observatoire.page.frame
    for page in sample.laidOut.document.pages {
      #expect(overlaps(among: page.marks.flatMap(\.runs)) == [])
      for run in page.marks.filter(\.isContent).flatMap(\.runs) { #expect(run.origin.y <= frame.maxY) }
    }
  }

  @Test(
    "A note begins on the page of its mark, unless one before it takes that page's foot", arguments: 0..<20)
  func start(seed: Int) throws {
    let sample = try Self.samples[seed]
    var busyUntil = -1
    for (index, note) in sample.notes.enumerated() {
      let mark = try #require(page(ofMark: index + 1, in: sample.laidOut))
      let first = try #require(sample.laidOut.page(ofWord: note[0]))
      let last = try #require(sample.laidOut.page(ofWord: note[note.count - 1]))
      #expect(first == mark || first == busyUntil, "note \(index + 1) of \(seed)")
      #expect(first >= mark)
      busyUntil = last
    }
  }

  private func page(ofMark number: Int, in laidOut: LaidOut) -> Int? {
    laidOut.document.pages.firstIndex { page in
      page.marks.flatMap(\.items).contains { item in
        if case .destination("mark of footnote \(number)", _) = item { true } else { false }
      }
    }
  }
}

extension LaidOut {
  fileprivate func page(ofWord word: String) -> Int? {
    runs.firstIndex { $0.contains { $0.text.split(separator: " ").contains(Substring(word)) } }
  }
}
