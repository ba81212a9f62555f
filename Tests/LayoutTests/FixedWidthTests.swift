import TestSupport
import Testing

@testable import DrawList
@testable import Indicators
@testable import Layout

/// Widths that authors ask for and cannot have, and words that no width has room for.
@Suite("Fixed widths")
struct FixedWidthTests {
  private func laidOut(_ widths: [PublishedTable.Width], cells: [String]) throws -> LaidOut {
    var columns = widths.indices.map { index in
      PublishedTable.Column(
        head: "h\(index)", alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    for (index, width) in widths.enumerated() { columns[index].width = width }
    return try LaidOut([
      .figure(
        Figure(
          id: "f", label: "Figure 1", title: "T", subtitle: nil,
          content: .table(PublishedTable(columns: columns, rows: [cells])), apparatus: []))
    ])
  }

  @Test("Wider than the page together, all are reduced alike, and nothing is cut")
  func tooWide() throws {
    let laidOut = try laidOut([.millimetres(200), .millimetres(300)], cells: ["nom", "12"])
    #expect(laidOut.codes == ["columns-too-wide"])
    let message = try #require(laidOut.diagnostics.first).message.text
    #expect(message.french.contains("font 500 mm"))
    let texts = laidOut.runs.joined()
    let frame = publication([]).theme.page.frame
    #expect(texts.allSatisfy { frame.holds($0.box) })
    let second = try #require(texts.first { $0.text == "12" })
    // Its right edge is the table's.
    #expect(abs(second.box.maxX - frame.maxX) < 1)
  }

  @Test("A number is not cut in a column too narrow for it: the column is made wider")
  func tooNarrow() throws {
    let laidOut = try laidOut([.auto, .millimetres(3)], cells: ["nom", "123456789"])
    #expect(laidOut.codes.contains("column-too-narrow"))
    #expect(laidOut.runs.joined().contains { $0.text == "123456789" })
  }

  @Test("Nor are words set letter by letter")
  func tooNarrowForWords() throws {
    let laidOut = try laidOut([.millimetres(2), .auto], cells: ["territoire", "1"])
    #expect(laidOut.codes.contains("column-too-narrow"))
    // Four letters' width at least: pieces of "territoire" are of more than one letter.
    let pieces = laidOut.runs.joined().map(\.text).filter { "territoire".contains($0) && $0 != "1" }
    #expect(!pieces.isEmpty && pieces.allSatisfy { $0.count > 1 })
  }

  @Test("A word wider than the page is cut; its neighbours are not, nor is their type smaller")
  func longWord() throws {
    let laidOut = try laidOut([.auto, .auto], cells: ["nomdelaligne", String(repeating: "9", count: 400)])
    #expect(laidOut.codes == [])
    let name = try #require(laidOut.runs.joined().first { $0.text == "nomdelaligne" })
    #expect(name.size == publication([]).theme.type.table.size)
  }
}
