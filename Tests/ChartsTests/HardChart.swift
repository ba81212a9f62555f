import TestSupport

@testable import Charts

/// Charts as reports have them at their hardest: names of whole phrases, many series, long numbers with units, small
/// values beside large ones, missing values, headings wider than what stands under them.
enum HardChart {
  private static let words = [
    "QPV", "Équipés", "ordinateur", "smartphone", "à la maison", "Île-de-France", "18–59 ans", "aide reçue",
    "accompagnement numérique", "Roubaix", "Marseille", "sans diplôme",
  ]

  private struct Unit {
    let suffix: String
    let most: Int
    /// What a value is counted in, so that numbers may be long.
    let times: Double
    let decimals: Int
  }

  private static let units = [
    Unit(suffix: "\u{A0}%", most: 100, times: 1, decimals: 0),
    Unit(suffix: "\u{A0}%", most: 100, times: 1, decimals: 1),
    Unit(suffix: "\u{A0}habitants", most: 90, times: 1234, decimals: 0),
    Unit(suffix: "\u{A0}€", most: 99, times: 1_000_000, decimals: 0),
    Unit(suffix: "", most: 8, times: 1, decimals: 0),
  ]

  static func any(_ form: ChartForm, _ generator: inout SeededGenerator) -> Chart {
    let isShare = form == .stackedToWhole || form == .mosaic || form == .likert
    let unit = isShare ? units[0] : generator.pick(units)
    let categories = categories(form, &generator)
    let series = series(form, &generator)
    let most = isShare ? 100 / series.count : unit.most
    let isSigned =
      (form == .bar || form == .waterfall || form == .line || form == .dot) && generator.isTrue(onceIn: 3)
    // Values of one size, or small ones beside a few large.
    let isUneven = generator.isTrue(onceIn: 3)
    let isParted = form == .split || form == .pyramid
    let count = !isParted && generator.isTrue(onceIn: 4) ? generator.next(in: 2...5) : 1
    let hasTarget = generator.isTrue(onceIn: 2)
    let hasInterval = generator.isTrue(onceIn: 4)
    let panels = (0..<count).map { _ in
      Chart.Panel(
        title: count > 1 ? phrase(1...4, &generator) : nil,
        values: series.map { _ in
          categories.map { _ in
            guard !generator.isTrue(onceIn: 12) else { return Chart.Datum(value: nil, label: "n.d.") }
            let range =
              isUneven && !generator.isTrue(onceIn: 5) ? 0...max(1, most / 20) : (isSigned ? -most : 0)...most
            let value = Double(generator.next(in: range)) * unit.times
            let half = Double(most) * unit.times / 20
            let number = text(value, unit.decimals)
            return Chart.Datum(
              value: value, label: number + unit.suffix, short: number,
              low: hasInterval ? max(isSigned ? -.infinity : 0, value - half) : nil,
              high: hasInterval ? value + half : nil,
              target: hasTarget ? Double(generator.next(in: 0...most)) * unit.times : nil,
              isProvisional: generator.isTrue(onceIn: 15))
          }
        })
    }
    var made: ChartForm =
      form.isHistogram ? .histogram(edges: (0...categories.count).map { "\($0 * 10)" }) : form
    if case .pictogram = form { made = .pictogram(each: Double(most) * unit.times / 12) }
    var chart = Chart(
      form: made, orientation: generator.isTrue(onceIn: 2) ? .vertical : .horizontal, categories: categories,
      series: series, panels: panels,
      axis: ChartAxis(numbers: AxisNumbers(suffix: unit.suffix), isOfCounts: unit.suffix.isEmpty))
    chart.isOrdered =
      form == .line || form.isHistogram || categories.first?.position != nil && generator.isTrue(onceIn: 2)
    if generator.isTrue(onceIn: 3) {
      chart.references = (0..<generator.next(in: 1...3)).map { _ in
        let value = Double(generator.next(in: 0...most)) * unit.times
        return ChartReference(
          value: value, end: generator.isTrue(onceIn: 4) ? value + Double(most) / 10 * unit.times : nil,
          label: phrase(1...3, &generator) + " : " + text(value, 0) + unit.suffix)
      }
    }
    if generator.isTrue(onceIn: 3) {
      chart.annotations = Set(
        (0..<generator.next(in: 1...3)).map { _ in generator.next(below: categories.count) }
      ).sorted().map {
        ChartAnnotation(
          category: $0, series: generator.next(below: series.count), text: phrase(2...6, &generator))
      }
    }
    chart.hasFreeScales = generator.isTrue(onceIn: 5)
    chart.writesValues = !generator.isTrue(onceIn: 5)
    if case .pictogram = form { chart.hasFreeScales = false }
    addBrackets(&chart, &generator)
    return chart
  }

  private static func addBrackets(_ chart: inout Chart, _ generator: inout SeededGenerator) {
    let has = [.bar, .lollipop, .dot, .dumbbell].contains(chart.form)
    guard has, chart.categories.count > 1, generator.isTrue(onceIn: 3) else { return }
    let first = generator.next(below: chart.categories.count - 1)
    let second =
      chart.form == .dumbbell ? first : generator.next(in: (first + 1)...(chart.categories.count - 1))
    chart.brackets = chart.panels.indices.map {
      ChartBracket(
        panel: $0, from: .init(category: first, series: 0),
        to: .init(category: second, series: chart.form == .dumbbell ? 1 : 0), label: "−14 points")
    }
  }

  private static func text(_ value: Double, _ decimals: Int) -> String {
    AxisNumbers().texts([value]).first! + (decimals > 0 ? ",5" : "")
  }

  private static func phrase(_ count: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
    (0..<generator.next(in: count)).map { _ in generator.pick(words) }.joined(separator: " ")
  }

  private static func categories(_ form: ChartForm, _ generator: inout SeededGenerator) -> [Chart.Category] {
    let many = form.isHistogram || form == .line
    let count = form == .slope ? 2 : generator.next(in: 1...(many ? 60 : 16))
    let hasGroups = generator.isTrue(onceIn: 3)
    let isOfPeriods = form == .line || form == .slope || generator.isTrue(onceIn: 5)
    let names = (0..<4).map { _ in phrase(1...4, &generator) }
    return (0..<count).map { index in
      Chart.Category(
        label: isOfPeriods
          ? (form == .slope && generator.isTrue(onceIn: 3) ? phrase(2...4, &generator) : "\(2001 + index)")
          : phrase(1...4, &generator),
        group: hasGroups ? names[index * 3 / count] : nil, isMuted: generator.isTrue(onceIn: 6),
        isTotal: index == 0, weight: Double(generator.next(in: 1...60)),
        position: isOfPeriods ? Double(index * 12) : nil)
    }
  }

  private static func series(_ form: ChartForm, _ generator: inout SeededGenerator) -> [Chart.Series] {
    let count =
      switch form {
      case .pyramid, .range, .pareto: 2
      case .bullet, .waterfall, .histogram: 1
      case .stackedToWhole, .likert, .mosaic, .diverging: generator.next(in: 2...6)
      case .split: generator.next(in: 2...9)
      case .line, .slope: generator.next(in: 1...20)
      case .dumbbell: generator.next(in: 2...3)
      case .bar, .stacked, .dot, .lollipop, .pictogram: generator.next(in: 1...6)
      }
    return (0..<count).map { index in
      Chart.Series(
        name: phrase(1...3, &generator),
        fill: BarFill(color: colors[index % 4], muted: colors[index % 4], ink: .white),
        isPath: form == .line && count > 1 && index == count - 1 && generator.isTrue(onceIn: 3),
        isApart: form == .likert && count > 2 && index == count - 1 && generator.isTrue(onceIn: 2))
    }
  }
}
