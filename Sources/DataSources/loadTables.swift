import Diagnostics
import Model
import Spec

/// The tables of a report: those that its sources give, and those made from them.
package struct Tables: Hashable, Sendable {
  private var byOrigin: [TableOrigin: Table] = [:]

  private var digests: [ID<Source>: String] = [:]

  package init() {}

  /// The SHA-256 of a source's file, or of the rows that a server gave for it, in hexadecimal.
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
///   - size: gives the size of a file, if it can be known: what is too large is not read.
///   - read: gives the bytes of a file, or `nil` where there is none that can be read.
///   - digest: gives the SHA-256 of bytes, in hexadecimal.
///   - databases: reads the rows of servers.
/// - Throws: what is wrong with any of the files.
package func loadTables(
  of report: Report, in folder: String, size: (_ path: String) -> Int? = { _ in nil },
  read: (_ path: String) -> [UInt8]?, digest: (_ bytes: [UInt8]) -> String,
  databases: DatabaseAccess = .none, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Tables {
  var tables = Tables()
  var toCheck: [(file: DataFile, table: Table, companions: Companions)] = []
  for source in report.sources.elements {
    if let server = source.server {
      var found = DiagnosticCollector()
      let options = options(of: server, into: &found)
      if let (table, digest) = readServer(server, options: options, access: databases, into: &found) {
        tables.add(table, as: .source(source.id))
        tables.add(digest: digest, of: source.id)
      }
      for diagnostic in found.diagnostics { diagnostics.report(diagnostic.shown(at: server.system.place)) }
      continue
    }
    guard let file = source.data else { continue }
    let path = file.path.value.hasPrefix("/") ? file.path.value : folder + file.path.value
    if let size = size(path), size > DataFormat.sizeLimit {
      diagnostics.report(.tooLarge(path, size, at: file.path.place))
      continue
    }
    guard let bytes = read(path) else {
      diagnostics.report(.error(.noSuchFile(path), at: file.path.place, hints: [.pathsStartAtSpec]))
      continue
    }
    tables.add(digest: digest(bytes), of: source.id)
    var found = DiagnosticCollector()
    let companions = Companions(companions(of: file), in: folder, read: read, into: &found)
    let options = companions.completing(options(of: file, into: &found))
    let format = word(
      file.format, DataFormat.init(written:), known: DataFormat.allCases.map(\.rawValue), &found)
    if format ?? DataFormat.seen(in: bytes, path: path) == .sqlite {
      checkUnwritten(path: path, at: file.path.place, read: read, into: &found)
    }
    if let table = readTable(bytes, path: path, format: format, options: options, into: &found) {
      let table = companions.describing(table, into: &found)
      tables.add(table, as: .source(source.id))
      toCheck.append((file, table, companions))
    }
    for diagnostic in found.diagnostics { diagnostics.report(diagnostic.shown(at: file.path.place)) }
  }
  func resource(_ name: String) -> Table? { report.sources.find(name).flatMap { tables[.source($0.id)] } }
  for (file, table, companions) in toCheck {
    let marks = file.missing.map(\.mark.value)
    companions.check(table, marks: marks, resource: resource, into: &diagnostics)
  }
  try diagnostics.throwIfErrors()
  return tables
}

/// What the spec says of the files beside a data file.
private func companions(of file: DataFile) -> CompanionFiles {
  var files = CompanionFiles(schema: file.notes.schema, metadata: file.notes.metadata?.file)
  files.metadataColumns.name = file.notes.metadata?.name
  files.metadataColumns.label = file.notes.metadata?.label
  files.metadataColumns.unit = file.notes.metadata?.unit
  return files
}

extension Diagnostic {
  /// A file that is not read, since it would not fit in memory.
  package static func tooLarge(_ path: String, _ size: Int, at place: Place? = nil) -> Diagnostic {
    .error(.tooLarge(path, size), at: place, hints: [.keepLess])
  }

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
  var options = TableOptions(
    delimiter: word(file.delimiter, Delimiter.init(written:), known: [";", ",", "tab", "|"], &diagnostics),
    encoding: word(
      file.encoding, TextEncoding.init(written:), known: TextEncoding.allCases.map(\.rawValue), &diagnostics),
    decimalMark: word(
      file.decimalMark, DecimalMark.init(written:), known: DecimalMark.allCases.map(\.rawValue), &diagnostics),
    headerLine: file.headerLine, headerRows: file.headerRows,
    jsonPath: path(file.rows, into: &diagnostics), sheet: file.sheet, range: file.range,
    merged: word(
      file.merged, MergedCells.init(rawValue:), known: MergedCells.allCases.map(\.rawValue), &diagnostics),
    types: types(file.types, into: &diagnostics), marks: marks(file.missing, into: &diagnostics),
    selection: file.selection)
  options.pads = file.notes.pads.map { PaddedColumn($0.column, to: $0.length) }
  return options
}

/// What the spec says of a server's rows.
private func options(of data: ServerData, into diagnostics: inout DiagnosticCollector) -> TableOptions {
  TableOptions(
    decimalMark: word(
      data.decimalMark, DecimalMark.init(written:), known: DecimalMark.allCases.map(\.rawValue), &diagnostics),
    types: types(data.types, into: &diagnostics), marks: marks(data.missing, into: &diagnostics),
    selection: data.selection)
}

private func marks(
  _ declared: [DeclaredMark], into diagnostics: inout DiagnosticCollector
) -> MissingMarks {
  var marks: [String: MissingKind] = [:]
  for mark in declared {
    let kind = word(
      mark.kind, MissingKind.init(written:), known: MissingKind.allCases.map(\.word), &diagnostics)
    marks[mark.mark.value] = kind
  }
  return .french.declaring(marks)
}

private func types(
  _ declared: [DeclaredType], into diagnostics: inout DiagnosticCollector
) -> [TypedColumn] {
  declared.compactMap { type in
    word(
      type.type, TypedColumn.DeclaredType.init(rawValue:),
      known: TypedColumn.DeclaredType.allCases.map(\.rawValue), &diagnostics
    ).map { TypedColumn(type.column, is: $0) }
  }
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
  fileprivate static func tooLarge(_ path: String, _ size: Int) -> Self {
    let (size, limit) = (tenths(size), tenths(DataFormat.sizeLimit))
    return Self(
      "file-too-large",
      fr:
        "« \(path) » a \(size.replacing(".", with: ",")) Go, et Vigie lit des fichiers de \(limit.replacing(".", with: ",")) Go au plus",
      en: "“\(path)” has \(size) GB, and Vigie reads files of \(limit) GB at most")
  }

  /// Gigabytes with a decimal.
  private static func tenths(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000_000) / 100_000_000
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  static func noSuchFile(_ path: String) -> Self {
    Self("no-such-file", fr: "le fichier « \(path) » ne se lit pas", en: "the file “\(path)” cannot be read")
  }
}

extension Diagnostic.Hint {
  static let keepLess = Self(
    fr: "gardez-en les lignes et les colonnes utiles, par exemple avec sqlite3 ou DuckDB",
    en: "keep the rows and columns that are needed, with sqlite3 or DuckDB for example")

  static let pathsStartAtSpec = Self(
    fr: "vérifiez le nom ; le chemin part du dossier de la spécification",
    en: "check the name; the path starts at the spec's folder")
}
