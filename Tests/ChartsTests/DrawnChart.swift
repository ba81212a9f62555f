import Charts
import DrawList
import TestSupport
import Typesetting
import UnicodeText

/// A chart drawn with letters half an em wide: at 10 points, 5 points each.
struct DrawnChart {
  let width: Double
  let wasTurned: Bool
  let hasLegend: Bool
  /// From the chart's top-left corner.
  let items: [DrawItem]
  let height: Double
  let parts: [ChartPart]
  let unwritten: ChartDrawing.Unwritten

  init(_ chart: Chart, width: Double, filling wanted: Double? = nil) throws {
    let typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
    let style = ChartStyle(category: .ten, value: .ten, series: .ten, leading: 11, baseline: .black)
    let drawing = drawChart(
      chart, style: style, width: width, filling: wanted, typesetter: typesetter)
    self.width = width
    wasTurned = drawing.wasTurned
    hasLegend = drawing.legend != nil
    var y = 0.0
    items = ([drawing.legend].compactMap(\.self) + drawing.strips).flatMap { strip in
      defer { y += strip.height }
      return strip.items.map { $0.moved(by: Point(x: 0, y: y)) }
    }
    height = y
    parts = drawing.strips.flatMap(\.parts)
    unwritten = drawing.unwritten(of: chart)
  }

  var runs: [GlyphRun] { items.compactMap(\.run) }
  var texts: [String] { runs.map(\.text) }

  /// Rectangles of a colour, from top to bottom and from left to right.
  func rectangles(_ color: Color) -> [Rect] {
    items.compactMap { item -> Rect? in
      if case .rectangle(let rect, color) = item { rect } else { nil }
    }
  }

  func run(_ text: String) -> GlyphRun? { runs.first { $0.text == text } }

  var strokes: [(from: Point, to: Point)] {
    items.compactMap { item in
      if case .line(let from, let to, _, hatchColor) = item { (from, to) } else { nil }
    }
  }

  /// Where zero is.
  var baseline: Rect? {
    items.first { item in
      if case .line(_, _, _, .black) = item { true } else { false }
    }?.box
  }
}

let colors = [Color(0x111111), Color(0x222222), Color(0x333333), Color(0x444444)]
let hatchColor = Color(0xABCDEF)
let outlineColor = Color(0xFEDCBA)

/// A chart with one category a label and the values of each series.
func chart(
  _ orientation: Chart.Orientation, form: ChartForm = .bar, categories: [String], weights: [Double] = [],
  values: [[Double?]],
  names: [String] = ["un", "deux", "trois", "quatre"], isMuted: Bool = false,
  label: (Double?) -> String = { $0.map { "\(Int($0))" } ?? "nd" }
) -> Chart {
  Chart(
    form: form, orientation: orientation,
    categories: categories.enumerated().map { index, label in
      Chart.Category(label: label, isMuted: isMuted, weight: index < weights.count ? weights[index] : 1)
    },
    series: values.indices.map { index in
      Chart.Series(
        name: names[index],
        fill: BarFill(
          color: colors[index % colors.count], muted: colors[index % colors.count], ink: .white))
    },
    panels: [Chart.Panel(values: values.map { $0.map { Chart.Datum(value: $0, label: label($0)) } })])
}
