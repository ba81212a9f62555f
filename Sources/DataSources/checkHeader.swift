import Diagnostics

/// The names of the columns, from the header.
///
/// Columns at the right end that have neither a name nor a filled cell are left out: spreadsheets write them.
///
/// - **Errors**: a header that is further down, columns without a name, a name given twice; the names that could
///   be read are returned all the same.
func checkHeader(
  of records: CSVRecords, in text: DataText, into diagnostics: inout DiagnosticCollector
) -> [String] {
  if let header = laterHeader(in: records, text: text) {
    let place = text.place(of: records.range(of: 0), line: records.line(of: 0))
    let line = records.line(of: header)
    let message = Diagnostic.Message.headerFurtherDown(
      names: names(of: 0, in: records, text: text), line: line)
    diagnostics.report(.error(message, at: place, hints: [.declareHeaderLine(line)]))
    return []
  }
  let names = usedNames(of: records, text: text)
  let unnamed = names.indices.filter { names[$0].isEmpty }
  func place(of column: Int) -> Place { cellPlace(record: 0, column: column, in: records, text: text) }
  if let first = unnamed.first {
    diagnostics.report(.error(.unnamedColumns(unnamed.map { $0 + 1 }), at: place(of: first)))
  }
  var firstColumns: [String: Int] = [:]
  for (column, name) in names.enumerated() where !name.isEmpty {
    if let first = firstColumns[name] {
      diagnostics.report(.error(.duplicateColumn(name, first: first + 1), at: place(of: column)))
    } else {
      firstColumns[name] = column
    }
  }
  return names
}

private func names(of record: Int, in records: CSVRecords, text: DataText) -> [String] {
  (0..<records.width(of: record)).map { text.cellText(records.range(record, $0)).trimmingSpaces() }
}

private func usedNames(of records: CSVRecords, text: DataText) -> [String] {
  var names = names(of: 0, in: records, text: text)
  while names.count > 1, names.last == "", isUnused(names.count - 1, in: records, text: text) {
    names.removeLast()
  }
  return names
}

private func isUnused(_ column: Int, in records: CSVRecords, text: DataText) -> Bool {
  (1..<records.count).allSatisfy {
    column >= records.width(of: $0) || text.cellContent(records.range($0, column)).isEmpty
  }
}

/// The first of the next records that looks like a header, if the first one does not.
///
/// The first does not if it starts like a title and has at most half as many names as most records have cells.
/// A later one does if it is as wide as most, all its cells are filled and differ, and the first is no number.
private func laterHeader(in records: CSVRecords, text: DataText) -> Int? {
  let looked = 0..<min(records.count, 30)
  guard let typicalWidth = mostFrequent(looked.map { records.width(of: $0) }), typicalWidth > 1 else {
    return nil
  }
  let first = names(of: 0, in: records, text: text)
  guard first.first != "", first.count(where: { !$0.isEmpty }) * 2 <= typicalWidth else { return nil }
  var reader = NumberReader(text, format: NumberFormat(decimalMark: .point, groupsWithOtherMark: true))
  return looked.dropFirst().first { record in
    let cells = names(of: record, in: records, text: text)
    return cells.count == typicalWidth && !cells.contains("") && Set(cells).count == cells.count
      && reader.read(text.cellContent(records.range(record, 0))) == nil
  }
}

extension Diagnostic.Message {
  fileprivate static func headerFurtherDown(names: [String], line: Int) -> Self {
    let count = names.count { !$0.isEmpty }
    return Self(
      "header-further-down",
      fr: "cette ligne ne nomme pas toutes les colonnes (\(count) \(count < 2 ? "nom" : "noms")) ; "
        + "l’en-tête paraît être à la ligne \(line)",
      en: "this line does not name all columns (\(count) \(count == 1 ? "name" : "names")); "
        + "the header seems to be on line \(line)")
  }

  fileprivate static func unnamedColumns(_ columns: [Int]) -> Self {
    let list = columns.map(String.init).joined(separator: ", ")
    return Self(
      "unnamed-column",
      fr: columns.count == 1 ? "la colonne \(list) n’a pas de nom" : "les colonnes \(list) n’ont pas de nom",
      en: columns.count == 1 ? "column \(list) has no name" : "columns \(list) have no name")
  }

  fileprivate static func duplicateColumn(_ name: String, first: Int) -> Self {
    Self(
      "duplicate-column", fr: "« \(name) » est déjà le nom de la colonne \(first)",
      en: "“\(name)” is already the name of column \(first)")
  }
}

extension Diagnostic.Hint {
  fileprivate static func declareHeaderLine(_ line: Int) -> Self {
    Self(fr: "déclarez « header-line: \(line) »", en: "declare `header-line: \(line)`")
  }
}
