import Diagnostics
import Spec

/// A thing in the body of a report, its names resolved.
package indirect enum Block: Hashable, Sendable {
  case section(Section)
  case text([TextBlock])
  case callout(CalloutKind, title: [Inline]?, text: [TextBlock])
  case image(ImageBlock)
  case keyFigures([KeyFigure])
  case chart(ChartBlock)
  case table(TableBlock)
  case dataTable(DataTableBlock)
  case indicatorCard(IndicatorCardBlock)
  /// The contract's pillars and objectives, with the indicators that serve them.
  case nomenclature(id: String, number: Int)
  case grid(columns: Int, spans: [Int], [Block])
  case arranged(Arrangement, [Block])
  case directory(Directory)
  case pageBreak
  case sourcesAndMethods
  /// The abbreviations that the report uses.
  case glossary
}

/// A picture in the body.
package struct ImageBlock: Hashable, Sendable {
  package let file: Located<String>
  /// `nil` for a picture that says nothing.
  package let alternative: String?
  package let title: [Inline]?
  package let source: [Inline]?
  package let width: ImageWidth
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
  /// Empty for indicators that have one value a period.
  package let populations: [ID<Population>]
  package let periods: PeriodSelection
  /// Where the author chose it.
  package let place: Place

  package init(
    comparison: ID<Comparison>?, indicators: [ID<Indicator>], populations: [ID<Population>],
    periods: PeriodSelection, place: Place
  ) {
    self.comparison = comparison
    self.indicators = indicators
    self.populations = populations
    self.periods = periods
    self.place = place
  }
}

/// What a chart or table points out.
package enum Highlight: Hashable, Sendable {
  case indicator(ID<Indicator>)
  case population(ID<Population>)
  case period(PeriodChoice)
}

package struct TableBlock: Hashable, Sendable {
  package let id: String
  package let number: Int
  package let selection: Selection
  package let rows: FigureDimension
  package let columns: [ShownColumn]
  package let design: TableDesign
  /// The row to point out.
  package let highlight: Highlight?
  package let apparatus: ApparatusTexts
}

/// How a table is arranged, its notes resolved.
package struct TableDesign: Hashable, Sendable {
  package let spec: TableDesignSpec
  /// The texts of its notes, in the order of the spec's.
  package let notes: [[Inline]]
}

/// A column of a table with what its author says of its look.
package struct ShownColumn: Hashable, Sendable {
  package let column: TableColumn
  /// What the spec calls it.
  package let name: Located<String>
  /// What its author says of it; `nil` for one that nobody listed.
  package let spec: ColumnSpec?
  /// Whether it is only there for what others are made of.
  package let isHidden: Bool

  package init(column: TableColumn, name: Located<String>, spec: ColumnSpec?, isHidden: Bool) {
    self.column = column
    self.name = name
    self.spec = spec
    self.isHidden = isHidden
  }
}

/// A column of a table.
package enum TableColumn: Hashable, Sendable {
  /// The name of the row's indicator, population or period.
  case stub
  /// The row's value for a population, indicator or period.
  case population(ID<Population>)
  case indicator(ID<Indicator>)
  case period(PeriodChoice)
  /// A column for each period that the table shows.
  case periods
  /// The only value of an indicator without populations.
  case value
  /// The interval that the row's value lies in.
  case interval(ID<Population>?)
  /// The subject against a reference.
  case measure(Measure, ComparisonReference)
  /// What a comparison comes to, in a word.
  case status(ComparisonReference)
  case distribution(DistributionColumn)
  case target(TargetColumn)
  case text(TableText)
  /// Whether the row's indicator serves an objective, or one under it.
  case serves(ID<Objective>)
}

/// Where a subject stands among its peers.
package enum DistributionColumn: String, Hashable, Sendable, CaseIterable { case rank, quartile, median }

/// What is agreed for an indicator, and how far it is.
package enum TargetColumn: String, Hashable, Sendable, CaseIterable {
  case target, pace
  case targetDate = "target-date"
}

/// What a table can tell of a row's indicator.
package enum TableText: String, Hashable, Sendable, CaseIterable {
  case unit, period, source, universe, direction, nature, definition, serves, owner
}

/// The rows of a table as they are.
package struct DataTableBlock: Hashable, Sendable {
  package let id: String
  package let number: Int
  package let from: Located<TableOrigin>
  package let design: TableDesign
  package let labels: [Renaming]
  /// What the cells of the rows to point out read.
  package let highlight: [ColumnFilter]
  /// What is cited under it.
  package let sources: [ID<Source>]
  package let apparatus: ApparatusTexts
}

/// All that is known of an indicator.
package struct IndicatorCardBlock: Hashable, Sendable {
  package let indicator: ID<Indicator>
  package let populations: [ID<Population>]
  package let periods: PeriodSelection
  package let place: Place
}
