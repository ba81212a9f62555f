import Diagnostics

/// The rows below a header whose columns have their names.
struct SheetBody {
  let rows: SheetRows
  let width: Int

  /// As the rows count, the header's included.
  var indices: Range<Int> { min(rows.headerRows, rows.count)..<rows.count }

  var columns: ClosedRange<Int> { rows.columns.lowerBound...(rows.columns.lowerBound + width - 1) }
}

/// What is wrong with the cells of a table, or should be known of them.
///
/// - **Errors**: formulas without a result.
/// - **Warnings**: formulas that failed, unless the author declares what they mean; rows and columns that are not shown.
func checkCells(of body: SheetBody, marks: MissingMarks, into diagnostics: inout DiagnosticCollector) {
  var uncomputed: (row: Int, column: Int, count: Int)?
  var failures: [Failure] = []
  for row in 0..<body.rows.count {
    for column in 0..<body.width {
      switch body.rows.cell(row, column) {
      case .value, nil: continue
      case .uncomputed:
        uncomputed = uncomputed.map { ($0.row, $0.column, $0.count + 1) } ?? (row, column, 1)
      case .error(let text):
        if marks.declaredKind(of: text.trimmingSpaces()) != nil { continue }
        if let known = failures.firstIndex(where: { $0.column == column && $0.text == text }) {
          failures[known].count += 1
        } else {
          failures.append(Failure(row: row, column: column, text: text))
        }
      }
    }
  }
  if let (row, column, count) = uncomputed {
    diagnostics.report(
      .error(
        .uncomputed(body.rows.name(ofCell: row, column), count: count), at: body.rows.place(row, column),
        hints: [.saveComputed]))
  }
  diagnostics.report(failures) { failure in
    let name = body.rows.name(ofCell: failure.row, failure.column)
    return .warning(
      .failedFormula(failure.text, name, others: failure.count - 1),
      at: body.rows.place(failure.row, failure.column), hints: [.declareError(failure.text)])
  } more: { count, failure in
    .warning(.moreFailures(count), at: body.rows.place(failure.row, failure.column))
  }
  reportHidden(in: body, into: &diagnostics)
}

/// An error that cells of a column show.
private struct Failure {
  let row: Int
  let column: Int
  let text: String
  var count = 1
}

private func reportHidden(in body: SheetBody, into diagnostics: inout DiagnosticCollector) {
  let sheet = body.rows.sheet
  let hidden = Set(sheet.hiddenRows)
  let rows = hidden.isEmpty ? [] : body.indices.filter { hidden.contains(body.rows.line(of: $0)) }
  let columns = body.columns.filter { column in sheet.hiddenColumns.contains { $0.contains(column) } }
  guard let place = rows.first ?? (columns.isEmpty ? nil : 0) else { return }
  let column = rows.isEmpty ? columns.first.map { $0 - body.columns.lowerBound } : 0
  diagnostics.report(
    .warning(
      .hidden(rows: rows.map(body.rows.line), columns: columns.map(CellName.letters)),
      at: body.rows.place(place, column ?? 0)))
}

extension Diagnostic.Message {
  fileprivate static func uncomputed(_ cell: String, count: Int) -> Self {
    Self(
      "uncomputed-formula",
      fr: count == 1
        ? "la formule de \(cell) n’a pas de résultat dans le fichier"
        : "\(count) formules, la première en \(cell), n’ont pas de résultat dans le fichier",
      en: count == 1
        ? "the formula of \(cell) has no result in the file"
        : "\(count) formulas, the first in \(cell), have no result in the file")
  }

  fileprivate static func failedFormula(_ text: String, _ cell: String, others: Int) -> Self {
    Self(
      "failed-formula",
      fr: "\(cell) affiche l’erreur « \(text) »"
        + (others == 0
          ? ""
          : others == 1
            ? ", comme 1 autre cellule de la colonne" : ", comme \(others) autres cellules de la colonne")
        + " : lu comme non disponible",
      en: "\(cell) shows the error “\(text)”"
        + (others == 0
          ? ""
          : others == 1
            ? ", as does 1 more cell of the column" : ", as do \(others) more cells of the column")
        + ": read as not available")
  }

  fileprivate static func moreFailures(_ count: Int) -> Self {
    Self(
      "more-failed-formulas", fr: "… et d’autres erreurs de formules, dans \(count) autres cas",
      en: "… and more errors of formulas, in \(count) other cases")
  }

  fileprivate static func hidden(rows: [Int], columns: [String]) -> Self {
    func list(_ names: [String]) -> String {
      names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " …" : "")
    }
    let numbers = rows.map(String.init)
    var french: [String] = []
    var english: [String] = []
    if !rows.isEmpty {
      french.append((rows.count == 1 ? "la ligne masquée " : "les lignes masquées ") + list(numbers))
      english.append((rows.count == 1 ? "hidden row " : "hidden rows ") + list(numbers))
    }
    if !columns.isEmpty {
      french.append((columns.count == 1 ? "la colonne masquée " : "les colonnes masquées ") + list(columns))
      english.append((columns.count == 1 ? "hidden column " : "hidden columns ") + list(columns))
    }
    return Self(
      "hidden-cells", fr: "ce qui est masqué est lu comme le reste : " + french.joined(separator: " et "),
      en: "what is hidden is read like the rest: " + english.joined(separator: " and "))
  }
}

extension Diagnostic.Hint {
  fileprivate static let saveComputed = Self(
    fr: "ouvrez le fichier dans LibreOffice ou Excel, qui calculent les formules, et enregistrez-le",
    en: "open the file in LibreOffice or Excel, which compute formulas, and save it")
  fileprivate static func declareError(_ text: String) -> Self {
    Self(
      fr:
        "corrigez la formule, ou dites ce que cette erreur veut dire : « missing: { \"\(text)\": not-available } »",
      en: "mend the formula, or say what this error means: `missing: { \"\(text)\": not-available }`")
  }
}
