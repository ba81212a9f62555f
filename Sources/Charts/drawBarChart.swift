import DrawList
import Typesetting

/// Draws a bar chart in a given width; its height follows from what it holds.
///
/// Bars start at zero. Each has its value beside it, so there is no axis to read and no grid. Columns whose
/// labels would touch are drawn as horizontal bars instead, which always have room.
package func drawBarChart(
  _ chart: BarChart, style: ChartStyle, width: Points, typesetter: Typesetter
) -> ChartDrawing {
  switch chart.orientation {
  case .horizontal:
    let bars = HorizontalBars(chart: chart, style: style, width: width, typesetter: typesetter)
    return ChartDrawing(legend: bars.legend, strips: bars.strips(), wasTurned: false)
  case .vertical:
    let columns = VerticalBars(chart: chart, style: style, width: width, typesetter: typesetter)
    if columns.hasRoom {
      return ChartDrawing(legend: columns.legend, strips: [columns.strip()], wasTurned: false)
    }
    let bars = HorizontalBars(chart: chart, style: style, width: width, typesetter: typesetter)
    return ChartDrawing(legend: bars.legend, strips: bars.strips(), wasTurned: true)
  }
}
