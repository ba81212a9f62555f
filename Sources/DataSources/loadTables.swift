import Diagnostics
import Model

/// The tables of a report, by the source that gives them.
package struct Tables: Hashable, Sendable {
  private var bySource: [ID<Source>: Table] = [:]

  package subscript(source: ID<Source>) -> Table? { bySource[source] }

  fileprivate mutating func add(_ table: Table, of source: ID<Source>) { bySource[source] = table }
}

/// Reads the data files of a report's sources.
///
/// - Parameters:
///   - folder: where the spec stands, with a final `/` unless it is the current folder; the author's
///     paths start there.
///   - read: gives the bytes of a file, or `nil` where there is none that can be read.
/// - Throws: what is wrong with any of the files.
package func loadTables(
  of report: Report, in folder: String, read: (_ path: String) -> [UInt8]?,
  into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Tables {
  var tables = Tables()
  for source in report.sources.elements {
    guard let file = source.data else { continue }
    let path = file.path.value.hasPrefix("/") ? file.path.value : folder + file.path.value
    guard let bytes = read(path) else {
      diagnostics.report(.error(.noSuchFile(path), at: file.path.place, hints: [.pathsStartAtSpec]))
      continue
    }
    let options = options(of: file, into: &diagnostics)
    if let table = readCSV(bytes, path: path, options: options, into: &diagnostics) {
      tables.add(table, of: source.id)
    }
  }
  try diagnostics.throwIfErrors()
  return tables
}

/// What the spec says of a file, in this stage's words.
private func options(of file: DataFile, into diagnostics: inout DiagnosticCollector) -> CSVOptions {
  CSVOptions(
    delimiter: word(file.delimiter, Delimiter.init(written:), known: [";", ",", "tab", "|"], &diagnostics),
    encoding: word(
      file.encoding, TextEncoding.init(written:), known: TextEncoding.allCases.map(\.rawValue), &diagnostics),
    decimalMark: word(
      file.decimalMark, DecimalMark.init(written:), known: DecimalMark.allCases.map(\.rawValue), &diagnostics),
    headerLine: file.headerLine)
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
