import DataSources
import Diagnostics
import Model

/// One value of one indicator, and the cell it comes from.
package struct Observation: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Double)
    case missing(MissingKind)
  }

  package let indicator: ID<Indicator>
  package let population: ID<Population>?
  package let value: Value
  /// The row of the indicator's table, from 0.
  package let row: Int
  package let place: Place

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
}

/// All observations of a report.
package struct Observations: Hashable, Sendable {
  package private(set) var all: [Observation] = []
  private var positions: [Key: Int] = [:]
  private var byIndicator: [ID<Indicator>: [Int]] = [:]

  private struct Key: Hashable, Sendable {
    let indicator: ID<Indicator>
    let population: ID<Population>?
  }

  mutating func add(_ observation: Observation) {
    positions[Key(indicator: observation.indicator, population: observation.population)] = all.count
    byIndicator[observation.indicator, default: []].append(all.count)
    all.append(observation)
  }

  package func find(_ indicator: ID<Indicator>, _ population: ID<Population>?) -> Observation? {
    positions[Key(indicator: indicator, population: population)].map { all[$0] }
  }

  /// The values of an indicator that are there, whatever the population.
  func numbers(of indicator: ID<Indicator>) -> [Double] {
    byIndicator[indicator, default: []].compactMap { all[$0].number }
  }
}
