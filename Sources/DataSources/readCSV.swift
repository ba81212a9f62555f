import Diagnostics

/// Reads a CSV file into a table.
///
/// - **Errors**: all that can be wrong with the file's form, each at its line and column; the result is `nil`
///   then, or holds what could be read.
/// - **Source**: RFC 4180, and the habits of French open data (semicolons, decimal commas, Windows-1252).
func readCSV(
  _ bytes: [UInt8], path: String, options: TableOptions, into diagnostics: inout DiagnosticCollector
) -> Table? {
  guard let decoded = decodeText(bytes, path: path, declared: options.encoding, into: &diagnostics)
  else { return nil }
  let text = decoded.text.from(line: options.headerLine)
  let delimiter = options.delimiter ?? detectDelimiter(in: text)
  guard let (records, problems) = CSVScanner.scan(text, delimiter: delimiter, limit: options.cellLimit) else {
    diagnostics.report(
      .error(.tooManyCells(options.cellLimit), at: Place(wholeFile: path), hints: [.keepLess]))
    return nil
  }
  checkQuotes(problems, in: text, into: &diagnostics)
  guard records.count > 0 else {
    diagnostics.report(.error(.emptyFile(from: options.headerLine), at: Place(wholeFile: path)))
    return nil
  }
  let rows = CSVRows(text: text, records: records, headerRows: options.headerRows)
  if options.findsRows, options.headerLine == 1, options.headerRows == 1, let header = laterHeader(in: rows) {
    var found = options
    (found.headerLine, found.headerRows) = (header.line, header.rows)
    return readCSV(bytes, path: path, options: found, into: &diagnostics)
  }
  let names = checkHeader(of: rows, into: &diagnostics)
  guard !names.isEmpty else { return nil }
  if records.count <= options.headerRows {
    diagnostics.report(.error(.noRows, at: rows.place(of: records.count - 1)))
  }
  checkWidths(
    of: records, except: Set(problems.map(\.record)), in: text, delimiter: delimiter,
    into: &diagnostics)
  guard !diagnostics.hasErrors else { return nil }

  let numbers = detectNumberFormat(
    in: text, records: records, headerRows: options.headerRows, delimiter: delimiter,
    declared: options.decimalMark, into: &diagnostics)
  let store = CSVStore(
    text: text, records: records, headerRows: options.headerRows,
    dialect: CSVDialect(delimiter: delimiter, encoding: decoded.encoding, numbers: numbers))
  let columns = detectColumns(named: names, in: store, marks: options.marks)
  return Table(.csv(store), columns: columns, marks: options.marks)
    .declaring(options, into: &diagnostics)
}

/// The records of a CSV file, as a header is looked for in them.
private struct CSVRows: RawRows {
  let text: DataText
  let records: CSVRecords
  let headerRows: Int

  var count: Int { records.count }

  func width(of row: Int) -> Int { records.width(of: row) }

  func text(_ row: Int, _ column: Int) -> String { text.cellText(records.range(row, column)) }

  func isUsed(_ column: Int) -> Bool {
    (min(headerRows, count)..<count).contains { row in
      column < records.width(of: row) && !text.cellContent(records.range(row, column)).isEmpty
    }
  }

  func isNumber(_ row: Int, _ column: Int) -> Bool {
    let content = text.cellContent(records.range(row, column))
    return DecimalMark.allCases.contains { mark in
      var reader = NumberReader(text, format: NumberFormat(decimalMark: mark, groupsWithOtherMark: true))
      return reader.read(content) != nil
    }
  }

  func line(of row: Int) -> Int { records.line(of: row) }

  func place(of row: Int) -> Place { text.place(of: records.range(of: row), line: records.line(of: row)) }

  func place(_ row: Int, _ column: Int) -> Place {
    cellPlace(record: row, column: column, in: records, text: text)
  }
}

extension Diagnostic.Message {
  fileprivate static func emptyFile(from line: Int) -> Self {
    line == 1
      ? Self("empty-table", fr: "ce fichier est vide", en: "this file is empty")
      : Self(
        "empty-table", fr: "ce fichier n’a rien à la ligne \(line) ni plus bas",
        en: "this file has nothing on line \(line) or below")
  }

  fileprivate static func tooManyCells(_ limit: Int) -> Self {
    Self(
      "file-too-large", fr: "ce fichier a plus de \(limit) cellules : c’est trop pour être gardé en mémoire",
      en: "this file has more than \(limit) cells: too many to be kept in memory")
  }

  static let noRows = Self(
    "empty-table", fr: "aucune ligne ne suit l’en-tête", en: "no row follows the header")
}
