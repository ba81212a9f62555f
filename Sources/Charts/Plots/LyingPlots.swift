import DrawList
import Typesetting

/// A panel of lying bars: one plot, or several where the lanes of a split chart have no room side by side.
struct LyingPlots {
  private let plots: [HorizontalPlot]

  private static let gap: Points = 12

  /// Bars that are higher look like columns.
  static let mostStretch = 2.8

  init(
    chart: Chart, panel: Int, style: ChartStyle, text: ChartText, width: Points, names: CategoryNames,
    domain: ClosedRange<Double>?
  ) {
    let inRow = LaneRoom.lanesInRow(chart, width: width, names: names.width, text: text, style: style)
    plots = stride(from: 0, to: chart.series.count, by: max(1, inRow)).map { first in
      HorizontalPlot(
        chart: chart, panel: panel, style: style, text: text, width: width, names: names, domain: domain,
        shown: first..<min(first + inRow, chart.series.count), of: inRow)
    }
  }

  private init(plots: [HorizontalPlot]) { self.plots = plots }

  /// Whether the series are named in or over their bars.
  var namesSeries: Bool { plots.contains(where: \.namesSeries) }

  func strips() -> [ChartDrawing.Strip] {
    plots.enumerated().flatMap { index, plot in
      index == 0
        ? plot.strips()
        : [ChartDrawing.Strip(height: Self.gap, parts: [])] + plot.strips().map(\.withoutNames)
    }
  }

  /// The same with rows as high as fills a height, or as may be; as they are where they need more.
  func filling(_ height: Points) -> LyingPlots {
    var (low, high) = (1.0, Self.mostStretch)
    var (lowest, highest) = (self.height(stretchedBy: low), self.height(stretchedBy: high))
    guard lowest < height else { return self }
    guard highest > height else { return stretched(high) }
    // Heights grow with the stretch, ever faster: names of several lines are as high as they were until their bars are
    // higher. So a chord tells too small a stretch, or the right one.
    while height - lowest > 0.01, high - low > 1e-6 {
      low += (high - low) * (height - lowest) / (highest - lowest)
      lowest = self.height(stretchedBy: low)
    }
    return stretched(low)
  }

  private func stretched(_ stretch: Double) -> LyingPlots {
    LyingPlots(plots: plots.map { $0.stretched(stretch) })
  }

  private func height(stretchedBy stretch: Double) -> Points {
    plots.reduce(Double(plots.count - 1) * Self.gap) { $0 + $1.height(stretchedBy: stretch) }
  }
}
