import Diagnostics
import Expressions
import Spec

/// A measured quantity.
package struct Indicator: Declared {
  package let id: ID<Indicator>
  package let label: String
  package let short: String
  package let definition: String?
  package let unit: UnitOfMeasure
  package let counts: String?
  package let universe: String?
  package let direction: Direction?
  package let nature: Nature?
  /// Whose figure it is: what is cited under it.
  package let source: ID<Source>
  /// The period of its values where the data name none: its own, or its source's year.
  package let period: Period?
  /// Whether its author chose that period, among those that the data have.
  package let choosesPeriod: Bool
  package let decimals: Int?
  package let scale: Scale
  package let reading: ReadingTemplate?
  package let description: IndicatorDescription
  /// Its own rule, or its source's.
  package let secrecy: SecrecyPolicy?
  package let value: IndicatorValue
  /// Whether it has a value for each population.
  package let isByPopulation: Bool
  /// Whether it can have values for several periods.
  package let isByPeriod: Bool
}

/// What an indicator is for, and what its reader must know of it.
package struct IndicatorDescription: Hashable, Sendable {
  package let serves: [ID<Objective>]
  package let target: Target?
  package let periodicity: Periodicity?
  package let staleAfter: Int?
  package let minimumBase: Int?
  package let vintage: String?
  package let dating: String?
  package let breaks: [SeriesBreak]
  package let owner: String?
  /// Whether the value of a whole is the sum of those of its parts: medians and rates are not.
  package let addsUp: Bool
  /// The indicators whose sum it is; empty where none are known.
  package let parts: [ID<Indicator>]
  package let status: ObservationStatus?
}

/// The value that an indicator should reach.
package struct Target: Hashable, Sendable {
  package let place: Place
  package let value: Double
  package let by: Period
  package let agreed: String?
  /// Whom it is for; empty for whoever is followed.
  package let populations: [ID<Population>]

  /// Whether it is a population's target; an indicator without populations has one for its only value.
  package func isMeant(for population: ID<Population>?) -> Bool {
    populations.isEmpty || (population.map(populations.contains) ?? true)
  }
}

/// A change in how an indicator is measured.
package struct SeriesBreak: Hashable, Sendable {
  /// The first period that is measured in the new way.
  package let at: Period
  package let note: String?
}

/// Where the values of an indicator come from.
package enum IndicatorValue: Hashable, Sendable {
  case cells(ValueSpec, of: TableOrigin)
  case formula(Formula)
  case index(of: ID<Indicator>, base: Located<Period>)
  /// Its values are not published.
  case documented
}

/// Arithmetic on other indicators.
package struct Formula: Hashable, Sendable {
  package let text: Located<String>
  package let expression: Expression
  /// Each once, in the order of the text.
  package let operands: [ID<Indicator>]
}

/// What must not be published.
package struct SecrecyPolicy: Hashable, Sendable {
  package let place: Place
  package let minimum: Int?
  package let contributors: Int?
  /// In percent.
  package let dominance: Double?
  /// In percent of the hidden value.
  package let protection: Double
}

/// A node of the contract's nomenclature.
package struct Objective: Declared {
  package let id: ID<Objective>
  package let label: String
  package let kind: ObjectiveKind
  package let under: [ID<Objective>]
  package let definition: String?
}

/// How a sentence tells a value: texts, with places for the value and the population.
package struct ReadingTemplate: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    case value, population
  }

  package let parts: [Part]
}
