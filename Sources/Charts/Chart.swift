import DrawList

/// A chart to draw: values of some series in some categories, in one panel or several on the same scale.
///
/// - **Shape**: each panel has a list of values for each series, and each list a value for each category.
/// - Order is settled: categories, series and panels are drawn in the order given, and so is the legend.
package struct Chart: Hashable, Sendable {
  package enum Orientation: Hashable, Sendable { case horizontal, vertical }

  package let form: ChartForm
  package let orientation: Orientation
  package let categories: [Category]
  package let series: [Series]
  package let panels: [Panel]
  package var axis: ChartAxis
  /// Lines and bands that values are read against.
  package var references: [ChartReference]
  /// Of each panel in turn.
  package var brackets: [ChartBracket]
  package var annotations: [ChartAnnotation]
  /// How the interval of a value is shown.
  package var intervals: IntervalForm
  /// Whether values are written. Where they are not, there is an axis.
  package var writesValues: Bool
  /// Whether each panel, or each side of split bars, has a scale of its own.
  package var hasFreeScales: Bool
  package var panelColumns: Int?
  /// What each category's stack comes to, as it is printed.
  package var totals: [String]?
  /// How what adds and what takes away is filled in a waterfall.
  package var signs: SignFills?
  /// What targets are called in the legend.
  package var targetName: String?
  /// Whether categories have an order of their own, as periods and classes: some names may then be left out.
  package var isOrdered = false

  package init(
    form: ChartForm, orientation: Orientation, categories: [Category], series: [Series], panels: [Panel],
    axis: ChartAxis = ChartAxis(), references: [ChartReference] = [], brackets: [ChartBracket] = [],
    annotations: [ChartAnnotation] = [], intervals: IntervalForm = .bars, writesValues: Bool = true,
    hasFreeScales: Bool = false, panelColumns: Int? = nil, totals: [String]? = nil, signs: SignFills? = nil
  ) {
    precondition(
      panels.allSatisfy { panel in
        panel.values.count == series.count && panel.values.allSatisfy { $0.count == categories.count }
      }, "each panel has a value a series and category")
    self.form = form
    self.orientation = orientation
    self.categories = categories
    self.series = series
    self.panels = panels
    self.axis = axis
    self.references = references
    self.brackets = brackets
    self.annotations = annotations
    self.intervals = intervals
    self.writesValues = writesValues
    self.hasFreeScales = hasFreeScales
    self.panelColumns = panelColumns
    self.totals = totals
    self.signs = signs
  }
}

extension Chart {
  package struct SignFills: Hashable, Sendable {
    package let rise: BarFill
    package let fall: BarFill

    package init(rise: BarFill, fall: BarFill) {
      self.rise = rise
      self.fall = fall
    }
  }

  package struct Category: Hashable, Sendable {
    package let label: String
    /// The heading it stands under, with those after it that have the same.
    package let group: String?
    /// Whether it steps back so that another stands out.
    package let isMuted: Bool
    /// Whether its bar starts at zero where others go on from the one before: a waterfall's totals.
    package let isTotal: Bool
    /// How much of a mosaic's width it has, against the others.
    package let weight: Double
    /// Where it is in time, in any unit: lines keep distances in time.
    package let position: Double?
    /// Its name in its year, where it is a part of one: columns and points may then be named in two levels.
    package var partOfYear: PartOfYear?

    package init(
      label: String, group: String? = nil, isMuted: Bool = false, isTotal: Bool = false, weight: Double = 1,
      position: Double? = nil
    ) {
      self.label = label
      self.group = group
      self.isMuted = isMuted
      self.isTotal = isTotal
      self.weight = weight
      self.position = position
    }
  }

  /// A quarter or month as it is called within its year.
  package struct PartOfYear: Hashable, Sendable {
    /// From the longest to the shortest: “janv.”, “J”.
    package let names: [String]
    package let year: String

    package init(names: [String], year: String) {
      self.names = names
      self.year = year
    }
  }

  package struct Series: Hashable, Sendable {
    package let name: String
    package let fill: BarFill
    /// Whether it is what should come to be, not what was seen: a path to a target.
    package let isPath: Bool
    /// Whether it steps back so that another stands out.
    package let isMuted: Bool
    /// Whether it is an answer on no side of the others, so that it stands apart from them; the last one then.
    package let isApart: Bool

    package init(
      name: String, fill: BarFill, isPath: Bool = false, isMuted: Bool = false, isApart: Bool = false
    ) {
      self.name = name
      self.fill = fill
      self.isPath = isPath
      self.isMuted = isMuted
      self.isApart = isApart
    }
  }

  package struct Panel: Hashable, Sendable {
    package let title: String?
    /// By series, then by category.
    package let values: [[Datum]]

    package init(title: String? = nil, values: [[Datum]]) {
      self.title = title
      self.values = values
    }
  }

  package struct Datum: Hashable, Sendable {
    /// `nil` where there is no value; its label then says why.
    package let value: Double?
    /// The value as it is printed.
    package let label: String
    /// The same without its unit, for where there is little room.
    package let short: String
    /// The ends of its interval.
    package let low: Double?
    package let high: Double?
    /// What it should come to.
    package let target: Double?
    /// Whether it may still change.
    package let isProvisional: Bool

    package init(
      value: Double?, label: String, short: String? = nil, low: Double? = nil, high: Double? = nil,
      target: Double? = nil, isProvisional: Bool = false
    ) {
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.label = label
      self.short = short ?? label
      self.low = low
      self.high = high
      self.target = target
      self.isProvisional = isProvisional
    }
  }
}

/// What a chart is drawn with: one form for each file of `Marks` and `Plots`.
package enum ChartForm: Hashable, Sendable {
  case bar
  /// Parts of a whole one after the other; those below zero on the other side.
  case stacked
  /// The same in percent of each category's sum.
  case stackedToWhole
  /// Answers from one pole to the other around the middle of the scale, in percent of each category's sum.
  case likert
  /// The first series to the left of zero, the others to the right.
  case diverging
  /// A column of bars a series, side by side.
  case split
  /// The same in two, the first of them turned round.
  case pyramid
  /// From the first series' value to the second's.
  case range
  case dumbbell
  case dot
  case lollipop
  /// A bar, its target and bands to judge it by.
  case bullet
  case waterfall
  /// Touching columns between the edges of classes, one edge more than there are categories.
  case histogram(edges: [String])
  /// Columns from the largest on, with a line of their sum in percent.
  case pareto
  case slope
  case line
  /// Columns as wide as their category's weight, parted in percent.
  case mosaic
  /// A sign for each so many.
  case pictogram(each: Double)
}

extension ChartForm {
  var isHistogram: Bool {
    if case .histogram = self { true } else { false }
  }

  /// Whether each value is written where it has room, not all in one way.
  var placesLabelsSingly: Bool {
    switch self {
    case .stacked, .stackedToWhole, .diverging, .likert, .mosaic, .line, .slope: true
    case .bar, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet, .waterfall, .histogram, .pareto,
      .pictogram:
      false
    }
  }
}

/// How the interval of a value is shown.
package enum IntervalForm: Hashable, Sendable {
  /// A line from end to end.
  case bars
  /// Fainter from the value on to its ends.
  case gradient
}

/// How the numbers of a scale are shown.
package struct ChartAxis: Hashable, Sendable {
  package var numbers: AxisNumbers
  /// Where the author wants the scale to start and end.
  package var low: Double?
  package var high: Double?
  package var isLogarithmic: Bool
  /// Whether values count something, of which there is no half.
  package var isOfCounts: Bool

  package init(
    numbers: AxisNumbers = AxisNumbers(), low: Double? = nil, high: Double? = nil,
    isLogarithmic: Bool = false,
    isOfCounts: Bool = false
  ) {
    self.numbers = numbers
    self.low = low
    self.high = high
    self.isLogarithmic = isLogarithmic
    self.isOfCounts = isOfCounts
  }

  /// Whether the scale leaves out zero, so that the lengths of bars are not in proportion.
  package var isCut: Bool { low.map { $0 > 0 } ?? false }
}

/// A line at a value, or a band from one value to another, with a name.
package struct ChartReference: Hashable, Sendable {
  package let value: Double
  package let end: Double?
  package let label: String

  package init(value: Double, end: Double? = nil, label: String) {
    self.value = value
    self.end = end
    self.label = label
  }
}

/// What two bars differ by: “−14 points”.
package struct ChartBracket: Hashable, Sendable {
  package struct Foot: Hashable, Sendable {
    package let category: Int
    package let series: Int

    package init(category: Int, series: Int) {
      self.category = category
      self.series = series
    }
  }

  package let panel: Int
  package let from: Foot
  package let to: Foot
  package let label: String

  package init(panel: Int = 0, from: Foot, to: Foot, label: String) {
    self.panel = panel
    self.from = from
    self.to = to
    self.label = label
  }
}
