import Diagnostics

extension DiagnosticCollector {
  /// How many findings of a kind are shown one by one.
  static let shownLimit = 20

  /// Reports the first findings of a kind one by one, and the number of the others at the first of them.
  mutating func report<Finding>(
    _ findings: [Finding], each: (Finding) -> Diagnostic, more: (Int, Finding) -> Diagnostic
  ) {
    for finding in findings.prefix(Self.shownLimit) { report(each(finding)) }
    let others = findings.dropFirst(Self.shownLimit)
    if let first = others.first { report(more(others.count, first)) }
  }
}
