import Diagnostics

/// How a table is arranged: what its author says besides which rows and columns it has.
package struct TableDesignSpec: Hashable, Sendable {
  package let columns: [ColumnSpec]
  /// Columns that are not shown, where the others are not listed.
  package let hidden: [Located<String>]
  /// The columns that name rows; with none, the first.
  package let stub: [Located<String>]
  package let stubHead: Located<String>?
  package let spanners: [SpannerSpec]
  /// What parts the names of columns into labels over them and heads.
  package let spannerSplit: Located<String>?
  /// The column whose texts part rows into groups.
  package let groupBy: Located<String>?
  package let groups: [RowGroupSpec]
  package let indent: IndentSpec?
  package let summaries: [SummarySpec]
  package let footnotes: [TableNoteSpec]
  package let spans: [CellSpanSpec]
  package let sort: TableSortSpec?
  /// How many rows are shown, the others as one.
  package let top: Located<Int>?
  package let others: Located<String>?
  package let crosstab: CrosstabSpec?
  package let correlation: CorrelationSpec?
  package let hasUnitsRow: Bool
  package let isStriped: Bool
  package let rules: TableRules
  /// Whether a page's end says what the rows so far come to.
  package let carry: Located<YesNo>?
  package var carries: Bool { carry?.value == .yes }
  package let tooWide: TooWideTable
  /// Whether smaller type, where the table has no room without, is as its author means it.
  package let mayBeSmall: Bool

  /// The columns that something in the table is made from, in the order of the spec.
  package var namedColumns: [Located<String>] {
    let made = columns.flatMap { ($0.draw?.namedColumns ?? []) + ($0.merge?.columns ?? []) }
    let placed = [groupBy, sort?.by, indent?.column].compactMap(\.self) + stub
    return made + placed + summaries.compactMap(\.weight)
  }
}

/// A column: its name, and how it looks.
package struct ColumnSpec: Hashable, Sendable {
  package let name: Located<String>
  package var label: Located<String>?
  package var unit: Located<String>?
  package var format: Located<CellFormat>?
  package var decimals: Located<Int>?
  /// How many digits count, in place of decimals.
  package var digits: Located<Int>?
  package var scale: Located<Scale>?
  package var width = ColumnWidthSpec.auto
  package var align: Located<CellAlignment>?
  package var isRotated = false
  package var isStrong = false
  /// What a cell says, with other columns in it: `{taux} [{bas}–{haut}]`.
  package var merge: MergePattern?
  /// Whether equal cells one under the other are one.
  package var joinsEqual = false
  /// Below this size a number is printed as less than it, from the other on as that or more.
  package var small: Located<Double>?
  package var large: Located<Double>?
  /// What a zero is printed as.
  package var zero: Located<String>?
  package var draw: CellPictureSpec?

  /// A column that is only named.
  package init(name: Located<String>) { self.name = name }

  /// A column that is only drawn.
  package init(name: Located<String>, draw: CellPictureSpec) {
    self.name = name
    self.draw = draw
  }
}

/// How the cells of a column are written.
package enum CellFormat: String, Hashable, Sendable, CaseIterable {
  case number, percent
  /// A difference of percentages: “−4,0 pts”.
  case points
  /// With its sign: “+12”.
  case change
  case euros
  case perThousand = "per-1000"
  /// “5,5 millions”, “12 400”.
  case big
  /// A year, quarter, month or day, in words.
  case date
  /// Minutes, as “2 h 05”.
  case duration
  /// “1er”, “2e”.
  case ordinal
  /// “MMXXVI”.
  case roman
  /// “douze”; from seventeen on in digits.
  case words
  /// Bytes, as “1,5 Go”.
  case bytes
  /// “oui” or “non”, whichever way the data say it.
  case yesNo = "yes-no"
  case text
  /// Texts with Markdown.
  case markdown
}

package enum CellAlignment: String, Hashable, Sendable, CaseIterable { case left, center, right }

/// How wide a column is.
package enum ColumnWidthSpec: Hashable, Sendable {
  /// As its content asks, with a fair share of what is left.
  case auto
  case millimetres(Double)
  /// In percent of the table.
  case percent(Double)
}

/// Where rules stand between rows and columns.
package enum TableRules: String, Hashable, Sendable, CaseIterable { case rows, grid, none }

/// What becomes of a table that no page of the report's is wide enough for: it lies on a page of its own, or comes in
/// parts.
package enum TooWideTable: String, Hashable, Sendable, CaseIterable { case landscape, split }

/// What is drawn in the cells of a column.
package struct CellPictureSpec: Hashable, Sendable {
  package let kind: Located<CellPictureKind>
  package var target: Located<String>?
  package var to: Located<String>?
  package var columns: [Located<String>] = []
  package var low: Located<Double>?
  package var high: Located<Double>?
  package var middle: Located<Double>?
  /// What its shades are the legend of: columns that say the same share a scale.
  package var legend: Located<String>?
  /// How many marks stand for the whole.
  package var count: Located<Int>?
  package var favourable: [Located<String>] = []
  package var unfavourable: [Located<String>] = []
  /// Whether the number stands beside the picture.
  package var showsValue: Bool

  package var namedColumns: [Located<String>] { [target, to].compactMap(\.self) + columns }

  /// A picture of which only the kind is said.
  package init(_ kind: Located<CellPictureKind>) {
    self.kind = kind
    showsValue = kind.value.usuallyShowsValue
  }

  /// Shapes before words that say what a comparison comes to.
  package static func statuses(at place: Place) -> CellPictureSpec {
    CellPictureSpec(Located(.status, at: place))
  }

  /// Coefficients from −1 to 1 in shades that go two ways from zero.
  package static func correlations(at place: Place) -> CellPictureSpec {
    var shades = CellPictureSpec(Located(.heat, at: place))
    shades.low = Located(-1, at: place)
    shades.high = Located(1, at: place)
    shades.middle = Located(0, at: place)
    return shades
  }
}

package enum CellPictureKind: String, Hashable, Sendable, CaseIterable {
  case bar, bullet, dumbbell, sparkline
  case sparkBars = "spark-bars"
  case status, arrow, rank, heat, dots

  /// Whether its number is read beside it unless the author says otherwise.
  fileprivate var usuallyShowsValue: Bool {
    switch self {
    case .bar, .bullet, .status, .arrow, .rank, .heat: true
    case .dumbbell, .sparkline, .sparkBars, .dots: false
    }
  }
}

/// A label over some columns.
package struct SpannerSpec: Hashable, Sendable {
  package let place: Place
  package let label: Located<String>
  package let columns: [Located<String>]
}

/// A label over some rows.
package struct RowGroupSpec: Hashable, Sendable {
  package let label: Located<String>
  package let rows: [Located<String>]
}

/// Which rows' names stand further in.
package enum IndentSpec: Hashable, Sendable {
  /// These, by one step.
  case rows([Located<String>])
  /// All, by what a column says.
  case by(Located<String>)

  fileprivate var column: Located<String>? {
    switch self {
    case .rows: nil
    case .by(let column): column
    }
  }
}

/// A row computed from others.
package struct SummarySpec: Hashable, Sendable {
  package let compute: Located<SummaryFunction>
  package let label: Located<String>?
  /// The columns it is for; with none, those of numbers that it has sense for.
  package let columns: [Located<String>]
  package let weight: Located<String>?
  /// How many decimals it is printed with; with none said, those of its columns.
  package let decimals: Located<Int>?
  package let at: SummaryPlace
}

package enum SummaryFunction: String, Hashable, Sendable, CaseIterable {
  case sum, mean
  case weightedMean = "weighted-mean"
  case median, min, max, count
  /// In percent of the sum over all rows.
  case share
}

package enum SummaryPlace: String, Hashable, Sendable, CaseIterable { case table, groups, both }

/// A note on a part of a table.
package struct TableNoteSpec: Hashable, Sendable {
  package let place: Place
  package let text: TextTemplate
  package let row: Located<String>?
  package let column: Located<String>?
  package let spanner: Located<String>?
  package let group: Located<String>?
  package let on: Located<NotedPart>?
}

package enum NotedPart: String, Hashable, Sendable, CaseIterable { case title, subtitle }

/// A cell that takes the place of others.
package struct CellSpanSpec: Hashable, Sendable {
  package let place: Place
  package let row: Located<String>
  package let column: Located<String>
  package let columns: Located<Int>?
  package let rows: Located<Int>?
}

/// In which order rows stand.
package struct TableSortSpec: Hashable, Sendable {
  package let by: Located<String>
  package let order: Located<SortOrder>?
  /// The texts of the column, in the order that is meant.
  package let values: [Located<String>]
}

/// One column against another.
package struct CrosstabSpec: Hashable, Sendable {
  package let rows: Located<String>
  package let columns: Located<String>
  /// What is added up; with none, rows are counted.
  package let values: Located<String>?
  package let show: CrosstabCells
  package let hasMargins: Bool
}

/// What a crosstab's cells are.
package enum CrosstabCells: String, Hashable, Sendable, CaseIterable {
  case values
  case rowPercent = "row-percent"
  case columnPercent = "column-percent"
  case totalPercent = "total-percent"
}

/// How columns of a table go together.
package struct CorrelationSpec: Hashable, Sendable {
  package let columns: [Located<String>]
  package let method: CorrelationMethod
}

package enum CorrelationMethod: String, Hashable, Sendable, CaseIterable { case pearson, spearman }

/// What indicators are set against in a matrix.
package enum MatrixColumns: String, Hashable, Sendable, CaseIterable { case pillars, objectives }
