import Diagnostics
import Spec

/// A thing in the body of a report, its names resolved.
package indirect enum Block: Hashable, Sendable {
  case section(title: [Inline], body: [Block])
  case text([TextBlock])
  case keyFigures([KeyFigure])
  case chart(ChartBlock)
  case table(TableBlock)
  case grid(columns: Int, [Block])
  case pageBreak
  case sourcesAndMethods
}

package struct KeyFigure: Hashable, Sendable {
  package let value: Reference
  package let indicator: ID<Indicator>
  package let label: [Inline]?
  package let detail: [Inline]?
}

/// What the author wrote around a figure.
package struct ApparatusTexts: Hashable, Sendable {
  package let place: Place
  package let title: [Inline]?
  package let subtitle: [Inline]?
  package let reading: [Inline]?
  package let universe: [Inline]?
  package let note: [Inline]?
  package let alternative: [Inline]?
}

/// What a figure shows.
package struct Selection: Hashable, Sendable {
  package let comparison: ID<Comparison>?
  package let indicators: [ID<Indicator>]
  /// Empty for indicators that have one value only.
  package let populations: [ID<Population>]
  /// Where the author chose it.
  package let place: Place
}

package struct ChartBlock: Hashable, Sendable {
  /// The name for the command line and for files: the author's, or `figure-N`.
  package let id: String
  /// Charts and tables are counted together, from 1.
  package let number: Int
  package let selection: Selection
  package let kind: ChartKind
  package let orientation: ChartOrientation
  package let categories: FigureDimension
  package let highlight: Highlight?
  package let sort: SortOrder
  package let apparatus: ApparatusTexts
}

/// What a chart points out.
package enum Highlight: Hashable, Sendable {
  case indicator(ID<Indicator>)
  case population(ID<Population>)
}

package struct TableBlock: Hashable, Sendable {
  package let id: String
  package let number: Int
  package let selection: Selection
  package let rows: FigureDimension
  package let columns: [TableColumn]
  package let apparatus: ApparatusTexts
}

/// A column of a table.
package enum TableColumn: Hashable, Sendable {
  /// The name of the row's indicator or population.
  case stub
  /// The row's indicator in a population, or the row's population by an indicator.
  case population(ID<Population>)
  case indicator(ID<Indicator>)
  /// The only value of an indicator without populations.
  case value
  /// The subject against a reference.
  case measure(Measure, ID<Population>)
  case text(TableText)
}

/// What a table can tell of a row's indicator.
package enum TableText: String, Hashable, Sendable, CaseIterable {
  case unit, period, source, universe, direction, nature
}
