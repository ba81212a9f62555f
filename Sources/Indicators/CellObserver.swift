import DataSources
import Diagnostics
import Model
import Spec

/// Reads indicators from the cells of tables.
///
/// An indicator's rows are those that its filters keep. Of each population and period there must be one at most;
/// where an indicator has neither, one row must be left.
struct CellObserver {
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

  mutating func observe(
    _ indicator: Indicator, _ spec: ValueSpec, in table: Table, from origin: TableOrigin
  ) {
    self.origin = origin
    let known = diagnostics.diagnostics.count
    let valueColumn = column(spec.column, in: table)
    let filters = spec.filters.map { (column: column($0.column, in: table), text: $0.text) }
    let populationColumns = spec.by.compactMap { column($0, in: table) }
    let details = DetailColumns(
      period: detail(spec.period, in: table), status: detail(spec.status, in: table),
      respondents: detail(spec.respondents, in: table), margin: detail(spec.margin, in: table),
      units: detail(spec.units, in: table), contributors: detail(spec.contributors, in: table),
      largest: detail(spec.largest, in: table))
    guard let valueColumn, diagnostics.diagnostics.count == known else { return }
    var rows: [Int]?
    for case (let column?, let text) in filters {
      let kept = keep(rows, of: table, whereColumn: column, reads: text)
      if kept.isEmpty { return }
      rows = kept
    }
    let reading = Reading(
      indicator: indicator, spec: spec, table: table, column: valueColumn, details: details)
    if populationColumns.isEmpty {
      observe(reading, nil, rows ?? Array(table.rows))
    } else {
      observeByPopulation(reading, rows, populationColumns)
    }
  }

  /// Columns that say more of a value.
  struct DetailColumns {
    let period: Int?
    let status: Int?
    let respondents: Int?
    let margin: Int?
    let units: Int?
    let contributors: Int?
    let largest: Int?
  }

  /// What is read, and where.
  struct Reading {
    let indicator: Indicator
    let spec: ValueSpec
    let table: Table
    let column: Int
    let details: DetailColumns
  }

  private mutating func detail(_ name: Located<String>?, in table: Table) -> Int? {
    name.flatMap { column($0, in: table) }
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

  /// Reads the rows of one population, or of an indicator without populations: one for each period.
  private mutating func observe(_ reading: Reading, _ population: ID<Population>?, _ rows: [Int]) {
    guard let periodColumn = reading.details.period else {
      if rows.count > 1 { return reportSeveral(reading, population, rows) }
      if let row = rows.first { add(reading, population, reading.indicator.period, row: row) }
      return
    }
    var seen: [Period: Int] = [:]
    for row in rows {
      let text = reading.table.text(row: row, column: periodColumn)
      guard let period = Period(inData: text) else {
        let place = reading.table.place(row: row, column: periodColumn)
        diagnostics.report(.error(.cellIsNotAPeriod(text), at: place, hints: [.periodForms]))
        return
      }
      if let first = seen[period] { return reportSeveral(reading, population, [first, row]) }
      seen[period] = row
      add(reading, population, period, row: row)
    }
  }

  private mutating func reportSeveral(_ reading: Reading, _ population: ID<Population>?, _ rows: [Int]) {
    let table = reading.table
    guard let population else {
      diagnostics.report(
        .error(
          .severalRows(rows.count, for: reading.indicator.id.name, in: table.path), at: reading.spec.place,
          hints: [.filterOrBy]))
      return
    }
    let column = reading.spec.by.first.flatMap { table.columnIndex(named: $0.value) } ?? 0
    diagnostics.report(
      .error(
        .severalRowsFor(population.name, reading.indicator.id.name, in: table.path),
        at: table.place(row: rows[1], column: column),
        hints: [.removeOne(line: table.line(ofRow: rows[0]))]))
  }

  private mutating func observeByPopulation(_ reading: Reading, _ rows: [Int]?, _ columns: [Int]) {
    for population in report.populations.elements {
      let found = Set(population.codes).flatMap { code in
        self.rows(reading: code, in: columns, of: reading.table, among: rows)
      }.sorted()
      observe(reading, population.id, found)
    }
  }

  /// The rows whose cells in the columns that name populations read as a code: of several, a part each,
  /// parted by ` / `.
  private mutating func rows(
    reading code: String, in columns: [Int], of table: Table, among rows: [Int]?
  ) -> [Int] {
    let parts = columns.count == 1 ? [code] : code.components(partedBy: " / ")
    guard parts.count == columns.count else { return [] }
    var found = rows
    for (part, column) in zip(parts, columns) {
      let index = index(of: column, in: table)
      found = found.map { index.rows(reading: part, among: $0) } ?? index.rows(reading: part)
    }
    return found ?? []
  }

  /// Numbers are exact to fifteen digits.
  private static let limit = 1e15

  private mutating func add(_ reading: Reading, _ population: ID<Population>?, _ period: Period?, row: Int) {
    let (indicator, table) = (reading.indicator, reading.table)
    let place = table.place(row: row, column: reading.column)
    let respondents = count(reading.details.respondents, of: table, row: row)
    var value: Observation.Value
    switch table.number(row: row, column: reading.column) {
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
    if let base = indicator.description.minimumBase, let respondents, respondents < Double(base) {
      value = .missing(.notSignificant)
    }
    observations.add(
      Observation(
        indicator: indicator.id, population: population, period: period, value: value,
        status: status(reading, row: row),
        precision: precision(reading, row: row, respondents, ofKnown: value.isNumber),
        origin: .row(row), place: place, exposure: exposure(reading, row: row)))
  }
}

extension String {
  fileprivate func components(partedBy mark: String) -> [String] {
    ranges(of: mark).isEmpty ? [self] : split(separator: mark).map(String.init)
  }
}

extension Diagnostic.Message {
  fileprivate static func cellIsNotAPeriod(_ text: String) -> Self {
    Self("cell-not-a-period", fr: "« \(text) » n’est pas une période", en: "“\(text)” is not a period")
  }
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
  static func cellIsNotANumber(_ text: String) -> Self {
    Self("cell-not-a-number", fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
}

extension Diagnostic.Hint {
  fileprivate static let periodForms = Self(
    fr: "écrivez 2026, 2026-T3, T3 2026, 2026-09 ou 30/09/2026",
    en: "write 2026, 2026-Q3, Q3 2026, 2026-09 or 30/09/2026")
  fileprivate static let filterOrBy = Self(
    fr: "ajoutez un filtre « where: » ou dites « by: » quelle colonne donne la population",
    en: "add a “where:” filter, or say “by:” which column gives the population")
  fileprivate static func removeOne(line: Int) -> Self {
    Self(
      fr:
        "supprimez l’une des deux lignes (la première est la ligne \(line)), ou ajoutez un filtre « where: »",
      en: "remove one of the two rows (the first is line \(line)), or add a “where:” filter")
  }
  static let numberOrMark = Self(
    fr: "écrivez un nombre, ou « nd » si la valeur n’est pas disponible",
    en: "write a number, or “nd” if the value is not available")
}
