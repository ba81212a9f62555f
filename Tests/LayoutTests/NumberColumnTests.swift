import DrawList
import Model
import Spec
import TestSupport
import Testing

@testable import Indicators
@testable import Layout

/// Numbers one under the other.
@Suite("Columns of numbers")
struct NumberColumnTests {
  @Test(
    "A number is parted at its decimal mark, in each language",
    arguments: [
      (ReportLanguage.french, "1\u{202F}234,5\u{A0}%", "1\u{202F}234", ",5\u{A0}%"),
      (.french, "12\u{A0}345", "12\u{A0}345", ""), (.french, "7 sur 10", "7", " sur 10"),
      (.english, "1,234.5%", "1,234", ".5%"), (.english, "1,234,567", "1,234,567", ""),
      (.english, "12, then 3", "12", ", then 3"), (.french, "−0,4", "−0", ",4"),
    ])
  func parts(language: ReportLanguage, text: String, before: String, after: String) {
    let parts = NumberParts(text, groupMarks: Wording(language: language).groupMarks)

    #expect(parts?.before == before[...])
    #expect(parts?.after == after[...])
  }

  @Test("What has no digit is no number", arguments: ["", "n.d.", "–", "\u{202F}"])
  func none(text: String) { #expect(NumberParts(text, groupMarks: [","]) == nil) }

  @Test("Whole numbers end at one edge, however many thousands they have", arguments: ReportLanguage.allCases)
  func rightEdges(language: ReportLanguage) throws {
    let mark = Wording(language: language).groupMarks[0]
    let numbers = ["12\(mark)345", "345", "1\(mark)234\(mark)567"]
    let columns = ["Nom", "Habitants"].enumerated().map { index, head in
      PublishedTable.Column(
        head: head, alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    let table = PublishedTable(columns: columns, rows: numbers.map { ["Nom", $0] })
    let figure = Figure(
      id: "f", label: "Figure 1", title: "Titre", subtitle: nil, content: .table(table), apparatus: [])
    let laidOut = try LaidOut(publication([.figure(figure)], language: language))
    let ends = laidOut.runs.joined().filter { numbers.contains($0.text) }.map { $0.origin.x + $0.width }

    #expect(ends.count == 3)
    for end in ends { #expect(abs(end - ends[0]) < 0.01) }
  }
}
