import Diagnostics
import Model
import TestSupport
import Testing
import Typesetting
import UnicodeText

@testable import DrawList
@testable import Indicators
@testable import Layout

/// Rows of a long table that are one fragment until pages are chosen.
@Suite("Runs of rows")
struct RowRunTests {
  private static let columns = 3

  /// Rows of which some are labels, and some have a note, which part runs.
  private func table(seed: Int) -> PublishedTable {
    var generator = SeededGenerator(seed: seed)
    var table = PublishedTable(
      columns: (0..<Self.columns).map {
        .init(head: "t\($0)", alignment: $0 == 0 ? .leading : .number, isStub: $0 == 0, isStrong: false)
      }, records: [])
    table.stripes = generator.isTrue(onceIn: 2)
    let count = generator.next(in: 350...700)
    for row in 0..<count {
      if generator.isTrue(onceIn: 500) { table.records.append(label(row)) }
      var cells = (0..<Self.columns).map { PublishedTable.Cell("c\(row)x\($0)") }
      if generator.isTrue(onceIn: 600) { cells[1].detail.marks = "a" }
      table.records.append(
        PublishedTable.Row(cells: cells, isHighlighted: generator.isTrue(onceIn: 50)))
    }
    return table
  }

  private func label(_ row: Int) -> PublishedTable.Row {
    let cells = (0..<Self.columns).map { PublishedTable.Cell($0 == 0 ? "g\(row)" : "") }
    return PublishedTable.Row(kind: .group, cells: cells)
  }

  private func block(_ table: PublishedTable) -> PublishedBlock {
    .figure(
      Figure(
        id: "f", label: "Figure\u{A0}1", title: "Titre", subtitle: nil, content: .table(table),
        apparatus: [ApparatusLine(label: "Source", text: "Nous.")]))
  }

  private func fragments(of table: PublishedTable) throws -> [Fragment] {
    let publication = publication([block(table)])
    let typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
    var builder = FragmentBuilder(publication: publication, typesetter: typesetter)
    return builder.fragments(
      of: publication.body, in: StructureTree.root, level: 1, width: publication.theme.page.frame.size.width)
  }

  private static let seeds = 0..<20

  @Test("Pages are those of the same rows one by one", arguments: seeds)
  func pages(seed: Int) throws {
    let runs = try fragments(of: table(seed: seed))
    let single = Array(FlowFragments(runs))
    #expect(runs.count < single.count)
    let size = Theme.observatoire.page.frame.size
    let (flow, expected) = (PageFlow(runs, size: size), PageFlow(single, size: size))
    var (breaker, other) = (PageBreaker(flow, from: .single), PageBreaker(expected, from: .single))
    let parts = breaker.parts()

    #expect(parts == other.parts())
    for part in parts {
      #expect(abs(flow.fill(part).height - expected.fill(part).height) < 1e-6)
      #expect(flow.endCost(before: part.text.upperBound) == expected.endCost(before: part.text.upperBound))
      for index in part.text { #expect(flow.white(over: index) == expected.white(over: index)) }
    }
  }

  @Test("Each cell is read once, in order, as a cell of its row", arguments: seeds)
  func cells(seed: Int) throws {
    let table = table(seed: seed)
    let document = try LaidOut([block(table)]).document
    var read: [String] = []
    var rowOf: [ElementID: String] = [:]
    for mark in document.pages.flatMap(\.marks) {
      guard case .element(let id) = mark.owner else { continue }
      for run in mark.runs where run.text.hasPrefix("c") {
        read.append(run.text)
        let element = document.structure[id]
        #expect(element.role == (run.text.hasSuffix("x0") ? .headerCell(.row) : .dataCell))
        let row = try #require(element.parent)
        #expect(document.structure[row].role == .tableRow)
        let name = String(run.text.prefix { $0 != "x" })
        #expect(rowOf[row] ?? name == name)
        rowOf[row] = name
      }
    }
    #expect(read == table.records.flatMap { $0.kind == .group ? [] : $0.cells.map(\.text) })
    #expect(Set(rowOf.values).count == rowOf.count)
  }

  @Test("Rows that are made look as those that are kept", arguments: [true, false])
  func made(isTagged: Bool) throws {
    let texts = (0..<400).map { row in (0..<Self.columns).map { "c\(row)x\($0)" } }
    var kept = table(seed: 1)
    kept.records = TableRecords(
      texts.enumerated().map { row, cells in
        PublishedTable.Row(cells: cells.map { PublishedTable.Cell($0) }, isHighlighted: row % 9 == 0)
      })
    var made = kept
    made.records = TableRecords(
      PlainRecords(
        count: texts.count, columnCount: Self.columns, text: { texts[$0][$1] },
        isHighlighted: { $0 % 9 == 0 }))
    var output = PDFOutput.usual
    if !isTagged { output = .untagged }
    let documents = try [kept, made].map { try LaidOut(publication([block($0)], output: output)).document }
    #expect(documents[0] == documents[1])
  }

  @Test("A run that is drawn in one piece shows all its rows")
  func piece() throws {
    let runs = try fragments(of: table(seed: 3))
    let (height, marks) = stacked(runs)
    let single = stacked(Array(FlowFragments(runs)))
    #expect(abs(height - single.height) < 1e-6)
    #expect(marks.count == single.marks.count)
    for (mark, other) in zip(marks, single.marks) {
      #expect(mark.owner == other.owner)
      #expect(mark.runs.map(\.text) == other.runs.map(\.text))
      for (run, place) in zip(mark.runs, other.runs) { #expect(abs(run.origin.y - place.origin.y) < 1e-6) }
    }
  }
}
