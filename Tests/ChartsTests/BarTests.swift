import Charts
import DrawList
import TestSupport
import Testing

/// Texts are 10 points high, a character 5 points wide.
@Suite("Bars and columns")
struct BarTests {
  @Test("Horizontal bars start at zero and are as long as their value says")
  func horizontal() throws {
    let drawn = try DrawnChart(chart(.horizontal, categories: ["aa", "bb"], values: [[10, 5]]), width: 300)
    let bars = drawn.rectangles(colors[0])

    // Names take 2 × 5 and a gap of 8; “10” at the right takes 2 × 5 and a gap of 4.
    #expect(bars.map(\.minX) == [18, 18])
    #expect(bars.map(\.size.width) == [268, 134])  // 300 − 18 − 14 = 268, and half of it
    #expect(drawn.baseline?.minX == 18)
    #expect(drawn.run("aa")?.origin.x == 0)
    #expect(drawn.run("10")?.origin.x == 290)  // 18 + 268 + 4
    #expect(drawn.run("5")?.origin.x == 156)  // 18 + 134 + 4
  }

  @Test("Columns rise from the baseline, their values over them and their names under")
  func vertical() throws {
    let drawn = try DrawnChart(chart(.vertical, categories: ["aa", "bb"], values: [[10, 5]]), width: 200)
    let columns = drawn.rectangles(colors[0])

    #expect(!drawn.wasTurned)
    #expect(columns.map(\.size.height) == [150, 75])
    #expect(columns.map(\.maxY) == [161, 161])  // a line of 11 for the values, then 150
    #expect(columns.map(\.minX) == [27, 127])  // the middles of two bands of 100, less half of 46
    #expect(drawn.baseline?.minY == 161)
    #expect(drawn.run("10")?.origin == Point(x: 45, y: 7))  // 50 − 5; 4 over the column, whose top is 11
    #expect(drawn.run("aa")?.origin.x == 45)
    #expect(try #require(drawn.run("aa")).box.minY > 161)
  }

  @Test("Negative bars stand left of zero with their value at their left")
  func negative() throws {
    let drawn = try DrawnChart(
      chart(.horizontal, categories: ["aa", "bb"], values: [[10, -10]]), width: 300)
    let bars = drawn.rectangles(colors[0])

    // Three characters at the left end, 5 more from the names, 18 + 5 + 15 + 4 = 42; two at the right one,
    // 300 − 10 − 4 = 286.
    #expect(bars.map(\.minX) == [164, 42])  // 42 + 244 ÷ 2 = 164
    #expect(bars.map(\.maxX) == [286, 164])
    #expect(drawn.baseline?.minX == 164)
    #expect(drawn.run("-10")?.origin.x == 23)  // 42 − 4 − 15
    #expect(drawn.run("10")?.origin.x == 290)
  }

  @Test("Negative columns hang from the baseline with their value under them, over the names")
  func negativeColumns() throws {
    let drawn = try DrawnChart(chart(.vertical, categories: ["aa", "bb"], values: [[10, -5]]), width: 200)
    let columns = drawn.rectangles(colors[0])

    #expect(columns.map(\.minY) == [11, 111])  // 150 for 15 units: zero is at 11 + 100
    #expect(columns.map(\.maxY) == [111, 161])
    let value = try #require(drawn.run("-5"))
    #expect(value.box.minY >= 161)
    #expect(try #require(drawn.run("bb")).box.minY >= value.box.maxY)
  }

  @Test("Where all values are negative, bars end at zero")
  func allNegative() throws {
    let drawn = try DrawnChart(chart(.horizontal, categories: ["aa", "bb"], values: [[-4, -8]]), width: 300)
    let bars = drawn.rectangles(colors[0])

    #expect(Set(bars.map(\.maxX)) == [drawn.baseline?.minX])
    #expect(abs(bars[1].size.width - 2 * bars[0].size.width) < 1e-9)
  }

  @Test(
    "A missing value has no bar but a hatched stub, and its mark after it",
    arguments: [Chart.Orientation.horizontal, .vertical])
  func missing(orientation: Chart.Orientation) throws {
    let drawn = try DrawnChart(
      chart(orientation, categories: ["aa", "bb"], values: [[10, nil]]), width: 300)

    #expect(drawn.rectangles(colors[0]).count == 1)
    let mark = try #require(drawn.run("nd"))
    let zero = try #require(drawn.baseline)
    switch orientation {
    case .horizontal: #expect(mark.origin.x == zero.minX + 13)  // a stub of 9, and 4
    case .vertical: #expect(mark.origin.y == zero.minY - 13)
    }
  }

  @Test(
    "A chart of zeros has a baseline and its values", arguments: [Chart.Orientation.horizontal, .vertical])
  func zeros(orientation: Chart.Orientation) throws {
    let drawn = try DrawnChart(chart(orientation, categories: ["aa", "bb"], values: [[0, 0]]), width: 300)

    #expect(drawn.rectangles(colors[0]) == [])
    #expect(drawn.baseline != nil)
    #expect(drawn.texts.count { $0 == "0" } == 2)
  }

  @Test("A single bar fills its chart, and a single column is no wider than 46 points")
  func single() throws {
    let bar = try DrawnChart(chart(.horizontal, categories: ["aa"], values: [[3]]), width: 300)
    #expect(bar.rectangles(colors[0]).map(\.maxX) == [291])  // 300 − 5 − 4

    let column = try DrawnChart(chart(.vertical, categories: ["aa"], values: [[3]]), width: 300)
    #expect(column.rectangles(colors[0]).map(\.size.width) == [46])
    #expect(column.rectangles(colors[0]).map(\.minX) == [127])  // 150 − 23
  }

  @Test("Small values beside large ones keep their length to a tenth of a point")
  func proportion() throws {
    let values: [Double?] = [1000, 1, 0.5, 333]
    let drawn = try DrawnChart(
      chart(.horizontal, categories: ["a", "b", "c", "d"], values: [values]), width: 400)
    let bars = drawn.rectangles(colors[0])

    for (bar, value) in zip(bars, values) {
      #expect(abs(bar.size.width / bars[0].size.width - (value ?? 0) / 1000) * bars[0].size.width < 0.1)
    }
  }

  // MARK: Columns or bars

  @Test(
    "Columns become bars where a value is wider than its column or a word than its band",
    arguments: [
      (categories: ["aa", "bb"], value: 12_345_678.0, wasTurned: false),  // 8 × 5 = 40 on columns of 46 + 2
      (categories: ["aa", "bb"], value: 1_234_567_890.0, wasTurned: true),  // 10 × 5 = 50 > 48
      (categories: ["quatorzelettre", "bb"], value: 1.0, wasTurned: false),  // 14 × 5 = 70 in 80 − 5
      (categories: ["seize caractères", "bb"], value: 1.0, wasTurned: false),  // two words, two lines
      (categories: ["anticonstitution", "bb"], value: 1.0, wasTurned: false),  // 80 > 75: two rows
      (categories: [String(repeating: "a", count: 30), "bb"], value: 1.0, wasTurned: true),  // 150 > 75 + 72
    ])
  func turned(categories: [String], value: Double, wasTurned: Bool) throws {
    let drawn = try DrawnChart(chart(.vertical, categories: categories, values: [[value, 1]]), width: 160)

    #expect(drawn.wasTurned == wasTurned)
  }

  @Test("Bars that were asked for are never said to be turned")
  func notTurned() throws {
    let drawn = try DrawnChart(
      chart(.horizontal, categories: ["anticonstitution"], values: [[1_234_567_890]]), width: 100)
    #expect(!drawn.wasTurned)
  }

  @Test("Names may be empty, or ends of lines alone", arguments: [Chart.Orientation.horizontal, .vertical])
  func emptyNames(orientation: Chart.Orientation) throws {
    for form in [ChartForm.bar, .stackedToWhole, .split, .slope] {
      var empty = chart(
        orientation, form: form, categories: ["", "\n"], values: [[40, 60], [60, 40]], names: ["", "\n"])
      empty.references = [ChartReference(value: 5, end: nil, label: "\n")]
      empty.annotations = [ChartAnnotation(category: 0, series: 0, text: "\n")]
      #expect(try DrawnChart(empty, width: 300).height > 0)
    }
  }

  // MARK: Remarks and panels

  @Test("A remark stands beyond its bar, right of zero too; without room it is told to be unwritten")
  func remarks() throws {
    func drawn(_ value: Double, width: Double) throws -> DrawnChart {
      var noted = chart(.horizontal, categories: ["aa", "bb"], values: [[value, 40]])
      noted.annotations = [ChartAnnotation(category: 0, series: 0, text: "remarque")]
      return try DrawnChart(noted, width: width)
    }
    for value in [10.0, -20] {
      let wide = try drawn(value, width: 300)
      let remark = try #require(wide.run("remarque"))
      #expect(wide.rectangles(colors[0]).allSatisfy { !$0.holds(remark.box) && $0.maxX <= 300 })
      #expect(remark.origin.x > (try #require(wide.baseline)).minX)
      #expect(wide.unwritten.remarks == [])
    }
    let narrow = try drawn(40, width: 70)
    #expect(narrow.run("remarque") == nil)
    #expect(narrow.unwritten.remarks.map(\.text) == ["remarque"])
  }

  @Test("Equal values are equally high in panels on one scale, though one has no room for its labels")
  func equalPanels() throws {
    let fill = BarFill(color: colors[0], muted: colors[0], ink: .white)
    let panels = [["4", "4"], ["4", "non disponible"]].map { labels in
      Chart.Panel(
        title: "p", values: [labels.map { Chart.Datum(value: $0 == "4" ? 4 : nil, label: $0) }])
    }
    let drawn = try DrawnChart(
      Chart(
        form: .bar, orientation: .vertical,
        categories: ["a", "b"].map { Chart.Category(label: $0, isMuted: false) },
        series: [.init(name: "un", fill: fill)], panels: panels), width: 300)
    #expect(Set(drawn.rectangles(colors[0]).map { ($0.size.height * 100).rounded() }).count == 1)
  }

  // MARK: Legends

  @Test("Names stand in the bars where they fit, without legend")
  func namesInBars() throws {
    let drawn = try DrawnChart(
      chart(.horizontal, categories: ["aa", "bb"], values: [[10, 5], [8, 4]]), width: 300)

    #expect(drawn.texts.count { $0 == "un" } == 1)
    #expect(drawn.texts.count { $0 == "deux" } == 1)
    let name = try #require(drawn.run("deux"))
    #expect(drawn.rectangles(colors[1])[0].holds(name.box))
    #expect(name.color == .white)
  }

  @Test(
    "A legend names the series where a bar is too short, negative, missing or muted",
    arguments: [
      (second: 0.2, isMuted: false), (second: -8, isMuted: false), (second: nil, isMuted: false),
      (second: 8, isMuted: true),
    ] as [(second: Double?, isMuted: Bool)])
  func legend(second: Double?, isMuted: Bool) throws {
    let chart = chart(
      .horizontal, categories: ["aa", "bb"], values: [[10, 5], [second, 4]], isMuted: isMuted)
    let drawn = try DrawnChart(chart, width: 300)

    #expect(drawn.texts.count { $0 == "un" } == 1)
    #expect(drawn.texts.count { $0 == "deux" } == 1)
    // The sample stands before the name, both over the bars.
    let (sample, name) = (drawn.rectangles(colors[0])[0], try #require(drawn.run("un")))
    #expect(sample.maxX + 5 == name.origin.x)
    #expect(name.box.maxY <= (try #require(drawn.run("aa"))).box.minY)
  }

  @Test(
    "The legend's order is the order of the bars", arguments: [Chart.Orientation.horizontal, .vertical])
  func order(orientation: Chart.Orientation) throws {
    let chart = chart(
      orientation, categories: ["aa", "bb"], values: [[10, 5], [1, 4], [3, 4], [2, 2]], isMuted: true)
    let drawn = try DrawnChart(chart, width: 500)
    let samples = colors.map { drawn.rectangles($0)[0] }
    let bars = colors.map { drawn.rectangles($0)[1] }

    #expect(samples.map(\.minX) == samples.map(\.minX).sorted())
    switch orientation {
    case .horizontal: #expect(bars.map(\.minY) == bars.map(\.minY).sorted())
    case .vertical: #expect(bars.map(\.minX) == bars.map(\.minX).sorted())
    }
  }

  @Test("A legend goes on in a second row, and a name wider than the chart on a second line")
  func longLegend() throws {
    let names = ["un territoire", "un autre territoire au nom plus long que le dessin", "un troisième"]
    let chart = chart(
      .horizontal, categories: ["aa"], values: [[1], [1], [1]], names: names, isMuted: true)
    let drawn = try DrawnChart(chart, width: 150)

    #expect(overlaps(among: drawn.runs) == [])
    #expect(drawn.runs.allSatisfy { $0.box.maxX <= 150 })
    #expect(
      drawn.texts.filter { !["aa", "1"].contains($0) }.joined(separator: " ") == names.joined(separator: " "))
  }

  @Test("The rows of a legend are as even as so many rows can be")
  func evenLegend() throws {
    // Names of 70 and samples of 21 points, 18 between two: three fit a row of 330, and four do not.
    let names = ["quatorze aaaaa", "quatorze bbbbb", "quatorze ccccc", "quatorze ddddd"]
    let chart = chart(
      .horizontal, categories: ["aa"], values: [[1], [1], [1], [1]], names: names, isMuted: true)
    let drawn = try DrawnChart(chart, width: 330)
    let places = try names.map { try #require(drawn.run($0)).origin }

    #expect(places.map(\.x) == [21, 130, 21, 130])
    #expect(places[0].y == places[1].y && places[2].y == places[3].y && places[0].y < places[2].y)
  }

  @Test("A name on several lines is broken into even ones, and bars are longer for it")
  func evenNames() throws {
    // 24 letters in a third of 300 points: 20 fit a line.
    let drawn = try DrawnChart(
      chart(.horizontal, categories: ["aaaaa bbbbb ccccc ddd ee", "ff"], values: [[2, 1]]), width: 300)

    #expect(drawn.texts.filter { $0 != "1" && $0 != "2" } == ["aaaaa bbbbb", "ccccc ddd ee", "ff"])
    #expect(try #require(drawn.baseline).minX == 60 + 8)
  }

  @Test("A single series has no legend: the title names it")
  func noLegend() throws {
    let drawn = try DrawnChart(chart(.vertical, categories: ["aa"], values: [[1]]), width: 300)
    #expect(drawn.run("un") == nil)
  }

  // MARK: Fills

  @Test("Hatching stays in its bar", arguments: [1.0, 3, 40, 250])
  func hatching(value: Double) throws {
    let fill = BarFill(
      color: colors[0], muted: colors[1], outline: outlineColor, hatch: hatchColor, ink: .white)
    let chart = Chart(
      form: .bar, orientation: .horizontal,
      categories: [.init(label: "aa", isMuted: false), .init(label: "bb", isMuted: false)],
      series: [.init(name: "un", fill: fill)],
      panels: [.init(values: [[.init(value: value, label: "x"), .init(value: 250, label: "y")]])])
    let drawn = try DrawnChart(chart, width: 300)
    let bars = drawn.rectangles(outlineColor)

    #expect(drawn.strokes.count > 20)
    for stroke in drawn.strokes {
      #expect(
        bars.contains { $0.holds(DrawItem.line(from: stroke.from, to: stroke.to, width: 1, .black).box) })
      #expect(abs((stroke.to.x - stroke.from.x) - (stroke.from.y - stroke.to.y)) < 1e-9)  // 45 degrees
    }
  }

  @Test("An outline lies inside the bar, so that it does not lengthen it")
  func outline() throws {
    let fill = BarFill(color: colors[0], muted: colors[1], outline: outlineColor, ink: .white)
    let chart = Chart(
      form: .bar, orientation: .horizontal,
      categories: [.init(label: "aa", isMuted: false), .init(label: "bb", isMuted: true)],
      series: [.init(name: "un", fill: fill)],
      panels: [.init(values: [[.init(value: 10, label: "10"), .init(value: 5, label: "5")]])])
    let drawn = try DrawnChart(chart, width: 300)

    #expect(drawn.rectangles(outlineColor).map(\.size.width) == [268, 134])  // as without outline
    #expect(drawn.rectangles(outlineColor)[0].holds(drawn.rectangles(colors[0])[0]))
    #expect(drawn.rectangles(colors[1]).count == 1)  // the muted category's
  }

  @Test("The same chart draws the same items")
  func same() throws {
    let chart = chart(.horizontal, categories: ["aa", "bb"], values: [[10, nil], [-3, 0]])
    #expect(try DrawnChart(chart, width: 300).items == DrawnChart(chart, width: 300).items)
  }
}
