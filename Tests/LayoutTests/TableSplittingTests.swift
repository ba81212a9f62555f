import TestSupport
import Testing

@testable import DrawList
@testable import Indicators
@testable import Layout

/// Tables too wide for a page.
@Suite("Tables in parts")
struct TableSplittingTests {
  private func laidOut(columns: Int, cell: String = "1234567890", rows: Int = 3) throws -> LaidOut {
    let heads = (0..<columns).map { index in
      PublishedTable.Column(
        head: "h\(index)", alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    let cells = (0..<rows).map { row in (0..<columns).map { $0 == 0 ? "nom\(row)" : "\(cell)-\(row)-\($0)" } }
    var table = PublishedTable(columns: heads, rows: cells)
    table.spanners = [PublishedTable.Spanner(label: "Tout", columns: 1..<columns, level: 0)]
    let figure = Figure(
      id: "f", label: "Figure 1", title: "Titre", subtitle: nil, content: .table(table), apparatus: [])
    return try LaidOut([.figure(figure)])
  }

  @Test("A table that fits in smaller type is whole, and nothing is said")
  func whole() throws {
    let laidOut = try laidOut(columns: 6, cell: "123")
    #expect(laidOut.codes == [])
    #expect(laidOut.runs.joined().count { $0.text == "nom0" } == 1)
  }

  @Test("One that does not comes in parts with the names of rows and what spans its columns")
  func parts() throws {
    let laidOut = try laidOut(columns: 20)
    let texts = laidOut.runs.joined().map(\.text)
    let count = texts.count { $0 == "nom0" }
    #expect(laidOut.codes == ["table-split"])
    #expect(count > 1)
    #expect(texts.count { $0 == "Tout" } == count)
    for row in 0..<3 {
      for column in 1..<20 { #expect(texts.count { $0 == "1234567890-\(row)-\(column)" } == 1) }
    }
    #expect(texts.contains { $0.hasSuffix("(2/\(count))") })
    let tables = laidOut.document.structure.elements.count { $0.role == .table }
    #expect(tables == count)
  }

  @Test("Three hundred columns have an end, and none is cut")
  func hundreds() throws {
    let laidOut = try laidOut(columns: 300, rows: 2)
    let texts = Set(laidOut.runs.joined().map(\.text))
    for column in 1..<300 { #expect(texts.contains("1234567890-1-\(column)")) }
    for page in laidOut.document.pages { #expect(overlaps(among: page.marks.flatMap(\.runs)) == []) }
    #expect(!laidOut.codes.contains("word-cut"))
  }
}
