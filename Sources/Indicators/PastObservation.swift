import DataSources
import Model
import Spec

/// A value that an earlier run of the report published.
package struct PastObservation: Hashable, Sendable {
  package let indicator: String
  package let population: String?
  package let period: Period
  package let value: Observation.Value
  package let status: ObservationStatus
  /// Its 95 % interval, in the value's unit.
  package let bounds: ClosedRange<Double>?
  /// When it was recorded.
  package let recorded: String

  package init(
    indicator: String, population: String?, period: Period, value: Observation.Value,
    status: ObservationStatus,
    bounds: ClosedRange<Double>?, recorded: String
  ) {
    self.indicator = indicator
    self.population = population
    self.period = period
    self.value = value
    self.status = status
    self.bounds = bounds
    self.recorded = recorded
  }
}

/// Adds the values of periods that the data no longer have. Where both have one, the data's holds, and is marked as
/// revised if another was published.
func addHistory(_ history: [PastObservation], of report: Report, to observations: inout Observations) {
  var known: [ObservationKey: Int] = [:]
  for (index, observation) in observations.all.enumerated() {
    guard let period = observation.period else { continue }
    known[ObservationKey(observation.indicator, observation.population, period)] = index
  }
  for past in history {
    guard let indicator = report.indicators.find(past.indicator), case .cells = indicator.value else {
      continue
    }
    let population = past.population.flatMap { report.populations.find($0)?.id }
    guard (population == nil) == (past.population == nil), (population != nil) == indicator.isByPopulation
    else {
      continue
    }
    if let index = known[ObservationKey(indicator.id, population, past.period)] {
      let now = observations.all[index]
      if now.status == .final, differ(now.value, past.value) { observations.mark(index, as: .revised) }
      continue
    }
    observations.add(
      Observation(
        indicator: indicator.id, population: population, period: past.period, value: past.value,
        status: past.status,
        precision: past.bounds.map { .bounds(low: $0.lowerBound, high: $0.upperBound) } ?? .unknown,
        origin: .history(recorded: past.recorded), place: nil))
  }
}

private struct ObservationKey: Hashable {
  let indicator: ID<Indicator>
  let population: ID<Population>?
  let period: Period

  init(_ indicator: ID<Indicator>, _ population: ID<Population>?, _ period: Period) {
    self.indicator = indicator
    self.population = population
    self.period = period
  }
}

/// Whether two published numbers are not the same; one that is now hidden was not revised.
private func differ(_ a: Observation.Value, _ b: Observation.Value) -> Bool {
  guard case .number(let now) = a, case .number(let then) = b else { return false }
  return abs(now - then) > abs(then) * 1e-9
}
