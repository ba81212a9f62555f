/// Gathers what a stage finds, so that an author sees every mistake of a report at once.
package struct DiagnosticCollector: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  package init() {}

  /// Adds a finding; the same finding at the same place is kept once.
  package mutating func report(_ diagnostic: Diagnostic) {
    if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// The findings in the order of their places, as one reads a file.
  package var inOrder: [Diagnostic] {
    diagnostics.sorted { a, b in
      guard let place = b.place else { return false }
      return a.place.map { $0 < place } ?? true
    }
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Ends a stage: the next one may trust its input.
  package func throwIfErrors() throws(AuthorErrors) {
    if hasErrors { throw AuthorErrors(diagnostics: diagnostics) }
  }
}

/// The author's mistakes, all that the failing stage and those before it found.
package struct AuthorErrors: Error {
  package let diagnostics: [Diagnostic]

  package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
