import DataSources
import Diagnostics
import Model
import Spec

/// Gathers the values of the territories that subjects are ranked among.
func observePeers(
  of report: Report, in tables: Tables, _ observations: inout Observations,
  into diagnostics: inout DiagnosticCollector
) {
  for comparison in report.comparisons.elements where comparison.references.contains(.peers) {
    for indicator in comparison.indicators {
      let key = Observations.PeerKey(comparison: comparison.id, indicator: indicator)
      switch comparison.peers {
      case .among(let populations):
        let members = distinct([comparison.subject].compactMap(\.self) + populations)
        observations.peers[key] = members.compactMap { observations.find(indicator, $0)?.number }
      case .allRows:
        observations.peers[key] = values(
          of: report.indicators[indicator], comparison, [], report, tables, observations, into: &diagnostics)
      case .same(let columns):
        observations.peers[key] = values(
          of: report.indicators[indicator], comparison, columns, report, tables, observations,
          into: &diagnostics)
      }
    }
  }
}

/// The values of all rows of the subject's period, in the columns `same` those that read as the subject's row.
private func values(
  of indicator: Indicator, _ comparison: Comparison, _ same: [String], _ report: Report, _ tables: Tables,
  _ observations: Observations, into diagnostics: inout DiagnosticCollector
) -> [Double] {
  guard case .cells(let spec, let origin) = indicator.value, let table = tables[origin] else {
    diagnostics.report(.error(.peersOfComputed(indicator.id.name), at: comparison.place, hints: [.among]))
    return []
  }
  guard let column = table.columnIndex(named: spec.column.value),
    let subject = observations.find(indicator.id, comparison.subject), let subjectRow = subject.row
  else { return [] }
  var tests = spec.filters.compactMap { filter in
    table.columnIndex(named: filter.column.value).map { ($0, filter.text.value) }
  }
  for name in same {
    guard let index = table.columnIndex(named: name) else {
      diagnostics.report(
        .error(
          .noSameColumn(name, in: table.path), at: comparison.place,
          hints: .suggestion(for: name, among: table.columns.map(\.name))))
      return []
    }
    tests.append((index, table.text(row: subjectRow, column: index)))
  }
  let periodColumn = spec.period.flatMap { table.columnIndex(named: $0.value) }
  // What may not be told may not be told as a median either.
  let untold = Set(
    observations.all.filter { $0.indicator == indicator.id && $0.number == nil }.compactMap(\.row))
  return table.rows.compactMap { row in
    if untold.contains(row) { return nil }
    for (column, text) in tests where !table.reads(text, row: row, column: column) { return nil }
    if let periodColumn, Period(inData: table.text(row: row, column: periodColumn)) != subject.period {
      return nil
    }
    switch table.number(row: row, column: column) {
    case .number(let number), .percent(let number):
      return table.tells(number, of: indicator, spec, row: row) ? number : nil
    case .missing, .notANumber: return nil
    }
  }
}

extension Table {
  /// Whether a row's value rests on enough answers and is not secret.
  fileprivate func tells(_ number: Double, of indicator: Indicator, _ spec: ValueSpec, row: Int) -> Bool {
    if let base = indicator.description.minimumBase, let respondents = count(spec.respondents, row: row),
      respondents < Double(base)
    {
      return false
    }
    let exposure = Observation.Exposure(
      units: count(spec.units, row: row), contributors: count(spec.contributors, row: row),
      largest: count(spec.largest, row: row))
    return !(indicator.secrecy?.hides(number, of: indicator, exposure) ?? false)
  }

  private func count(_ column: Located<String>?, row: Int) -> Double? {
    guard let index = column.flatMap({ columnIndex(named: $0.value) }) else { return nil }
    switch number(row: row, column: index) {
    case .number(let number), .percent(let number): return number
    case .missing, .notANumber: return nil
    }
  }

  /// Whether a cell reads as a text, without the spaces around it.
  fileprivate func reads(_ text: String, row: Int, column: Int) -> Bool {
    let cell = self.text(row: row, column: column)
    return cell == text || cell.trimmingSpaces() == text.trimmingSpaces()
  }
}

extension Diagnostic.Message {
  fileprivate static func peersOfComputed(_ indicator: String) -> Self {
    Self(
      "peers-of-computed", fr: "« \(indicator) » est calculé : ses pairs doivent être nommés",
      en: "“\(indicator)” is computed: its peers must be named")
  }
  fileprivate static func noSameColumn(_ name: String, in path: String) -> Self {
    Self(
      "unknown-data-column", fr: "« \(path) » n’a pas de colonne « \(name) »",
      en: "“\(path)” has no column “\(name)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let among = Self(
    fr: "ajoutez « among: [territoire, territoire …] » à la comparaison",
    en: "add `among: [territory, territory …]` to the comparison")
}
