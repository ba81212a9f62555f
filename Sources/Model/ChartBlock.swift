import Diagnostics
import Spec

/// A chart, its names resolved.
package struct ChartBlock: Hashable, Sendable {
  /// The name for the command line and for files: the author's, or `figure-N`.
  package let id: String
  /// Charts and tables are counted together, from 1.
  package let number: Int
  package let kind: ChartKind
  package let place: Place
  package let data: ChartData
  package let orientation: ChartOrientation
  package let sort: SortOrder
  /// The series that categories are sorted by; the first where there is none.
  package let sortBy: Located<String>?
  package let options: ChartOptions
  package let apparatus: ApparatusTexts
}

package enum ChartData: Hashable, Sendable {
  case indicators(IndicatorChart)
  case rows(RowChart)
}

/// What a chart of indicators runs over.
package struct IndicatorChart: Hashable, Sendable {
  package let selection: Selection
  package let categories: FigureDimension
  /// What the bars of one category stand for.
  package let series: FigureDimension
  package let panels: FigureDimension?
  package let highlight: [Highlight]
}

/// Where a chart's values are in rows. Columns are known once the table is made.
package struct RowChart: Hashable, Sendable {
  package let from: Located<TableOrigin>
  package let categories: Located<String>?
  package let series: Located<String>?
  package let panels: Located<String>?
  /// The categories to point out, as readers see them or as the cells read.
  package let highlight: [Located<String>]
  package let columns: ChartRowsSpec
  /// What is cited under it.
  package let sources: [ID<Source>]
}

extension ChartKind {
  /// Whether lengths stand for values, so that its scale starts at zero.
  package var startsAtZero: Bool {
    switch self {
    case .bar, .column, .ranked, .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .lollipop,
      .bullet,
      .waterfall, .histogram, .pareto, .mosaic, .pictogram:
      true
    case .range, .dumbbell, .dot, .line, .slope: false
    }
  }

  /// Whether its scale may start elsewhere where the author says so: its bars are then drawn as broken.
  package var canBeCut: Bool {
    switch self {
    case .bar, .column, .ranked: true
    case .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .lollipop, .bullet, .waterfall,
      .histogram,
      .pareto, .mosaic, .pictogram, .range, .dumbbell, .dot, .line, .slope:
      false
    }
  }

  /// Whether its scale may be one of powers: only where a place stands for a value, not a length.
  package var canBeLogarithmic: Bool { self == .dot || self == .dumbbell }

  /// Whether values are parts of a whole.
  package var showsParts: Bool {
    switch self {
    case .stacked, .stackedToWhole, .likert, .mosaic: true
    case .bar, .column, .ranked, .diverging, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet,
      .waterfall,
      .histogram, .pareto, .line, .slope, .pictogram:
      false
    }
  }
}
