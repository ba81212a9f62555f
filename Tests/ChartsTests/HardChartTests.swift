import TestSupport
import Testing

@testable import Charts

/// Charts that leave little room: narrow, of long names, of many series, of long numbers.
@Suite("Hard chart")
struct HardChartTests {
  @Test("Nothing touches, crosses or leaves, however little room there is", arguments: AnyFormTests.forms)
  func hard(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 77)
    for round in 0..<40 {
      let chart = HardChart.any(form, &generator)
      let width = Double(generator.next(in: 200...520))
      let faults = try DrawnChart(chart, width: width).faults
      #expect(
        faults == [],
        "\(form) \(round): \(chart.categories.count) × \(chart.series.count) × \(chart.panels.count), \(width) wide"
      )
    }
  }
}
