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
  let format = checkFormat(of: bytes, path: path, declared: format, into: &found)
  if let format { checkSelection(of: options, in: format, into: &found) }
  switch format {
  case .csv: table = readCSV(bytes, path: path, options: options, into: &found)
  case .json: table = readJSON(bytes, path: path, options: options, into: &found)
  case .xlsx, .ods: table = readSpreadsheet(bytes, path: path, options: options, into: &found)
  case .sqlite: table = readSQLite(bytes, path: path, options: options, into: &found)
  case nil: table = nil
  }
  for diagnostic in found.diagnostics { diagnostics.report(diagnostic) }
  return found.hasErrors ? nil : table
}

/// What is asked for must be something that the format has.
private func checkSelection(
  of options: TableOptions, in format: DataFormat, into diagnostics: inout DiagnosticCollector
) {
  if format != .sqlite, let selection = options.selection {
    diagnostics.report(.error(.notInDatabase, at: selection.place, hints: [.onlyDatabases]))
  }
  if !format.isSpreadsheet, let asked = options.sheet ?? options.range {
    diagnostics.report(.error(.notInSpreadsheet, at: asked.place, hints: [.onlySpreadsheets]))
  }
}

extension Diagnostic.Message {
  fileprivate static var notInDatabase: Self {
    Self(
      "not-a-database", fr: "« table » et « query » ne servent qu’avec une base de données",
      en: "“table” and “query” are only used with a database")
  }
  fileprivate static var notInSpreadsheet: Self {
    Self(
      "not-a-spreadsheet", fr: "« sheet » et « range » ne servent qu’avec un classeur XLSX ou ODS",
      en: "“sheet” and “range” are only used with an XLSX or ODS workbook")
  }
}

extension Diagnostic.Hint {
  fileprivate static let onlyDatabases = Self(
    fr: "si le fichier est une base SQLite, ajoutez « format: sqlite »",
    en: "if the file is a SQLite database, add “format: sqlite”")
  fileprivate static let onlySpreadsheets = Self(
    fr: "retirez-les ; « header-line » dit la ligne des noms de colonnes",
    en: "leave them out; “header-line” says which line names the columns")
}
