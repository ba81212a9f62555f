import Model
import TestSupport
import Testing
import Typesetting

@testable import DrawList
@testable import Indicators
@testable import Layout

/// What holds for any publication, checked on random ones.
@Suite("Any publication")
struct AnyPublicationTests {
  private struct Sample: Sendable {
    let laidOut: LaidOut
    let expected: [RandomPublication.Expected]

    init(seed: Int) throws {
      var random = RandomPublication(seed: seed)
      laidOut = try LaidOut(random.publication())
      expected = random.expected
    }

    var document: Document { laidOut.document }
  }

  private static let seeds = 0..<24
  private static let samples = MadeOnce { try Sample(seed: $0) }
  private static let warnings = [
    "chart-turned", "float-alone", "float-too-tall", "grid-stacked", "page-hole", "page-parted",
  ]

  @Test("No texts touch", arguments: seeds)
  func overlap(seed: Int) throws {
    for page in try Self.samples[seed].document.pages {
      #expect(overlaps(among: page.marks.flatMap(\.runs)) == [])
    }
  }

  @Test("Content stays in the frame, but for signs that hang, and all else on the page", arguments: seeds)
  func frame(seed: Int) throws {
    let geometry = Theme.observatoire.page
    let sheet = Rect(x: 0, y: 0, width: geometry.size.width, height: geometry.size.height)
    let hang = Theme.observatoire.type.body.size * MarginHang.most
    for (number, page) in try Self.samples[seed].document.pages.enumerated() {
      for mark in page.marks {
        let area = mark.isContent ? geometry.frame.widened(by: hang) : sheet
        for item in mark.items { #expect(area.holds(item.box), "\(item.text) on page \(number + 1)") }
      }
    }
  }

  @Test("Every word is printed once, in the order in which it is read", arguments: seeds)
  func words(seed: Int) throws {
    let sample = try Self.samples[seed]
    var words = sample.laidOut.runs.joined().flatMap { $0.text.split(whereSeparator: \.isWhitespace) }.map(
      String.init
    )
    .filter { $0.wholeMatch(of: /w[0-9]+x*/) != nil }[...]
    for chunk in sample.expected {
      switch chunk {
      case .inOrder(let expected): #expect(Array(words.prefix(expected.count)) == expected)
      case .inAnyOrder(let expected): #expect(words.prefix(expected.count).sorted() == expected.sorted())
      }
      words = words.dropFirst(chunk.count)
    }
    #expect(words == [])
    #expect(sample.laidOut.codes.filter { !Self.warnings.contains($0) } == [])
  }

  @Test("The structure is a tree, headings skip no level, every mark has its element", arguments: seeds)
  func structure(seed: Int) throws {
    let document = try Self.samples[seed].document
    let elements = document.structure.elements

    #expect(elements[0].parent == nil)
    for (index, element) in elements.enumerated().dropFirst() {
      #expect(try #require(element.parent).index < index)
    }
    var above = 0
    for case .heading(let level) in elements.map(\.role) {
      #expect(level <= above + 1)
      above = level
    }
    let owners = Set(document.pages.flatMap(\.marks).compactMap(\.element))
    #expect(owners.allSatisfy { elements.indices.contains($0.index) })
    // An element without marks and without children would be one that a listener meets for nothing, but for a
    // cell, which keeps a table's columns together.
    let parents = Set(elements.compactMap(\.parent))
    for index in elements.indices where !elements[index].role.isCell {
      let id = ElementID(index: index)
      #expect(owners.contains(id) || parents.contains(id), "\(document.structure.path(to: id)) #\(index)")
    }
  }

  @Test("Marks stand in reading order", arguments: seeds)
  func markOrder(seed: Int) throws {
    let document = try Self.samples[seed].document
    var met: Set<ElementID> = []
    let order = document.pages.flatMap(\.marks).compactMap(\.element).filter { met.insert($0).inserted }

    for (before, after) in zip(order, order.dropFirst()) {
      // What stands in an element may come before the rest of it: a caption, a link.
      #expect(after.index > before.index || document.structure.ancestors(of: before).contains(after))
    }
  }

  @Test("No page ends with a heading, none but the first is empty", arguments: seeds)
  func headings(seed: Int) throws {
    let document = try Self.samples[seed].document
    let last = document.pages.dropLast().compactMap { $0.marks.last { $0.isContent } }
    for mark in last {
      guard let element = mark.element, case .heading = document.structure[element].role else { continue }
      Issue.record("a page ends with \(mark.runs.map(\.text))")
    }
    #expect(document.pages.allSatisfy { $0.marks.contains(where: \.isContent) })
  }

  @Test(
    "References before and after figures print the pages that the figures are on, and lead there",
    arguments: seeds.prefix(8))
  func references(seed: Int) throws {
    var random = RandomPublication(seed: seed)
    let body = random.publication().body
    let citing = PublishedBlock.text([
      .paragraph(
        RichText(
          pieces: random.figures.flatMap { name in
            [
              RichText.Piece(text: "cite "),
              RichText.Piece(text: "\u{FFFC}", link: .figure(name), role: .pageOfFigure(name)),
            ]
          }))
    ])
    let laidOut = try LaidOut([citing] + body + [citing])

    var places: [String: Int] = [:]
    for (number, page) in laidOut.document.pages.enumerated() {
      for case .destination(let name, _) in page.marks.flatMap(\.items) {
        #expect(places.updateValue(number + 1, forKey: name) == nil, "\(name) is in two places")
      }
    }
    #expect(Set(random.figures).isSubset(of: places.keys))
    var cited = 0
    for mark in laidOut.document.pages.flatMap(\.marks) {
      for case .link(_, to: .destination(let name)) in mark.items {
        cited += 1
        #expect(mark.runs.map(\.text) == [String(try #require(places[name]))])
      }
    }
    #expect(cited == 2 * random.figures.count)
    #expect(laidOut.codes.filter { !Self.warnings.contains($0) } == [])
  }

  @Test("The same publication gives the same pages")
  func same() throws {
    #expect(try Sample(seed: 3).document == Sample(seed: 3).document)
  }
}

extension RandomPublication.Expected {
  fileprivate var count: Int {
    switch self {
    case .inOrder(let words), .inAnyOrder(let words): words.count
    }
  }
}

extension Mark {
  fileprivate var element: ElementID? {
    switch owner {
    case .element(let id): id
    case .artifact, .pagination: nil
    }
  }
}

extension StructureTree {
  fileprivate func ancestors(of id: ElementID) -> [ElementID] {
    guard let parent = self[id].parent else { return [] }
    return [parent] + ancestors(of: parent)
  }
}

extension StructureRole {
  fileprivate var isCell: Bool {
    switch self {
    case .headerCell, .dataCell: true
    case .document, .section, .division, .heading, .paragraph, .quote, .list, .listItem, .listLabel,
      .listBody,
      .table,
      .tableHead, .tableBody, .tableRow, .figure, .caption, .contents, .contentsItem, .link,
      .reference, .note, .span, .passage:
      false
    }
  }
}

extension Rect {
  fileprivate func widened(by margin: Points) -> Rect {
    Rect(x: minX - margin, y: minY, width: size.width + 2 * margin, height: size.height)
  }
}
