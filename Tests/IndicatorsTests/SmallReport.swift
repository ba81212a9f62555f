import Indicators
import TestSupport
import Testing

/// A report on values in `data.csv`, in parts: entries of YAML, a line each.
struct SmallReport: Sendable {
  var head = "title: T"
  /// More keys of the source.
  var source = ""
  var zones = ["a: { label: A, codes: A }", "b: { label: B, codes: B }"]
  var nomenclature: [String] = []
  var indicators = [SmallReport.share]
  var comparisons: [String] = []
  var body: [String]
  var abbreviations: [String] = []

  /// A share by zone and period.
  static let share =
    "x: { label: X, unit: \"%\", universe: tous, source: s, value: { column: v, by: z, period: p } }"

  /// A share by zone and period, with more keys, and more of its value.
  static func share(_ keys: String = "", value: String = "") -> String {
    share.replacing("source: s,", with: "source: s,\(keys.isEmpty ? "" : " \(keys),")")
      .replacing("period: p }", with: "period: p\(value.isEmpty ? "" : ", \(value)") }")
  }

  var yaml: String {
    func part(_ key: String, _ entries: [String]) -> String {
      entries.isEmpty ? "" : "\(key):\n" + entries.map { "  \($0)\n" }.joined()
    }
    return "report: { \(head) }\n" + part("sources", ["s: { title: S, data: data.csv\(source) }"])
      + part("territories", zones) + part("nomenclature", nomenclature) + part("indicators", indicators)
      + part("comparisons", comparisons) + part("abbreviations", abbreviations)
      + part("body", body.map { "- " + $0 })
  }

  func published(_ csv: String) -> Publishing { Publishing(yaml, ["data.csv": csv]) }

  /// Expects one mistake where the spec and then the data are marked.
  func expectMistake(
    _ code: String, in csv: String = "z;p;v\nA;2025;79\nB;2025;88\n", hint: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (spec, data) = (MarkedText(yaml), MarkedText(csv))
    let said = Publishing(spec.text, ["data.csv": data.text])
    #expect(said.publication == nil, sourceLocation: sourceLocation)
    #expect(said.codes == [code], "\(said.messages)", sourceLocation: sourceLocation)
    #expect(
      said.places == spec.places.map { "report.yml:\($0)" } + data.places.map { "data.csv:\($0)" },
      sourceLocation: sourceLocation)
    guard let hint else { return }
    #expect(
      said.hints.contains { $0.contains(hint) }, "\(said.hints)", sourceLocation: sourceLocation)
  }
}

extension Publishing {
  /// The rows of the first table, with visible spaces.
  var rows: [[String]] { tables.first?.rows.map { $0.map(visible) } ?? [] }
  var heads: [String] { tables.first?.columns.map { visible($0.head) } ?? [] }

  var cards: [PublishedCard] {
    (publication?.body ?? []).compactMap { if case .card(let card) = $0 { card } else { nil } }
  }
}

extension PublishedCard {
  /// What a line of the card says, with visible spaces.
  func line(_ label: String) -> String? { lines.first { $0.label == label }.map { visible($0.text) } }
}
