import DrawList
import TestSupport
import Testing

@testable import Charts

/// That what is drawn is in proportion to what it stands for, in every form of chart, with random values.
@Suite("Any length")
struct AnyLengthTests {
  /// A shape that stands for a value, along the scale: where it starts, and where its value is.
  private struct Shape {
    let panel: Int
    let category: Int
    let series: Int
    let value: Double
    let start: Points
    let end: Points

    var length: Points { abs(end - start) }
  }

  @Test(
    "Lengths are in proportion to values on one scale, in all panels too",
    arguments: [
      ChartForm.bar, .stacked, .stackedToWhole, .likert, .diverging, .split, .pyramid, .bullet, .waterfall,
      .histogram(edges: []), .pareto, .mosaic,
    ])
  func lengths(form: ChartForm) throws {
    var (generator, count) = (SeededGenerator(seed: 9), 0)
    for round in 0..<60 {
      let chart = AnyFormTests.chart(form, &generator)
      let shapes = try shapes(of: chart, width: Double(generator.next(in: 240...520)))
      guard let longest = shapes.max(by: { abs($0.value) < abs($1.value) }) else { continue }
      for shape in shapes {
        let expected = longest.length * abs(shape.value / longest.value)
        #expect(abs(shape.length - expected) < 0.1, "\(form) \(round)")
        count += 1
      }
    }
    #expect(count > 300)
  }

  @Test(
    "Bars of a panel start at one place, on the side of their sign",
    arguments: [ChartForm.bar, .split, .pyramid, .bullet, .histogram(edges: []), .pareto])
  func starts(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 10)
    for round in 0..<40 {
      let chart = AnyFormTests.chart(form, &generator)
      let shapes = try shapes(of: chart, width: 400)
      let isParted = form == .split || form == .pyramid
      for (panel, series) in chart.panels.indices.flatMap({ panel in
        isParted ? chart.series.indices.map { (panel, $0) } : [(panel, nil as Int?)]
      }) {
        let own = shapes.filter { $0.panel == panel && (series == nil || $0.series == series) }
        guard let first = own.first else { continue }
        #expect(own.allSatisfy { abs($0.start - first.start) < 0.1 }, "\(form) \(round)")
      }
    }
  }

  @Test(
    "The parts of a stack follow one another without a hole, but for the stubs of those that are not known",
    arguments: [ChartForm.stacked, .stackedToWhole, .likert])
  func stacks(form: ChartForm) throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<40 {
      let chart = AnyFormTests.chart(form, &generator)
      let shapes = try shapes(of: chart, width: 400)
      for panel in chart.panels.indices {
        for category in chart.categories.indices {
          let parts = shapes.filter { $0.panel == panel && $0.category == category && $0.value > 0 }
          let data = chart.panels[panel].values.map { $0[category].value }
          let hasStubs =
            form != .likert && data.count { $0 == nil } <= 2 && data.allSatisfy { $0 ?? 0 >= 0 }
          for (one, next) in zip(parts, parts.dropFirst()) {
            let between = data[(one.series + 1)..<next.series].count { $0 == nil }
            let hole = hasStubs ? 22 * Double(between) : 0
            #expect(abs(abs(one.end - next.start) - hole) < 0.1, "\(form) \(round)")
          }
        }
      }
    }
  }

  @Test("A step of a waterfall starts where the one before ended, a total at zero")
  func waterfall() throws {
    var generator = SeededGenerator(seed: 12)
    for round in 0..<60 {
      let chart = AnyFormTests.chart(.waterfall, &generator)
      let shapes = try shapes(of: chart, width: 400)
      for panel in chart.panels.indices {
        let own = shapes.filter { $0.panel == panel }
        for (one, next) in zip(own, own.dropFirst()) where next.category == one.category + 1 {
          let isTotal = chart.categories[next.category].isTotal
          #expect(isTotal || abs(one.end - next.start) < 0.1, "waterfall \(round)")
        }
      }
    }
  }

  @Test(
    "Points stand where a scale of equal steps has their value",
    arguments: [ChartForm.dot, .lollipop, .dumbbell, .line, .slope])
  func points(form: ChartForm) throws {
    var (generator, count) = (SeededGenerator(seed: 13), 0)
    for round in 0..<60 {
      let chart = AnyFormTests.chart(form, &generator)
      let shapes = try shapes(of: chart, width: Double(generator.next(in: 240...520)))
      for panel in chart.panels.indices {
        let own = shapes.filter { $0.panel == panel }
        guard let low = own.min(by: { $0.value < $1.value }), let high = own.max(by: { $0.value < $1.value }),
          high.value > low.value
        else { continue }
        for point in own {
          let share = (point.value - low.value) / (high.value - low.value)
          #expect(abs(point.end - (low.end + share * (high.end - low.end))) < 0.1, "\(form) \(round)")
          count += 1
        }
      }
    }
    #expect(count > 300)
  }

  @Test("A bar of a range runs from one value to the other")
  func ranges() throws {
    var generator = SeededGenerator(seed: 14)
    for round in 0..<60 {
      let chart = AnyFormTests.chart(.range, &generator)
      let drawn = try DrawnChart(chart, width: 400)
      let isUpright = chart.orientation == .vertical && !drawn.wasTurned
      let bars = drawn.parts.compactMap { part -> (size: Double, length: Points)? in
        guard case .bar(let category, _) = part.content, let box = part.items.first?.box,
          let one = chart.panels[part.panel].values[0][category].value,
          let other = chart.panels[part.panel].values[1][category].value, one != other
        else { return nil }
        return (abs(one - other), isUpright ? box.size.height : box.size.width)
      }
      guard let longest = bars.max(by: { $0.size < $1.size }) else { continue }
      for bar in bars {
        // Two values that are next to each other are shown by a stroke of 2 points.
        let expected = max(2, longest.length * bar.size / longest.size)
        #expect(abs(bar.length - expected) < 0.1, "range \(round)")
      }
    }
  }

  @Test("A row of pictograms has as many signs as its value is worth")
  func signs() throws {
    let values: [Double] = [10, 40, 70, 0, 120]
    let chart = chart(
      .horizontal, form: .pictogram(each: 10), categories: values.map { "\($0)" }, values: [values])
    let drawn = try DrawnChart(chart, width: 400)
    for (category, value) in values.enumerated() {
      let shapes = drawn.parts.filter { $0.content == .bar(category: category, series: 0) }.flatMap(\.items)
      // A head and a body each.
      #expect(shapes.count == 2 * Int(value / 10))
    }
  }

  /// The shapes of values that are not zero.
  private func shapes(of chart: Chart, width: Double) throws -> [Shape] {
    let drawn = try DrawnChart(chart, width: width)
    let isUpright = chart.isUpright && !drawn.wasTurned
    return drawn.parts.compactMap { part in
      guard case .bar(let category, let series) = part.content, let box = part.items.first?.box,
        let value = chart.panels[part.panel].values[series][category].value, value != 0,
        // The line of a Pareto chart is on a scale of its own.
        chart.form != .pareto || series == 0
      else { return nil }
      var (low, high) = isUpright ? (box.maxY, box.minY) : (box.minX, box.maxX)
      if chart.isOfSegments { (low, high) = whole(low, high) }
      if chart.isOfPoints {
        return Shape(
          panel: part.panel, category: category, series: series, value: value, start: (low + high) / 2,
          end: (low + high) / 2)
      }
      let isBackward = (value < 0) != (chart.form == .pyramid && series == 0)
      let isTurned = chart.form == .diverging && series == 0 ? !isBackward : isBackward
      return Shape(
        panel: part.panel, category: category, series: series, value: value, start: isTurned ? high : low,
        end: isTurned ? low : high)
    }
  }

  /// A segment with the white that parts it from its neighbours: 0.35 points at either end, or a quarter of it.
  private func whole(_ low: Points, _ high: Points) -> (Points, Points) {
    let inner = abs(high - low)
    let gap = (inner >= 0.7 ? 0.35 : inner / 2) * (high > low ? 1 : -1)
    return (low - gap, high + gap)
  }
}

extension Chart {
  fileprivate var isOfSegments: Bool {
    switch form {
    case .stacked, .stackedToWhole, .likert, .diverging, .mosaic: true
    case .bar, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet, .waterfall, .histogram, .pareto,
      .slope, .line, .pictogram:
      false
    }
  }

  fileprivate var isOfPoints: Bool {
    switch form {
    case .dot, .lollipop, .dumbbell, .line, .slope: true
    case .stacked, .stackedToWhole, .likert, .diverging, .mosaic, .bar, .split, .pyramid, .range, .bullet,
      .waterfall, .histogram, .pareto, .pictogram:
      false
    }
  }
}
