import DrawList
import TestSupport
import Testing

@testable import Indicators

@Suite("What must stay readable")
struct NarrowTests {
  private func table(columns: Int, cell: String, rows: Int = 1) -> PublishedBlock {
    let heads = (0..<columns).map { index in
      PublishedTable.Column(
        head: "h\(index)", alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    let row = (0..<columns).map { $0 == 0 ? "a" : cell }
    return .figure(
      Figure(
        id: "f", label: "Figure 1", title: "Titre", subtitle: nil,
        content: .table(PublishedTable(columns: heads, rows: Array(repeating: row, count: rows))),
        apparatus: []))
  }

  @Test("A table too wide for its numbers is set smaller before one of them is cut")
  func smaller() throws {
    // Nine columns of ten characters, half an em each: at 9 pt 9 × 45 + 9 × 14 of 476 pt do not fit, smaller they do.
    let runs = try LaidOut([table(columns: 10, cell: "1234567890")]).runs.joined()
    let cells = runs.filter { $0.text.hasPrefix("1234") }
    #expect(cells.count == 9)
    #expect(cells.allSatisfy { $0.text == "1234567890" && $0.size < 9 && $0.size >= 9 * 0.8 })
  }

  @Test("What goes on over a page bears its title again, and says so")
  func continued() throws {
    let document = try LaidOut([table(columns: 3, cell: "1", rows: 60)]).document
    let artifacts = document.pages[1].marks.filter { $0.owner == .pagination }.flatMap(\.runs).map(\.text)
    #expect(artifacts.contains { $0.contains("Titre (suite)") })
    #expect(artifacts.contains("h1"))
  }

  @Test("The numbers of a list end on one line, and no text touches them")
  func markers() throws {
    let items = (0..<5).map { [PublishedText.paragraph(RichText("t\($0)"))] }
    let runs = try LaidOut([.text([.list(start: 8, items: items)])]).runs.joined()
    let numbers = runs.filter { $0.text.hasSuffix(".") && Int($0.text.dropLast()) != nil }
    let texts = runs.filter { $0.text.hasPrefix("t") && $0.text.count == 2 }
    #expect(numbers.map(\.text) == ["8.", "9.", "10.", "11.", "12."])
    #expect(Set(numbers.map { ($0.origin.x + $0.width).rounded() }).count == 1)
    #expect(Set(texts.map(\.origin.x)).count == 1)
    #expect(zip(numbers, texts).allSatisfy { $0.origin.x + $0.width < $1.origin.x })
  }
}
