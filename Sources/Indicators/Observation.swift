import DataSources
import Diagnostics
import Model
import Spec

/// One value of one indicator, for a population and a period, and where it comes from.
package struct Observation: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Double)
    case missing(MissingKind)

    var isNumber: Bool {
      switch self {
      case .number: true
      case .missing: false
      }
    }
  }

  /// What is known of how exact a value is.
  package enum Precision: Hashable, Sendable {
    case unknown
    /// How many answered, and the design effect of their choice.
    case sample(respondents: Double, designEffect: Double)
    /// Half of a 95 % interval, in the value's unit.
    case margin(Double)
    /// A 95 % interval that was published before, in the value's unit.
    case bounds(low: Double, high: Double)
  }

  /// What rules of secrecy look at.
  package struct Exposure: Hashable, Sendable {
    package var units: Double?
    package var contributors: Double?
    /// The largest contributor's share, in percent.
    package var largest: Double?
  }

  package enum Origin: Hashable, Sendable {
    /// The row of the indicator's table, from 0.
    case row(Int)
    /// Other values, by a formula or an index.
    case computed
    /// What an earlier run published, and when.
    case history(recorded: String)
  }

  package let indicator: ID<Indicator>
  package let population: ID<Population>?
  package let period: Period?
  package var value: Value
  package var status: ObservationStatus
  package let precision: Precision
  package let origin: Origin
  package fileprivate(set) var place: Place?
  package var exposure = Exposure()

  package var missing: MissingKind? {
    switch value {
    case .number: nil
    case .missing(let kind): kind
    }
  }

  package var number: Double? {
    switch value {
    case .number(let number): number
    case .missing: nil
    }
  }

  /// The row of its table, if it was read there.
  package var row: Int? {
    switch origin {
    case .row(let row): row
    case .computed, .history: nil
    }
  }
}

/// All observations of a report.
package struct Observations: Hashable, Sendable {
  package private(set) var all: [Observation] = []
  private var series: [SeriesKey: [Int]] = [:]
  /// The values of similar territories, for comparisons that rank a subject.
  var peers: [PeerKey: [Double]] = [:]

  /// The values of one indicator for one population, along periods.
  struct SeriesKey: Hashable, Sendable {
    let indicator: ID<Indicator>
    let population: ID<Population>?
  }

  struct PeerKey: Hashable, Sendable {
    let comparison: ID<Comparison>
    let indicator: ID<Indicator>
  }

  /// Which period is the current one of a series; with none, its last.
  ///
  /// `.some(nil)` for a series that the report's period has not reached.
  var currentPeriods: [SeriesKey: Period?] = [:]

  mutating func add(_ observation: Observation) {
    let key = SeriesKey(indicator: observation.indicator, population: observation.population)
    series[key, default: []].append(all.count)
    all.append(observation)
  }

  /// Hides a value that must not be published; a message that showed its place would show it.
  mutating func hide(_ index: Int) {
    all[index].value = .missing(.confidential)
    all[index].place = nil
  }

  mutating func mark(_ index: Int, as status: ObservationStatus) { all[index].status = status }

  /// The observation of a viewpoint; `nil` where there is none.
  package func find(_ indicator: ID<Indicator>, _ viewpoint: Viewpoint) -> Observation? {
    let key = SeriesKey(indicator: indicator, population: viewpoint.population)
    guard let period = period(viewpoint.period, of: key) else {
      // Values of an unknown period are the only ones of their series.
      let only = series[key].flatMap { $0.count == 1 ? all[$0[0]] : nil }
      return viewpoint.period == .current && only?.period == nil ? only : nil
    }
    return series[key]?.lazy.map { all[$0] }.first { $0.period == period }
  }

  package func find(_ indicator: ID<Indicator>, _ population: ID<Population>?) -> Observation? {
    find(indicator, Viewpoint(population))
  }

  /// The period that a choice means for an indicator and a population.
  func period(_ choice: PeriodChoice, of indicator: ID<Indicator>, _ population: ID<Population>?) -> Period? {
    period(choice, of: SeriesKey(indicator: indicator, population: population))
  }

  private func period(_ choice: PeriodChoice, of key: SeriesKey) -> Period? {
    let known = periods(of: key)
    if case .fixed(let period) = choice { return known.first { $0 == period } }
    guard let current = currentPeriods[key, default: known.last] else { return nil }
    switch choice {
    case .current: return known.contains(current) ? current : nil
    case .previous: return known.last { $0 < current && $0.length == current.length }
    case .yearAgo: return known.first { $0 == current.aYearBefore }
    case .first: return known.first
    case .fixed(let period): return known.first { $0 == period }
    }
  }

  /// The periods that an indicator has values for, in order.
  func periods(of indicator: ID<Indicator>, _ population: ID<Population>?) -> [Period] {
    periods(of: SeriesKey(indicator: indicator, population: population))
  }

  private func periods(of key: SeriesKey) -> [Period] {
    (series[key] ?? []).compactMap { all[$0].period }.sorted()
  }

  /// The populations that an indicator has values for, in the order they were found.
  func populations(of indicator: ID<Indicator>) -> [ID<Population>?] {
    distinct(all.filter { $0.indicator == indicator }.map(\.population))
  }

  /// The values of an indicator that are there, whatever the population or period.
  func numbers(of indicator: ID<Indicator>) -> [Double] {
    all.compactMap { $0.indicator == indicator ? $0.number : nil }
  }
}
