import Diagnostics
import Model
import Spec
import TestSupport
import Testing
import Typesetting
import UnicodeText

@testable import DrawList
@testable import Indicators
@testable import Layout

/// Texts of tables are 9 points high, a character 4.5 wide; the frame is 476.2 wide.
@Suite("Figures")
struct FigureTests {
  private let frame = Theme.observatoire.page.frame

  private func table(_ rows: [[String]], heads: [String] = ["Nom", "2019", "2020"]) -> PublishedTable {
    let columns = heads.enumerated().map { index, head in
      PublishedTable.Column(
        head: head, alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    return PublishedTable(columns: columns, rows: rows)
  }

  private func figure(_ content: Figure.Content, notes: [String] = []) -> Figure {
    Figure(
      id: "f", label: "Figure\u{A0}1", title: "Intitulé", subtitle: "Sous-titre", content: content,
      apparatus: notes.map { ApparatusLine(label: "Note", text: $0) })
  }

  private func chart(_ categories: Int) -> PublishedChart {
    let bars = (0..<categories).map { PublishedChart.Bar(number: Double($0), label: "v\($0)") }
    return PublishedChart(
      kind: .bar, orientation: .horizontal,
      categories: (0..<categories).map { .init(label: "c\($0)", isHighlighted: false) },
      series: [.init(name: "s", role: .subject)], panels: [.init(title: nil, bars: [bars])],
      hasHighlight: false,
      axis: .plain, alternative: "Barres",
      conclusion: nil, description: "Valeurs")
  }

  // MARK: Tables

  @Test("Numbers end at the right of their columns, a gap apart, and names start at the left")
  func alignment() throws {
    let laidOut = try LaidOut([
      .figure(figure(.table(table([["Lens", "7", "1234"], ["Liévin", "123", "5"]]))))
    ])
    func run(_ text: String) throws -> GlyphRun { try #require(laidOut.runs[0].first { $0.text == text }) }
    func right(_ text: String) throws -> Double { try run(text).box.maxX }

    #expect(try run("Lens").origin.x == frame.minX)
    #expect(try run("Liévin").origin.x == frame.minX)
    // Columns of numbers are 104 wide, 14 apart, the last at the right edge; heads stand as their numbers do.
    for text in ["2020", "1234", "5"] { #expect(abs(try right(text) - frame.maxX) < 0.01, "\(text)") }
    for text in ["2019", "7", "123"] { #expect(abs(try right(text) - (frame.maxX - 118)) < 0.01, "\(text)") }
    // A line of 12, then 5 under and 5 over: rows are 22 apart.
    #expect(abs(try run("Liévin").origin.y - run("Lens").origin.y - 22) < 0.01)
  }

  @Test("Texts have their lines before heads and numbers have room, and words stand at the left")
  func texts() throws {
    let heads = ["Nom", "Ce que dit l’étude", "Suite"]
    let columns = heads.map {
      PublishedTable.Column(head: $0, alignment: .leading, isStub: $0 == "Nom", isStrong: false)
    }
    // 50 letters: 225 points, which is more than a column of sentences asks for, but there is room.
    let long = String(repeating: "mots ", count: 10).dropLast()
    let laidOut = try LaidOut([
      .figure(figure(.table(PublishedTable(columns: columns, rows: [["Lens", String(long), "fin"]]))))
    ])
    func run(_ text: String) throws -> GlyphRun { try #require(laidOut.runs[0].first { $0.text == text }) }

    // Beside a name of four letters, not in mid-page; the next a gap further, not at the right edge.
    #expect(try run(String(long)).origin.x < frame.minX + 50)
    #expect(try run("fin").origin.x - run(String(long)).box.maxX < 20)
  }

  @Test("A row that is pointed out has a ground, and its texts are bold")
  func highlighted() throws {
    let rows = [["Lens", "7", "8"], ["Liévin", "123", "5"]]
    let plain = table(rows)
    let laidOut = try LaidOut([
      .figure(figure(.table(PublishedTable(columns: plain.columns, rows: rows, highlighted: [1]))))
    ])
    func weight(_ text: String) throws -> Int {
      try #require(laidOut.runs[0].first { $0.text == text }).font.weight
    }
    func grounds(_ laidOut: LaidOut) -> Int {
      laidOut.document.pages[0].marks.flatMap(\.items).count { item in
        if case .rectangle(let area, Theme.observatoire.colors.accentSoft) = item {
          return area.size.height == 22  // the row's
        }
        return false
      }
    }

    #expect(try weight("Liévin") > weight("Lens"))
    #expect(try weight("123") > weight("7"))
    #expect(grounds(laidOut) == 1)
    #expect(grounds(try LaidOut([.figure(figure(.table(plain)))])) == 0)
  }

  @Test("A table is a head and rows of header and data cells to a listener")
  func structure() throws {
    let document = try LaidOut([.figure(figure(.table(table([["Lens", "7", "1234"]]))))]).document
    let paths = document.structure.elements.indices.map { document.structure.path(to: ElementID(index: $0)) }

    #expect(
      paths.filter { $0.hasPrefix("Document/Div/Table") }.map { $0.dropFirst("Document/Div/".count) } == [
        "Table", "Table/Caption", "Table/Caption/P", "Table/Caption/P", "Table/THead", "Table/THead/TR",
        "Table/THead/TR/TH",
        "Table/THead/TR/TH", "Table/THead/TR/TH", "Table/TBody", "Table/TBody/TR", "Table/TBody/TR/TH",
        "Table/TBody/TR/TD", "Table/TBody/TR/TD",
      ])
  }

  @Test("A table's head stands on each of its pages, and is heard once")
  func longTable() throws {
    let rows = (0..<100).map { ["nom\($0)", "1", "2"] }
    let laidOut = try LaidOut([.figure(figure(.table(table(rows))))])
    let pages = laidOut.document.pages

    #expect(pages.count == 4)  // rows are 22 high, a page holds 702: 31 rows under a head
    for (number, page) in pages.enumerated() {
      let heads = page.marks.filter { $0.runs.contains { $0.text == "2019" } }
      #expect(heads.map(\.isContent) == [number == 0])
      let first = try #require(page.marks.flatMap(\.runs).first { $0.text.hasPrefix("nom") })
      let head = try #require(heads.first?.runs.first)
      #expect(head.origin.y < first.box.minY)
    }
    #expect(laidOut.runs.joined().map(\.text).filter { $0.hasPrefix("nom") } == rows.map { $0[0] })
    #expect(laidOut.codes == [])
  }

  @Test("A table never leaves one row alone, nor its notes without a row", arguments: 25...45)
  func tableEnds(before: Int) throws {
    let rows = (0..<6).map { ["nom\($0)", "1", "2"] }
    let laidOut = try LaidOut([.lines(before, "a"), .figure(figure(.table(table(rows)), notes: ["fin"]))])
    let pages = laidOut.runs.map { runs in runs.count { $0.text.hasPrefix("nom") } }

    #expect(!pages.contains(1), "\(pages)")
    #expect(laidOut.page(of: "nom5") == laidOut.page(of: "fin"))
    #expect(laidOut.page(of: "Intitulé") == laidOut.page(of: "nom1"))
  }

  @Test("A cell taller than a page goes on on the next, and nothing is lost")
  func tallCell() throws {
    let words = (0..<6000).map { "w\($0)" }
    let laidOut = try LaidOut([.figure(figure(.table(table([[words.joined(separator: " "), "1", "2"]]))))])
    let printed = laidOut.runs.joined().flatMap { $0.text.split(separator: " ").map(String.init) }

    #expect(printed.filter { $0.hasPrefix("w") } == words)
    #expect(laidOut.codes == ["page-parted"])
    for page in laidOut.document.pages { #expect(overlaps(among: page.marks.flatMap(\.runs)) == []) }
  }

  @Test("Too many columns for the page are narrowed, not lost")
  func manyColumns() throws {
    let heads = (0..<14).map { "colonne\($0)" }
    var table = table([heads.map { _ in "123456" }], heads: heads)
    table.mayTurn = false
    let laidOut = try LaidOut([.figure(figure(.table(table)))])

    for run in laidOut.runs.joined() { #expect(frame.holds(run.box), "\(run.text)") }
    #expect(overlaps(among: Array(laidOut.runs.joined())) == [])
  }

  // MARK: Charts

  @Test("A chart stands with its title and notes", arguments: 25...45)
  func chartTogether(before: Int) throws {
    let laidOut = try LaidOut([.lines(before, "a"), .figure(figure(.chart(chart(4)), notes: ["fin"]))])

    #expect(Set(["Intitulé", "c0", "c3", "fin"].map { laidOut.page(of: $0) }).count == 1)
  }

  @Test("A chart taller than a page goes on on the next")
  func tallChart() throws {
    let laidOut = try LaidOut([.figure(figure(.chart(chart(80))))])

    // 80 × 14 = 1120 points under the titles, on pages of 702: drawn together they would not fit either.
    #expect(laidOut.document.pages.count == 2)
    let texts = laidOut.runs.joined().filter { $0.text.hasPrefix("c") }
    #expect(texts.map(\.text) == (0..<80).map { "c\($0)" })
    #expect(Set(texts.map(\.size)) == [Theme.observatoire.type.chart.size])
    #expect(laidOut.codes == ["page-parted"])
  }

  @Test(
    "Rows are drawn together, and stay legible, so that a chart has room on a page", arguments: [45, 52, 60])
  func denseChart(rows: Int) throws {
    let body: [PublishedBlock] = [.figure(figure(.chart(chart(rows)), notes: ["fin"]))]
    let laidOut = try LaidOut([.lines(1, "a"), .pageBreak, .section(title: "Chapitre", body: body)])
    let runs = laidOut.runs[1]

    #expect(laidOut.document.pages.count == 2)
    #expect(laidOut.codes == [])
    #expect(runs.map(\.text).filter { $0.hasPrefix("c") } == (0..<rows).map { "c\($0)" })
    #expect(runs.map(\.text).filter { $0.hasPrefix("v") } == (0..<rows).map { "v\($0)" })
    let names = runs.filter { $0.text.hasPrefix("c") }
    let usual = Theme.observatoire.type.chart.size
    #expect(names.allSatisfy { $0.size < usual && $0.size >= min(7.5, usual * 0.85) })
    for (above, below) in zip(names, names.dropFirst()) {
      #expect(below.origin.y - above.origin.y >= names[0].size * 1.25)
    }
    #expect(overlaps(among: runs) == [])
  }

  @Test("Rows are drawn together for what stands under the report's title too", arguments: [50, 56])
  func denseChartUnderTitle(rows: Int) throws {
    let laidOut = try LaidOut([.figure(figure(.chart(chart(rows)), notes: ["fin"]))])
    #expect(laidOut.document.pages.count == 1)
    #expect(laidOut.codes == [])
    #expect(laidOut.runs[0].contains { $0.text.contains("fin") })
  }

  @Test("A chart that has no room under the report's title has a page of its own, with what stands under it")
  func longChartUnderTitle() throws {
    let laidOut = try LaidOut([.figure(figure(.chart(chart(60)), notes: ["fin"]))])
    #expect(laidOut.codes == [])
    #expect(laidOut.document.pages.count == 2)
    #expect(laidOut.runs[0].map(\.text) == ["Titre"])
    #expect(
      laidOut.runs[1].contains { $0.text == "c0" } && laidOut.runs[1].contains { $0.text.contains("fin") })
  }

  @Test("A chart is a picture with what it shows in words to a listener, then a table of what stands in it")
  func alternative() throws {
    let document = try LaidOut([.figure(figure(.chart(chart(2))))]).document
    let structure = document.structure
    let cells = document.pages[0].marks.compactMap { mark -> String? in
      guard case .element(let id) = mark.owner, !mark.runs.isEmpty else { return nil }
      return "\(structure[id].role.name) \(mark.runs.map(\.text).joined())"
    }

    #expect(structure.elements.filter { $0.role == .figure }.map(\.alternativeText) == ["Barres"])
    #expect(cells.filter { $0.hasPrefix("T") } == ["TH c0", "TD v0", "TH c1", "TD v1"])
  }

  // MARK: On a page of its own

  @Test("A single figure is as wide as asked, with a margin around all it holds", arguments: [true, false])
  func single(isBare: Bool) throws {
    for content in [Figure.Content.chart(chart(4)), .table(table([["Lens", "1", "2"]]))] {
      let document = try single(figure(content, notes: ["fin"]), width: 300, isBare: isBare)
      let page = document.pages[0]
      let texts = page.marks.flatMap(\.runs).map(\.text)

      #expect(page.size.width == 300)
      let inside = Rect(x: 12, y: 12, width: 276, height: page.size.height - 24)
      for item in page.marks.dropFirst().flatMap(\.items) { #expect(inside.holds(item.box), "\(item.text)") }
      #expect(texts.contains("Intitulé") == !isBare)
      #expect(texts.contains { $0.contains("fin") } == !isBare)
      #expect(document.metadata.title == "Intitulé")
    }
  }

  @Test("A figure that is made much smaller to fit a form is told with what is left of its size")
  func smallPrint() throws {
    func codes(_ rows: Int, height: Points) throws -> [String] {
      let typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
      var collector = DiagnosticCollector()
      _ = layOut(
        figure(.chart(chart(rows))), of: publication([]), FigureShape(width: 400, height: height),
        with: typesetter, created: nil, into: &collector)
      return collector.diagnostics.map(\.message.code)
    }
    #expect(try codes(4, height: 225) == [])
    #expect(try codes(40, height: 225) == ["small-print"])
    #expect(try codes(40, height: 1000) == [])
    // So high that no larger page of the form holds it.
    #expect(try codes(190, height: 60) == ["small-print"])
  }

  private func single(_ figure: Figure, width: Points, isBare: Bool) throws -> Document {
    let typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
    var collector = DiagnosticCollector()
    return layOut(
      figure, of: publication([]), FigureShape(width: width, isBare: isBare), with: typesetter, created: nil,
      into: &collector)
  }

  // MARK: The annex

  @Test("A long method breaks between its lines like any text")
  func longMethod() throws {
    let words = (0..<3000).map { "w\($0)" }
    let entry = SourceEntry(
      title: "Source", lines: [], method: RichText(words.joined(separator: " ")), link: nil)
    let laidOut = try LaidOut([.sources(title: "Annexe", [entry], methods: [])])

    #expect(laidOut.codes == [])
    #expect(laidOut.page(of: "Annexe") == 0)
    #expect(laidOut.page(of: "Source") == 0)
    #expect(
      laidOut.runs.joined().flatMap { $0.text.split(separator: " ").map(String.init) }.filter {
        $0.hasPrefix("w")
      }
        == words)
  }
}

extension PublishedChart.Axis {
  static var plain: Self { Self(decimalMark: ",", groupMark: " ", prefix: "", suffix: "", divisor: 1) }
}
