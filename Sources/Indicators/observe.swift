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
    if let table = tables[indicator.origin] { observer.observe(indicator, in: table) }
  }
  diagnostics = observer.diagnostics
  return observer.observations
}

private struct Observer {
  let report: Report
  var diagnostics: DiagnosticCollector
  var observations = Observations()
  private var indices: [ColumnKey: ColumnIndex] = [:]

  /// The table that is being read; two may come from one file.
  private var origin: TableOrigin?

  private struct ColumnKey: Hashable {
    let origin: TableOrigin?
    let column: Int
  }

  init(report: Report, diagnostics: DiagnosticCollector) {
    self.report = report
    self.diagnostics = diagnostics
  }

  mutating func observe(_ indicator: Indicator, in table: Table) {
    origin = indicator.origin
    let spec = indicator.value
    let valueColumn = column(spec.column, in: table)
    let filters = spec.filters.map { (column: column($0.column, in: table), text: $0.text) }
    let populationColumn = spec.by.map { column($0, in: table) }
    guard let valueColumn, filters.allSatisfy({ $0.column != nil }), populationColumn != .some(nil) else {
      return
    }
    var rows: [Int]?
    for case (let column?, let text) in filters {
      let kept = keep(rows, of: table, whereColumn: column, reads: text)
      if kept.isEmpty { return }
      rows = kept
    }
    if let populationColumn = populationColumn ?? nil {
      observeByPopulation(indicator, rows, of: table, valueColumn, populationColumn)
    } else {
      observeAlone(indicator, rows ?? Array(table.rows), of: table, valueColumn)
    }
  }

  /// The index of a column, made when it is first asked for.
  private mutating func index(of column: Int, in table: Table) -> ColumnIndex {
    let key = ColumnKey(origin: origin, column: column)
    if let index = indices[key] { return index }
    let index = ColumnIndex(of: table, column: column)
    indices[key] = index
    return index
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
    _ rows: [Int]?, of table: Table, whereColumn column: Int, reads text: Located<String>
  ) -> [Int] {
    let index = index(of: column, in: table)
    let kept = rows.map { index.rows(reading: text.value, among: $0) } ?? index.rows(reading: text.value)
    if kept.isEmpty {
      let known = rows.map { index.texts(of: $0) } ?? index.texts
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
    _ indicator: Indicator, _ rows: [Int]?, of table: Table, _ column: Int, _ populationColumn: Int
  ) {
    let index = index(of: populationColumn, in: table)
    for population in report.populations.elements {
      let found = Set(population.codes).flatMap { code in
        rows.map { index.rows(reading: code, among: $0) } ?? index.rows(reading: code)
      }.sorted()
      if found.count > 1 {
        diagnostics.report(
          .error(
            .severalRowsFor(population.id.name, indicator.id.name, in: table.path),
            at: table.place(row: found[1], column: populationColumn),
            hints: [.removeOne(line: table.line(ofRow: found[0]))]))
      } else if let row = found.first {
        add(indicator, population.id, table, row: row, column: column)
      }
    }
  }

  /// Numbers are exact to fifteen digits.
  private static let limit = 1e15

  /// A share above 100 % is seldom one: it is said, and printed as it is.
  private mutating func warnOfRateAboveAll(_ number: Double, of indicator: Indicator, at place: Place) {
    guard indicator.unit == .percent, number > 100 else { return }
    diagnostics.report(.warning(.rateAboveAll(indicator.id.name), at: place))
  }

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
      warnOfRateAboveAll(number, of: indicator, at: place)
      value = .number(number)
    case .missing(let kind): value = .missing(kind)
    case .notANumber(let text):
      diagnostics.report(.error(.cellIsNotANumber(text), at: place, hints: [.numberOrMark]))
      return
    }
    observations.add(
      Observation(indicator: indicator.id, population: population, value: value, row: row, place: place))
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
  fileprivate static func rateAboveAll(_ indicator: String) -> Self {
    Self(
      "rate-above-100", fr: "« \(indicator) » dépasse 100 % : vérifiez l’unité ou la valeur",
      en: "“\(indicator)” is above 100%: check the unit or the value")
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
  fileprivate static func removeOne(line: Int) -> Self {
    Self(
      fr:
        "supprimez l’une des deux lignes (la première est la ligne \(line)), ou ajoutez un filtre « where: »",
      en: "remove one of the two rows (the first is line \(line)), or add a “where:” filter")
  }
  fileprivate static let numberOrMark = Self(
    fr: "écrivez un nombre, ou « nd » si la valeur n’est pas disponible",
    en: "write a number, or “nd” if the value is not available")
}
