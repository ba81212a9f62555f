import DataSources
import Diagnostics
import Indicators
import Model
import Spec
import TestSupport

/// What publishing a report from files in memory gives.
struct Publishing {
  let publication: Publication?
  let diagnostics: [Diagnostic]

  /// - Parameter files: texts of files by their paths.
  init(_ yaml: String, _ files: [String: String]) {
    var collector = DiagnosticCollector()
    do {
      let spec = try readSpec(Array(yaml.utf8), path: "report.yml", into: &collector)
      let report = try resolveReport(spec, theme: .observatoire, into: &collector)
      let tables = try loadTables(
        of: report, in: "", read: { files[$0].map { Array($0.utf8) } }, digest: { _ in "" }, into: &collector)
      publication = try compose(report, from: tables, into: &collector)
      diagnostics = collector.diagnostics
    } catch {
      publication = nil
      diagnostics = error.diagnostics
    }
  }

  var codes: [String] { diagnostics.map(\.message.code) }
  /// The places as `file:line:column`.
  var places: [String] { diagnostics.compactMap(\.place).map { "\($0.path):\($0.line):\($0.column)" } }
  var hints: [String] { diagnostics.flatMap(\.hints).map(\.french) }
  var messages: [String] { diagnostics.map(\.message.text.french) }

  /// The paragraphs of the body, plain and with visible spaces.
  var paragraphs: [String] {
    (publication?.body ?? []).flatMap { block -> [String] in
      guard case .text(let texts) = block else { return [] }
      return texts.compactMap { if case .paragraph(let text) = $0 { visible(text.plain) } else { nil } }
    }
  }

  var figures: [Figure] {
    (publication?.body ?? []).compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  var tables: [PublishedTable] {
    figures.compactMap { if case .table(let table) = $0.content { table } else { nil } }
  }

  var charts: [PublishedChart] {
    figures.compactMap { if case .chart(let chart) = $0.content { chart } else { nil } }
  }
}

extension Figure {
  /// What a line of the apparatus says, with visible spaces.
  func line(_ label: String) -> String? { apparatus.first { $0.label == label }.map { visible($0.text) } }
}

/// A text with its spaces shown: `_` for U+00A0 and `~` for U+202F.
func visible(_ text: String) -> String {
  text.replacing("\u{A0}", with: "_").replacing("\u{202F}", with: "~")
}

/// A report on `part` (in percent) of `qpv` and `france`, from `data.csv`.
func report(
  language: String = "fr", unit: String = "\"%\"", keys: String = "", qpv: String = "", measure: String = "",
  body: String
) -> String {
  """
  report: { title: Suivi, language: \(language) }
  sources:
    s: { title: Enquête, producer: Insee, year: 2019, data: data.csv }
  populations:
    qpv: { label: Quartiers, short: QPV\(qpv) }
    france: { label: France, phrase: en France }
  indicators:
    part: { label: Part, unit: \(unit), source: s\(keys), value: { column: taux, by: population } }
  comparisons:
    ecart: { indicators: part, subject: qpv, references: france\(measure.isEmpty ? "" : ", measure: \(measure)") }
  body:
  \(body.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))

  """
}

/// The values of `qpv` and `france`, as typed.
func data(_ qpv: String, _ france: String) -> [String: String] {
  ["data.csv": "population;taux\nQPV;\(qpv)\nFrance;\(france)\n"]
}

extension Publishing {
  /// A table of a CSV file, with keys of its own.
  init(tableOf csv: String, _ keys: String) {
    let lines = keys.split(separator: "\n", omittingEmptySubsequences: false).map { "      \($0)" }
    self.init(
      """
      report: { title: R }
      sources:
        s: { title: S, year: 2025, data: data.csv }
      body:
        - table:
            from: s
            title: T
            universe: U
      \(lines.joined(separator: "\n"))

      """, ["data.csv": csv])
  }
}
