import Charts
import DrawList
import TestSupport
import Testing

@Test(
  "In any chart no texts touch, nothing leaves the chart, and lengths are in proportion", arguments: 0..<12)
func anyChart(seed: Int) throws {
  var generator = SeededGenerator(seed: seed)
  for round in 0..<60 {
    let orientation: Chart.Orientation = generator.isTrue(onceIn: 2) ? .vertical : .horizontal
    let chart = randomChart(orientation, &generator)
    let drawn = try DrawnChart(chart, width: Double(generator.next(in: 180...480)))
    let name: Comment = "chart \(round) of \(seed), \(chart.categories.count) × \(chart.series.count)"

    #expect(overlaps(among: drawn.runs) == [], name)
    let frame = Rect(x: 0, y: 0, width: drawn.width, height: drawn.height)
    for item in drawn.items { #expect(frame.holds(item.box), "\(item.text) in \(name)") }
    expectProportion(in: chart, drawn, name)
    expectTexts(of: chart, drawn, name)
  }
}

/// Every value, name and label is there, names of series once.
private func expectTexts(of chart: Chart, _ drawn: DrawnChart, _ name: Comment) {
  let expected =
    chart.categories.map(\.label) + chart.panels[0].values.flatMap { $0.map(\.label) }
    + (chart.series.count > 1 ? chart.series.map(\.name) : [])
  let letters = { (texts: [String]) in texts.joined().filter { $0 != " " }.sorted() }
  #expect(letters(drawn.texts) == letters(expected), name)
}

/// All bars have the same number of points for one unit.
private func expectProportion(in chart: Chart, _ drawn: DrawnChart, _ name: Comment) {
  let isColumns = chart.orientation == .vertical && !drawn.wasTurned
  let bars = chart.series.indices.flatMap { index in
    let values = chart.panels[0].values[index].compactMap(\.value).filter { $0 != 0 }
    // The last rectangles of a series are its bars; a legend's sample comes first.
    let lengths = drawn.rectangles(colors[index]).suffix(values.count).map {
      isColumns ? $0.size.height : $0.size.width
    }
    #expect(lengths.count == values.count, name)
    return zip(values, lengths).map { (value: abs($0), length: $1) }
  }
  guard let longest = bars.max(by: { $0.value < $1.value }) else { return }
  for bar in bars {
    #expect(abs(bar.length - longest.length * bar.value / longest.value) < 0.1, name)
  }
}

private func randomChart(_ orientation: Chart.Orientation, _ generator: inout SeededGenerator) -> Chart {
  let words = [
    "QPV", "Équipés", "d’un", "smartphone", "ordinateur", "à la maison", "Île-de-France", "18–59 ans",
  ]
  let categories = (0..<generator.next(in: 1...30)).map { _ in
    Chart.Category(
      label: (0..<generator.next(in: 1...4)).map { _ in generator.pick(words) }.joined(separator: " "),
      isMuted: generator.isTrue(onceIn: 3))
  }
  let hasNegative = generator.isTrue(onceIn: 3)
  let series = (0..<generator.next(in: 1...4)).map { index in
    let fill = BarFill(
      color: colors[index], muted: colors[index], outline: nil,
      hatch: generator.isTrue(onceIn: 3) ? hatchColor : nil, ink: .white)
    let name = (0..<generator.next(in: 1...8)).map { _ in generator.pick(words) }.joined(separator: " ")
    return Chart.Series(name: name, fill: fill)
  }
  let values = series.map { _ in
    categories.map { _ in
      guard !generator.isTrue(onceIn: 8) else { return Chart.Datum(value: nil, label: "nd") }
      let value = Double(generator.next(in: (hasNegative ? -100 : 0)...100)) / 2
      return Chart.Datum(value: value, label: "\(value)\u{A0}%")
    }
  }
  return Chart(
    form: .bar, orientation: orientation, categories: categories, series: series,
    panels: [.init(values: values)])
}
