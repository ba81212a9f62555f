import DrawList
import Testing

@testable import Layout

@Suite("Column widths")
struct ColumnWidthTests {
  private let demands = [ColumnDemand(minimum: 20, preferred: 100), ColumnDemand(minimum: 30, preferred: 70)]

  @Test(
    "Spare width goes where it is lacking",
    arguments: [
      (available: 200.0, expected: [100.0, 70.0]),  // room for all: not stretched
      (available: 170.0, expected: [100.0, 70.0]),  // 100 + 70
      (available: 110.0, expected: [60.0, 50.0]),  // half of what each lacks: 60 of 80 + 40
      (available: 50.0, expected: [20.0, 30.0]),  // 20 + 30: the least
      (available: 25.0, expected: [12.5, 12.5]),  // too narrow: the longest are cut, none leaves the table
    ])
  func widths(available: Double, expected: [Double]) {
    #expect(columnWidths(for: demands, available: available) == expected)
  }

  @Test("Columns that ask for nothing get nothing, and no column is no trouble")
  func degenerate() {
    #expect(columnWidths(for: [], available: 100) == [])
    #expect(columnWidths(for: [ColumnDemand(minimum: 0, preferred: 0)], available: 0) == [0])
    #expect(columnWidths(for: [ColumnDemand(minimum: 10, preferred: 10)], available: 100) == [10])
  }

  @Test("A column is never narrower than its words where all have room, nor do columns exceed the table")
  func bounds() {
    for available in stride(from: 1.0, through: 200, by: 7.3) {
      let widths = columnWidths(for: demands, available: available)
      #expect(widths.reduce(0, +) <= available + 1e-9)
      if available >= 50 { #expect(widths[0] >= 20 && widths[1] >= 30) }
    }
  }
}
