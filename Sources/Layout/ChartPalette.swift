import Charts
import DrawList
import Indicators
import Model
import Spec

/// The fills of a chart's series: the theme's colours by what series are, hatched where eyes or printers could not tell
/// two of them apart.
///
/// The subject is dark and references are light, in every chart of a report. Parts of a whole go from dark to light, and
/// answers from one pole to the other.
struct ChartPalette {
  let theme: Theme

  private var colors: ThemeColors { theme.colors }

  /// How different fills must look to everybody (CIEDE2000) to stand without hatching. Neighbours of a stack, which
  /// an edge parts and order names, may be nearer.
  static let leastDifference = 11.0
  static let leastDifferenceInStack = 6.0

  func fills(of chart: PublishedChart) -> [BarFill] {
    let count = chart.series.count
    switch chart.kind {
    case .stacked, .stackedToWhole, .mosaic:
      return checked(ramp(count).map { fill($0) }, least: Self.leastDifferenceInStack)
    case .likert:
      let apart = chart.series.count(where: \.isApart)
      return checked(poles(count - apart).map { fill($0) }, least: Self.leastDifferenceInStack)
        + (0..<apart).map { _ in onNoSide }
    case .split, .range: return (0..<count).map { _ in fill(colors.subject) }
    case .line, .slope:
      return chart.series.contains(where: \.isMuted)
        ? pointingOut(chart)
        : checked(byRole(chart).map(drawnAsLine), least: Self.leastDifference, seen: \.stroke)
    case .bar, .column, .ranked, .diverging, .pyramid, .dumbbell, .dot, .lollipop, .bullet, .waterfall,
      .histogram, .pareto, .pictogram:
      return chart.series.contains(where: \.isMuted)
        ? pointingOut(chart) : checked(byRole(chart), least: Self.leastDifference)
    }
  }

  /// Of an answer that is none, which stands apart: white, with an edge.
  private var onNoSide: BarFill {
    BarFill(color: .white, muted: .white, outline: edge(of: colors.muted), ink: colors.text)
  }

  private func pointingOut(_ chart: PublishedChart) -> [BarFill] {
    chart.series.map { fill($0.isMuted ? colors.muted : colors.subject) }
  }

  /// A light fill's line is no darker than it must be to be seen: it is to differ from the dark ones in grey.
  private func drawnAsLine(_ fill: BarFill) -> BarFill {
    guard fill.outline != nil else { return fill }
    return BarFill(color: fill.color, muted: fill.muted, outline: edge(of: fill.color), ink: fill.ink)
  }

  /// What adds and what takes away.
  var signs: Chart.SignFills {
    let fills = checked([fill(rise), fill(fall)], least: Self.leastDifference)
    return Chart.SignFills(rise: fills[0], fall: fills[1])
  }

  private var rise: Color { colors.others[colors.others.count - 1] }
  private var fall: Color { colors.others[0] }

  // MARK: Colours

  private func byRole(_ chart: PublishedChart) -> [BarFill] {
    var others = [
      colors.subject, colors.others[0], colors.reference, colors.others[colors.others.count - 1],
      colors.muted,
    ]
    let roles = chart.series.map(\.role)
    if roles.contains(.subject) { others.removeFirst() }
    if roles.contains(.reference) { others.removeAll { $0 == colors.reference } }
    var (next, references) = (0, 0)
    return chart.series.map { series in
      switch series.role {
      case .subject: return fill(colors.subject)
      case .reference where references == 0:
        references = 1
        return fill(colors.reference)
      case .reference, nil:
        defer { next += 1 }
        return fill(others[next % others.count])
      }
    }
  }

  /// From the subject's colour to a light one, in equal steps.
  private func ramp(_ count: Int) -> [Color] {
    (0..<count).map { index in
      colors.subject.mixed(with: .white, count < 2 ? 0 : 0.8 * Double(index) / Double(count - 1))
    }
  }

  /// From one pole over light colours to the other; of odd numbers the middle is neutral.
  private func poles(_ count: Int) -> [Color] {
    let half = count / 2
    func share(_ index: Int, most: Double) -> Double {
      half < 2 ? 0.1 : most * Double(index) / Double(half - 1)
    }
    let low = (0..<half).map {
      colors.others[0].mixed(with: .black, 0.18).mixed(with: .white, share($0, most: 0.5))
    }
    let high = (0..<half).reversed().map { colors.subject.mixed(with: .white, share($0, most: 0.4)) }
    return low + (count % 2 == 1 ? [colors.reference] : []) + high
  }

  /// A fill with what makes it stand on white (3:1) and texts stand on it.
  private func fill(_ color: Color) -> BarFill {
    let isLight = color.contrast(with: .white) < 3
    let ink =
      color.contrast(with: .white) >= 4.5
      ? Color.white : color.contrast(with: colors.text) >= 4.5 ? colors.text : .black
    let muted = color == colors.subject ? colors.mutedBar : color.mixed(with: .white, 0.35)
    return BarFill(
      color: color, muted: isLight ? color : muted, outline: isLight ? standing(color) : nil, ink: ink)
  }

  /// A light colour darkened until its edge stands out against white.
  private func standing(_ color: Color) -> Color {
    color == colors.reference ? colors.muted : edge(of: color)
  }

  private func edge(of color: Color) -> Color {
    var edge = color
    while edge.contrast(with: .white) < 3 { edge = edge.mixed(with: .black, 0.1) }
    return edge
  }

  // MARK: Hatching

  /// Fills of which each is hatched that somebody could take for one before it; of a theme of patterns, all but the
  /// darkest and the lightest.
  ///
  /// - Parameter seen: what is drawn in.
  private func checked(
    _ fills: [BarFill], least: Double, seen: KeyPath<BarFill, Color> = \.color
  ) -> [BarFill] {
    var done: [BarFill] = []
    for fill in fills {
      let isClear = done.allSatisfy {
        $0.hatch != nil || ColorVision.leastDifference($0[keyPath: seen], fill[keyPath: seen]) >= least
      }
      let count = done.count { $0.hatch != nil }
      done.append(isClear && isAllowed(fill.color) ? fill : hatched(fill, number: count))
    }
    return done
  }

  private func isAllowed(_ color: Color) -> Bool {
    switch theme.chart.fills {
    case .tints: true
    case .patterns: color == colors.subject || color == colors.reference || color == .white
    }
  }

  /// Hatching at other distances for each that needs it.
  private func hatched(_ fill: BarFill, number: Int) -> BarFill {
    let line = fill.outline ?? fill.color
    return BarFill(
      color: .white, muted: .white, outline: line, hatch: line,
      hatchSpacing: Self.spacings[number % Self.spacings.count],
      ink: colors.text)
  }

  private static let spacings: [Points] = [5, 2.8, 9, 3.8]
}
