import DataSources
import Diagnostics

/// A data file in short, as people read it: its form, a line a column, what to declare.
struct DataListing {
  private let summary: DataSummary
  private let language: MessageLanguage

  /// The longest name that others are lined up with, and what is shown of a cell and of all examples.
  private static let nameLimit = 30
  private static let cellLimit = 28
  private static let exampleLimit = 70

  init(_ summary: DataSummary, _ language: MessageLanguage) {
    self.summary = summary
    self.language = language
  }

  var text: String {
    var lines = [summary.path] + form
    lines += [size, ""] + columns
    if !summary.declare.isEmpty {
      lines += ["", pick("À déclarer dans la source :", "To be declared in the source:")]
      lines += summary.declare.map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func pick(_ french: String, _ english: String) -> String {
    Bilingual(fr: french, en: english)(language)
  }

  // MARK: The file

  private var form: [String] {
    if let format = summary.format, let sheets = summary.sheets { return [workbook(format, sheets)] }
    guard let delimiter = summary.delimiter, let encoding = summary.encoding, let mark = summary.decimalMark
    else { return [] }
    let sign = delimiter == "\t" ? "tab" : delimiter
    let word = mark == "comma" ? pick("virgule", "comma") : pick("point", "point")
    return [
      pick(
        "CSV, séparateur « \(sign) », encodage \(encoding), décimales : \(word)",
        "CSV, delimiter “\(sign)”, encoding \(encoding), decimal mark: \(word)")
    ]
  }

  private func workbook(_ format: String, _ sheets: [DataSummary.SheetSummary]) -> String {
    let names = sheets.map { clean($0.name) + ($0.isHidden ? pick(" (masquée)", " (hidden)") : "") }
    let cells = summary.cells.map { pick(" ; cellules lues : \($0)", "; cells read: \($0)") } ?? ""
    return format.uppercased()
      + pick(
        sheets.count < 2 ? ", feuille : " : ", feuilles : ", sheets.count == 1 ? ", sheet: " : ", sheets: ")
      + names.joined(separator: ", ") + cells
  }

  private var size: String {
    let (rows, columns) = (summary.rows, summary.columns.count)
    let span =
      summary.firstLine == summary.lastLine
      ? "\(summary.firstLine)"
      : pick(
        "\(summary.firstLine) à \(summary.lastLine)", "\(summary.firstLine) to \(summary.lastLine)")
    return pick(
      "\(rows) \(rows < 2 ? "ligne" : "lignes") de données (\(span)), "
        + "\(columns) \(columns < 2 ? "colonne" : "colonnes")",
      "\(rows) \(rows == 1 ? "row" : "rows") of data (\(span)), "
        + "\(columns) \(columns == 1 ? "column" : "columns")")
  }

  // MARK: Columns

  private var columns: [String] {
    let types = summary.columns.map(type)
    let missing = summary.columns.map(missing)
    let nameWidth = summary.columns.map(\.name.count).filter { $0 <= Self.nameLimit }.max() ?? 0
    let typeWidth = types.map(\.count).max() ?? 0
    let missingWidth = missing.map(\.count).filter { $0 <= Self.nameLimit }.max() ?? 0
    return summary.columns.indices.flatMap { index in
      let column = summary.columns[index]
      let parts =
        [padded(clean(column.name), nameWidth), padded(types[index], typeWidth)]
        + (missingWidth > 0 ? [padded(missing[index], missingWidth)] : []) + [examples(column)]
      let line = "  " + parts.joined(separator: "  ")
      return [line.trimmingEnd] + (label(column).map { ["    " + $0] } ?? [])
    }
  }

  private func type(_ column: DataSummary.ColumnSummary) -> String {
    switch column.type {
    case "text": pick("texte", "text")
    case "number": pick("nombre", "number") + (column.isPercent ? " (%)" : "")
    default: pick("vide", "empty")
    }
  }

  private func missing(_ column: DataSummary.ColumnSummary) -> String {
    column.missing.map { "\($0.count) \(word(for: $0))" }.joined(separator: ", ")
  }

  private func word(for missing: DataSummary.MissingCount) -> String {
    let plural = missing.count > 1 ? "s" : ""
    return switch missing.kind {
    case "not-available": pick("non disponible\(plural)", "not available")
    case "not-applicable": pick("sans objet", "not applicable")
    case "confidential": pick("secret statistique", "confidential")
    case "not-significant": pick("non significatif\(plural)", "not significant")
    case "negligible": pick("négligeable\(plural)", "negligible")
    default: pick("par tranche", "in bands")
    }
  }

  private func examples(_ column: DataSummary.ColumnSummary) -> String {
    var shown = ""
    for example in column.examples {
      let next = (shown.isEmpty ? "" : " | ") + cut(clean(example), to: Self.cellLimit)
      if shown.count + next.count > Self.exampleLimit { break }
      shown += next
    }
    return shown
  }

  private func label(_ column: DataSummary.ColumnSummary) -> String? {
    guard column.label != nil || column.unit != nil else { return nil }
    let unit = column.unit.map { column.label == nil ? "(\($0))" : " (\($0))" } ?? ""
    return (column.label.map(clean) ?? "") + unit
  }

  // MARK: Texts

  /// A text on one line, its spaces made plain and single.
  private func clean(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: " ⏎ ")
  }

  private func cut(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1).trimmingEnd + "…"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension StringProtocol {
  fileprivate var trimmingEnd: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
