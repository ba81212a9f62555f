import Model
import TestSupport
import Testing

@testable import DrawList
@testable import Indicators
@testable import Layout

/// Tables too wide for an upright page, but not for one in landscape.
@Suite("Tables in landscape")
struct TableTurningTests {
  private func figure(
    columns: Int = 11, id: String = "f", rows: Int = 3, mayTurn: Bool = true
  ) -> PublishedBlock {
    let heads = (0..<columns).map { index in
      PublishedTable.Column(
        head: "h\(index)", alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    let cells = (0..<rows).map { row in
      (0..<columns).map { $0 == 0 ? "nom\(row)" : "1234567890-\(row)-\($0)" }
    }
    var table = PublishedTable(columns: heads, rows: cells)
    table.mayTurn = mayTurn
    return .figure(
      Figure(
        id: id, label: "Figure 1", title: "Titre", subtitle: nil, content: .table(table), apparatus: []))
  }

  private func isLandscape(_ page: Page) -> Bool { page.size.width > page.size.height }

  @Test("It has a page of its own, whole, and a warning says which and by how much it was too wide")
  func turned() throws {
    let laidOut = try LaidOut([.paragraph("Avant."), figure(), .paragraph("Après.")])

    #expect(laidOut.document.pages.map(isLandscape) == [false, true, false])
    #expect(laidOut.codes == ["table-turned"])
    let message = try #require(laidOut.diagnostics.first).message.text.french
    #expect(message.hasPrefix("page 2 : Figure 1 est trop large de "))
    #expect(message.contains(" mm"))
    #expect(laidOut.document.structure.elements.count { $0.role == .table } == 1)
    #expect(laidOut.runs[1].count { $0.text == "nom0" } == 1)
    let page = laidOut.document.pages[1]
    for run in page.marks.flatMap(\.runs) {
      #expect(run.origin.x >= 0 && run.origin.x + run.width <= page.size.width)
    }
  }

  @Test("The heading over it comes along, with what is over that")
  func heading() throws {
    let laidOut = try LaidOut([
      .paragraph("Avant."),
      .section(
        title: "Chapitre", body: [.section(title: "Tableau", body: [figure(), .paragraph("Après.")])]),
    ])

    #expect(laidOut.document.pages.map(isLandscape) == [false, true, false])
    #expect(laidOut.page(of: "Chapitre") == 1)
    #expect(laidOut.page(of: "Tableau") == 1)
    #expect(laidOut.page(of: "Après.") == 2)
    #expect(laidOut.codes == ["table-turned"])
  }

  @Test("Two in a row share a page; one longer than a page goes on on others in landscape")
  func several() throws {
    let two = try LaidOut([figure(), figure(id: "g")])
    #expect(two.document.pages.count(where: isLandscape) == 1)

    let long = try LaidOut([figure(rows: 60), .paragraph("Après.")])
    let pages = long.document.pages.map(isLandscape)
    #expect(pages.count(where: \.self) > 1)
    #expect(pages.last == false)
  }

  @Test("Tables of one name keep their own columns")
  func sameName() throws {
    let laidOut = try LaidOut([figure(columns: 4), figure(columns: 3), figure(), figure(columns: 5)])

    for run in laidOut.runs.joined() where run.text.hasPrefix("123") {
      #expect(run.text.hasPrefix("1234567890-"))
    }
    #expect(laidOut.runs.joined().count { $0.text.hasPrefix("1234567890-0") } == 3 + 2 + 10 + 4)
  }

  @Test("Its author may refuse, and what stands within something else cannot: it comes in parts")
  func refused() throws {
    let refused = try LaidOut([figure(mayTurn: false)])
    let blocks: [PublishedBlock] = [
      .arranged(.columns(2), [figure()]), .grid(columns: 2, [figure(), figure(id: "g")]),
      .arranged(.float(.top, .full), [figure()]),
    ]

    #expect(refused.codes == ["table-split"])
    for block in blocks {
      let laidOut = try LaidOut([block, .paragraph("Après.")])
      #expect(laidOut.document.pages.allSatisfy { !isLandscape($0) })
      #expect(laidOut.codes.contains("table-split"))
      #expect(!laidOut.codes.contains("table-turned"))
    }
  }

  @Test("One too wide for landscape as well comes in parts on upright pages, one that fits stays")
  func others() throws {
    let wide = try LaidOut([figure(columns: 30)])
    #expect(wide.codes == ["table-split"])
    #expect(wide.document.pages.allSatisfy { !isLandscape($0) })

    let narrow = try LaidOut([figure(columns: 4)])
    #expect(narrow.codes == [])
    #expect(narrow.document.pages.map(isLandscape) == [false])
  }
}
