import DrawList
import TestSupport
import Testing

@testable import Charts

/// Names and values of stacks. Letters are 5 points wide, lines 11 apart.
@Suite("Labels of stacks")
struct StackLabelTests {
  @Test("Labels placed along a line stay over what they name, apart from each other and in their bounds")
  func placing() {
    var generator = SeededGenerator(seed: 21)
    var found = 0
    for _ in 0..<500 {
      let count = generator.next(in: 1...6)
      let anchors = (0..<count).map { _ in Double(generator.next(in: 0...300)) }.sorted()
      let sizes = (0..<count).map { _ in Double(generator.next(in: 10...90)) }
      guard let starts = placed(anchors, sizes: sizes, inset: 4, gap: 9, in: 0...300) else { continue }
      found += 1
      let ends = zip(starts, sizes).map(+)
      for index in 0..<count {
        #expect(starts[index] >= -0.01 && ends[index] <= 300.01)
        #expect(starts[index] + 3.99 <= anchors[index] && anchors[index] <= ends[index] - 3.99)
        if index > 0 { #expect(starts[index] - ends[index - 1] >= 8.99) }
      }
    }
    #expect(found > 100)
    // Centred where there is room; 40 long labels 30 apart have none.
    #expect(placed([50, 150], sizes: [40, 20], inset: 4, gap: 9, in: 0...300) == [30, 140])
    #expect(placed([100, 104, 108], sizes: [40, 40, 40], inset: 4, gap: 9, in: 0...300) == nil)
  }

  @Test("Series are named over the first bar, or beside the last column, and there is no legend")
  func named() throws {
    let values: [[Double?]] = [[40, 60], [60, 40]]
    let lying = try DrawnChart(
      chart(.horizontal, form: .stackedToWhole, categories: ["A", "B"], values: values), width: 300)
    #expect(!lying.hasLegend)
    let first = try #require(lying.run("un"))
    let bars = lying.rectangles(colors[0])
    #expect(first.box.maxY <= bars[0].minY)
    #expect(abs(first.box.minX + first.box.size.width / 2 - bars[0].midX) < 1)

    let standing = try DrawnChart(
      chart(.vertical, form: .stackedToWhole, categories: ["A", "B"], values: values), width: 300)
    #expect(!standing.hasLegend)
    let beside = try #require(standing.run("deux"))
    let last = try #require(standing.rectangles(colors[1]).last)
    #expect(beside.box.minX > last.maxX && last.minY < beside.box.minY && beside.box.maxY < last.maxY)
  }

  @Test(
    "Where a name has no room, a series no segment, or bars are in two colours, there is a legend",
    arguments: [Chart.Orientation.horizontal, .vertical])
  func legends(orientation: Chart.Orientation) throws {
    let long = String(repeating: "interminable", count: 5)
    let none = chart(orientation, form: .stacked, categories: ["A"], values: [[0], [60]])
    let tiny = chart(
      orientation, form: .stacked, categories: ["A"], values: [[1], [1], [98]], names: [long, long, long])
    for chart in [none, tiny] { #expect(try DrawnChart(chart, width: 300).hasLegend) }
    let mixed = Chart(
      form: .stacked, orientation: orientation,
      categories: [Chart.Category(label: "A"), Chart.Category(label: "B", isMuted: true)],
      series: none.series,
      panels: [
        Chart.Panel(
          values: none.series.map { _ in [40.0, 40.0].map { Chart.Datum(value: $0, label: "40") } })
      ])
    #expect(try DrawnChart(mixed, width: 300).hasLegend)
  }

  @Test("In random stacks each name covers a place in its own segment")
  func namesCoverSegments() throws {
    var generator = SeededGenerator(seed: 8)
    var named = 0
    for _ in 0..<700 {
      let form = generator.pick([ChartForm.stacked, .stackedToWhole, .likert, .diverging])
      let chart = AnyFormTests.chart(form, &generator)
      let drawn = try DrawnChart(chart, width: 420)
      guard !drawn.hasLegend, chart.series.count > 1 else { continue }
      let isStanding = chart.orientation == .vertical && !drawn.wasTurned && form != .likert
      let category = isStanding ? chart.categories.count - 1 : 0
      for series in chart.series.indices {
        let words = drawn.parts.filter { $0.content == .seriesName(series) }.flatMap(\.items).map(\.box)
        let bar = drawn.parts.first { $0.content == .bar(category: category, series: series) }
        let name = try #require(words.first.map { words.dropFirst().reduce($0) { $0.union($1) } })
        let segment = try #require(bar?.items.first?.box)
        named += 1
        // Strips lie one under the other, so that only what runs along the bar can be compared.
        if isStanding {
          #expect(name.minX > segment.maxX)
        } else {
          #expect(name.minX <= segment.midX + 0.01 && segment.midX <= name.maxX + 0.01)
        }
      }
    }
    #expect(named > 40)
  }

  @Test("A value without room in its segment stands beside with a stroke; where nothing is free, it is told")
  func leaders() throws {
    // A segment of 3 of 100 is 8 points long, its label of one figure 5 and 4 free.
    let lying = try DrawnChart(
      chart(.horizontal, form: .stackedToWhole, categories: ["A"], values: [[97], [3]]) {
        "\(Int($0 ?? 0)) %"
      },
      width: 300)
    let value = try #require(lying.run("3 %"))
    #expect(lying.unwritten.values == [])
    let bar = try #require(lying.rectangles(colors[1]).first)
    #expect(value.box.minY > bar.maxY)

    let standing = try DrawnChart(
      chart(.vertical, form: .stackedToWhole, categories: ["A", "B"], values: [[97, 50], [3, 50]]), width: 300
    )
    let beside = try #require(standing.run("3"))
    let column = try #require(standing.rectangles(colors[1]).first)
    #expect(beside.box.minX > column.maxX)
    #expect(standing.unwritten.values == [])

    // Columns of a mosaic touch, so that there is nothing beside them.
    let mosaic = try DrawnChart(
      chart(.vertical, form: .mosaic, categories: ["A", "B"], values: [[97, 50], [3, 50]]), width: 300)
    #expect(mosaic.unwritten.values == [.init(panel: 0, category: 0, series: 1)])
  }

  @Test("A column of a mosaic too thin for its name leaves the others theirs")
  func thinColumn() throws {
    let drawn = try DrawnChart(
      chart(
        .vertical, form: .mosaic, categories: ["Paris", "Lille", "Sarlat"], weights: [1000, 600, 20],
        values: [[60, 50, 52], [40, 50, 48]]), width: 300)
    #expect(drawn.unwritten.names == [.init(panel: 0, category: 2)])
    let columns = drawn.rectangles(colors[0]).filter { $0.size.width > 50 }
    for (name, column) in zip(["Paris", "Lille"], columns) {
      let box = try #require(drawn.run(name)).box
      #expect(column.minX <= box.minX && box.maxX <= column.maxX && box.minY > column.maxY)
    }
  }
}

@Suite("Labels of points")
struct PointLabelTests {
  @Test("A value stands beside no other point than its own")
  func besideOwnPoint() throws {
    // The second point is half under the third: what stands left of it would be read as the third's.
    let drawn = try DrawnChart(
      chart(.horizontal, form: .dot, categories: ["X"], values: [[60], [22], [21]]) { "\(Int($0 ?? 0)) %" },
      width: 300)
    let third = try #require(drawn.run("21 %"))
    let second = try #require(drawn.run("22 %"))
    #expect(third.box.maxX < second.box.minX)
  }

  @Test("Points of a dumbbell that may still change are hollow")
  func hollow() throws {
    let settled = Chart.Datum(value: 10, label: "10")
    let open = Chart.Datum(value: 40, label: "40 (p)", isProvisional: true)
    func rings(_ end: Chart.Datum) throws -> Int {
      var dumbbell = chart(.horizontal, form: .dumbbell, categories: ["X"], values: [[10], [40]])
      dumbbell = Chart(
        form: dumbbell.form, orientation: dumbbell.orientation, categories: dumbbell.categories,
        series: dumbbell.series, panels: [Chart.Panel(values: [[settled], [end]])])
      return try DrawnChart(dumbbell, width: 300).items.count {
        if case .polygon(_, .white) = $0 { true } else { false }
      }
    }
    #expect(try rings(open) > rings(Chart.Datum(value: 40, label: "40")))
  }
}

@Suite("Groups and brackets of columns")
struct ColumnGroupTests {
  private func columns(_ groups: [String], width: Double) throws -> DrawnChart {
    let categories = groups.enumerated().map { Chart.Category(label: "c\($0.offset)", group: $0.element) }
    return try DrawnChart(
      Chart(
        form: .bar, orientation: .vertical, categories: categories,
        series: [Chart.Series(name: "", fill: BarFill(color: colors[0], muted: colors[0], ink: .white))],
        panels: [
          Chart.Panel(values: [categories.indices.map { Chart.Datum(value: Double($0 + 1), label: "\($0)") }])
        ]),
      width: width)
  }

  @Test("A heading stands once, under the middle of its columns and their names")
  func headings() throws {
    let drawn = try columns(["Nord", "Nord", "Sud", "Sud"], width: 200)
    #expect(!drawn.wasTurned)
    #expect(drawn.texts.filter { $0 == "Nord" }.count == 1)
    let (north, south, name) = (
      try #require(drawn.run("Nord")), try #require(drawn.run("Sud")), try #require(drawn.run("c0"))
    )
    #expect(abs(north.box.minX + 10 - 50) < 0.1 && abs(south.box.minX + 7.5 - 150) < 0.1)
    #expect(north.box.minY > name.box.maxY)
  }

  @Test("Where a heading is wider than its columns, they are drawn as bars")
  func turned() throws {
    #expect(try columns(["Incommensurablement", "Sud", "Sud"], width: 200).wasTurned)
  }

  @Test("A bracket runs over all columns between its feet, and its feet end over their own labels")
  func bracket() throws {
    var chart = chart(.vertical, categories: ["A", "B", "C"], values: [[10, 90, 20]])
    chart.brackets = [
      ChartBracket(from: .init(category: 0, series: 0), to: .init(category: 2, series: 0), label: "ns")
    ]
    let drawn = try DrawnChart(chart, width: 240)
    let (mark, tallest) = (try #require(drawn.run("ns")), try #require(drawn.run("90")))
    #expect(mark.box.maxY < tallest.box.minY)
    #expect(overlaps(among: drawn.runs) == [])
  }
}
