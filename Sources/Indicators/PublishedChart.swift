import Model
import Spec

/// A chart's data, in words and numbers.
///
/// - **Shape**: each panel has a list of bars for each series, and each list a bar for each category. Their order is
///   that of the drawing, the legend, the table behind it and its description.
package struct PublishedChart: Hashable, Sendable {
  package let kind: ChartKind
  package let orientation: ChartOrientation
  package let categories: [Category]
  package let series: [Series]
  package let panels: [Panel]
  /// Whether some categories or series are pointed out, so that the others step back.
  package let hasHighlight: Bool
  package let axis: Axis
  package var references: [Reference] = []
  package var brackets: [Bracket] = []
  package var annotations: [Annotation] = []
  package var options = Options()
  /// What the chart shows, in at most 80 characters.
  package let alternative: String
  /// What the values come to: their extremes, and the gaps of a comparison.
  package let conclusion: String?
  /// All its values, in words.
  package let description: String
}

extension PublishedChart {
  package struct Bar: Hashable, Sendable {
    /// `nil` where the value is missing; then `label` is its mark.
    package let number: Double?
    package let label: String
    /// The label without its unit.
    package var short: String?
    package var low: Double?
    package var high: Double?
    package var target: Double?
    /// The target as it is printed beside the value; `nil` where one target is for all, which the legend tells.
    package var targetLabel: String?
    package var isProvisional = false

    package init(number: Double?, label: String) {
      self.number = number
      self.label = label
    }
  }

  package struct Series: Hashable, Sendable {
    package let name: String
    package let role: PopulationRole?
    /// Whether it leads to a target.
    package var isPath = false
    package var isMuted = false
    /// Whether it is an answer that lies on no side of the others.
    package var isApart = false
  }

  package struct Category: Hashable, Sendable {
    package let label: String
    package var group: String?
    package let isHighlighted: Bool
    package var isTotal = false
    package var weight = 1.0
    /// Where it is in time, in months.
    package var position: Double?
    /// Its name in its year, where it is a quarter or month and the author gave it no other.
    package var partOfYear: PartOfYear?
    /// Its place among all, written before its name.
    package var rank: Int?
  }

  package struct PartOfYear: Hashable, Sendable {
    /// From the longest to the shortest.
    package let names: [String]
    package let year: String
  }

  package struct Panel: Hashable, Sendable {
    package let title: String?
    /// By series, then by category.
    package let bars: [[Bar]]
  }

  /// How the numbers of a scale are written, and where it starts and ends.
  package struct Axis: Hashable, Sendable {
    package let decimalMark: String
    package let groupMark: String
    package let prefix: String
    package let suffix: String
    package let divisor: Double
    package var low: Double?
    package var high: Double?
    package var isLogarithmic = false
    /// Whether there is nothing between two whole numbers.
    package var isOfCounts = false

    package init(decimalMark: String, groupMark: String, prefix: String, suffix: String, divisor: Double) {
      self.decimalMark = decimalMark
      self.groupMark = groupMark
      self.prefix = prefix
      self.suffix = suffix
      self.divisor = divisor
    }
  }

  package struct Reference: Hashable, Sendable {
    package let value: Double
    package let end: Double?
    package let label: String
  }

  package struct Bracket: Hashable, Sendable {
    package let panel: Int
    package let fromCategory: Int
    package let fromSeries: Int
    package let toCategory: Int
    package let toSeries: Int
    package let label: String
  }

  package struct Annotation: Hashable, Sendable {
    package let category: Int
    package let series: Int
    package let text: String
  }

  package struct Options: Hashable, Sendable {
    package var intervals: IntervalStyle = .bars
    package var writesValues = true
    package var hasFreeScales = false
    package var panelColumns: Int?
    /// What each category's stack comes to.
    package var totals: [String]?
    package var targetName: String?
    /// Whether categories have an order of their own.
    package var isOrdered = false
    /// The bounds of a histogram's classes.
    package var edges: [String] = []
    /// How many a sign stands for.
    package var each: Double?
  }
}
