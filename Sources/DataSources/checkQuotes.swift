import Diagnostics

/// Reports what the scanner found wrong with quotes.
///
/// - **Errors**: a quote that is never closed, at the quote; text behind a closing quote, at that text.
func checkQuotes(
  _ problems: [CSVScanner.QuoteProblem], in text: DataText, into diagnostics: inout DiagnosticCollector
) {
  func place(of problem: CSVScanner.QuoteProblem) -> Place {
    text.place(of: problem.offset..<(problem.offset + 1), line: problem.line)
  }
  diagnostics.report(problems) { problem in
    switch problem.kind {
    case .unclosed: .error(.unclosedQuote, at: place(of: problem), hints: [.closeQuote])
    case .textAfterQuote: .error(.textAfterQuote, at: place(of: problem), hints: [.doubleQuotes])
    }
  } more: { count, problem in
    .error(.moreQuoteProblems(count), at: place(of: problem))
  }
}

extension Diagnostic.Message {
  fileprivate static let unclosedQuote = Self(
    "unclosed-quote", fr: "ce guillemet n’est jamais fermé", en: "this quote is never closed")

  fileprivate static let textAfterQuote = Self(
    "text-after-quote", fr: "du texte suit le guillemet qui ferme la cellule",
    en: "text follows the quote that closes the cell")

  fileprivate static func moreQuoteProblems(_ count: Int) -> Self {
    Self(
      "more-quote-problems",
      fr: count == 1 ? "… et 1 autre guillemet mal placé" : "… et \(count) autres guillemets mal placés",
      en: count == 1 ? "… and 1 more misplaced quote" : "… and \(count) more misplaced quotes")
  }
}

extension Diagnostic.Hint {
  fileprivate static let closeQuote = Self(
    fr: "fermez-le à la fin de la cellule ; un guillemet qui fait partie du texte s’écrit deux fois (\"\")",
    en: "close it at the end of the cell; a quote that is part of the text is written twice (\"\")")
  fileprivate static let doubleQuotes = Self(
    fr: "un guillemet qui fait partie du texte s’écrit deux fois (\"\")",
    en: "a quote that is part of the text is written twice (\"\")")
}
