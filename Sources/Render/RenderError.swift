/// A document that cannot be painted as it is. What Cairo, qpdf or spng cannot do is thrown as an error of theirs.
package enum RenderError: Error, Hashable {
  /// The date of making is not ISO 8601.
  case invalidDate(String)
  /// Cairo or qpdf have not written the file in the form that its marks are looked for.
  case marksLost
}
