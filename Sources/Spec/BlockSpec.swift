import Diagnostics

/// A thing in the body of a report.
package indirect enum BlockSpec: Hashable, Sendable {
  case section(SectionSpec)
  case text(TextTemplate)
  case callout(CalloutSpec)
  case image(ImageSpec)
  case keyFigures([KeyFigureSpec])
  case chart(ChartSpec)
  case table(TableSpec)
  case dataTable(DataTableSpec)
  case indicatorCard(IndicatorCardSpec)
  case nomenclature
  case grid(GridSpec)
  case arranged(Located<ArrangementSpec>, [BlockSpec])
  case directory(DirectorySpec)
  case pageBreak
  case sourcesAndMethods
  /// The place of the word, since there may be nothing to list.
  case glossary(Place)
}

package struct SectionSpec: Hashable, Sendable {
  package let title: TextTemplate
  package let body: [BlockSpec]
  package let start: SectionStart?
  /// The sheet that it stands on, where that is not the report's.
  package let page: SheetSpec?
  package let columns: Located<Int>?
  package let annex: Located<YesNo>?
}

/// A text set apart in a box.
package struct CalloutSpec: Hashable, Sendable {
  package let kind: Located<CalloutKind>
  package let title: TextTemplate?
  package let text: TextTemplate
}

/// What a callout is for: a word in it says so.
package enum CalloutKind: String, Hashable, Sendable, CaseIterable { case note, warning, method }

/// One large number with its label.
package struct KeyFigureSpec: Hashable, Sendable {
  package let value: ReferenceSpec
  package let label: TextTemplate?
  package let detail: TextTemplate?
}

/// What surrounds a published figure; what an author leaves out is made from the data where it can be.
package struct ApparatusSpec: Hashable, Sendable {
  package let place: Place
  package let title: TextTemplate?
  package let subtitle: TextTemplate?
  package let reading: TextTemplate?
  package let universe: TextTemplate?
  package let note: TextTemplate?
  package let alternative: TextTemplate?
}

/// What a chart or table shows: a comparison, or indicators for some populations and periods.
package struct SelectionSpec: Hashable, Sendable {
  package let of: [Located<String>]
  package let populations: [Located<String>]
  /// Periods, or words for them; with none, the current one.
  package let periods: [Located<String>]
}

/// What a figure runs over.
package enum FigureDimension: String, Hashable, Sendable, CaseIterable {
  case indicators, populations, periods
}

package struct TableSpec: Hashable, Sendable {
  package let id: Located<String>?
  package let selection: SelectionSpec
  package let rows: Located<FigureDimension>?
  /// What indicators are set against, with a mark where one serves the other.
  package let matrix: Located<MatrixColumns>?
  package let design: TableDesignSpec
  /// The row to point out.
  package let highlight: Located<String>?
  package let apparatus: ApparatusSpec
}

/// The rows of a source or table as they are.
package struct DataTableSpec: Hashable, Sendable {
  package let id: Located<String>?
  package let from: Located<String>
  /// Its columns are those to show; with none, all.
  package let design: TableDesignSpec
  /// What readers see over a column whose own name is not for them.
  package let labels: [Renaming]
  /// What the cells of the rows to point out read.
  package let highlight: [ColumnFilter]
  /// The source to cite where the rows come from several.
  package let source: Located<String>?
  package let apparatus: ApparatusSpec
}

/// All that is known of an indicator, on one part of a page.
package struct IndicatorCardSpec: Hashable, Sendable {
  package let place: Place
  package let indicator: Located<String>
  package let populations: [Located<String>]
  package let periods: [Located<String>]
}

package struct GridSpec: Hashable, Sendable {
  package let columns: Located<Int>?
  /// How many columns each block takes, in order; those not named take one.
  package let spans: [Located<Int>]
  package let blocks: [BlockSpec]
}
