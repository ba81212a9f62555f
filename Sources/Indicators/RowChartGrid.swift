import DataSources
import Diagnostics
import Model
import Spec

/// The values of charts of rows.
extension Composer {
  /// `nil` after a report where the rows cannot be read as the chart asks.
  mutating func grid(_ chart: RowChart, _ block: ChartBlock) -> ChartGrid? {
    guard let table = tables[chart.from.value] else { return nil }
    guard let columns = ChartColumns(chart, in: table, &diagnostics) else { return nil }
    let rows = RowChartReader(table: table, columns: columns, chart: chart, report: report, wording: wording)
    var reader = rows
    let grid = reader.grid(block.kind, profile: setter.set)
    for diagnostic in reader.diagnostics.diagnostics { diagnostics.report(diagnostic) }
    guard let grid else { return nil }
    for name in chart.highlight
    where !(grid.categories + grid.series).contains(where: { $0.isCalled(name.value) }) {
      diagnostics.report(
        .error(
          .notInChart(name.value), at: name.place,
          hints: .suggestion(for: name.value, among: (grid.categories + grid.series).map(\.key))))
    }
    return grid
  }
}

/// The columns that a chart reads, found in its table.
struct ChartColumns {
  let categories: Int?
  let series: Int?
  let panels: Int?
  let groups: Int?
  let values: [Int]
  let low: Int?
  let high: Int?
  let width: Int?
  let target: Int?
  let status: Int?

  /// `nil` after a report where the table lacks one of them.
  init?(_ chart: RowChart, in table: Table, _ diagnostics: inout DiagnosticCollector) {
    var isComplete = true
    func find(_ name: Located<String>?) -> Int? {
      guard let name else { return nil }
      if let index = table.columnIndex(named: name.value) { return index }
      isComplete = false
      diagnostics.report(
        .error(
          .unknownColumn(name.value, in: table.path), at: name.place,
          hints: .suggestion(for: name.value, among: table.columns.map(\.name))))
      return nil
    }
    let spec = chart.columns
    categories = find(chart.categories)
    series = find(chart.series)
    panels = find(chart.panels)
    groups = find(spec.groups)
    values = spec.value.compactMap { find($0) }
    low = find(spec.low)
    high = find(spec.high)
    width = find(spec.width)
    status = find(spec.status)
    // A target may be a number.
    let isNumber = spec.target.map { Double($0.value.replacing(",", with: ".")) != nil } ?? false
    target = isNumber ? nil : find(spec.target)
    if !isComplete { return nil }
  }
}

/// Reads the rows of a chart into a grid.
private struct RowChartReader {
  let table: Table
  let columns: ChartColumns
  let chart: RowChart
  let report: Report
  let wording: Wording
  var diagnostics = DiagnosticCollector()

  private struct Slot: Hashable {
    let panel: Int
    let series: Int
    let category: Int
  }

  private var categories: [ChartGrid.Item] = []
  private var series: [ChartGrid.Item] = []
  private var panels: [ChartGrid.Item] = []
  private var indices: [[String: Int]] = [[:], [:], [:]]
  private var values: [Slot: ChartGrid.Cell] = [:]

  init(table: Table, columns: ChartColumns, chart: RowChart, report: Report, wording: Wording) {
    self.table = table
    self.columns = columns
    self.chart = chart
    self.report = report
    self.wording = wording
  }

  /// A bar for each takes an eighth of a page at most.
  private static let mostCategories = 200

  mutating func grid(_ kind: ChartKind, profile set: (String) -> String) -> ChartGrid? {
    let text = valueText()
    for row in table.rows { read(row, kind, text, set) }
    guard !categories.isEmpty, !values.isEmpty else {
      diagnostics.report(.error(.noRows(table.path), at: chart.from.place))
      return nil
    }
    guard kind == .histogram || categories.count <= Self.mostCategories else {
      diagnostics.report(
        .error(
          .tooManyCategories(categories.count), at: chart.categories?.place ?? chart.from.place,
          hints: [.fewer]))
      return nil
    }
    let cells = (0..<max(1, panels.count)).map { panel in
      series.indices.map { series in
        categories.indices.map { category in
          values[Slot(panel: panel, series: series, category: category)] ?? .missing(.notAvailable, text)
        }
      }
    }
    return ChartGrid(categories: categories, series: series, panels: panels, cells: cells, text: text)
  }

  private func valueText() -> ValueText {
    let spec = chart.columns
    let numbers = table.rows.flatMap { row in
      columns.values.compactMap { column -> Double? in
        if case .number(let number) = table.cell(row: row, column: column) { number } else { nil }
      }
    }
    let isPercent = columns.values.contains { table.columns[$0].isPercentText }
    return ValueText(
      unit: spec.unit?.value ?? (isPercent ? .percent : .count), counts: spec.counts?.value,
      scale: spec.scale?.value ?? .units, decimals: spec.decimals?.value, values: numbers,
      language: wording.language)
  }

  // MARK: Rows

  private mutating func read(_ row: Int, _ kind: ChartKind, _ text: ValueText, _ set: (String) -> String) {
    let panel = columns.panels.map { item(2, $0, row, set) } ?? 0
    // Of a histogram, each row is a case of its own.
    let category = columns.categories.map { item(0, $0, row, set) } ?? anonymous(row)
    if let groups = columns.groups { categories[category].group = label(of: groups, row, set) }
    if let width = columns.width, case .number(let weight) = table.cell(row: row, column: width) {
      categories[category].weight = weight
    }
    for (position, column) in columns.values.enumerated() {
      let series = columns.series.map { item(1, $0, row, set) } ?? valueSeries(position, column, set)
      let slot = Slot(panel: panel, series: series, category: category)
      guard values[slot] == nil else {
        diagnostics.report(
          .error(
            .twiceInChart(categories[category].label), at: table.place(row: row, column: column),
            hints: [.seriesOrPanels]))
        continue
      }
      values[slot] = cell(row, column, text)
    }
  }

  private mutating func cell(_ row: Int, _ column: Int, _ text: ValueText) -> ChartGrid.Cell {
    let place = table.place(row: row, column: column)
    var cell = ChartGrid.Cell(value: .missing(.notAvailable), text: text, place: place)
    switch table.number(row: row, column: column) {
    case .number(let number), .percent(let number): cell.value = .number(number)
    case .missing(let kind): cell.value = .missing(kind)
    case .notANumber(let words):
      diagnostics.report(.error(.notANumberInChart(words), at: place))
    }
    cell.low = number(columns.low, row)
    cell.high = number(columns.high, row)
    cell.target =
      number(columns.target, row)
      ?? chart.columns.target.flatMap { Double($0.value.replacing(",", with: ".")) }
    if let status = columns.status {
      cell.status = ObservationStatus(mark: table.text(row: row, column: status)) ?? .final
    }
    return cell
  }

  private func number(_ column: Int?, _ row: Int) -> Double? {
    guard let column else { return nil }
    switch table.number(row: row, column: column) {
    case .number(let number), .percent(let number): return number
    case .missing, .notANumber: return nil
    }
  }

  // MARK: Items

  /// The item of a dimension that a cell names: of categories 0, of series 1, of panels 2.
  private mutating func item(_ dimension: Int, _ column: Int, _ row: Int, _ set: (String) -> String) -> Int {
    let key = table.text(row: row, column: column).trimmingSpaces()
    if let known = indices[dimension][key] { return known }
    let words = key.isEmpty ? wording.mark(.notAvailable) : renamed(key) ?? key
    let period = dimension == 0 ? Period(inData: key) : nil
    let label =
      period.map { renamed(key) ?? capitalized(PeriodText(language: wording.language).label($0)) } ?? words
    return add(
      ChartGrid.Item(key: key, label: set(label), role: dimension == 1 ? role(of: key) : nil, period: period),
      to: dimension)
  }

  /// The role of a declared population that a series bears the name of: it has the same colour in each chart.
  private func role(of key: String) -> PopulationRole? {
    report.populations.elements.first { $0.codes.contains(key) || $0.label == key || $0.short == key }?.role
  }

  private mutating func anonymous(_ row: Int) -> Int {
    add(ChartGrid.Item(key: "#\(row)", label: ""), to: 0)
  }

  /// A column of values as a series.
  private mutating func valueSeries(_ position: Int, _ column: Int, _ set: (String) -> String) -> Int {
    let name = table.columns[column].name
    if let known = indices[1][name] { return known }
    let label = renamed(name) ?? capitalized(name)
    return add(
      ChartGrid.Item(key: name, label: columns.values.count > 1 || renamed(name) != nil ? set(label) : ""),
      to: 1)
  }

  private mutating func add(_ item: ChartGrid.Item, to dimension: Int) -> Int {
    let index: Int
    switch dimension {
    case 0:
      index = categories.count
      categories.append(item)
    case 1:
      index = series.count
      series.append(item)
    default:
      index = panels.count
      panels.append(item)
    }
    indices[dimension][item.key] = index
    return index
  }

  private func label(of column: Int, _ row: Int, _ set: (String) -> String) -> String {
    let text = table.text(row: row, column: column).trimmingSpaces()
    return set(renamed(text) ?? text)
  }

  private func renamed(_ name: String) -> String? {
    chart.columns.labels.first { $0.old.value == name }?.new.value
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownColumn(_ name: String, in path: String) -> Self {
    Self(
      "unknown-data-column", fr: "« \(path) » n’a pas de colonne « \(name) »",
      en: "“\(path)” has no column “\(name)”")
  }
  fileprivate static func notInChart(_ name: String) -> Self {
    Self(
      "not-in-figure", fr: "« \(name) » n’est pas une catégorie de cette figure",
      en: "“\(name)” is not a category of this figure")
  }
  fileprivate static func noRows(_ path: String) -> Self {
    Self("no-rows", fr: "« \(path) » n’a pas de ligne à montrer", en: "“\(path)” has no row to show")
  }
  fileprivate static func tooManyCategories(_ count: Int) -> Self {
    Self(
      "too-many-categories", fr: "\(count) catégories ne se lisent pas dans un graphique (200 au plus)",
      en: "\(count) categories cannot be read in a chart (200 at most)")
  }
  fileprivate static func twiceInChart(_ category: String) -> Self {
    Self(
      "twice-in-chart", fr: "« \(category) » a plusieurs lignes dans ce graphique",
      en: "“\(category)” has several rows in this chart")
  }
  fileprivate static func notANumberInChart(_ text: String) -> Self {
    Self("not-a-number", fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
}

extension Diagnostic.Hint {
  fileprivate static let fewer = Self(
    fr: "gardez les premières, groupez-les par une étape (« group: »), ou faites un « histogram »",
    en: "keep the first of them, group them by a step (`group:`), or make a `histogram`")
  fileprivate static let seriesOrPanels = Self(
    fr: "dites ce qui les distingue : « series: » ou « panels: », ou gardez une seule ligne (« keep: »)",
    en: "say what tells them apart: `series:` or `panels:`, or keep a single row (`keep:`)")
}
