import Testing

@testable import Indicators

@Suite("Rows that are made when they are asked for")
struct TableRecordTests {
  private let texts = (0..<50).map { row in (0..<3).map { "\(row).\($0)" } }

  private var made: TableRecords {
    let texts = texts
    return TableRecords(
      PlainRecords(
        count: texts.count, columnCount: 3, text: { texts[$0][$1] }, isHighlighted: { $0 == 7 }))
  }

  private var kept: TableRecords {
    TableRecords(
      texts.enumerated().map { index, cells in
        PublishedTable.Row(cells: cells.map { PublishedTable.Cell($0) }, isHighlighted: index == 7)
      })
  }

  @Test("They are the rows that would be kept")
  func sameness() {
    #expect(made == kept)
    for row in kept.indices {
      #expect(made[row] == kept[row])
      #expect(made.isPlain(row) == kept.isPlain(row))
      #expect(made.kind(of: row) == kept.kind(of: row))
      #expect(made.isHighlighted(row) == kept.isHighlighted(row))
      #expect(made.reach(of: row) == kept.reach(of: row))
      #expect(made.cell(row, 1) == kept.cell(row, 1))
    }
  }

  @Test("One that is changed changes alone")
  func change() {
    var changed = made
    changed[3].cells[1].text = "autre"
    changed.append(PublishedTable.Row(kind: .tableSummary, cells: texts[0].map { PublishedTable.Cell($0) }))

    #expect(changed.count == 51)
    #expect(changed[3].cells.map(\.text) == ["3.0", "autre", "3.2"])
    #expect(changed.kind(of: 50) == .tableSummary)
    for row in kept.indices where row != 3 { #expect(changed[row] == kept[row]) }
  }

  @Test("Some columns of them, in another order")
  func columns() {
    let texts = texts
    let records = PlainRecords(
      count: texts.count, columnCount: 3, text: { texts[$0][$1] }, isHighlighted: { _ in false })
    #expect(records.columns([2, 0]).row(4).cells.map(\.text) == ["4.2", "4.0"])
  }
}
