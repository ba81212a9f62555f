import Diagnostics

/// What a report's PDF has to be, and what it carries. Where a key is not there, its list is `nil`.
package struct OutputSpec: Hashable, Sendable {
  package let standards: [Located<PDFStandard>]?
  package let attached: [Located<AttachedFile>]?
  package let tags: Located<YesNo>?
}

/// A standard that a PDF may conform to.
package enum PDFStandard: String, Hashable, Sendable, CaseIterable {
  /// Accessible: PDF/UA-1, ISO 14289-1.
  case ua1 = "ua-1"
  /// To be archived: PDF/A-2, ISO 19005-2, level A.
  case a2a = "a-2a"
  /// To be archived with files attached: PDF/A-3, ISO 19005-3, level A.
  case a3a = "a-3a"
}

/// A file that a PDF carries.
package enum AttachedFile: String, Hashable, Sendable, CaseIterable {
  /// The numbers of each figure, as CSV.
  case data
  case spec
  /// Where each number comes from, as JSON.
  case provenance
}
