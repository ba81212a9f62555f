import DataSources
import Diagnostics
import Model
import Spec

/// The values of a report's indicators: read from its tables, those that must not be told hidden, those of earlier
/// periods added from the history, others computed from them.
package func observe(
  _ report: Report, in tables: Tables, history: [PastObservation], into diagnostics: inout DiagnosticCollector
) -> Observations {
  var observer = CellObserver(report: report, diagnostics: diagnostics)
  for indicator in report.indicators.elements {
    guard case .cells(let cells, let origin) = indicator.value, let table = tables[origin] else { continue }
    observer.observe(indicator, cells, in: table, from: origin)
  }
  diagnostics = observer.diagnostics
  var observations = observer.observations
  observations.currentPeriods = currentPeriods(of: observations, in: report)
  if !diagnostics.hasErrors {
    applySecrecy(of: report, to: &observations, into: &diagnostics)
    addHistory(history, of: report, to: &observations)
    observations.currentPeriods = currentPeriods(of: observations, in: report)
    computeIndicators(of: report, in: &observations, into: &diagnostics)
    observations.currentPeriods = currentPeriods(of: observations, in: report)
    observePeers(of: report, in: tables, &observations, into: &diagnostics)
    warnOfRatesAboveAll(of: report, observations, into: &diagnostics)
    warnOfSharesAsPercentages(of: report, observations, into: &diagnostics)
    warnOfStaleValues(of: report, observations, into: &diagnostics)
  }
  return observations
}

/// The period that each series is at: the one its author chose, else the last that the report's own period has
/// reached; none if that has reached none.
private func currentPeriods(
  of observations: Observations, in report: Report
) -> [Observations.SeriesKey: Period?] {
  var current: [Observations.SeriesKey: Period?] = [:]
  for observation in observations.all {
    guard let period = observation.period else { continue }
    let indicator = report.indicators[observation.indicator]
    let key = Observations.SeriesKey(indicator: indicator.id, population: observation.population)
    if indicator.choosesPeriod, let chosen = indicator.period {
      current[key] = chosen
      continue
    }
    let limit = indicator.isByPeriod ? report.head.period : nil
    let known = current[key] ?? nil
    let isReached = limit.map { period <= $0 } ?? true
    current[key] = .some(isReached ? known.map { max($0, period) } ?? period : known)
  }
  return current
}

/// A share above 100 % is seldom one: it is said, and printed as it is.
private func warnOfRatesAboveAll(
  of report: Report, _ observations: Observations, into diagnostics: inout DiagnosticCollector
) {
  for observation in observations.all {
    guard let number = observation.number, number > 100,
      report.indicators[observation.indicator].unit == .percent
    else { continue }
    diagnostics.report(.warning(.rateAboveAll(observation.indicator.name), at: observation.place))
  }
}

/// Warns of values that are older than their indicator allows.
private func warnOfStaleValues(
  of report: Report, _ observations: Observations, into diagnostics: inout DiagnosticCollector
) {
  guard let now = report.head.period ?? report.head.date else { return }
  for indicator in report.indicators.elements {
    guard let limit = indicator.description.staleAfter else { continue }
    for population in observations.populations(of: indicator.id) {
      guard let observation = observations.find(indicator.id, population), let period = observation.period,
        now.lastMonth - period.lastMonth > limit
      else { continue }
      let name = indicator.id.name + (population.map { "[\($0.name)]" } ?? "")
      diagnostics.report(
        .warning(
          .stale(name, months: now.lastMonth - period.lastMonth, limit: limit), at: observation.place))
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func rateAboveAll(_ indicator: String) -> Self {
    Self(
      "rate-above-100", fr: "« \(indicator) » dépasse 100 % : vérifiez l’unité ou la valeur",
      en: "“\(indicator)” is above 100%: check the unit or the value")
  }
  fileprivate static func stale(_ name: String, months: Int, limit: Int) -> Self {
    Self(
      "stale", fr: "« \(name) » date de \(months) mois avant la période du rapport (limite : \(limit))",
      en: "“\(name)” is \(months) months older than the report's period (limit: \(limit))")
  }
}
