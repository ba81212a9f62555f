/// What qpdf could not do; `reason` is its own sentence.
package enum QPDFError: Error, Hashable {
  case unreadable(reason: String)
  case unwritable(reason: String)
}
