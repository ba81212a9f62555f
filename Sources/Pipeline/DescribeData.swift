import DataSources
import Diagnostics
import Foundation
import Model

/// What the engine sees in a data file, as people read it or as JSON.
///
/// - Parameters:
///   - headerLine: the line, from 1, that names the columns.
///   - rows: of JSON, where the rows are.
///   - table: of a database, the table to describe; without it or a query, the tables are listed.
///   - query: of a database, the query whose rows to describe.
package func describeData(
  at path: String, headerLine: Int, rows: String?, table: String? = nil, query: String? = nil,
  in language: MessageLanguage, asJSON: Bool,
  into diagnostics: inout DiagnosticCollector
) throws -> String {
  guard let bytes = readFile(path) else { throw MachineError.unreadable(path) }
  let place = Place(wholeFile: path)
  let jsonPath = rows.flatMap { JSONPath(written: $0) }.map { Located($0, at: place) }
  let selection: RowSelection? =
    table.map { .table(typed($0, as: "--table")) } ?? query.map { .query(typed($0, as: "--query")) }
  let options = TableOptions(headerLine: headerLine, jsonPath: jsonPath, selection: selection)
  if DataFormat.seen(in: bytes, path: path) == .sqlite {
    checkUnwritten(path: path, at: place, read: readFile, into: &diagnostics)
    try diagnostics.throwIfErrors()
    if selection == nil, let summary = DatabaseSummary(of: bytes, path: path) {
      return asJSON ? try json(summary) : summary.text(in: language)
    }
  }
  guard let table = readTable(bytes, path: path, options: options, into: &diagnostics) else {
    throw AuthorErrors(diagnostics: diagnostics.diagnostics)
  }
  return asJSON ? try json(table.summary) : table.summary.text(in: language)
}

private func json(_ summary: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n"
}

/// What is typed behind an option, so that a mistake can be shown in it.
private func typed(_ text: String, as option: String) -> Located<String> {
  Located(text, at: Place(in: SourceText(path: option, text: text), line: 1, column: 1, length: text.count))
}

extension DatabaseSummary {
  fileprivate func text(in language: MessageLanguage) -> String {
    let title = Bilingual(
      fr: "SQLite, \(tables.count) table\(tables.count < 2 ? "" : "s") :",
      en: "SQLite, \(tables.count) table\(tables.count == 1 ? "" : "s"):")
    let width = min(40, tables.map(\.name.count).max() ?? 0)
    let lines = tables.map { table in
      "  " + table.name + String(repeating: " ", count: max(0, width - table.name.count)) + "  "
        + table.columns.joined(separator: " | ")
    }
    return ([path, title(language)] + lines).joined(separator: "\n") + "\n"
  }
}

extension DataSummary {
  fileprivate func text(in language: MessageLanguage) -> String {
    func pick(_ french: String, _ english: String) -> String { Bilingual(fr: french, en: english)(language) }
    var lines = [path]
    if let delimiter, let encoding, let decimalMark {
      let sign = delimiter == "\t" ? "tab" : delimiter
      let mark = decimalMark == "comma" ? pick("virgule", "comma") : pick("point", "point")
      lines.append(
        pick(
          "CSV, séparateur « \(sign) », encodage \(encoding), décimales : \(mark)",
          "CSV, delimiter “\(sign)”, encoding \(encoding), decimal mark: \(mark)"))
    }
    lines.append(
      pick(
        "\(rows) lignes à partir de la ligne \(firstLine), \(columns.count) colonnes :",
        "\(rows) rows from line \(firstLine), \(columns.count) columns:"))
    let width = min(40, columns.map(\.name.count).max() ?? 0)
    lines += columns.map { column in
      let name = column.name + String(repeating: " ", count: max(0, width - column.name.count))
      let missing = column.missing.map { "\($0.count) \(pick(french($0.kind), $0.kind))" }.joined(
        separator: ", ")
      let examples = column.examples.map { $0.prefix(30).replacing("\n", with: "⏎") }.joined(separator: " | ")
      let type = pick(["text": "texte", "number": "nombre"][column.type] ?? "vide", column.type)
      return "  \(name)  \(type)\(missing.isEmpty ? "" : " (\(missing))")  \(examples)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func french(_ kind: String) -> String {
    [
      "not-available": "non disponibles", "not-applicable": "sans objet",
      "confidential": "secret statistique",
      "not-significant": "non significatifs", "negligible": "négligeables",
      "suppressed-by-band": "par tranche",
    ][kind] ?? kind
  }
}
