import DrawList
import Typesetting

/// How a bar is filled. Outlines and hatching tell series apart in grey print too.
package struct BarFill: Hashable, Sendable {
  package let color: Color
  /// The colour of the same bar in a muted category.
  package let muted: Color
  package let outline: Color?
  package let hatch: Color?
  /// From one stroke of the hatching to the next.
  package let hatchSpacing: Points
  /// The colour of a text that stands on it.
  package let ink: Color

  package init(
    color: Color, muted: Color, outline: Color? = nil, hatch: Color? = nil, hatchSpacing: Points = 5,
    ink: Color
  ) {
    self.color = color
    self.muted = muted
    self.outline = outline
    self.hatch = hatch
    self.hatchSpacing = hatchSpacing
    self.ink = ink
  }

  /// What a line or point of this fill is drawn in: where the fill is light, its outline or hatching.
  package var stroke: Color { hatch ?? outline ?? color }

  /// The same for a value that may still change: half as strong, with its own colour around.
  var provisional: BarFill {
    BarFill(
      color: color.mixed(with: .white, 0.62), muted: muted.mixed(with: .white, 0.62), outline: stroke,
      hatch: hatch, hatchSpacing: hatchSpacing, ink: .black)
  }
}

/// How the texts and lines of a chart look.
package struct ChartStyle: Hashable, Sendable {
  package private(set) var category: TextStyle
  package private(set) var value: TextStyle
  package private(set) var series: TextStyle
  package private(set) var leading: Points
  package let baseline: Color
  /// Lines that values are read along.
  package var grid: Color
  /// Secondary text, and lines that are not data.
  package var muted: Color
  /// Bands behind bars, from the strongest on.
  package var bands: [Color]
  /// How high the plot of columns and lines is; `nil` for what suits the width.
  package var plotHeight: Points?
  /// How much higher than usual the rows of lying bars are, where a height is to be filled.
  package var rowStretch = 1.0

  package init(
    category: TextStyle, value: TextStyle, series: TextStyle, leading: Points, baseline: Color,
    grid: Color? = nil, muted: Color? = nil, bands: [Color] = [], plotHeight: Points? = nil
  ) {
    self.category = category
    self.value = value
    self.series = series
    self.leading = leading
    self.baseline = baseline
    self.grid = grid ?? baseline.mixed(with: .white, 0.85)
    self.muted = muted ?? baseline.mixed(with: .white, 0.4)
    self.bands = bands.isEmpty ? [0.72, 0.82, 0.92].map { baseline.mixed(with: .white, $0) } : bands
    self.plotHeight = plotHeight
  }

  /// How far rows are drawn together so that many have room: from 0, not at all, to 1, as far as they can be read.
  package private(set) var density = 0.0

  private static let leastSize: Points = 7.5
  private static let leastLeading = 1.2

  /// The same with smaller letters and lower rows, down to letters of 7.5 points, or 85 % of what the theme has.
  ///
  /// - Parameter density: from 0 to 1.
  package func drawnTogether(_ density: Double) -> ChartStyle {
    func smaller(_ size: Points) -> Points {
      size + density * (min(size, max(Self.leastSize, size * 0.85)) - size)
    }
    var style = self
    style.density = density
    style.category.size = smaller(category.size)
    style.value.size = smaller(value.size)
    style.series.size = smaller(series.size)
    let least = min(leading, smaller(category.size) * Self.leastLeading)
    style.leading = leading + density * (least - leading)
    return style
  }

  /// A length that shrinks as rows are drawn together.
  func together(_ length: Points, least: Points) -> Points {
    length + density * (min(length, least) - length)
  }

  /// Numbers along a scale, and remarks.
  var tick: TextStyle { category.colored(muted) }
}
