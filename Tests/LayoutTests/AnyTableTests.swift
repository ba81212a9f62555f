import Diagnostics
import Model
import TestSupport
import Testing
import Typesetting
import UnicodeText

@testable import DrawList
@testable import Indicators
@testable import Layout

/// What holds for any table, checked on random ones.
@Suite("Any table")
struct AnyTableTests {
  private struct Sample: Sendable {
    let table: RandomTable
    let laidOut: LaidOut
    /// The words of each page, those that are there again among them.
    let pageWords: [Set<String>]

    init(seed: Int) throws {
      var random = RandomTable(seed: seed)
      laidOut = try LaidOut([.paragraph("avant"), random.figure(), .paragraph("après")])
      table = random
      pageWords = laidOut.document.pages.map { page in Set(Self.words(page.marks.flatMap(\.runs))) }
    }

    static func words(_ runs: [GlyphRun]) -> [String] {
      runs.flatMap { $0.text.split { $0.isWhitespace || $0 == "\u{2060}" }.map(String.init) }
    }

    /// The pages on which a word stands, from 0.
    func pages(of word: String) -> Set<Int> {
      Set(pageWords.indices.filter { pageWords[$0].contains(word) })
    }
  }

  private static let seeds = 0..<60
  private static let samples = MadeOnce { try Sample(seed: $0) }

  @Test("No texts touch, and none leaves the frame", arguments: seeds)
  func places(seed: Int) throws {
    let sample = try Self.samples[seed]
    let frame = Theme.observatoire.page.frame
    for page in sample.laidOut.document.pages {
      let runs = page.marks.flatMap(\.runs)
      #expect(overlaps(among: runs) == [])
      for run in runs where run.box.minY < frame.maxY && run.box.minY > frame.minY {
        #expect(frame.holds(run.box), "“\(run.text)”")
      }
    }
  }

  @Test("Every word of every cell is read once, in order", arguments: seeds)
  func words(seed: Int) throws {
    let sample = try Self.samples[seed]
    let read = Sample.words(sample.laidOut.runs.flatMap(\.self)).filter { $0.hasPrefix("w") }
    let expected = sample.table.rows.flatMap(\.self)
    let known = Set(expected)
    #expect(read.filter(known.contains) == expected)
    #expect(Set(read).count == read.count)
  }

  @Test("The head stands on each page with rows", arguments: seeds)
  func heads(seed: Int) throws {
    let sample = try Self.samples[seed]
    let rowPages = sample.table.rows.flatMap { $0.first.map(sample.pages(of:)) ?? [] }
    for page in Set(rowPages) {
      let words = sample.pageWords[page]
      for head in sample.table.heads {
        #expect(head.split(separator: " ").allSatisfy { words.contains(String($0)) }, "page \(page + 1)")
      }
    }
  }

  @Test("A note stands on the pages that bear its mark, and is read once", arguments: seeds)
  func notes(seed: Int) throws {
    let sample = try Self.samples[seed]
    let rowPages = Set(sample.table.rows.compactMap(\.first).flatMap(sample.pages(of:)))
    for note in sample.table.notes {
      guard let row = note.row else {
        #expect(sample.pages(of: note.word) == rowPages, "\(note.word)")
        continue
      }
      guard let word = sample.table.rows[row].first else { continue }
      #expect(sample.pages(of: note.word) == sample.pages(of: word), "\(note.word) of \(word)")
    }
  }

  @Test("Rows of the structure have the same columns, spans counted", arguments: seeds)
  func grid(seed: Int) throws {
    let sample = try Self.samples[seed]
    let elements = sample.laidOut.document.structure.elements
    var rest: [Int: Int] = [:]
    for (index, element) in elements.enumerated() where element.role == .tableRow {
      var width = rest.removeValue(forKey: index) ?? 0
      let next = elements.indices.filter { $0 > index && elements[$0].role == .tableRow }
      for cell in elements where cell.parent?.index == index {
        guard case .cell(let columns, let rows, _)? = cell.table else {
          width += 1
          continue
        }
        width += columns
        for row in next.prefix(rows - 1) { rest[row, default: 0] += columns }
      }
      #expect(width == sample.table.columnCount)
    }
    #expect(rest.isEmpty)
  }

  @Test("Columns fill the table's width, none over another", arguments: seeds)
  func widths(seed: Int) throws {
    var random = RandomTable(seed: seed)
    let table = random.table()
    let publication = publication([])
    let typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
    for width in [120.0, 300, 476.2, 900] {
      let design = TableDesign(
        of: table, width: width, styles: Styles(theme: .observatoire, language: "fr"),
        wording: publication.wording, typesetter: typesetter)
      let last = try #require(design.columns.last)
      if table.columns.count > 1 { #expect(abs(last.maxX - width) < 0.01) }
      for (a, b) in zip(design.columns, design.columns.dropFirst()) { #expect(b.x >= a.maxX - 0.01) }
    }
  }

  @Test("Pages made when they are asked for are the same each time, with tags and without", arguments: seeds)
  func pages(seed: Int) throws {
    var random = RandomTable(seed: seed)
    let figure = Figure(
      id: "f", label: "Figure 1", title: "Titre", subtitle: nil, content: .table(random.table()),
      apparatus: [])
    let typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
    func paged(_ publication: Publication) -> PagedDocument {
      var collector = DiagnosticCollector()
      return layOut(publication, with: typesetter, created: nil, into: &collector)
    }
    let tagged = paged(publication([.figure(figure)]))
    let untagged = paged(publication([.figure(figure)], output: .untagged))

    #expect(untagged.pageCount == tagged.pageCount)
    for index in (0..<tagged.pageCount).reversed() {
      #expect(tagged.page(index) == tagged.page(index))
      let items = [tagged, untagged].map { $0.page(index).marks.flatMap(\.items) }
      #expect(items[0] == items[1])
    }
    #expect(untagged.frame.structure.elements.count <= tagged.frame.structure.elements.count)
  }

  @Test(
    "Tables of any length have an end, whatever the height of the page", arguments: [1, 2, 3, 17, 40, 400])
  func lengths(rows: Int) throws {
    let columns = ["Nom", "2019"].enumerated().map { index, head in
      PublishedTable.Column(
        head: head, alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    let cells = (0..<rows).map { ["r\($0)", "\($0)"] }
    let figure = Figure(
      id: "f", label: "Figure 1", title: "Titre", subtitle: nil,
      content: .table(PublishedTable(columns: columns, rows: cells)), apparatus: [])
    for filler in [0, 10, 25, 38, 44] {
      let blocks = filler == 0 ? [] : [PublishedBlock.lines(filler, "l")]
      let laidOut = try LaidOut(blocks + [.figure(figure)])
      let texts = laidOut.document.pages.map { $0.marks.flatMap(\.runs).map(\.text) }
      for page in texts where page.contains(where: { $0.hasPrefix("r") }) { #expect(page.contains("2019")) }
      let counts = laidOut.runs.map { page in page.count { $0.text.hasPrefix("r") } }.filter { $0 > 0 }
      #expect(counts.reduce(0, +) == rows)
      if counts.count > 1 { #expect((counts.first ?? 0) >= 2 && (counts.last ?? 0) >= 2, "\(counts)") }
    }
  }
}
