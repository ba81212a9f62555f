import DrawList
import Testing

@testable import Charts

/// Opinion bars around the middle, and an answer on no side. A character is 5 points wide.
@Suite("Opinion bars")
struct OpinionTests {
  /// - Parameter apart: whether the last answer lies on no side.
  private func opinions(_ values: [[Double]], apart: Bool) -> Chart {
    Chart(
      form: .likert, orientation: .horizontal,
      categories: values[0].indices.map { Chart.Category(label: "q\($0)") },
      series: values.indices.map { index in
        Chart.Series(
          name: "r\(index)", fill: BarFill(color: colors[index], muted: colors[index], ink: .white),
          isApart: apart && index == values.count - 1)
      },
      panels: [
        Chart.Panel(values: values.map { $0.map { Chart.Datum(value: $0, label: "\(Int($0))") } })
      ])
  }

  private func bars(_ drawn: DrawnChart, series: Int) -> [Rect] {
    drawn.parts.filter {
      if case .bar(category: _, series: series) = $0.content { true } else { false }
    }.compactMap { $0.items.first?.box }
  }

  @Test("An answer on no side leaves the middle to the others, and starts right of all of them")
  func apart() throws {
    let values: [[Double]] = [[20, 40], [30, 50], [50, 10]]
    let chart = opinions(values, apart: true)
    let drawn = try DrawnChart(chart, width: 400)
    let mark = StackMark(chart: chart, panel: chart.panels[0])
    let aparts = bars(drawn, series: 2)

    // Of two answers with a side, the middle is between them.
    #expect(mark.segments(of: 0).map(\.from).prefix(2) == [-20, 0])
    #expect(aparts.count == 2 && abs(aparts[0].minX - aparts[1].minX) < 0.01)
    #expect(aparts[0].minX > bars(drawn, series: 1).map(\.maxX).max()! + 5)
    // On one scale: as long for as many answers.
    let scale = bars(drawn, series: 1)[0].size.width / 30
    #expect(abs(aparts[0].size.width - 50 * scale) < 1.5)
  }

  @Test("Of an odd number of answers the middle one lies on both sides")
  func odd() {
    let chart = opinions([[20, 40], [30, 50], [50, 10]], apart: false)
    let mark = StackMark(chart: chart, panel: chart.panels[0])

    #expect(mark.segments(of: 0).map(\.from) == [-35, -15, 15])
    #expect(mark.apartStart == nil)
  }
}
