import DataSources
import Diagnostics
import Foundation

/// What the engine sees in a data file, as people read it or as JSON.
///
/// - Parameters:
///   - headerLine: the line, from 1, that names the columns.
///   - rows: of JSON, where the rows are.
///   - sheet: of a spreadsheet, the sheet, by its name or its number from 1.
///   - range: of a spreadsheet, the cells.
package func describeData(
  at path: String, headerLine: Int, rows: String?, sheet: String?, range: String?,
  in language: MessageLanguage, asJSON: Bool,
  into diagnostics: inout DiagnosticCollector
) throws -> String {
  guard let bytes = readFile(path) else { throw MachineError.unreadable(path) }
  let place = Place(wholeFile: path)
  let jsonPath = rows.flatMap { JSONPath(written: $0) }.map { Located($0, at: place) }
  let options = TableOptions(
    headerLine: headerLine, jsonPath: jsonPath, sheet: sheet.map { Located($0, at: place) },
    range: range.map { Located($0, at: place) })
  guard let table = readTable(bytes, path: path, options: options, into: &diagnostics) else {
    throw AuthorErrors(diagnostics: diagnostics.diagnostics)
  }
  if asJSON {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(table.summary), as: UTF8.self) + "\n"
  }
  return table.summary.text(in: language)
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
    if let format, let cells, let sheets {
      let shown = sheets.map { $0.name + ($0.isHidden ? pick(" (masquée)", " (hidden)") : "") }
      lines.append(
        "\(format.uppercased()), " + pick("feuilles : ", "sheets: ") + shown.joined(separator: ", "))
      lines.append(pick("cellules \(cells)", "cells \(cells)"))
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
