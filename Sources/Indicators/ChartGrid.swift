import DataSources
import Diagnostics
import Model
import Spec

/// A chart's values before they are printed: by panel, series and category, each of which is named once.
struct ChartGrid {
  struct Item {
    /// What authors call it: the cell's text, or a declared name.
    let key: String
    let label: String
    var group: String?
    var role: PopulationRole?
    var isHighlighted = false
    var isTotal = false
    var isPath = false
    /// Whether it is an answer on no side.
    var isApart = false
    var weight = 1.0
    var period: Period?
    var rank: Int?

    func isCalled(_ name: String) -> Bool { key == name || label == name }
  }

  struct Cell {
    var value: Observation.Value
    var text: ValueText
    var low: Double?
    var high: Double?
    var target: Double?
    var status: ObservationStatus = .final
    /// Whether the author has been told that it is no number.
    var isUnreadable = false
    /// Where the value stands, for what is wrong with it.
    var place: Place?

    var number: Double? {
      switch value {
      case .number(let number): number
      case .missing: nil
      }
    }

    /// Why a part of a sum is not known; `nil` where it is, or where there is none.
    var unknownPart: MissingKind? {
      switch value {
      case .number, .missing(.notApplicable): nil
      case .missing(let kind): kind
      }
    }

    /// Whether the value is known but must not be.
    var isSecret: Bool { unknownPart == .confidential || unknownPart == .suppressedByBand }

    static func missing(_ kind: MissingKind, _ text: ValueText) -> Cell {
      Cell(value: .missing(kind), text: text)
    }
  }

  var categories: [Item]
  var series: [Item]
  var panels: [Item]
  /// By panel, series and category.
  var cells: [[[Cell]]]
  var text: ValueText
  /// The bounds of a histogram's classes, as they are printed.
  var edges: [String] = []

  /// Where all cells are: by panel, series and category.
  var slots: [(panel: Int, series: Int, category: Int)] {
    cells.indices.flatMap { panel in
      series.indices.flatMap { series in categories.indices.map { (panel, series, $0) } }
    }
  }

  var all: [Cell] { cells.flatMap { $0.flatMap(\.self) } }

  /// The same with its categories in another order.
  func ordered(_ positions: [Int]) -> ChartGrid {
    var grid = self
    grid.categories = positions.map { categories[$0] }
    grid.cells = cells.map { panel in panel.map { series in positions.map { series[$0] } } }
    return grid
  }
}

/// The order of categories, settled once for bars, legend, descriptions and the table behind them.
extension ChartGrid {
  /// Categories of one group stay together, where they are declared apart too.
  ///
  /// - Parameters:
  ///   - series: whose values decide; `nil` for the sum of all.
  func sorted(_ order: SortOrder, bySeries series: Int?) -> ChartGrid {
    guard let first = cells.first, !first.isEmpty else { return self }
    func value(_ category: Int) -> Double? {
      if let series { return first[series][category].number }
      let numbers = first.compactMap { $0[category].number }
      return numbers.isEmpty ? nil : numbers.reduce(0, +)
    }
    let groups = distinct(categories.map(\.group))
    let positions = categories.indices.sorted { a, b in
      // Groups stay together, in their own order.
      let (one, other) = (
        groups.firstIndex(of: categories[a].group), groups.firstIndex(of: categories[b].group)
      )
      if one != other { return (one ?? 0) < (other ?? 0) }
      if order == .declared { return a < b }
      // Missing values go last whatever the order; equal ones stay as declared.
      switch (value(a), value(b)) {
      case (nil, nil): return a < b
      case (nil, _): return false
      case (_, nil): return true
      case (let x?, let y?): return x == y ? a < b : order == .ascending ? x < y : x > y
      }
    }
    return ordered(positions)
  }
}

extension ChartGrid {
  /// Whether categories are classes from the lowest on, as ages are: “0 à 9 ans”, “10 à 19 ans”.
  ///
  /// - **Convention**: population pyramids have the youngest at their base.
  var isOfRisingClasses: Bool {
    let starts = categories.map { item in
      Int(item.label.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
    }
    let known = starts.compactMap(\.self)
    return known.count == categories.count && known.count > 2
      && zip(known, known.dropFirst()).allSatisfy { $0 <= $1 } && known.first != known.last
  }

  /// With the last category first.
  var reversed: ChartGrid { ordered(categories.indices.reversed()) }
}

/// What kinds of charts make of values before they are printed.
extension ChartGrid {
  /// With an answer that lies on no side after all others.
  func withApart(_ name: String) -> ChartGrid {
    guard let index = series.firstIndex(where: { $0.isCalled(name) }) else { return self }
    let order = series.indices.filter { $0 != index } + [index]
    var grid = self
    grid.series = order.map { series[$0] }
    grid.series[order.count - 1].isApart = true
    grid.cells = cells.map { panel in order.map { panel[$0] } }
    return grid
  }

  /// Each value in percent of its category's sum. Where none of the sum is there, neither are the shares.
  ///
  /// A sum that lacks a part is none, and its shares are missing for the same reason; but values that are percentages
  /// already stay as they are, with a gap for what is not known, unless they come to more than 100 without it.
  func ofWhole(_ percent: ValueText) -> ChartGrid {
    var grid = self
    for panel in cells.indices {
      for category in categories.indices {
        let parts = cells[panel].map { $0[category] }
        // A part below zero stays as it is, for `checkNegatives` to tell.
        guard parts.allSatisfy({ $0.number ?? 0 >= 0 }) else { continue }
        let unknown = parts.lazy.compactMap(\.unknownPart).first
        let sum = parts.compactMap(\.number).reduce(0, +)
        if unknown != nil, text.unit == .percent, !Self.isOverWhole(sum, of: parts.count) { continue }
        for (series, part) in parts.enumerated() {
          guard let number = part.number else { continue }
          grid.cells[panel][series][category].value =
            unknown.map { .missing($0) } ?? (sum > 0 ? .number(number / sum * 100) : .missing(.notApplicable))
          grid.cells[panel][series][category].text = percent
        }
      }
    }
    grid.text = percent
    return grid
  }

  /// Whether the values of each category already are shares of it: they come to 100 but for rounding.
  var isOfWhole: Bool { notOfWhole == nil }

  /// The first category whose percentages do not come to 100, and what they come to.
  var notOfWhole: (category: Int, sum: Double, cell: Cell)? {
    for panel in cells {
      for category in categories.indices where panel.allSatisfy({ $0[category].unknownPart == nil }) {
        let numbers = panel.compactMap { $0[category].number }
        let sum = numbers.reduce(0, +)
        guard !numbers.isEmpty, abs(sum - 100) > 0.51 * Double(max(2, numbers.count)) else { continue }
        return (category, sum, panel[0][category])
      }
    }
    return nil
  }

  /// The first category of which one percentage is secret and all others are shown, so that it is what they lack of 100.
  var secretOfWhole: (category: Int, cell: Cell)? {
    for panel in cells {
      for category in categories.indices {
        let unknown = panel.map { $0[category] }.filter { $0.unknownPart != nil }
        if unknown.count == 1, unknown[0].isSecret { return (category, unknown[0]) }
      }
    }
    return nil
  }

  /// The first category of which the known percentages alone come to more than 100, and what they come to.
  var overWhole: (category: Int, sum: Double, cell: Cell)? {
    for panel in cells {
      for category in categories.indices {
        let sum = panel.compactMap { $0[category].number }.reduce(0, +)
        if Self.isOverWhole(sum, of: panel.count) { return (category, sum, panel[0][category]) }
      }
    }
    return nil
  }

  /// Whether percentages come to more than 100, rounded as they may be.
  private static func isOverWhole(_ sum: Double, of count: Int) -> Bool {
    sum > 100 + 0.51 * Double(max(2, count))
  }

  /// With a second series: the sum up to each category, in percent of all.
  func withCumulated(named name: String, _ percent: ValueText) -> ChartGrid {
    var grid = self
    grid.series = [series[0], Item(key: name, label: name)]
    grid.cells = cells.map { panel in
      let total = panel[0].compactMap(\.number).reduce(0, +)
      var sum = 0.0
      let cumulated = panel[0].map { cell -> Cell in
        guard let number = cell.number else { return .missing(cell.unknownPart ?? .notApplicable, percent) }
        sum += number
        return total > 0
          ? Cell(value: .number(sum / total * 100), text: percent) : .missing(.notApplicable, percent)
      }
      return [panel[0], cumulated]
    }
    return grid
  }

  /// Categories with their ranks. Equal values share one.
  var ranked: ChartGrid {
    // Panels share the names of their categories, whose ranks differ.
    guard cells.count == 1, let numbers = cells.first?.first?.map(\.number) else { return self }
    var grid = self
    for (index, number) in numbers.enumerated() {
      guard let number else { continue }
      grid.categories[index].rank = 1 + numbers.count { $0 ?? -.infinity > number }
    }
    return grid
  }
}
