import DataSources
import Diagnostics
import Model
import Shaping
import Spec

/// Traces every value and comparison of a report to its rows.
///
/// - Parameter shaped: the report's tables, made with traces.
package func trace(
  _ report: Report, in shaped: ShapedTables, history: [PastObservation] = [],
  into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> ReportProvenance {
  let observations = observe(report, in: shaped.tables, history: history, into: &diagnostics)
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
    let source = origin(of: observation, indicator)
    return Provenance(
      reference: reference(to: observation), indicator: indicator.label, population: population?.label,
      period: observation.period?.code, status: observation.status.rawValue, value: observation.number,
      missing: missing, printed: printed, unit: indicator.unit.rawValue, decimals: text?.decimals ?? 0,
      formula: source.formula, operands: source.operands, recorded: source.recorded, table: source.table,
      column: source.column, columnLabel: source.columnLabel, filters: source.filters, steps: source.steps,
      files: source.files)
  }

  /// How a value is referred to: with its period where it is not the current one.
  private func reference(to observation: Observation) -> String {
    let population = observation.population.map { "[\($0.name)]" } ?? ""
    let current = observations.find(observation.indicator, observation.population)
    let period = current?.period == observation.period ? "" : observation.period.map { "[\($0.code)]" } ?? ""
    return observation.indicator.name + population + period
  }

  // MARK: Origins

  /// Where one value comes from: cells, other values, or the history.
  private struct Origin {
    var formula: String?
    var operands: [Provenance] = []
    var recorded: String?
    var table: String?
    var column: String?
    var columnLabel: String?
    var filters: [Provenance.Filter] = []
    var steps: [String] = []
    var files: [Provenance.FileRows] = []
  }

  private func origin(of observation: Observation, _ indicator: Indicator) -> Origin {
    switch observation.origin {
    case .history(let recorded): return Origin(recorded: recorded)
    case .computed:
      return Origin(formula: formula(of: indicator), operands: operands(of: observation, indicator))
    case .row(let row):
      guard case .cells(let cells, let origin) = indicator.value else { return Origin() }
      return Origin(
        table: origin.name, column: cells.column.value,
        columnLabel: shaped.tables[origin]?.column(named: cells.column.value)?.label,
        filters: filters(of: cells, observation.population.map { report.populations[$0] }),
        steps: steps(of: origin), files: files(of: origin, row: row))
    }
  }

  private func formula(of indicator: Indicator) -> String? {
    switch indicator.value {
    case .formula(let formula): formula.text.value
    case .index(let of, let base): "100 * \(of.name) / \(of.name)[\(base.value.code)]"
    case .cells, .documented: nil
    }
  }

  private func operands(of observation: Observation, _ indicator: Indicator) -> [Provenance] {
    switch indicator.value {
    case .cells, .documented: return []
    case .formula(let formula):
      return formula.operands.compactMap { operand in
        let other = report.indicators[operand]
        let period = other.isByPeriod ? observation.period.map(PeriodChoice.fixed) : nil
        return observations.find(
          operand, Viewpoint(other.isByPopulation ? observation.population : nil, period ?? .current))
      }.map(provenance)
    case .index(let of, let base):
      let periods = [observation.period, base.value].compactMap(\.self)
      return distinct(periods).compactMap {
        observations.find(of, Viewpoint(observation.population, .fixed($0)))
      }.map(provenance)
    }
  }

  private func filters(of cells: ValueSpec, _ population: Population?) -> [Provenance.Filter] {
    var filters = cells.filters.map { Provenance.Filter(column: $0.column.value, text: $0.text.value) }
    if !cells.by.isEmpty, let population {
      let column = cells.by.map(\.value).joined(separator: " / ")
      filters.append(Provenance.Filter(column: column, text: population.codes.joined(separator: " | ")))
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
        query: report.sources[source].selection?.query,
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
      let words = report.tables[id].wordsOfQuery
      if !words.isEmpty { return collectAll(named: words, into: &found) }
      for row in rows {
        for part in shaped.trace(of: row, in: origin)?.parts ?? [] {
          collect(part.rows, of: part.origin, into: &found)
        }
      }
    }
  }

  /// All rows of the tables that a query names: which of them it used, only the query knows.
  private func collectAll(named words: Set<String>, into found: inout [(ID<Source>, [Int])]) {
    let origins =
      report.sources.elements.map { TableOrigin.source($0.id) }
      + report.tables.elements.map { TableOrigin.table($0.id) }
    for origin in origins where words.contains(origin.name.lowercased()) {
      collect(shaped.tables[origin].map { Array($0.rows) } ?? [], of: origin, into: &found)
    }
  }

  // MARK: Comparisons

  /// Differences from values; a target and a distribution have no second value of their own.
  func comparisons(_ comparison: Comparison) -> [ComparedProvenance] {
    comparison.indicators.flatMap { indicator in
      comparison.references.compactMap { compared(comparison, indicator, $0) }
    }
  }

  private func compared(
    _ comparison: Comparison, _ indicator: ID<Indicator>, _ reference: ComparisonReference
  ) -> ComparedProvenance? {
    let comparer = Comparer(report: report, observations: observations)
    guard let subject = comparer.subject(comparison, indicator),
      let against = comparer.against(reference, comparison, indicator),
      case .observation(let other) = against, let values = texts[indicator]
    else { return nil }
    let compared = comparer.compare(subject, against, reference, by: comparison.measure, of: comparison)
    let text = DifferenceText(values: values, measure: comparison.measure)
    var formula = ""
    let printed: String
    if let a = subject.number, let b = other.number,
      let result = difference(of: a, from: b, by: comparison.measure)
    {
      formula = comparison.measure.formula(a, b) + " = \(plain(result))"
    }
    switch compared.value {
    case .number(let number): printed = text.text(number)
    case .missing(let kind): printed = Wording(language: report.head.language).mark(kind)
    }
    let several = comparison.references.count > 1 ? "[\(reference.word)]" : ""
    return ComparedProvenance(
      reference: "\(comparison.id.name).\(indicator.name)\(several)", measure: comparison.measure.rawValue,
      formula: formula, printed: printed,
      interval: compared.interval.map { [$0.low, $0.high] }, subject: provenance(subject),
      against: provenance(other))
  }
}

extension Measure {
  fileprivate func formula(_ a: Double, _ b: Double) -> String {
    switch self {
    case .points, .difference: "\(plain(a)) - \(plain(b))"
    case .ratio: "\(plain(a)) / \(plain(b))"
    case .relative: "(\(plain(a)) - \(plain(b))) / \(plain(b))"
    case .index, .share: "100 * \(plain(a)) / \(plain(b))"
    }
  }
}

/// A number as a calculator shows it.
private func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
