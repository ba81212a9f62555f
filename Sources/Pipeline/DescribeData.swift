import DataSources
import Diagnostics
import Foundation
import Model

/// What a command asks to know of a data file.
package struct DataQuestion: Sendable {
  package let path: String
  /// The line, from 1, that names the columns; `nil`: where it seems to be.
  package var headerLine: Int?
  package var headerRows: Int?
  /// Of JSON, where the rows are.
  package var rows: String?
  /// Of a spreadsheet, the sheet, by its name or its number from 1, and the cells.
  package var sheet: String?
  package var range: String?
  package var metadata: String?
  package var schema: String?
  /// Of a database, the table to describe; without it or a query, the tables are listed.
  package var table: String?
  package var query: String?

  package init(path: String) { self.path = path }

  fileprivate var selection: RowSelection? {
    table.map { .table(typed($0, as: "--table")) } ?? query.map { .query(typed($0, as: "--query")) }
  }
}

/// What the engine sees in a data file, as people read it or as JSON.
package func describeData(
  _ question: DataQuestion, in language: MessageLanguage, asJSON: Bool,
  into diagnostics: inout DiagnosticCollector
) throws -> String {
  let path = question.path
  let place = Place(wholeFile: path)
  if let size = sizeOfFile(path), size > DataFormat.sizeLimit {
    throw AuthorErrors(diagnostics: [.tooLarge(path, size)])
  }
  guard let bytes = readFile(path) else { throw MachineError.unreadable(path) }
  let selection = question.selection
  if DataFormat.seen(in: bytes, path: path) == .sqlite {
    checkUnwritten(path: path, at: place, read: readFile, into: &diagnostics)
    try diagnostics.throwIfErrors()
    if selection == nil, let summary = DatabaseSummary(of: bytes, path: path) {
      return asJSON ? try json(summary) : summary.text(in: language)
    }
  }
  let jsonPath = question.rows.flatMap { JSONPath(written: $0) }.map { Located($0, at: place) }
  var options = TableOptions(
    headerLine: question.headerLine ?? 1, headerRows: question.headerRows ?? 1, jsonPath: jsonPath,
    sheet: question.sheet.map { typed($0, as: "--sheet") },
    range: question.range.map { typed($0, as: "--range") }, selection: selection)
  options.findsRows = question.headerLine == nil && question.headerRows == nil
  let files = CompanionFiles(
    schema: question.schema.map { Located($0, at: place) },
    metadata: question.metadata.map { Located($0, at: place) })
  let companions = Companions(files, in: "", read: readFile, into: &diagnostics)
  options = companions.completing(options)
  guard let table = readTable(bytes, path: path, options: options, into: &diagnostics) else {
    throw AuthorErrors(diagnostics: diagnostics.diagnostics)
  }
  let described = companions.describing(table, into: &diagnostics)
  companions.check(described, marks: [], resource: { _ in nil }, into: &diagnostics)
  try diagnostics.throwIfErrors()
  let rowsPath = question.rows == nil ? rowsFound(in: bytes, path: path) : nil
  let summary = described.summary(rowsPath: rowsPath)
  return asJSON ? try json(summary) : DataListing(summary, language).text
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
