import Diagnostics

/// A measured quantity.
package struct IndicatorSpec: Hashable, Sendable {
  package let id: Located<String>
  package let label: Located<String>
  package let short: Located<String>?
  package let definition: Located<String>?
  package let unit: Located<UnitOfMeasure>
  /// What a count counts: “habitants”.
  package let counts: Located<String>?
  package let universe: Located<String>?
  package let direction: Located<Direction>?
  package let nature: Located<Nature>?
  package let source: Located<String>
  package let period: Located<String>?
  package let decimals: Located<Int>?
  package let scale: Located<Scale>?
  package let reading: TextTemplate?
  package let description: IndicatorDescriptionSpec
  package let secrecy: SecrecySpec?
  /// `nil` for an indicator that is documented, but whose values are not published.
  package let value: IndicatorValueSpec?
}

/// What an indicator is for, and what its reader must know of it.
package struct IndicatorDescriptionSpec: Hashable, Sendable {
  /// The objectives of the nomenclature that it serves.
  package let serves: [Located<String>]
  package let target: TargetSpec?
  package let periodicity: Located<Periodicity>?
  /// After how many months a value is too old to be shown without a word.
  package let staleAfter: Located<Int>?
  /// The least number of respondents that a value may rest on.
  package let minimumBase: Located<Int>?
  /// The edition of the areas that it is measured in: “QPV 2024”.
  package let vintage: Located<String>?
  /// What its dates mean: “situation au 31 décembre”.
  package let dating: Located<String>?
  package let breaks: [SeriesBreakSpec]
  package let owner: Located<String>?
  /// Whether the value of a whole is the sum of those of its parts.
  package let addsUp: Located<YesNo>?
  /// The indicators whose sum it is.
  package let parts: [Located<String>]
  package let status: Located<ObservationStatus>?
}

/// The value that an indicator should reach.
package struct TargetSpec: Hashable, Sendable {
  package let place: Place
  package let value: Located<Double>
  package let by: Located<String>
  package let agreed: Located<String>?
  /// Whom it is for; with none, for whoever is followed.
  package let populations: [Located<String>]
}

/// A change in how an indicator is measured: values before and after it are not comparable.
package struct SeriesBreakSpec: Hashable, Sendable {
  package let at: Located<String>
  package let note: Located<String>?
}

/// Where the values of an indicator come from.
package enum IndicatorValueSpec: Hashable, Sendable {
  case column(ValueSpec)
  /// Arithmetic on other indicators.
  case formula(Located<String>)
  /// Another indicator, its value at a base period set to 100.
  case index(of: Located<String>, base: Located<String>)
}

/// Which cells of a table hold an indicator's values.
package struct ValueSpec: Hashable, Sendable {
  package let place: Place
  /// A table of the report; with none, the source's own.
  package let table: Located<String>?
  package let column: Located<String>
  package let filters: [ColumnFilter]
  /// The columns that name the population of a row, of which a name has a part each.
  package let by: [Located<String>]
  /// The column that names the period of a row.
  package let period: Located<String>?
  /// The column that marks values as provisional, revised or estimated.
  package let status: Located<String>?
  /// The column of how many answered, for the interval of a share.
  package let respondents: Located<String>?
  /// The column of the margin of error: half of a 95 % interval.
  package let margin: Located<String>?
  /// The columns that rules of secrecy look at.
  package let units: Located<String>?
  package let contributors: Located<String>?
  package let largest: Located<String>?
}

/// Keeps the rows whose cell in a column reads as a given text.
package struct ColumnFilter: Hashable, Sendable {
  package let column: Located<String>
  package let text: Located<String>
}

/// What must not be published.
package struct SecrecySpec: Hashable, Sendable {
  package let place: Place
  /// The least number of persons or enterprises that a value may be about.
  package let minimum: Located<Int>?
  package let contributors: Located<Int>?
  /// The share of its largest contributor, in percent, from which a value is hidden.
  package let dominance: Located<Double>?
  /// How near to a hidden value nobody may come, in percent of it.
  package let protection: Located<Double>?
}

/// A node of the contract's nomenclature: a pillar, an objective or an action.
package struct ObjectiveSpec: Hashable, Sendable {
  package let id: Located<String>
  package let label: Located<String>
  package let kind: Located<ObjectiveKind>?
  /// The pillars or objectives that it stands under; a transversal one has several.
  package let under: [Located<String>]
  package let definition: Located<String>?
}

package enum ObjectiveKind: String, Hashable, Sendable, CaseIterable { case pillar, objective, action }

/// What an indicator is measured in.
package enum UnitOfMeasure: String, Hashable, Sendable, CaseIterable {
  case percent = "%"
  case perThousand = "per-1000"
  case count, ratio, euros, years, index
  /// Percentage points: the difference of two percentages, with its sign.
  case points
}

/// Which way an indicator should go.
package enum Direction: String, Hashable, Sendable, CaseIterable { case higher, lower }

/// Whether an indicator measures something to build on or something to mend.
package enum Nature: String, Hashable, Sendable, CaseIterable { case resource, vulnerability }

/// In what multiple large numbers are printed.
package enum Scale: String, Hashable, Sendable, CaseIterable { case units, thousands, millions }

/// How often an indicator is measured.
package enum Periodicity: String, Hashable, Sendable, CaseIterable {
  case monthly, quarterly, yearly, irregular
  case halfYearly = "half-yearly"
}

package enum YesNo: String, Hashable, Sendable, CaseIterable { case yes, no }

/// How settled a published value is.
package enum ObservationStatus: String, Hashable, Sendable, CaseIterable {
  case final, provisional, revised, estimated
}
