import DrawList
import TestSupport
import Testing

@testable import Charts

/// How lines over periods are told apart, and what their dashes mean. A character is 5 points wide.
@Suite("Lines")
struct LineTests {
  private static let periods = ["2022", "2023", "2024", "2025"]

  /// - Parameter unsettled: the last value of the second line may still change.
  private func lines(_ names: [String], unsettled: Bool = false, mutesSecond: Bool = false) -> Chart {
    Chart(
      form: .line, orientation: .vertical, categories: Self.periods.map { Chart.Category(label: $0) },
      series: names.enumerated().map { index, name in
        Chart.Series(name: name, fill: .hatched, isMuted: mutesSecond && index == 1)
      },
      panels: [
        Chart.Panel(
          values: names.indices.map { series in
            Self.periods.indices.map { period in
              Chart.Datum(
                value: Double(10 * series + period + 1), label: "\(10 * series + period + 1)",
                isProvisional: unsettled && series == 1 && period == 3)
            }
          })
      ])
  }

  private func corners(of drawn: DrawnChart, series: Int) -> [Int] {
    drawn.parts.filter {
      if case .bar(category: _, series: series) = $0.content { true } else { false }
    }.map(\.items).map { items in
      if case .polygon(let corners, _)? = items.first { corners.count } else { 0 }
    }
  }

  /// Strokes as wide as a line's, that are shorter than from one period to the next.
  private func dashCount(_ drawn: DrawnChart) -> Int {
    drawn.items.count { item in
      if case .line(let from, let to, 1.9, _) = item { abs(to.x - from.x) < 10 } else { false }
    }
  }

  @Test("Lines that are named at their ends have round points and no dashes, whatever their colours")
  func namedAtEnds() throws {
    let drawn = try DrawnChart(lines(["Nord", "Sud", "Est"]), width: 400)

    #expect(!drawn.hasLegend)
    #expect((0..<3).allSatisfy { corners(of: drawn, series: $0) == [24, 24, 24, 24] })
    #expect(dashCount(drawn) == 0)
  }

  @Test("Lines that a legend names have points of a form of their own")
  func namedInLegend() throws {
    let names = ["Nord", "Sud", "Est"].map { $0 + String(repeating: " et autres", count: 4) }
    let drawn = try DrawnChart(lines(names), width: 400)

    #expect(drawn.hasLegend)
    #expect(corners(of: drawn, series: 0) == [24, 24, 24, 24])
    #expect(corners(of: drawn, series: 1) == [4, 4, 4, 4])
    #expect(corners(of: drawn, series: 2) == [3, 3, 3, 3])
    #expect(dashCount(drawn) == 0)
  }

  @Test("Dashes lead to a value that may still change, whose point is hollow")
  func provisional() throws {
    let drawn = try DrawnChart(lines(["Nord", "Sud"], unsettled: true), width: 400)
    let points = drawn.parts.filter { $0.content == .bar(category: 3, series: 1) }

    #expect(dashCount(drawn) > 3)
    #expect(points.map(\.items.count) == [2])
  }

  @Test("Lines that step back are grey in the legend too")
  func muted() throws {
    let chart = lines(
      ["Nord", "Sud"].map { $0 + String(repeating: " et autres", count: 4) }, mutesSecond: true)
    let drawn = try DrawnChart(chart, width: 400)
    let colors = drawn.items.compactMap { item -> Color? in
      if case .line(_, _, 2, let color) = item { color } else { nil }
    }
    let style = ChartStyle(category: .ten, value: .ten, series: .ten, leading: 11, baseline: .black)

    #expect(colors == [chart.series[0].fill.stroke, chart.lineColor(of: 1, style)])
  }

  @Test("Each missing value stands at its own period, with its own reason")
  func missing() throws {
    let labels = ["s", "1", "s", "n.d.", "n.d.", "n.d.", "7", "s"]
    let chart = Chart(
      form: .line, orientation: .vertical,
      categories: labels.indices.map { Chart.Category(label: "\(2018 + $0)") },
      series: [Chart.Series(name: "un", fill: .hatched)],
      panels: [
        Chart.Panel(values: [labels.map { Chart.Datum(value: Double($0), label: $0) }])
      ])
    let drawn = try DrawnChart(chart, width: 500)
    func middles(_ text: String) -> [Double] {
      drawn.runs.filter { $0.text == text }.map { $0.origin.x + $0.width / 2 }
    }
    let years = [2018, 2020, 2022, 2025].compactMap { middles("\($0)").first }

    #expect(middles("s").map { $0.rounded() } == [0, 1, 3].map { years[$0].rounded() })
    // Of three missing for one reason the middle one tells it.
    #expect(middles("n.d.").map { $0.rounded() } == [years[2].rounded()])
  }

  @Test("Lines after the fifth have another form than the first of their colour")
  func formsBeyondFive() { #expect((0..<20).allSatisfy { PointShape(of: $0) != PointShape(of: $0 + 5) }) }

  @Test("Each form of point covers about as much as a disc, and its place is in its middle")
  func shapes() {
    for shape in PointShape.allCases {
      let box = shape.items(at: Point(x: 10, y: 20), radius: 3, .black).map(\.box)[0]
      #expect(abs(box.midX - 10) < 0.001 && abs(box.midY - 20) < 0.001, "\(shape)")
      #expect(box.maxX - 10 <= shape.widest * 3 && box.maxY - 20 <= shape.widest * 3, "\(shape)")
      #expect(box.maxX - 10 > 2.6, "\(shape)")
    }
  }
}

extension BarFill {
  /// One that could be taken for another in grey.
  fileprivate static var hatched: BarFill {
    BarFill(color: .white, muted: .white, outline: .black, hatch: .black, ink: .black)
  }
}
