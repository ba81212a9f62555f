import Diagnostics

/// Which columns of a companion file hold what; `nil`: the one whose name says so.
package struct MetadataColumns: Hashable, Sendable {
  package var name: Located<String>?
  package var label: Located<String>?
  package var unit: Located<String>?

  package init() {}
}

/// What a companion file says of the columns of a data file.
struct ColumnNotes {
  struct Note {
    let label: String?
    let unit: String?
  }

  let path: String
  let place: Place
  let byName: [String: Note]
}

/// Reads a companion file: a table with a row for each column of another file.
///
/// Of several rows for one column, as where each code of it has its own, the first counts.
///
/// - **Errors**: what is wrong with the file; no column that holds the names, or none that says anything of them.
func readMetadata(
  _ bytes: [UInt8], path: String, columns: MetadataColumns, into diagnostics: inout DiagnosticCollector
) -> ColumnNotes? {
  guard let table = readTable(bytes, path: path, into: &diagnostics) else { return nil }
  let start = table.place(ofColumn: 0)
  var problems = DiagnosticCollector()
  let name = table.column(columns.name, called: nameWords, into: &problems)
  let label = table.column(columns.label, called: labelWords, into: &problems)
  let unit = table.column(columns.unit, called: unitWords, into: &problems)
  for problem in problems.diagnostics { diagnostics.report(problem) }
  guard !problems.hasErrors else { return nil }
  let known = table.columns.map(\.name)
  guard let name else {
    diagnostics.report(.error(.noNames, at: start, hints: [.say("name", known)]))
    return nil
  }
  guard label != nil || unit != nil else {
    diagnostics.report(.error(.nothingSaid, at: start, hints: [.say("label", known)]))
    return nil
  }
  func text(_ row: Int, _ column: Int?) -> String? {
    let text = column.map { table.text(row: row, column: $0).trimmingSpaces() } ?? ""
    return text.isEmpty ? nil : text
  }
  let notes = table.rows.compactMap { row in
    text(row, name).map { ($0, ColumnNotes.Note(label: text(row, label), unit: text(row, unit))) }
  }
  return ColumnNotes(
    path: path, place: start, byName: Dictionary(notes) { first, _ in first })
}

/// What producers call these columns, in the order of how sure the word is.
private let nameWords = [
  "colonne", "variable", "cod_var", "champ", "column", "field", "nom_colonne", "nom de la colonne",
  "nom de la variable", "nom", "name", "code",
]
private let labelWords = [
  "libellé", "libelle", "label", "lib_var", "lib_var_long", "intitulé", "intitule", "description",
  "définition",
  "definition", "title",
]
private let unitWords = ["unité", "unite", "unit", "unité de mesure", "unite de mesure"]

extension Table {
  /// The column that an author names, or else the one that is called as such columns are.
  fileprivate func column(
    _ declared: Located<String>?, called words: [String], into diagnostics: inout DiagnosticCollector
  ) -> Int? {
    if let declared { return declaredColumn(declared, into: &diagnostics) }
    let names = columns.map { $0.name.lowercased() }
    return words.lazy.compactMap { names.firstIndex(of: $0) }.first
  }
}

extension Diagnostic.Message {
  fileprivate static var noNames: Self {
    Self(
      "metadata-without-names", fr: "aucune colonne de ce fichier ne paraît nommer celles des données",
      en: "no column of this file seems to name those of the data")
  }
  fileprivate static var nothingSaid: Self {
    Self(
      "metadata-says-nothing", fr: "ce fichier n’a ni colonne de libellés ni colonne d’unités",
      en: "this file has neither a column of labels nor one of units")
  }
}

extension Diagnostic.Hint {
  fileprivate static func say(_ key: String, _ known: [String]) -> Self {
    let list = known.prefix(8).joined(separator: ", ")
    return Self(
      fr: "dites laquelle sous « metadata: », « \(key): » : \(list)",
      en: "say which under “metadata:”, “\(key):”: \(list)")
  }
}
