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
  var stroke: Color { hatch ?? outline ?? color }

  /// The same for a value that may still change: half as strong, with its own colour around.
  var provisional: BarFill {
    BarFill(
      color: color.mixed(with: .white, 0.62), muted: muted.mixed(with: .white, 0.62), outline: stroke,
      hatch: hatch, hatchSpacing: hatchSpacing, ink: .black)
  }
}

/// How the texts and lines of a chart look.
package struct ChartStyle: Hashable, Sendable {
  package let category: TextStyle
  package let value: TextStyle
  package let series: TextStyle
  package let leading: Points
  package let baseline: Color
  /// Lines that values are read along.
  package var grid: Color
  /// Secondary text, and lines that are not data.
  package var muted: Color
  /// Bands behind bars, from the strongest on.
  package var bands: [Color]
  /// How high the plot of columns and lines is; `nil` for what suits the width.
  package var plotHeight: Points?

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

  /// Numbers along a scale, and remarks.
  var tick: TextStyle { category.colored(muted) }
}
