/// Why a value is missing. A missing value is never zero, and no arithmetic sees it.
package enum MissingKind: String, Hashable, Sendable, CaseIterable {
  case notAvailable = "not available"
  case notApplicable = "not applicable"
  case confidential
  case notSignificant = "not significant"
}
