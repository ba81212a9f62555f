import Diagnostics

/// Reads a data file of any format into a table.
///
/// - Parameters:
///   - bytes: the whole file.
///   - path: the file's name in messages; its ending tells the format, unless `format` does.
///   - options: what the author declares; the rest is detected.
/// - **Errors**: all that can be wrong with the file, located; the result is `nil` then.
package func readTable(
  _ bytes: [UInt8], path: String, format: DataFormat? = nil, options: TableOptions = TableOptions(),
  into diagnostics: inout DiagnosticCollector
) -> Table? {
  var found = DiagnosticCollector()
  let table: Table?
  switch checkFormat(of: bytes, path: path, declared: format, into: &found) {
  case .csv: table = readCSV(bytes, path: path, options: options, into: &found)
  case .json: table = readJSON(bytes, path: path, options: options, into: &found)
  case .xlsx, .ods: table = readSpreadsheet(bytes, path: path, options: options, into: &found)
  case nil: table = nil
  }
  for diagnostic in found.diagnostics { diagnostics.report(diagnostic) }
  return found.hasErrors ? nil : table
}
