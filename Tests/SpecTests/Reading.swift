import Diagnostics
import Spec
import TestSupport

/// What reading a spec gives.
struct Reading {
  let spec: ReportSpec?
  let diagnostics: [Diagnostic]

  init(bytes: [UInt8]) {
    var collector = DiagnosticCollector()
    do {
      spec = try readSpec(bytes, path: "report.yml", into: &collector)
      diagnostics = collector.diagnostics
    } catch {
      spec = nil
      diagnostics = error.diagnostics
    }
  }

  init(_ yaml: String) { self.init(bytes: Array(yaml.utf8)) }

  var codes: [String] { diagnostics.map(\.message.code) }
  /// The places as `line:column`.
  var places: [String] { diagnostics.compactMap(\.place).map { "\($0.line):\($0.column)" } }
  /// The texts that are underlined.
  var underlined: [String] { diagnostics.compactMap(\.place).map(\.text) }
  var hints: [String] { diagnostics.flatMap(\.hints).map(\.french) }
}

extension Place {
  /// What stands at the place.
  var text: String {
    let scalars = (source.line(line) ?? "").unicodeScalars.dropFirst(column - 1).prefix(length)
    return String(String.UnicodeScalarView(scalars))
  }
}

/// A report with something in its body, its other parts in order.
func report(head: String = "title: Suivi", _ parts: String = "", body: String = "- text: Bonjour") -> String {
  "report:\n" + indented(head) + parts + "body:\n" + indented(body)
}

private func indented(_ lines: String) -> String {
  lines.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
}
