import Diagnostics

/// A report as its author wrote it: every value with its place, no name looked up yet.
package struct ReportSpec: Hashable, Sendable {
  /// The names of its parameters, which a run may set.
  package let parameters: [String]
  package let head: HeadSpec
  package let sources: [SourceSpec]
  package let tables: [ShapedTableSpec]
  package let populations: [PopulationSpec]
  package let indicators: [IndicatorSpec]
  package let comparisons: [ComparisonSpec]
  package let body: [BlockSpec]
}

/// What the report says of itself.
package struct HeadSpec: Hashable, Sendable {
  package let title: Located<String>
  package let subtitle: Located<String>?
  package let period: Located<String>?
  package let language: Located<ReportLanguage>?
  package let theme: Located<String>?
  package let publisher: Located<String>?
  package let author: Located<String>?
  package let date: Located<String>?
}

/// The language a report is written in.
package enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}

/// Where data come from.
package struct SourceSpec: Hashable, Sendable {
  package let id: Located<String>
  package let title: Located<String>
  package let producer: Located<String>?
  package let year: Located<String>?
  package let licence: Located<String>?
  package let sample: Located<String>?
  package let method: TextTemplate?
  package let url: Located<String>?
  package let data: Located<String>?
  package let delimiter: Located<String>?
  package let encoding: Located<String>?
  package let decimalMark: Located<String>?
  /// The line, from 1, that names the columns.
  package let headerLine: Located<Int>?
  /// How many lines name the columns.
  package let headerRows: Located<Int>?
  package let format: Located<String>?
  /// Of JSON: where the rows are.
  package let path: Located<String>?
  /// Of spreadsheets: the sheet, the cells, and what merged cells stand for.
  package let sheet: Located<String>?
  package let range: Located<String>?
  package let merged: Located<String>?
  package let missing: [DeclaredMark]
  package let types: [DeclaredType]
}

/// What a producer writes for a missing value, and what it means.
package struct DeclaredMark: Hashable, Sendable {
  package let mark: Located<String>
  package let kind: Located<String>
}

/// A column whose type is not what its cells look like.
package struct DeclaredType: Hashable, Sendable {
  package let column: Located<String>
  package let type: Located<String>
}

/// Whom a figure is about, or where: territories are populations with an area.
package struct PopulationSpec: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case population, territory }

  package let id: Located<String>
  package let kind: Kind
  package let label: Located<String>
  package let short: Located<String>?
  /// How a sentence names it: “dans les quartiers prioritaires”.
  package let phrase: Located<String>?
  package let universe: Located<String>?
  package let role: Located<PopulationRole>?
  /// What the data call it, where that is neither its id, its label nor its short name.
  package let codes: [Located<String>]
}

package enum PopulationRole: String, Hashable, Sendable, CaseIterable { case subject, reference }

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
  package let value: ValueSpec
}

/// What an indicator is measured in.
package enum UnitOfMeasure: String, Hashable, Sendable, CaseIterable {
  case percent = "%"
  case perThousand = "per-1000"
  case count, ratio, euros, years, index
}

/// Which way an indicator should go.
package enum Direction: String, Hashable, Sendable, CaseIterable { case higher, lower }

/// Whether an indicator measures something to build on or something to mend.
package enum Nature: String, Hashable, Sendable, CaseIterable { case resource, vulnerability }

/// In what multiple large numbers are printed.
package enum Scale: String, Hashable, Sendable, CaseIterable { case units, thousands, millions }

/// Which cells of a table hold an indicator's values.
package struct ValueSpec: Hashable, Sendable {
  package let place: Place
  /// A table of the report; with none, the source's own.
  package let table: Located<String>?
  package let column: Located<String>
  package let filters: [ColumnFilter]
  /// The column that names the population of a row.
  package let by: Located<String>?
}

/// Keeps the rows whose cell in a column reads as a given text.
package struct ColumnFilter: Hashable, Sendable {
  package let column: Located<String>
  package let text: Located<String>
}

/// A subject set against references.
package struct ComparisonSpec: Hashable, Sendable {
  package let id: Located<String>
  package let indicators: [Located<String>]
  package let subject: Located<String>
  package let references: [Located<String>]
  package let measure: Located<Measure>?
}

/// How two values are set against each other.
package enum Measure: String, Hashable, Sendable, CaseIterable {
  case points, difference, ratio, relative
}
