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

  @Test(
    "A given height is filled, as far as bars remain bars, and nothing touches so",
    arguments: AnyFormTests.forms)
  func filled(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 78)
    for round in 0..<24 {
      let chart = HardChart.any(form, &generator)
      let width = Double(generator.next(in: 240...640))
      let natural = try DrawnChart(chart, width: width).height
      let wanted = natural * Double(generator.next(in: 11...22)) / 10
      let drawn = try DrawnChart(chart, width: width, filling: wanted)
      let most = try DrawnChart(chart, width: width, filling: wanted * 20).height
      let isFull = abs(drawn.height - min(wanted, most)) < 0.02

      #expect(drawn.faults == [], "\(form) \(round), \(width) wide, \(wanted) high")
      #expect(drawn.height <= wanted + 0.01 && drawn.height >= natural - 0.01)
      #expect(
        isFull || chart.panels.count > 1 || drawn.wasTurned, "\(form) \(round): \(drawn.height) of \(wanted)")
    }
  }
}
