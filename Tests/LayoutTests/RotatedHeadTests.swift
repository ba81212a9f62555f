import TestSupport
import Testing

@testable import DrawList
@testable import Indicators
@testable import Layout

@Suite("Heads that read upwards")
struct RotatedHeadTests {
  @Test("A unit reads upwards beside its head, and the column is wide enough for both")
  func unit() throws {
    var columns = ["Nom", "Un", "Deux"].map {
      PublishedTable.Column(head: $0, alignment: .number, isStub: false, isStrong: false)
    }
    for index in 1...2 {
      columns[index].isRotated = true
      columns[index].unit = "unité\(index)"
    }
    let table = PublishedTable(columns: columns, rows: [["a", "1", "2"]])
    let laidOut = try LaidOut([
      .figure(
        Figure(
          id: "f", label: "Figure 1", title: "T", subtitle: nil, content: .table(table), apparatus: []))
    ])
    let runs = laidOut.runs.joined().filter { $0.isUpward }
    #expect(Set(runs.map(\.text)) == ["Un", "unité1", "Deux", "unité2"])
    // One beside the other: each line stands a leading further right.
    let places = ["Un", "unité1", "Deux", "unité2"].compactMap { text in
      runs.first { $0.text == text }?.origin.x
    }
    #expect(places == places.sorted())
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 9 })
  }
}
