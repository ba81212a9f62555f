import DrawList
import TestSupport
import Testing

@testable import Charts

/// Every form of chart, with random values.
@Suite("Any form of chart")
struct AnyFormTests {
  static let forms: [ChartForm] = [
    .bar, .stacked, .stackedToWhole, .likert, .diverging, .split, .pyramid, .range, .dumbbell, .dot,
    .lollipop,
    .bullet, .waterfall, .histogram(edges: []), .pareto, .slope, .line, .mosaic, .pictogram(each: 10),
  ]

  @Test(
    "No texts touch, nothing leaves the chart, and each category is named or marked as not named",
    arguments: forms)
  func anyForm(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<80 {
      let chart = Self.chart(form, &generator)
      let drawn = try DrawnChart(chart, width: Double(generator.next(in: 240...520)))
      let name: Comment =
        "\(form) \(round): \(chart.categories.count) × \(chart.series.count) × \(chart.panels.count)"

      #expect(overlaps(among: drawn.runs) == [], name)
      let frame = Rect(x: 0, y: 0, width: drawn.width, height: drawn.height)
      for item in drawn.items where !frame.holds(item.box) { Issue.record("\(item.text) leaves \(name)") }
      expectCategories(of: chart, drawn, name)
    }
  }

  @Test(
    "With remarks, references, brackets and intervals too no texts touch and nothing leaves the chart",
    arguments: forms)
  func anyExtras(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 21)
    for round in 0..<60 {
      let chart = Self.withExtras(Self.chart(form, &generator), &generator)
      let drawn = try DrawnChart(chart, width: Double(generator.next(in: 240...520)))
      let name: Comment =
        "\(form) \(round): \(chart.categories.count) × \(chart.series.count) × \(chart.panels.count)"

      #expect(overlaps(among: drawn.runs) == [], name)
      let frame = Rect(x: 0, y: 0, width: drawn.width, height: drawn.height)
      for item in drawn.items where !frame.holds(item.box) { Issue.record("\(item.text) leaves \(name)") }
    }
  }

  @Test("Charts of long numbers are drawn in any width, however little they can show there", arguments: forms)
  func anyWidth(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 34)
    for width in [1.0, 10, 25, 50, 75, 110, 150, 230, 300] {
      for columns in [nil, 6] {
        for orientation in [Chart.Orientation.horizontal, .vertical] {
          let small = Self.withExtras(Self.chart(form, &generator), &generator)
          let longForm = if case .pictogram = form { ChartForm.pictogram(each: 1e11) } else { form }
          var chart = Chart(
            form: longForm, orientation: orientation, categories: small.categories, series: small.series,
            panels: small.panels.map { panel in
              Chart.Panel(title: panel.title, values: panel.values.map { $0.map(Self.long) })
            })
          chart.references = small.references
          chart.annotations = small.annotations
          chart.panelColumns = columns
          let drawn = try DrawnChart(chart, width: width)
          #expect(drawn.height > 0)
        }
      }
    }
  }

  /// The same with a number of twelve digits.
  private static func long(_ datum: Chart.Datum) -> Chart.Datum {
    Chart.Datum(
      value: datum.value.map { $0 * 1e10 }, label: datum.value == nil ? "nd" : "931 831 367 849 %",
      low: datum.low.map { $0 * 1e10 }, high: datum.high.map { $0 * 1e10 })
  }

  /// With some of what a chart may show besides its values.
  private static func withExtras(_ chart: Chart, _ generator: inout SeededGenerator) -> Chart {
    var chart = chart
    let count = chart.categories.count
    if generator.isTrue(onceIn: 2) {
      chart.references = (0..<generator.next(in: 1...3)).map { index in
        let value = Double(generator.next(in: 0...90))
        return ChartReference(
          value: value, end: generator.isTrue(onceIn: 3) ? value + 9 : nil, label: "Repère \(index)")
      }
    }
    if generator.isTrue(onceIn: 2) {
      let noted = Set((0..<generator.next(in: 1...2)).map { _ in generator.next(below: count) })
      chart.annotations = noted.sorted().map {
        ChartAnnotation(
          category: $0, series: generator.next(below: chart.series.count), text: "Ouvert au mois de mars")
      }
    }
    let hasGaps =
      chart.form == .bar || chart.form == .lollipop || chart.form == .dot || chart.form == .dumbbell
    if hasGaps, count > 1, generator.isTrue(onceIn: 2) {
      let first = generator.next(below: count - 1)
      let second = generator.next(in: (first + 1)...(count - 1))
      chart.brackets = chart.panels.indices.map {
        ChartBracket(
          panel: $0, from: .init(category: first, series: 0), to: .init(category: second, series: 0),
          label: "−14 points")
      }
    }
    if generator.isTrue(onceIn: 4) { chart.writesValues = false }
    return chart
  }

  /// A category is named, or something stands for it; of a slope the two are named, and no others are drawn.
  private func expectCategories(of chart: Chart, _ drawn: DrawnChart, _ name: Comment) {
    for unnamed in drawn.unwritten.names {
      let stands = drawn.parts.contains {
        $0.panel == unnamed.panel && $0.content == .categoryMark(unnamed.category) && !$0.items.isEmpty
      }
      #expect(stands, name)
    }
  }

  @Test(
    "Each value is written, or its shape stands for it",
    arguments: [ChartForm.stacked, .stackedToWhole, .likert, .diverging, .mosaic, .line, .dumbbell, .pareto])
  func values(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let chart = Self.chart(form, &generator)
      let drawn = try DrawnChart(chart, width: Double(generator.next(in: 240...520)))
      for slot in drawn.unwritten.values {
        let datum = chart.panels[slot.panel].values[slot.series][slot.category]
        guard let value = datum.value, value != 0 else { continue }
        let stands = drawn.parts.contains {
          $0.panel == slot.panel && $0.content == .bar(category: slot.category, series: slot.series)
        }
        #expect(stands)
      }
    }
  }

  static func chart(_ wanted: ChartForm, _ generator: inout SeededGenerator) -> Chart {
    let words = ["QPV", "Équipés", "d’un", "smartphone", "à la maison", "Île-de-France", "18–59 ans"]
    func label(_ generator: inout SeededGenerator) -> String {
      (0..<generator.next(in: 1...3)).map { _ in generator.pick(words) }.joined(separator: " ")
    }
    let isSigned = wanted == .bar || wanted == .waterfall || wanted == .stacked || wanted == .line
    let count = wanted == .slope ? 2 : generator.next(in: 1...14)
    let hasGroups = generator.isTrue(onceIn: 3)
    // Lines run over periods, whose names are short; columns may.
    let isOfPeriods = wanted == .line || wanted == .slope || generator.isTrue(onceIn: 6)
    let categories = (0..<count).map { index in
      Chart.Category(
        label: isOfPeriods ? "\(2001 + index)" : label(&generator),
        group: hasGroups ? words[index / 3 % words.count] : nil,
        isMuted: generator.isTrue(onceIn: 4), isTotal: index == 0,
        weight: Double(generator.next(in: 1...40)), position: Double(index * 12))
    }
    let seriesCount =
      switch wanted {
      case .pyramid, .range, .pareto: 2
      case .bullet, .waterfall, .histogram: 1
      case .stackedToWhole, .likert, .mosaic, .dumbbell, .diverging, .split: generator.next(in: 2...4)
      case .bar, .stacked, .dot, .lollipop, .slope, .line, .pictogram: generator.next(in: 1...4)
      }
    let series = (0..<seriesCount).map { index in
      Chart.Series(
        name: label(&generator), fill: BarFill(color: colors[index], muted: colors[index], ink: .white))
    }
    // Shares come to 100 at most.
    let most = wanted == .stackedToWhole || wanted == .mosaic ? 100 / seriesCount : 100
    let isParted = wanted == .split || wanted == .pyramid
    let panels = (0..<(!isParted && generator.isTrue(onceIn: 3) ? generator.next(in: 2...4) : 1)).map { _ in
      Chart.Panel(
        title: label(&generator),
        values: series.map { _ in
          categories.map { _ in
            guard !generator.isTrue(onceIn: 9) else { return Chart.Datum(value: nil, label: "nd") }
            let value = Double(generator.next(in: (isSigned ? -60 : 0)...most))
            return Chart.Datum(
              value: value, label: "\(Int(value))\u{A0}%", short: "\(Int(value))", target: 50)
          }
        })
    }
    let form: ChartForm =
      wanted.isHistogram ? .histogram(edges: (0...categories.count).map { "\($0 * 10)" }) : wanted
    var chart = Chart(
      form: form, orientation: generator.isTrue(onceIn: 2) ? .vertical : .horizontal, categories: categories,
      series: series, panels: panels)
    chart.isOrdered = wanted == .line || wanted.isHistogram || isOfPeriods
    return chart
  }
}
