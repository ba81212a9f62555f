import TestSupport
import Testing

@testable import DrawList
@testable import Indicators
@testable import Layout

/// Tables too wide for a page.
@Suite("Tables in parts")
struct TableSplittingTests {
  private func laidOut(
    columns: Int, cell: String = "1234567890", rows: Int = 3, mayBeSmall: Bool = false
  ) throws -> LaidOut {
    let heads = (0..<columns).map { index in
      PublishedTable.Column(
        head: "h\(index)", alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    let cells = (0..<rows).map { row in (0..<columns).map { $0 == 0 ? "nom\(row)" : "\(cell)-\(row)-\($0)" } }
    var table = PublishedTable(columns: heads, rows: cells)
    table.mayBeSmall = mayBeSmall
    table.spanners = [PublishedTable.Spanner(label: "Tout", columns: 1..<columns, level: 0)]
    let figure = Figure(
      id: "f", label: "Figure 1", title: "Titre", subtitle: nil, content: .table(table), apparatus: [])
    return try LaidOut([.figure(figure)])
  }

  @Test("A table that fits is whole, and nothing is said")
  func whole() throws {
    let laidOut = try laidOut(columns: 6, cell: "123")
    #expect(laidOut.codes == [])
    #expect(laidOut.runs.joined().count { $0.text == "nom0" } == 1)
  }

  @Test("One that fits in smaller type only is whole, and a warning says from what size to what")
  func small() throws {
    // Ten columns of ten letters, 4.5 points each in type of 9, and nine gaps of 14: too wide by 90 points.
    let small = try laidOut(columns: 10, cell: "12345")
    let message = try #require(small.diagnostics.first).message
    #expect(small.codes == ["table-small-type"])
    #expect(small.runs.joined().count { $0.text == "nom0" } == 1)
    let sizes = Set(small.runs.joined().filter { $0.text.hasPrefix("12345-") }.map(\.size))
    let size = try #require(sizes.first)
    #expect(sizes.count == 1 && size < 9)
    let printed = "\((size * 10).rounded() / 10)"
    #expect(message.text.english.hasSuffix("is set in type of \(printed) points instead of 9"))
    #expect(
      message.text.french.contains("de \(printed.replacing(".", with: ",")) points au lieu de 9"))
  }

  @Test("Its author may mean it")
  func meant() throws { #expect(try laidOut(columns: 10, cell: "12345", mayBeSmall: true).codes == []) }

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
