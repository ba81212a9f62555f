import DrawList
import Typesetting

/// A bar chart to draw: categories, and a bar of each series in each of them.
package struct BarChart: Hashable, Sendable {
  package enum Orientation: Hashable, Sendable { case horizontal, vertical }

  package struct Bar: Hashable, Sendable {
    /// `nil` where there is no value; its label then says why.
    package let value: Double?
    package let label: String

    package init(value: Double?, label: String) {
      self.value = value
      self.label = label
    }
  }

  package struct Series: Hashable, Sendable {
    package let name: String
    package let fill: BarFill
    /// One for each category.
    package let bars: [Bar]

    package init(name: String, fill: BarFill, bars: [Bar]) {
      self.name = name
      self.fill = fill
      self.bars = bars
    }
  }

  package struct Category: Hashable, Sendable {
    package let label: String
    /// Whether it steps back so that another stands out.
    package let isMuted: Bool

    package init(label: String, isMuted: Bool) {
      self.label = label
      self.isMuted = isMuted
    }
  }

  package let orientation: Orientation
  package let categories: [Category]
  package let series: [Series]

  package init(orientation: Orientation, categories: [Category], series: [Series]) {
    precondition(series.allSatisfy { $0.bars.count == categories.count }, "each series has a bar a category")
    self.orientation = orientation
    self.categories = categories
    self.series = series
  }
}

/// How a bar is filled. Outlines and hatching tell series apart in grey print too.
package struct BarFill: Hashable, Sendable {
  package let color: Color
  /// The colour of the same bar in a muted category.
  package let muted: Color
  package let outline: Color?
  package let hatch: Color?
  /// The colour of a text that stands on it.
  package let ink: Color

  package init(color: Color, muted: Color, outline: Color? = nil, hatch: Color? = nil, ink: Color) {
    self.color = color
    self.muted = muted
    self.outline = outline
    self.hatch = hatch
    self.ink = ink
  }
}

/// How the texts and lines of a chart look.
package struct ChartStyle: Hashable, Sendable {
  package let category: TextStyle
  package let value: TextStyle
  package let series: TextStyle
  package let leading: Points
  package let baseline: Color

  package init(category: TextStyle, value: TextStyle, series: TextStyle, leading: Points, baseline: Color) {
    self.category = category
    self.value = value
    self.series = series
    self.leading = leading
    self.baseline = baseline
  }
}

/// A drawn chart, in strips from top to bottom that a page may end between if it must.
package struct ChartDrawing: Hashable, Sendable {
  package struct Strip: Hashable, Sendable {
    package let height: Points
    /// From the strip's top-left corner, in painting order.
    package let parts: [ChartPart]

    package var items: [DrawItem] { parts.flatMap(\.items) }
  }

  /// The names of the series, where they do not stand in the bars; drawn again over bars on another page.
  package let legend: Strip?
  package let strips: [Strip]
  /// Whether columns were asked for but their labels left no room, so that bars were drawn.
  package let wasTurned: Bool
}

/// Draw items with what they tell, so that a chart's words and numbers can be read as the table that they make up.
package struct ChartPart: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Bars, lines, samples: what is only there to be seen.
    case shape
    case seriesName(Int)
    case categoryName(Int)
    case value(category: Int, series: Int)
  }

  package let content: Content
  package let items: [DrawItem]
}
