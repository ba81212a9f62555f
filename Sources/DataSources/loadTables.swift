import Diagnostics
import Model

/// The tables of a report: those that its sources give, and those made from them.
package struct Tables: Hashable, Sendable {
  private var byOrigin: [TableOrigin: Table] = [:]

  private var digests: [ID<Source>: String] = [:]

  package init() {}

  /// The SHA-256 of a source's file, in hexadecimal.
  package func digest(of source: ID<Source>) -> String? { digests[source] }

  fileprivate mutating func add(digest: String, of source: ID<Source>) { digests[source] = digest }

  package subscript(origin: TableOrigin) -> Table? { byOrigin[origin] }

  package mutating func add(_ table: Table, as origin: TableOrigin) { byOrigin[origin] = table }
}

/// Reads the data files of a report's sources.
///
/// - Parameters:
///   - folder: where the spec stands, with a final `/` unless it is the current folder; the author's
///     paths start there.
///   - read: gives the bytes of a file, or `nil` where there is none that can be read.
///   - digest: gives the SHA-256 of bytes, in hexadecimal.
/// - Throws: what is wrong with any of the files.
package func loadTables(
  of report: Report, in folder: String, read: (_ path: String) -> [UInt8]?,
  digest: (_ bytes: [UInt8]) -> String, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Tables {
  var tables = Tables()
  for source in report.sources.elements {
    guard let file = source.data else { continue }
    let path = file.path.value.hasPrefix("/") ? file.path.value : folder + file.path.value
    guard let bytes = read(path) else {
      diagnostics.report(.error(.noSuchFile(path), at: file.path.place, hints: [.pathsStartAtSpec]))
      continue
    }
    tables.add(digest: digest(bytes), of: source.id)
    var found = DiagnosticCollector()
    let options = options(of: file, into: &found)
    let format = word(
      file.format, DataFormat.init(written:), known: DataFormat.allCases.map(\.rawValue), &found)
    if let table = readTable(bytes, path: path, format: format, options: options, into: &found) {
      tables.add(table, as: .source(source.id))
    }
    for diagnostic in found.diagnostics { diagnostics.report(diagnostic.shown(at: file.path.place)) }
  }
  try diagnostics.throwIfErrors()
  return tables
}

extension Diagnostic {
  /// What is wrong with a file as a whole is shown where the spec names the file.
  fileprivate func shown(at place: Place) -> Diagnostic {
    guard let own = self.place, own.line == 0 else { return self }
    switch severity {
    case .error: return .error(message, at: place, hints: hints)
    case .warning: return .warning(message, at: place, hints: hints)
    }
  }
}

/// What the spec says of a file, in this stage's words.
private func options(of file: DataFile, into diagnostics: inout DiagnosticCollector) -> TableOptions {
  var marks: [String: MissingKind] = [:]
  for mark in file.missing {
    let kind = word(
      mark.kind, MissingKind.init(written:), known: MissingKind.allCases.map(\.word), &diagnostics)
    marks[mark.mark.value] = kind
  }
  return TableOptions(
    delimiter: word(file.delimiter, Delimiter.init(written:), known: [";", ",", "tab", "|"], &diagnostics),
    encoding: word(
      file.encoding, TextEncoding.init(written:), known: TextEncoding.allCases.map(\.rawValue), &diagnostics),
    decimalMark: word(
      file.decimalMark, DecimalMark.init(written:), known: DecimalMark.allCases.map(\.rawValue), &diagnostics),
    headerLine: file.headerLine, headerRows: file.headerRows,
    jsonPath: path(file.rows, into: &diagnostics), sheet: file.sheet, range: file.range,
    merged: word(
      file.merged, MergedCells.init(rawValue:), known: MergedCells.allCases.map(\.rawValue), &diagnostics),
    types: file.types.compactMap { type in
      word(
        type.type, TypedColumn.DeclaredType.init(rawValue:),
        known: TypedColumn.DeclaredType.allCases.map(\.rawValue), &diagnostics
      ).map { TypedColumn(type.column, is: $0) }
    }, marks: .french.declaring(marks))
}

private func path(
  _ text: Located<String>?, into diagnostics: inout DiagnosticCollector
) -> Located<JSONPath>? {
  guard let text else { return nil }
  if let path = JSONPath(written: text.value) { return Located(path, at: text.place) }
  diagnostics.report(.error(.notAPath(text.value), at: text.place))
  return nil
}

private func word<Choice>(
  _ word: Located<String>?, _ choice: (String) -> Choice?, known: [String],
  _ diagnostics: inout DiagnosticCollector
) -> Choice? {
  guard let word else { return nil }
  if let choice = choice(word.value) { return choice }
  diagnostics.report(
    .error(.unknownWord(word.value), at: word.place, hints: .suggestion(for: word.value, among: known)))
  return nil
}

extension Diagnostic.Message {
  fileprivate static func notAPath(_ text: String) -> Self {
    Self(
      "not-a-path", fr: "« \(text) » n’est pas un chemin dans un JSON", en: "“\(text)” is not a path in JSON")
  }
  fileprivate static func unknownWord(_ word: String) -> Self {
    Self("unknown-word", fr: "mot inconnu « \(word) »", en: "unknown word “\(word)”")
  }
  fileprivate static func noSuchFile(_ path: String) -> Self {
    Self("no-such-file", fr: "le fichier « \(path) » ne se lit pas", en: "the file “\(path)” cannot be read")
  }
}

extension Diagnostic.Hint {
  fileprivate static let pathsStartAtSpec = Self(
    fr: "vérifiez le nom ; le chemin part du dossier de la spécification",
    en: "check the name; the path starts at the spec's folder")
}
