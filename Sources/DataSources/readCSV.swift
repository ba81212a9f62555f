import Diagnostics

/// Reads a CSV file into a table.
///
/// - Parameters:
///   - bytes: the whole file.
///   - path: the file's name in messages.
///   - options: what the author declares; the rest is detected.
///   - marks: what the producer writes for missing values.
/// - **Errors**: all that can be wrong with the file's form, each at its line and column; the result is `nil` then.
/// - **Source**: RFC 4180, and the habits of French open data (semicolons, decimal commas, Windows-1252).
package func readCSV(
  _ bytes: [UInt8], path: String, options: CSVOptions = CSVOptions(), marks: MissingMarks = .french,
  into diagnostics: inout DiagnosticCollector
) -> Table? {
  var found = DiagnosticCollector()
  let table = readTable(bytes, path: path, options: options, marks: marks, into: &found)
  for diagnostic in found.diagnostics { diagnostics.report(diagnostic) }
  return found.hasErrors ? nil : table
}

private func readTable(
  _ bytes: [UInt8], path: String, options: CSVOptions, marks: MissingMarks,
  into diagnostics: inout DiagnosticCollector
) -> Table? {
  guard bytes.count <= ByteRange.limit else {
    diagnostics.report(.error(.tooLarge, at: Place(wholeFile: path)))
    return nil
  }
  guard let decoded = decodeText(bytes, path: path, declared: options.encoding, into: &diagnostics)
  else { return nil }
  let text = decoded.text.from(line: options.headerLine)
  let delimiter = options.delimiter ?? detectDelimiter(in: text)
  var scanner = CSVScanner(text, delimiter: delimiter)
  scanner.scan()
  let records = scanner.records
  checkQuotes(scanner.problems, in: text, into: &diagnostics)
  guard records.count > 0 else {
    diagnostics.report(.error(.emptyFile(from: options.headerLine), at: Place(wholeFile: path)))
    return nil
  }
  let names = checkHeader(of: records, in: text, into: &diagnostics)
  guard !names.isEmpty else { return nil }
  if records.count == 1 {
    let place = text.place(of: records.range(of: 0), line: records.line(of: 0))
    diagnostics.report(.error(.noRows, at: place))
  }
  checkWidths(
    of: records, except: Set(scanner.problems.map(\.record)), in: text, delimiter: delimiter,
    into: &diagnostics)
  guard !diagnostics.hasErrors else { return nil }

  let numbers = detectNumberFormat(
    in: text, records: records, delimiter: delimiter, declared: options.decimalMark, into: &diagnostics)
  return Table(
    text: text, records: records,
    dialect: CSVDialect(delimiter: delimiter, encoding: decoded.encoding, numbers: numbers),
    columns: detectColumns(named: names, in: text, records: records, format: numbers, marks: marks),
    marks: marks)
}

extension Diagnostic.Message {
  fileprivate static let tooLarge = Self(
    "file-too-large", fr: "ce fichier dépasse 4 Gio", en: "this file is larger than 4 GiB")

  fileprivate static func emptyFile(from line: Int) -> Self {
    line == 1
      ? Self("empty-table", fr: "ce fichier est vide", en: "this file is empty")
      : Self(
        "empty-table", fr: "ce fichier n’a rien à la ligne \(line) ni plus bas",
        en: "this file has nothing on line \(line) or below")
  }

  fileprivate static let noRows = Self(
    "empty-table", fr: "aucune ligne ne suit l’en-tête", en: "no row follows the header")
}
