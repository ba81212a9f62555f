import Diagnostics

/// A subject set against references.
package struct ComparisonSpec: Hashable, Sendable {
  package let id: Located<String>
  package let indicators: [Located<String>]
  package let subject: Located<String>
  /// Populations, periods, or words such as `previous`, `target`, `peers`.
  package let references: [Located<String>]
  package let measure: Located<Measure>?
  /// How sure a difference must be to be called one, in percent.
  package let confidence: Located<Double>?
  /// The populations that `peers` stands for; with none, all rows of the indicator's table.
  package let among: [Located<String>]
  /// The columns in which peers read as the subject does.
  package let same: [Located<String>]
}

/// How two values are set against each other.
package enum Measure: String, Hashable, Sendable, CaseIterable {
  case points, difference, ratio, relative
  /// The reference is 100.
  case index
  /// In percent of the reference, of which the subject is a part.
  case share
}

/// The words for references that are neither populations nor periods.
package enum ReferenceWord: String, Hashable, Sendable, CaseIterable {
  /// The population or area that the subject is a part of.
  case parent
  case previous
  case yearAgo = "year-ago"
  case first
  case target
  /// The distribution of similar territories.
  case peers
}
