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
  let format = format ?? DataFormat.seen(in: bytes, path: path)
  if format != .sqlite, let selection = options.selection {
    found.report(.error(.notInDatabase, at: selection.place, hints: [.onlyDatabases]))
  }
  switch format {
  case .csv: table = readCSV(bytes, path: path, options: options, into: &found)
  case .json: table = readJSON(bytes, path: path, options: options, into: &found)
  case .sqlite: table = readSQLite(bytes, path: path, options: options, into: &found)
  }
  for diagnostic in found.diagnostics { diagnostics.report(diagnostic) }
  return found.hasErrors ? nil : table
}

extension Diagnostic.Message {
  fileprivate static var notInDatabase: Self {
    Self(
      "not-a-database", fr: "« table » et « query » ne servent qu’avec une base de données",
      en: "“table” and “query” are only used with a database")
  }
}

extension Diagnostic.Hint {
  fileprivate static let onlyDatabases = Self(
    fr: "si le fichier est une base SQLite, ajoutez « format: sqlite »",
    en: "if the file is a SQLite database, add “format: sqlite”")
}
