import DrawList
import TestSupport
import Testing

@testable import Charts

/// What charts do where there is little room, or much. A character is 5 points wide.
@Suite("Room in charts")
struct RoomTests {
  @Test(
    "The unit stands beside the last number of a scale, and under it where it would leave too few numbers",
    arguments: [(400.0, true), (200, false)])
  func unit(width: Double, isBeside: Bool) throws {
    var points = chart(.horizontal, form: .dot, categories: ["aa", "bb"], values: [[20_000, 80_000]])
    points.axis = ChartAxis(numbers: AxisNumbers(groupMark: " ", suffix: " habitants"))
    points.writesValues = false
    let drawn = try DrawnChart(points, width: width)

    #expect(drawn.texts.contains { $0.hasSuffix("0 habitants") } == isBeside)
    #expect(drawn.texts.contains("habitants") == !isBeside)
    #expect(drawn.texts.filter { $0.hasPrefix("0") || $0.hasSuffix("000") }.count >= 2)
  }

  @Test("Over an upright scale a long unit stands on its own line")
  func unitOver() throws {
    var columns = chart(.vertical, form: .dot, categories: ["aa", "bb"], values: [[20_000, 80_000]])
    columns.axis = ChartAxis(numbers: AxisNumbers(groupMark: " ", suffix: " habitants"))
    let drawn = try DrawnChart(columns, width: 300)
    let unit = try #require(drawn.run("habitants"))
    let top = try #require(drawn.run("80 000") ?? drawn.run("100 000"))

    #expect(unit.origin.x == 0)
    #expect(abs(unit.origin.y - top.origin.y + 11) < 0.001)
  }

  @Test("Lanes that have no room side by side stand in rows, equal values as long in each")
  func rowsOfLanes() throws {
    let names = (0..<9).map { "s\($0)" }
    let split = chart(
      .horizontal, form: .split, categories: ["un nom", "autre"],
      values: names.map { _ in [50, 100] }, names: names)
    let drawn = try DrawnChart(split, width: 300)
    let bars = drawn.parts.filter {
      if case .bar(category: 1, series: _) = $0.content { true } else { false }
    }.flatMap(\.items).map(\.box.size.width)

    #expect(bars.count == 9)
    #expect(bars.allSatisfy { abs($0 - bars[0]) < 0.001 })
    #expect(drawn.faults == [])
    #expect(Set(drawn.runs.filter { names.contains($0.text) }.map(\.origin.y)).count == 3)
    // Names that stand in each row are read once.
    #expect(drawn.parts.count { $0.content == .categoryName(0) } == 1)
    #expect(drawn.texts.count { $0 == "autre" } == 3)
  }

  @Test("The end of a range that is not known stands on its side of the one that is")
  func unknownEnd() throws {
    let ranges = chart(
      .horizontal, form: .range, categories: ["aa", "bb", "cc"],
      values: [[nil, 40, 10], [60, nil, 90]])
    let drawn = try DrawnChart(ranges, width: 400)
    let marks = drawn.runs.filter { $0.text == "nd" }.map(\.origin.x)
    let (low, high) = (try #require(drawn.run("40")), try #require(drawn.run("60")))

    #expect(marks.count == 2)
    #expect(marks[0] < high.origin.x - 10)
    #expect(marks[1] > low.origin.x + 10)
  }

  @Test("A gap in a line says why it is there, in the middle of it")
  func gap() throws {
    var line = chart(.vertical, form: .line, categories: ["2021", "2022", "2023"], values: [[20, nil, 60]])
    line.isOrdered = true
    let drawn = try DrawnChart(line, width: 300)
    let mark = try #require(drawn.run("nd"))
    let middle = try #require(drawn.run("2022"))

    #expect(abs(mark.origin.x + mark.width / 2 - middle.origin.x - middle.width / 2) < 0.001)
  }

  @Test(
    "A slope whose names would leave no room for its lines has a legend",
    arguments: [(300.0, false), (110, true)])
  func slope(width: Double, hasLegend: Bool) throws {
    let slope = chart(
      .vertical, form: .slope, categories: ["2021", "2025"], values: [[10, 20], [30, 5]],
      names: ["ordinateur", "smartphone"])
    let drawn = try DrawnChart(slope, width: width)

    #expect(drawn.hasLegend == hasLegend)
    #expect(drawn.texts.filter { $0 == "ordinateur" }.count == 1)
    #expect(drawn.faults == [])
  }

  @Test("References that have no room beside columns are told in a legend")
  func references() throws {
    var columns = chart(.vertical, categories: ["a", "b"], values: [[10, 5]])
    columns.references = [ChartReference(value: 7, label: "accompagnement")]

    #expect(try !DrawnChart(columns, width: 300).hasLegend)
    #expect(try DrawnChart(columns, width: 150).hasLegend)
  }

  @Test("A remark is led to the bar of its series", arguments: [0, 1, 2])
  func remark(series: Int) throws {
    var bars = chart(.horizontal, categories: ["aa"], values: [[10], [20], [30]])
    bars.annotations = [ChartAnnotation(category: 0, series: series, text: "Ouvert en mars")]
    let drawn = try DrawnChart(bars, width: 400)
    let bar = try #require(drawn.rectangles(colors[series]).last)
    let leaders = drawn.items.filter { item in
      if case .line(let from, let to, 0.7, _) = item { from.y == to.y } else { false }
    }

    #expect(leaders.map(\.box.minY) == [bar.minY + bar.size.height / 2])
  }

  @Test("A line among the bands of a bullet chart is drawn and named")
  func bulletLine() throws {
    var bullets = chart(.horizontal, form: .bullet, categories: ["aa", "bb"], values: [[40, 70]])
    bullets.references = [
      ChartReference(value: 0, end: 50, label: "Faible"), ChartReference(value: 55, label: "France"),
    ]
    let drawn = try DrawnChart(bullets, width: 300)
    let name = try #require(drawn.run("France"))
    let x = name.origin.x + name.width / 2

    #expect(drawn.strokes.isEmpty)
    #expect(
      drawn.items.contains { item in
        if case .line(let from, let to, ReferenceMarks.width, _) = item {
          abs(from.x - x) < 0.01 && from.x == to.x
        } else {
          false
        }
      })
  }

  @Test("Rows that are to fill a height are higher, their bars too")
  func stretched() throws {
    let bars = chart(.horizontal, categories: ["aa", "bb"], values: [[10, 5]])
    func heights(_ stretch: Double) -> RowHeights {
      var style = ChartStyle(category: .ten, value: .ten, series: .ten, leading: 11, baseline: .black)
      style.rowStretch = stretch
      return RowHeights(bars, mark: bars.mark(panel: 0), style: style)
    }

    #expect(heights(2).thickness == 2 * heights(1).thickness)
    #expect(heights(2).gap == 2 * heights(1).gap)
  }

  @Test("A line is drawn light around on bars that go on beyond it, and hides none that ends near it")
  func lightAround() throws {
    var bars = chart(.horizontal, categories: ["aa", "bb"], values: [[100, 2]])
    bars.references = [ChartReference(value: 1, label: "peu"), ChartReference(value: 50, label: "la moitié")]
    let drawn = try DrawnChart(bars, width: 400)
    let light = drawn.items.filter { item in
      if case .line(_, _, let width, .white) = item { width > ReferenceMarks.width } else { false }
    }
    let long = try #require(drawn.rectangles(colors[0]).first)

    #expect(light.map(\.box.minX) == [long.minX + long.size.width / 2])
    #expect(light.map(\.box.size.height) == [long.size.height])
  }
}
