import DataSources
import Diagnostics
import Model
import Spec

/// Reads the rows of a chart into a grid.
struct RowChartReader {
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

  var categories: [ChartGrid.Item] = []
  var series: [ChartGrid.Item] = []
  var panels: [ChartGrid.Item] = []
  var indices: [[String: Int]] = [[:], [:], [:]]
  private var values: [Slot: ChartGrid.Cell] = [:]
  /// The names that were met of those to be replaced.
  var found: Set<String> = []
  /// The categories that were told to have several rows.
  private var toldTwice: Set<Int> = []
  /// Columns of values that hold words only.
  private var textColumns: Set<Int> = []

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
    findTextColumns()
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

  /// A column taken by mistake is told once, where the author names it.
  private mutating func findTextColumns() {
    for (index, column) in columns.values.enumerated() {
      guard table.rows.count > 1, !table.rows.contains(where: { isWord($0, column) == false }),
        table.rows.contains(where: { isWord($0, column) == true })
      else { continue }
      textColumns.insert(column)
      let place =
        chart.columns.value.indices.contains(index) ? chart.columns.value[index].place : chart.from.place
      let numbers = table.columns.indices.filter { table.columns[$0].type == .number }.map {
        table.columns[$0].name
      }
      diagnostics.report(
        .error(.columnOfText(table.columns[column].name), at: place, hints: [.columnsOfNumbers(numbers)]))
    }
  }

  /// Whether a cell is a word; `nil` where it has no value. Of a number with more around it, what to take away is told.
  private func isWord(_ row: Int, _ column: Int) -> Bool? {
    switch table.number(row: row, column: column) {
    case .number, .percent: false
    case .missing: nil
    case .notANumber(let words): !words.contains(where: \.isNumber)
    }
  }

  private mutating func read(_ row: Int, _ kind: ChartKind, _ text: ValueText, _ set: (String) -> String) {
    let panel = columns.panels.map { item(2, $0, row, set) } ?? 0
    // Of a histogram, each row is a case of its own.
    let category = columns.categories.map { item(0, $0, row, set) } ?? anonymous(row)
    if let groups = columns.groups { setGroup(groups, of: category, row, set) }
    if let width = columns.width { categories[category].weight = weight(width, row) }
    for (position, column) in columns.values.enumerated() {
      let series = columns.series.map { item(1, $0, row, set) } ?? valueSeries(position, column, set)
      let slot = Slot(panel: panel, series: series, category: category)
      guard values[slot] == nil else {
        // Once for each, not for each of its rows.
        guard toldTwice.insert(category).inserted else { continue }
        diagnostics.report(
          .error(
            .twiceInChart(categories[category].label), at: table.place(row: row, column: column),
            hints: [.seriesOrPanels]))
        continue
      }
      values[slot] = cell(row, column, text)
    }
  }

  /// The heading that a category stands under: one.
  private mutating func setGroup(_ column: Int, of category: Int, _ row: Int, _ set: (String) -> String) {
    let group = label(of: column, row, set)
    if let known = categories[category].group, known != group {
      diagnostics.report(
        .error(
          .inTwoGroups(categories[category].label, known, group), at: table.place(row: row, column: column)))
    }
    categories[category].group = group
  }

  private mutating func cell(_ row: Int, _ column: Int, _ text: ValueText) -> ChartGrid.Cell {
    let place = table.place(row: row, column: column)
    var cell = ChartGrid.Cell(value: .missing(.notAvailable), text: text, place: place)
    switch table.number(row: row, column: column) {
    case .number(let number), .percent(let number): cell.value = .number(number)
    case .missing(let kind): cell.value = .missing(kind)
    case .notANumber(let words):
      if !textColumns.contains(column) {
        diagnostics.report(.error(.notANumberInChart(words), at: place, hints: [.number(from: words)]))
      }
      cell.isUnreadable = true
    }
    readInterval(row, into: &cell)
    cell.target =
      number(columns.target, row)
      ?? chart.columns.target.flatMap { Double($0.value.replacing(",", with: ".")) }
    if let column = columns.status {
      let mark = table.text(row: row, column: column)
      if let status = ObservationStatus(mark: mark) {
        cell.status = status
      } else {
        diagnostics.report(.notAStatus(mark, at: table.place(row: row, column: column)))
      }
    }
    return cell
  }

  /// Both ends of the value's interval, or none of them.
  private mutating func readInterval(_ row: Int, into cell: inout ChartGrid.Cell) {
    guard let lowColumn = columns.low, columns.high != nil else { return }
    let (low, high) = (number(lowColumn, row), number(columns.high, row))
    let place = table.place(row: row, column: lowColumn)
    guard let low, let high else {
      if low != nil || high != nil { diagnostics.report(.warning(.halfInterval, at: place)) }
      return
    }
    guard low <= high else {
      diagnostics.report(.error(.turnedInterval, at: place, hints: [.lowBeforeHigh]))
      return
    }
    if let value = cell.number, value < low || value > high {
      diagnostics.report(.warning(.outsideInterval(cell.text.short(value)), at: place))
    }
    (cell.low, cell.high) = (low, high)
  }

  /// How wide a category is: more than nothing.
  private mutating func weight(_ column: Int, _ row: Int) -> Double {
    if let weight = number(column, row), weight > 0 { return weight }
    diagnostics.report(.error(.noWidth, at: table.place(row: row, column: column)))
    return 1
  }

  private mutating func number(_ column: Int?, _ row: Int) -> Double? {
    guard let column else { return nil }
    switch table.number(row: row, column: column) {
    case .number(let number), .percent(let number): return number
    case .missing: return nil
    case .notANumber(let words):
      diagnostics.report(.error(.notANumberInChart(words), at: table.place(row: row, column: column)))
      return nil
    }
  }
}

extension Diagnostic.Message {
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
  fileprivate static var halfInterval: Self {
    Self(
      "half-interval", fr: "une borne de cet intervalle manque : il n’est pas dessiné",
      en: "one end of this interval is missing: it is not drawn")
  }
  fileprivate static var turnedInterval: Self {
    Self(
      "turned-interval", fr: "la borne basse est au-dessus de la borne haute",
      en: "the low end is above the high one")
  }
  fileprivate static func outsideInterval(_ value: String) -> Self {
    Self(
      "outside-interval", fr: "la valeur \(value) n’est pas dans son intervalle",
      en: "the value \(value) is not in its interval")
  }
  fileprivate static var noWidth: Self {
    Self(
      "no-width", fr: "une largeur est un nombre plus grand que zéro", en: "a width is a number above zero")
  }
  fileprivate static func columnOfText(_ column: String) -> Self {
    Self(
      "column-of-text", fr: "la colonne « \(column) » contient des mots, pas des nombres",
      en: "the column “\(column)” holds words, not numbers")
  }
  fileprivate static func inTwoGroups(_ name: String, _ one: String, _ other: String) -> Self {
    Self(
      "in-two-groups", fr: "« \(name) » est dans deux groupes : « \(one) » et « \(other) »",
      en: "“\(name)” is in two groups: “\(one)” and “\(other)”")
  }
  fileprivate static func notANumberInChart(_ text: String) -> Self {
    Self("not-a-number", fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
}

extension Diagnostic.Hint {
  /// A word stands for a missing value that the author can declare; digits with more around them can be cleared of it.
  fileprivate static func number(from words: String) -> Self {
    if words.allSatisfy({ $0.isNumber || ".,-\u{2212} \u{A0}\u{202F}".contains($0) }) {
      return Self(
        fr:
          "le reste du fichier écrit les décimales autrement : gardez partout la virgule, ou partout le point",
        en: "the rest of the file writes decimals in another way: use a comma everywhere, or a point")
    }
    return words.contains(where: \.isNumber)
      ? Self(
        fr: "ne laissez que le nombre : sans unité, appel de note ni signe « < »",
        en: "leave the number only: no unit, note mark or “<”")
      : Self(
        fr: "si une valeur manque là, dites-le à la source : « missing: { \(words): not-available } »",
        en: "if a value is missing there, say so at the source: `missing: { \(words): not-available }`")
  }
  fileprivate static func columnsOfNumbers(_ names: [String]) -> Self {
    guard !names.isEmpty else {
      return Self(fr: "aucune colonne ne contient des nombres", en: "no column holds numbers")
    }
    return Self(
      fr: "colonnes de nombres : " + names.prefix(8).joined(separator: ", "),
      en: "columns of numbers: " + names.prefix(8).joined(separator: ", "))
  }
  fileprivate static let lowBeforeHigh = Self(
    fr: "échangez les deux bornes, ou les colonnes de « low: » et de « high: »",
    en: "exchange both ends, or the columns of `low:` and `high:`")
  fileprivate static let fewer = Self(
    fr: "gardez les premières, groupez-les par une étape (« group: »), ou faites un « histogram »",
    en: "keep the first of them, group them by a step (`group:`), or make a `histogram`")
  fileprivate static let seriesOrPanels = Self(
    fr: "dites ce qui les distingue : « series: » ou « panels: », ou gardez une seule ligne (« keep: »)",
    en: "say what tells them apart: `series:` or `panels:`, or keep a single row (`keep:`)")
}
