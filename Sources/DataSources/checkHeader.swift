import Diagnostics

/// Rows as a file has them, the header first, before they are a table.
protocol RawRows {
  var count: Int { get }
  /// How many rows name the columns.
  var headerRows: Int { get }
  func width(of row: Int) -> Int
  func text(_ row: Int, _ column: Int) -> String
  /// The names in a row of the header, one a column, without the spaces around them.
  func names(in row: Int) -> [String]
  /// The same for a row that is known to be of the header: the name of a merged cell in each column that it takes.
  func headerNames(in row: Int) -> [String]
  /// Whether an empty name above others continues the one at its left.
  var continuesNames: Bool { get }
  /// Whether a column has a cell with content below the header.
  func isUsed(_ column: Int) -> Bool
  func isNumber(_ row: Int, _ column: Int) -> Bool
  /// What a person calls a column that has no name.
  func label(of column: Int) -> String
  func line(of row: Int) -> Int
  func place(of row: Int) -> Place
  func place(_ row: Int, _ column: Int) -> Place
}

extension RawRows {
  func names(in row: Int) -> [String] { (0..<width(of: row)).map { text(row, $0).trimmingSpaces() } }
  func headerNames(in row: Int) -> [String] { names(in: row) }
  var continuesNames: Bool { true }
  func label(of column: Int) -> String { String(column + 1) }
}

/// The names of the columns, from the header.
///
/// Columns at the right end that have neither a name nor a filled cell are left out: spreadsheets write them.
///
/// - **Errors**: a header that is further down, columns without a name, a name given twice; the names that could
///   be read are returned all the same.
func checkHeader(of rows: some RawRows, into diagnostics: inout DiagnosticCollector) -> [String] {
  if rows.headerRows == 1, let header = laterHeader(in: rows) {
    let message = Diagnostic.Message.headerFurtherDown(names: rows.names(in: 0), line: header.line)
    diagnostics.report(.error(message, at: rows.place(of: 0), hints: [.declareHeader(header)]))
    return []
  }
  let names = usedNames(of: rows)
  let header = min(rows.headerRows, rows.count) - 1
  func place(of column: Int) -> Place {
    rows.place(column < rows.width(of: header) ? header : 0, column)
  }
  let unnamed = names.indices.filter { names[$0].isEmpty }
  if let first = unnamed.first {
    let hints: [Diagnostic.Hint] = unnamed.count > 1 && rows.headerRows == 1 ? [.twoHeaderRows] : []
    let message = Diagnostic.Message.unnamedColumns(unnamed.map(rows.label))
    diagnostics.report(.error(message, at: place(of: first), hints: hints))
  }
  let hints: [Diagnostic.Hint] = rows.headerRows == 1 ? [.twoHeaderRows] : []
  diagnostics.report(repeatedNames(in: names)) { repeated in
    .error(
      .duplicateColumn(repeated, label: rows.label), at: place(of: repeated.columns.lowerBound), hints: hints)
  } more: { count, repeated in
    .error(.moreDuplicates(count), at: place(of: repeated.columns.lowerBound))
  }
  return names
}

/// A name that a column has already, and the neighbours that have it too: a merged cell names thousands.
private struct RepeatedName {
  let name: String
  let first: Int
  var columns: ClosedRange<Int>
}

private func repeatedNames(in names: [String]) -> [RepeatedName] {
  var firstColumns: [String: Int] = [:]
  var found: [RepeatedName] = []
  for (column, name) in names.enumerated() where !name.isEmpty {
    guard let first = firstColumns[name] else {
      firstColumns[name] = column
      continue
    }
    if let last = found.last, last.name == name, last.columns.upperBound == column - 1 {
      found[found.count - 1].columns = last.columns.lowerBound...column
    } else {
      found.append(RepeatedName(name: name, first: first, columns: column...column))
    }
  }
  return found
}

private func usedNames(of rows: some RawRows) -> [String] {
  let lines = (0..<min(rows.headerRows, rows.count)).map { rows.headerNames(in: $0) }
  var names = joinedNames(lines, continuing: rows.continuesNames)
  while names.count > 1, names.last == "", !rows.isUsed(names.count - 1) { names.removeLast() }
  return names
}

/// The names of columns whose header takes several lines: those above one another, joined by a space.
///
/// An empty name above others continues the one at its left, as in a year above several columns; a name with
/// nothing under it stands for its own column alone. What is repeated downwards is said once.
func joinedNames(_ lines: [[String]], continuing: Bool) -> [String] {
  let width = lines.map(\.count).max() ?? 0
  var lines = lines.map { $0 + Array(repeating: "", count: width - $0.count) }
  for (index, line) in lines.enumerated().dropLast() where continuing {
    func hasNameBelow(_ column: Int) -> Bool { lines[(index + 1)...].contains { !$0[column].isEmpty } }
    var continued = ""
    for column in 0..<width {
      if !line[column].isEmpty {
        continued = hasNameBelow(column) ? line[column] : ""
      } else if hasNameBelow(column) {
        lines[index][column] = continued
      }
    }
  }
  return (0..<width).map { column in
    var parts: [String] = []
    for line in lines where !line[column].isEmpty && line[column] != parts.last { parts.append(line[column]) }
    return parts.joined(separator: " ")
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

  fileprivate static func unnamedColumns(_ columns: [String]) -> Self {
    // A lone cell far to the right leaves thousands of columns without a name.
    let list = columns.prefix(10).joined(separator: ", ") + (columns.count > 10 ? " …" : "")
    return Self(
      "unnamed-column",
      fr: columns.count == 1 ? "la colonne \(list) n’a pas de nom" : "les colonnes \(list) n’ont pas de nom",
      en: columns.count == 1 ? "column \(list) has no name" : "columns \(list) have no name")
  }

  fileprivate static func duplicateColumn(_ repeated: RepeatedName, label: (Int) -> String) -> Self {
    let (name, first) = (repeated.name, label(repeated.first))
    guard repeated.columns.count > 1 else {
      return Self(
        "duplicate-column", fr: "« \(name) » est déjà le nom de la colonne \(first)",
        en: "“\(name)” is already the name of column \(first)")
    }
    let (from, to) = (label(repeated.columns.lowerBound), label(repeated.columns.upperBound))
    return Self(
      "duplicate-column",
      fr: "« \(name) » est déjà le nom de la colonne \(first), et nomme aussi les colonnes \(from) à \(to)",
      en: "“\(name)” is already the name of column \(first), and also names columns \(from) to \(to)")
  }

  fileprivate static func moreDuplicates(_ count: Int) -> Self {
    Self(
      "more-duplicate-columns",
      fr: count == 1 ? "… et 1 autre nom répété" : "… et \(count) autres noms répétés",
      en: count == 1 ? "… and 1 more repeated name" : "… and \(count) more repeated names")
  }
}

extension Diagnostic.Hint {
  fileprivate static let twoHeaderRows = Self(
    fr:
      "si les noms tiennent sur deux lignes, déclarez « header-rows: 2 » et la première comme « header-line »",
    en: "if the names take two lines, declare `header-rows: 2` and the first of them as `header-line`")
  fileprivate static func declareHeader(_ header: HeaderGuess) -> Self {
    header.rows == 1
      ? Self(fr: "déclarez « header-line: \(header.line) »", en: "declare `header-line: \(header.line)`")
      : Self(
        fr: "déclarez « header-line: \(header.line) » et « header-rows: \(header.rows) »",
        en: "declare `header-line: \(header.line)` and `header-rows: \(header.rows)`")
  }
}
