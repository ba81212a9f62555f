import DataSources
import Diagnostics
import Model
import Shaping
import Spec
import TestSupport
import Testing

/// What comes of a report's tables.
struct Shaped {
  let tables: ShapedTables?
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - steps: the steps of the table `t`, as a YAML list in brackets or lines; 1️⃣ marks may stand in them.
  ///   - files: CSV texts by the names of their sources; the first is what `t` is made from.
  ///   - declared: what each source says of its file besides, by its name.
  ///   - parameters: what the report's parameters are.
  init(
    _ steps: String, _ files: KeyValuePairs<String, String>, from: String? = nil, traces: Bool = false,
    declared: [String: String] = [:], parameters: String = ""
  ) {
    let sources = files.map { name, _ in
      "  \(name): { title: T, data: \(name).csv\(declared[name].map { ", " + $0 } ?? "") }\n"
    }.joined()
    let start = from ?? "from: \(files[0].key), "
    let yaml =
      "parameters: { \(parameters) }\nreport: { title: T }\nsources:\n\(sources)tables:\n  t: { \(start)steps: [\(steps)] }\n"
      + "body:\n  - text: a\n"
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.key + ".csv", $0.value) })
    var collector = DiagnosticCollector()
    do {
      let spec = try readSpec(Array(MarkedText(yaml).text.utf8), path: "report.yml", into: &collector)
      let report = try resolveReport(spec, theme: .observatoire, into: &collector)
      let loaded = try loadTables(
        of: report, in: "", read: { texts[$0].map { Array($0.utf8) } }, digest: { _ in "" }, into: &collector)
      tables = try shapeTables(of: report, from: loaded, traces: traces, into: &collector)
      diagnostics = collector.diagnostics
    } catch {
      tables = nil
      diagnostics = (error as? AuthorErrors)?.diagnostics ?? []
    }
  }

  private var table: Table? { tables?.tables[.table(ID("t"))] }

  var columns: [String] { table?.columns.map(\.name) ?? [] }

  /// The rows, a text each: cells parted by a bar, a missing one as its kind between brackets.
  var rows: [String] {
    guard let table else { return [] }
    return table.rows.map { row in
      table.columns.indices.map { column in
        switch table.cell(row: row, column: column) {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
        case .missing(let kind): "(\(kind.rawValue))"
        }
      }.joined(separator: "|")
    }
  }

  /// The rows of the first source that each row was made from, from 0.
  func traced(_ row: Int) -> [[Int]] {
    tables?.trace(of: row, in: .table(ID("t")))?.parts.map(\.rows) ?? []
  }

  var codes: [String] { diagnostics.map(\.message.code) }
  var places: [String] { diagnostics.compactMap(\.place).map { "\($0.path):\($0.line)" } }
  var hints: [String] { diagnostics.flatMap(\.hints).map { $0(.french) } }
}
