import Diagnostics
import TestSupport
import Testing

/// A finding at the first mark 1️⃣ of a text.
///
/// - Parameters:
///   - marked: the file's text.
///   - length: how many characters are wrong.
func finding(
  _ severity: Diagnostic.Severity = .error, in marked: String, length: Int = 1, path: String = "report.yml",
  hints: [Diagnostic.Hint] = []
) throws -> Diagnostic {
  let text = MarkedText(marked)
  let position = try #require(text.positions.first)
  let place = Place(
    in: SourceText(path: path, text: text.text), line: position.line, column: position.column, length: length)
  let message = Diagnostic.Message("unknown-word", fr: "mot inconnu", en: "unknown word")
  switch severity {
  case .error: return .error(message, at: place, hints: hints)
  case .warning: return .warning(message, at: place, hints: hints)
  }
}

/// The excerpt of a finding and the underline below it: the last two lines without hints.
func excerpt(of diagnostic: Diagnostic) -> [String] {
  diagnostic.text(in: .french, colored: false).split(separator: "\n").suffix(2).map(String.init)
}
