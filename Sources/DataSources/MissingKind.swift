/// Why a value is missing. A missing value is never zero, and no arithmetic sees it.
package enum MissingKind: String, Hashable, Sendable, CaseIterable {
  case notAvailable = "not available"
  case notApplicable = "not applicable"
  case confidential
  case notSignificant = "not significant"
  /// Too small to be given, but not zero.
  case negligible
  /// Known only to lie in a band, whose code stands in its place.
  case suppressedByBand = "suppressed by band"

  /// The kind that an author names, its words joined by hyphens; `nil` for another word.
  package init?(written word: String) {
    guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = kind
  }

  /// The word for it in a spec.
  package var word: String { rawValue.replacing(" ", with: "-") }
}
