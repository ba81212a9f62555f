import DataSources
import Diagnostics
import Foundation

/// What a command asks to know of a data file.
package struct DataQuestion: Sendable {
  package let path: String
  /// The line, from 1, that names the columns; `nil`: where it seems to be.
  package var headerLine: Int?
  package var headerRows: Int?
  /// Of JSON, where the rows are.
  package var rows: String?
  package var metadata: String?
  package var schema: String?

  package init(path: String) { self.path = path }
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
  let jsonPath = question.rows.flatMap { JSONPath(written: $0) }.map { Located($0, at: place) }
  var options = TableOptions(
    headerLine: question.headerLine ?? 1, headerRows: question.headerRows ?? 1, jsonPath: jsonPath)
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
  guard asJSON else { return DataListing(summary, language).text }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n"
}
