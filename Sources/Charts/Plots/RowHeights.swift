import DrawList

/// How high the rows of a lying chart are, before what is written in them asks for more.
struct RowHeights {
  private(set) var thickness: Points
  private(set) var gap: Points

  /// - Parameter mark: of the first lane; `nil` where there is none.
  init(_ chart: Chart, mark: (any CategoryMark)?, style: ChartStyle) {
    let (rows, isParted) = (chart.categories.count, chart.series.count > 1)
    let one = chart.isParted ? 14 : mark?.thickness ?? 15
    let wanted = rows > 30 && !isParted ? min(one, 10) : one
    // Bars of several series are as high as the value beside each.
    thickness = style.together(wanted, least: wanted * (isParted ? 0.85 : 0.7)) * style.rowStretch
    let white =
      chart.form == .pyramid
      ? style.together(3, least: 0.8)
      : style.together(rows > 30 ? 3 : isParted || rows <= 12 ? 9 : 6, least: 0.8)
    gap = white * style.rowStretch
  }

  func stretched(by stretch: Double) -> RowHeights {
    var heights = self
    heights.thickness *= stretch
    heights.gap *= stretch
    return heights
  }
}

extension Chart {
  /// A height that its plot has at the least, whatever its width; nothing where only drawing it tells.
  package func leastHeight(_ style: ChartStyle) -> Points {
    guard panels.count == 1, !isUpright, !isParted else { return 0 }
    let rows = RowHeights(self, mark: mark(panel: 0), style: style)
    return Double(categories.count) * (rows.thickness + rows.gap) - rows.gap
  }
}
