import Charts
import DrawList
import Indicators
import Model
import Spec

extension BarChart {
  /// A published chart with the theme's colours.
  ///
  /// The subject is dark, references are light with an outline, so that the two differ in grey print; a
  /// third series is hatched.
  init(_ chart: PublishedChart, theme: Theme) {
    let colors = theme.colors
    var others = 0
    let series = chart.series.map { one in
      let fill: BarFill
      switch one.role {
      case .subject: fill = BarFill(color: colors.subject, muted: colors.mutedBar, ink: .white)
      case .reference where others == 0:
        fill = BarFill(
          color: colors.reference, muted: colors.reference, outline: colors.muted, ink: colors.text)
        others = 1
      case .reference, nil:
        fill = BarFill.other(number: others, theme)
        others += 1
      }
      return Series(
        name: one.name, fill: fill, bars: one.bars.map { Bar(value: $0.number, label: $0.label) })
    }
    self.init(
      orientation: chart.orientation == .horizontal ? .horizontal : .vertical,
      categories: chart.categories.map {
        Category(label: $0.label, isMuted: chart.hasHighlight && !$0.isHighlighted)
      },
      series: series)
  }
}

extension BarFill {
  /// The fill of a series that is neither the subject nor the first reference.
  fileprivate static func other(number: Int, _ theme: Theme) -> BarFill {
    let colors = theme.colors
    switch number {
    case 0: return BarFill(color: colors.subject, muted: colors.mutedBar, ink: .white)
    case 1:
      return BarFill(
        color: .white, muted: .white, outline: colors.muted, hatch: colors.muted, ink: colors.text)
    default:
      // In grey, the colours are one: the second is hatched, and so is what comes after.
      let color = colors.others[number % colors.others.count]
      let isHatched =
        switch theme.chart.fills {
        case .tints: number > 2
        case .patterns: true
        }
      return BarFill(
        color: isHatched ? .white : color, muted: colors.mutedBar, outline: isHatched ? color : nil,
        hatch: isHatched ? color : nil, ink: colors.text)
    }
  }
}
