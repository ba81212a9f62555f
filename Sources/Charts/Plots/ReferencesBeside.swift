import DrawList
import Typesetting

/// The names of references beside the right end of an upright plot; where they would take too much of its width, or have
/// no room under one another, a legend tells them.
struct ReferencesBeside {
  private let references: [ChartReference]
  private let style: ChartStyle
  private let text: ChartText
  /// How wide names are, at the most.
  private let nameWidth: Points
  /// Whether the names stand in the legend.
  let areInLegend: Bool

  static let gap: Points = 6
  /// Of the width, what names take if they can be broken so; and at the most, if they cannot.
  private static let usualShare = 0.22
  private static let largestShare = 0.32

  init(chart: Chart, style: ChartStyle, text: ChartText, width: Points) {
    references = chart.form == .bullet ? [] : chart.references
    self.style = style
    self.text = text
    let widest = references.map { text.width($0.label, style.tick) }.max() ?? 0
    let words = references.map { text.minimumWidth($0.label, style.tick) }.max() ?? 0
    let nameWidth = max(words, min(widest, width * Self.usualShare))
    self.nameWidth = nameWidth
    // The ends of lines stand there too.
    let lines = references.reduce(chart.form == .line ? chart.series.count : 0) {
      $0 + text.evenLines($1.label, style.tick, width: nameWidth).count
    }
    areInLegend =
      nameWidth > width * Self.largestShare
      || Double(lines) * text.leading > VerticalPlot.height(style, width) * (chart.form == .line ? 0.5 : 1)
  }

  /// The room right of the plot.
  var room: Points { references.isEmpty || areInLegend ? 0 : nameWidth + Self.gap }

  /// The names, each on its lines, in the order of the references.
  var lines: [[Line]] {
    areInLegend ? [] : references.map { text.evenLines($0.label, style.tick, width: nameWidth) }
  }
}
