import Diagnostics

/// A chart: a kind, what it shows along which dimensions, and how it is to be read.
package struct ChartSpec: Hashable, Sendable {
  package let id: Located<String>?
  package let kind: Located<ChartKind>
  package let data: ChartDataSpec
  /// What stands along the axis, what each category has several of, what there is a panel for: dimensions of
  /// indicators, or columns of rows.
  package let categories: Located<String>?
  package let series: Located<String>?
  package let panels: Located<String>?
  package let orientation: Located<ChartOrientation>?
  package let highlight: [Located<String>]
  package let sort: Located<SortOrder>?
  /// The series by which categories are sorted.
  package let sortBy: Located<String>?
  package let options: ChartOptions
  package let apparatus: ApparatusSpec
}

package enum ChartDataSpec: Hashable, Sendable {
  /// A comparison or indicators.
  case indicators(SelectionSpec)
  /// The rows of a source or table.
  case rows(ChartRowsSpec)
}

/// Where a chart's values are in the rows of a source or table, and how they are printed.
package struct ChartRowsSpec: Hashable, Sendable {
  package let from: Located<String>
  /// Columns of values; each of several is a series.
  package let value: [Located<String>]
  package let low: Located<String>?
  package let high: Located<String>?
  /// The column of headings over categories.
  package let groups: Located<String>?
  /// The column of a mosaic's widths.
  package let width: Located<String>?
  /// The column of targets, or a target.
  package let target: Located<String>?
  /// The column that marks values, as that of an indicator.
  package let status: Located<String>?
  /// What readers see in place of a column's name or of a cell.
  package let labels: [Renaming]
  package let unit: Located<UnitOfMeasure>?
  package let counts: Located<String>?
  package let decimals: Located<Int>?
  package let scale: Located<Scale>?
  /// The source to cite where the rows come from several.
  package let source: Located<String>?
}

package enum ChartKind: String, Hashable, Sendable, CaseIterable {
  case bar, column, ranked, stacked
  case stackedToWhole = "stacked-100"
  case diverging, likert, split, pyramid, range, dumbbell, dot, lollipop, bullet, waterfall, histogram, pareto
  case line, slope, mosaic, pictogram
}

package enum ChartOrientation: String, Hashable, Sendable, CaseIterable { case horizontal, vertical }

package enum SortOrder: String, Hashable, Sendable, CaseIterable { case declared, ascending, descending }

/// How the interval of a value is shown.
package enum IntervalStyle: String, Hashable, Sendable, CaseIterable { case bars, gradient, none }

/// Whether panels have one scale or each its own.
package enum ScaleSharing: String, Hashable, Sendable, CaseIterable { case shared, free }

/// What a chart shows besides its values, as its author says.
package struct ChartOptions: Hashable, Sendable {
  package var intervals: Located<IntervalStyle>?
  package var references: [ReferenceLineSpec] = []
  package var annotations: [AnnotationSpec] = []
  package var gaps: GapChoice = .none
  /// Categories that are totals of a waterfall.
  package var totals: [Located<String>] = []
  /// The answers of an opinion chart that lie on no side, as “does not know”.
  package var apart: Located<String>?
  package var bins: Located<Int>?
  /// How many a sign of a pictogram stands for.
  package var each: Located<Double>?
  package var axis: AxisSpec?
  package var scales: Located<ScaleSharing>?
  package var showsValues: Located<YesNo>?
  /// How many panels stand side by side.
  package var columns: Located<Int>?

  package init() {}
}

/// Which differences a chart writes down.
package enum GapChoice: Hashable, Sendable {
  case none
  /// Between the first two series of each category.
  case series
  /// Between two categories.
  case categories(Located<String>, Located<String>)
}

/// A value or range that others are read against.
package struct ReferenceLineSpec: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Double)
    case mean
    case median

    package var isNumber: Bool {
      if case .number = self { true } else { false }
    }
  }

  package let value: Value
  package let to: Double?
  package let label: Located<String>?
  package let place: Place
}

package struct AnnotationSpec: Hashable, Sendable {
  package let at: Located<String>
  package let series: Located<String>?
  package let text: Located<String>
}

/// Where an axis starts and ends, and how it counts.
package struct AxisSpec: Hashable, Sendable {
  package let min: Located<Double>?
  package let max: Located<Double>?
  package let cut: Located<YesNo>?
  package let log: Located<YesNo>?
}
