/// One value of an indicator as a report published it.
package struct RecordedObservation: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Double)
    /// Why there is none, by its word: “confidential”.
    case missing(String)
  }

  package enum Status: String, Hashable, Sendable, CaseIterable, Encodable {
    case final, provisional, revised, estimated
  }

  /// Where its interval ends, in the unit of the value.
  package struct Bounds: Hashable, Sendable {
    package let low: Double
    package let high: Double

    package init(low: Double, high: Double) {
      precondition(low.isFinite && low <= high && high.isFinite, "an interval goes from a number to a number")
      self.low = low
      self.high = high
    }
  }

  package let key: ObservationKey
  /// The indicator's label, with its population or territory if the report names one.
  package let label: String
  package let value: Value
  /// As the report language spells it: `%`, `count`.
  package let unit: String
  /// How many decimals are printed; `nil` where the value is printed as it is.
  package let decimals: Int?
  package let status: Status
  package let bounds: Bounds?
  /// The digest of the file that the value comes from; not compared, since a file grows from period to period.
  package let sourceDigest: String

  package init(
    key: ObservationKey, label: String, value: Value, unit: String, decimals: Int? = nil,
    status: Status = .final, bounds: Bounds? = nil, sourceDigest: String
  ) {
    if case .number(let number) = value { precondition(number.isFinite, "a value is a number or missing") }
    self.key = key
    self.label = label
    self.value = value
    self.unit = unit
    self.decimals = decimals
    self.status = status
    self.bounds = bounds
    self.sourceDigest = sourceDigest
  }
}

/// What a value is about. A report gives one value for each key.
package struct ObservationKey: Hashable, Sendable {
  package let series: SeriesKey
  /// Written so that texts in order are periods in order: `2025`, `2025-Q3`, `2025-09`, `2025-09-30`.
  package let period: String

  package init(indicator: String, population: String? = nil, period: String) {
    self.init(SeriesKey(indicator: indicator, population: population), period)
  }

  init(_ series: SeriesKey, _ period: String) {
    self.series = series
    self.period = period
  }
}

/// An indicator for one population or territory, over all periods.
package struct SeriesKey: Hashable, Sendable {
  package let indicator: String
  /// A population or territory, by its id; `nil` for a value of the whole.
  package let population: String?

  /// - Precondition: an id has characters.
  package init(indicator: String, population: String? = nil) {
    precondition(!indicator.isEmpty && population != "", "an id has characters")
    self.indicator = indicator
    self.population = population
  }
}
