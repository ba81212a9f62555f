import DataSources
import Diagnostics
import Model
import Shaping
import Spec

/// Traces every value and comparison of a report to its rows.
///
/// - Parameter shaped: the report's tables, made with traces.
package func trace(
  _ report: Report, in shaped: ShapedTables, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> ReportProvenance {
  let observations = observe(report, in: shaped.tables, into: &diagnostics)
  try diagnostics.throwIfErrors()
  let tracer = Tracer(report: report, shaped: shaped, observations: observations)
  return ReportProvenance(
    report: report.head.title, values: observations.all.map(tracer.provenance),
    comparisons: report.comparisons.elements.flatMap(tracer.comparisons))
}

private struct Tracer {
  let report: Report
  let shaped: ShapedTables
  let observations: Observations
  private let texts: [ID<Indicator>: ValueText]

  init(report: Report, shaped: ShapedTables, observations: Observations) {
    self.report = report
    self.shaped = shaped
    self.observations = observations
    texts = valueTexts(of: report, observations)
  }

  func provenance(_ observation: Observation) -> Provenance {
    let indicator = report.indicators[observation.indicator]
    let population = observation.population.map { report.populations[$0] }
    let wording = Wording(language: report.head.language)
    let text = texts[indicator.id]
    let printed: String
    var missing: String?
    switch observation.value {
    case .number(let number): printed = text?.full(number) ?? ""
    case .missing(let kind):
      printed = wording.mark(kind)
      missing = kind.rawValue
    }
    return Provenance(
      reference: indicator.id.name + (population.map { "[\($0.id.name)]" } ?? ""), indicator: indicator.label,
      population: population?.label, value: observation.number, missing: missing, printed: printed,
      unit: indicator.unit.rawValue, decimals: text?.decimals ?? 0, table: indicator.origin.name,
      column: indicator.value.column.value, filters: filters(of: indicator, population),
      steps: steps(of: indicator.origin), files: files(of: indicator.origin, row: observation.row))
  }

  private func filters(of indicator: Indicator, _ population: Population?) -> [Provenance.Filter] {
    var filters = indicator.value.filters.map {
      Provenance.Filter(column: $0.column.value, text: $0.text.value)
    }
    if let by = indicator.value.by, let population {
      filters.append(Provenance.Filter(column: by.value, text: population.codes.joined(separator: " | ")))
    }
    return filters
  }

  /// The steps of a table, those of the tables it is made from first.
  private func steps(of origin: TableOrigin) -> [String] {
    guard case .table(let id) = origin else { return [] }
    let table = report.tables[id]
    return (table.from.map(steps) ?? []) + table.steps.map { "\(id.name): \($0.summary)" }
  }

  /// The files' rows behind a row of a table, through all the tables it was made from.
  private func files(of origin: TableOrigin, row: Int) -> [Provenance.FileRows] {
    var rows: [(ID<Source>, [Int])] = []
    collect([row], of: origin, into: &rows)
    return rows.compactMap { source, rows in
      guard let table = shaped.tables[.source(source)] else { return nil }
      let lines = Set(rows).map { table.line(ofRow: $0) }
      return Provenance.FileRows(
        source: source.name, citation: report.sources[source].citation, path: table.path,
        sha256: shaped.tables.digest(of: source), rows: ranges(of: lines), rowCount: lines.count)
    }
  }

  private func collect(_ rows: [Int], of origin: TableOrigin, into found: inout [(ID<Source>, [Int])]) {
    switch origin {
    case .source(let id):
      if let index = found.firstIndex(where: { $0.0 == id }) {
        found[index].1 += rows
      } else {
        found.append((id, rows))
      }
    case .table(let id):
      if case .query(let sql)? = report.tables[id].steps.first {
        return collectAll(readBy: sql.value, into: &found)
      }
      for row in rows {
        for part in shaped.trace(of: row, in: origin)?.parts ?? [] {
          collect(part.rows, of: part.origin, into: &found)
        }
      }
    }
  }

  /// All rows of the tables that a query names: which of them it used, only the query knows.
  private func collectAll(readBy sql: String, into found: inout [(ID<Source>, [Int])]) {
    let words = Set(sql.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init))
    let origins =
      report.sources.elements.map { TableOrigin.source($0.id) }
      + report.tables.elements.map { TableOrigin.table($0.id) }
    for origin in origins where words.contains(origin.name) {
      collect(shaped.tables[origin].map { Array($0.rows) } ?? [], of: origin, into: &found)
    }
  }

  // MARK: Comparisons

  func comparisons(_ comparison: Comparison) -> [ComparedProvenance] {
    comparison.indicators.flatMap { indicator in
      comparison.references.compactMap { compared(comparison, indicator, $0) }
    }
  }

  private func compared(
    _ comparison: Comparison, _ indicator: ID<Indicator>, _ reference: ID<Population>
  ) -> ComparedProvenance? {
    guard let subject = observations.find(indicator, comparison.subject),
      let against = observations.find(indicator, reference), let values = texts[indicator]
    else { return nil }
    let text = DifferenceText(values: values, measure: comparison.measure)
    var formula = ""
    var printed = Wording(language: report.head.language).mark(.notApplicable)
    if let a = subject.number, let b = against.number,
      let result = difference(of: a, from: b, by: comparison.measure)
    {
      formula = comparison.measure.formula(a, b) + " = \(plain(result))"
      printed = text.text(result)
    }
    let several = comparison.references.count > 1 ? "[\(reference.name)]" : ""
    return ComparedProvenance(
      reference: "\(comparison.id.name).\(indicator.name)\(several)", measure: comparison.measure.rawValue,
      formula: formula, printed: printed, subject: provenance(subject), against: provenance(against))
  }
}

extension Measure {
  fileprivate func formula(_ a: Double, _ b: Double) -> String {
    switch self {
    case .points, .difference: "\(plain(a)) - \(plain(b))"
    case .ratio: "\(plain(a)) / \(plain(b))"
    case .relative: "(\(plain(a)) - \(plain(b))) / \(plain(b))"
    }
  }
}

/// A number as a calculator shows it.
private func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
