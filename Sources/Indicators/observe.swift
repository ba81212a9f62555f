import DataSources
import Diagnostics
import Model
import Spec

/// Reads the values of a report's indicators from its tables.
///
/// An indicator's rows are those that its filters keep. Without `by` one row must be left; with it, one at
/// most for each population.
func observe(_ report: Report, in tables: Tables, into diagnostics: inout DiagnosticCollector) -> Observations
{
  var observer = Observer(report: report, diagnostics: diagnostics)
  for indicator in report.indicators.elements {
    if let table = tables[indicator.source] { observer.observe(indicator, in: table) }
  }
  diagnostics = observer.diagnostics
  return observer.observations
}

private struct Observer {
  let report: Report
  var diagnostics: DiagnosticCollector
  var observations = Observations()

  mutating func observe(_ indicator: Indicator, in table: Table) {
    let spec = indicator.value
    let valueColumn = column(spec.column, in: table)
    let filters = spec.filters.map { (column: column($0.column, in: table), text: $0.text) }
    let populationColumn = spec.by.map { column($0, in: table) }
    guard let valueColumn, filters.allSatisfy({ $0.column != nil }), populationColumn != .some(nil) else {
      return
    }
    var rows = Array(table.rows)
    for case (let column?, let text) in filters {
      rows = keep(rows, of: table, whereColumn: column, reads: text)
      if rows.isEmpty { return }
    }
    if let populationColumn = populationColumn ?? nil {
      observeByPopulation(indicator, rows, of: table, valueColumn, populationColumn)
    } else {
      observeAlone(indicator, rows, of: table, valueColumn)
    }
  }

  private mutating func column(_ name: Located<String>, in table: Table) -> Int? {
    if let index = table.columnIndex(named: name.value) { return index }
    diagnostics.report(
      .error(
        .unknownDataColumn(name.value, in: table.path), at: name.place,
        hints: .suggestion(for: name.value, among: table.columns.map(\.name))))
    return nil
  }

  /// The rows whose cell reads as a text; none is a mistake, for which the nearest text is the best hint.
  private mutating func keep(
    _ rows: [Int], of table: Table, whereColumn column: Int, reads text: Located<String>
  ) -> [Int] {
    let kept = rows.filter { table.trimmedText(row: $0, column: column) == text.value }
    if kept.isEmpty {
      var known: [String] = []
      for row in rows {
        let word = table.trimmedText(row: row, column: column)
        if !known.contains(word) { known.append(word) }
        if known.count > 200 { break }
      }
      diagnostics.report(
        .error(
          .noSuchRow(text.value, column: table.columns[column].name, in: table.path), at: text.place,
          hints: .suggestion(for: text.value, among: known)))
    }
    return kept
  }

  private mutating func observeAlone(_ indicator: Indicator, _ rows: [Int], of table: Table, _ column: Int) {
    if rows.count > 1 {
      diagnostics.report(
        .error(
          .severalRows(rows.count, for: indicator.id.name, in: table.path), at: indicator.value.place,
          hints: [.filterOrBy]))
    } else if let row = rows.first {
      add(indicator, nil, table, row: row, column: column)
    }
  }

  private mutating func observeByPopulation(
    _ indicator: Indicator, _ rows: [Int], of table: Table, _ column: Int, _ populationColumn: Int
  ) {
    for population in report.populations.elements {
      let found = rows.filter {
        population.codes.contains(table.trimmedText(row: $0, column: populationColumn))
      }
      if found.count > 1 {
        diagnostics.report(
          .error(
            .severalRowsFor(population.id.name, indicator.id.name, in: table.path),
            at: table.place(row: found[1], column: populationColumn), hints: [.filterOrBy]))
      } else if let row = found.first {
        add(indicator, population.id, table, row: row, column: column)
      }
    }
  }

  /// Numbers are exact to fifteen digits.
  private static let limit = 1e15

  private mutating func add(
    _ indicator: Indicator, _ population: ID<Population>?, _ table: Table, row: Int, column: Int
  ) {
    let place = table.place(row: row, column: column)
    let value: Observation.Value
    switch table.number(row: row, column: column) {
    case .number(let number), .percent(let number):
      guard abs(number) < Self.limit else {
        diagnostics.report(.error(.numberTooLarge, at: place))
        return
      }
      value = .number(number)
    case .missing(let kind): value = .missing(kind)
    case .notANumber(let text):
      diagnostics.report(.error(.cellIsNotANumber(text), at: place, hints: [.numberOrMark]))
      return
    }
    observations.add(
      Observation(indicator: indicator.id, population: population, value: value, place: place))
  }
}

extension Table {
  /// A cell's text without the spaces around it, which nobody sees in a spreadsheet.
  fileprivate func trimmedText(row: Int, column: Int) -> String {
    let text = text(row: row, column: column)
    return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownDataColumn(_ name: String, in path: String) -> Self {
    Self(
      "unknown-data-column", fr: "« \(path) » n’a pas de colonne « \(name) »",
      en: "“\(path)” has no column “\(name)”")
  }
  fileprivate static func noSuchRow(_ text: String, column: String, in path: String) -> Self {
    Self(
      "no-such-row", fr: "aucune ligne de « \(path) » n’a « \(text) » dans la colonne « \(column) »",
      en: "no row of “\(path)” has “\(text)” in its column “\(column)”")
  }
  fileprivate static func severalRows(_ count: Int, for indicator: String, in path: String) -> Self {
    Self(
      "several-rows", fr: "\(count) lignes de « \(path) » répondent pour « \(indicator) » : il en faut une",
      en: "\(count) rows of “\(path)” answer for “\(indicator)”: one is needed")
  }
  fileprivate static func severalRowsFor(_ population: String, _ indicator: String, in path: String) -> Self {
    Self(
      "several-rows", fr: "une autre ligne de « \(path) » donne déjà « \(indicator) » pour « \(population) »",
      en: "another row of “\(path)” already gives “\(indicator)” for “\(population)”")
  }
  fileprivate static var numberTooLarge: Self {
    Self(
      "number-too-large", fr: "un nombre de plus de quinze chiffres n’est pas exact",
      en: "a number of more than fifteen digits is not exact")
  }
  fileprivate static func cellIsNotANumber(_ text: String) -> Self {
    Self("cell-not-a-number", fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
}

extension Diagnostic.Hint {
  fileprivate static let filterOrBy = Self(
    fr: "ajoutez un filtre « where: » ou dites « by: » quelle colonne donne la population",
    en: "add a “where:” filter, or say “by:” which column gives the population")
  fileprivate static let numberOrMark = Self(
    fr: "écrivez un nombre, ou « nd » si la valeur n’est pas disponible",
    en: "write a number, or “nd” if the value is not available")
}
