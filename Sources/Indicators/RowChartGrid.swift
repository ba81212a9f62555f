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
    reader.checkRenamings()
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
}
