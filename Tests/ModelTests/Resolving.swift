import Diagnostics
import Model
import Spec
import TestSupport
import Testing

/// What resolving a spec gives.
struct Resolving {
  let report: Report?
  let diagnostics: [Diagnostic]

  init(_ yaml: String) {
    var collector = DiagnosticCollector()
    do {
      let spec = try readSpec(Array(yaml.utf8), path: "report.yml", into: &collector)
      report = try resolveReport(spec, theme: .observatoire, into: &collector)
      diagnostics = collector.diagnostics
    } catch {
      report = nil
      diagnostics = error.diagnostics
    }
  }

  var codes: [String] { diagnostics.map(\.message.code) }
  /// The places as `line:column`.
  var places: [String] { diagnostics.compactMap(\.place).map { "\($0.line):\($0.column)" } }
  var hints: [String] { diagnostics.flatMap(\.hints).map(\.french) }
}

/// A report on two populations, with indicators that have one value (`nombre`) or one for each.
func report(
  head: String = "title: Suivi", sources: String = "", populations: String = "", indicators: String = "",
  comparisons: String = "", body: String = "- text: Bonjour", extra: String = ""
) -> String {
  """
  report:
  \(indented(head, by: 2))
  sources:
    capuni: { title: Enquête, year: 2019, data: capuni.csv }
  \(indented(sources, by: 2))
  populations:
    qpv: { label: Quartiers prioritaires, short: QPV }
    france: { label: France }
  \(indented(populations, by: 2))
  indicators:
    nombre: { label: Quartiers, unit: count, source: capuni, value: { column: n } }
    smartphone: { label: Smartphone, unit: "%", source: capuni, value: { column: v, by: p } }
    revenu: { label: Revenu, unit: euros, source: capuni, value: { column: v, by: p } }
  \(indented(indicators, by: 2))
  comparisons:
    ecart: { indicators: [smartphone], subject: qpv, references: [france] }
  \(indented(comparisons, by: 2))
  \(extra)
  body:
  \(indented(body, by: 2))

  """
}

private func indented(_ lines: String, by spaces: Int) -> String {
  lines.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String(repeating: " ", count: $0.isEmpty ? 0 : spaces) + $0 }.joined(separator: "\n")
}

/// A spec with mistakes, marked where the diagnostics must point.
struct Mistake: Sendable, CustomTestStringConvertible {
  let yaml: String
  let codes: [String]
  /// What the first hint must contain; none where it is `nil`.
  let hint: String?

  init(_ yaml: String, _ codes: String..., hint: String? = nil) {
    self.yaml = yaml
    self.codes = codes
    self.hint = hint
  }

  var testDescription: String { codes.joined(separator: ", ") }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let marked = MarkedText(yaml)
    let resolving = Resolving(marked.text)
    #expect(resolving.codes == codes, sourceLocation: sourceLocation)
    #expect(resolving.places == marked.places, sourceLocation: sourceLocation)
    guard let hint else {
      #expect(resolving.hints == [], sourceLocation: sourceLocation)
      return
    }
    #expect(
      resolving.hints.first?.contains(hint) ?? false, "\(resolving.hints)", sourceLocation: sourceLocation)
  }
}
