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
  of report: Report, in folder: String, size: @escaping @Sendable (_ path: String) -> Int? = { _ in nil },
  read: @escaping @Sendable (_ path: String) -> [UInt8]?,
  digest: @escaping @Sendable (_ bytes: [UInt8]) -> String,
  databases: DatabaseAccess = .none, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Tables {
  var tables = Tables()
  var toCheck: [(file: DataFile, table: Table, companions: Companions)] = []
  let sources = report.sources.elements
  let loader = FileLoader(folder: folder, size: size, read: read, digest: digest)
  let files = loader.load(sources.map { $0.server == nil ? $0.data : nil })
  for (source, loaded) in zip(sources, files) {
    if let server = source.server {
      var found = DiagnosticCollector()
      let options = tableOptions(of: server, into: &found)
      if let (table, digest) = readServer(server, options: options, access: databases, into: &found) {
        tables.add(table, as: .source(source.id))
        tables.add(digest: digest, of: source.id)
      }
      for diagnostic in found.diagnostics { diagnostics.report(diagnostic.shown(at: server.system.place)) }
      continue
    }
    guard let file = source.data, let loaded else { continue }
    if let digest = loaded.digest { tables.add(digest: digest, of: source.id) }
    if let (table, companions) = loaded.table {
      tables.add(table, as: .source(source.id))
      toCheck.append((file, table, companions))
    }
    for diagnostic in loaded.diagnostics.diagnostics {
      diagnostics.report(diagnostic.shown(at: file.path.place))
    }
  }
  func resource(_ name: String) -> Table? { report.sources.find(name).flatMap { tables[.source($0.id)] } }
  for (file, table, companions) in toCheck {
    let marks = file.missing.map(\.mark.value)
    companions.check(table, marks: marks, resource: resource, into: &diagnostics)
  }
  try diagnostics.throwIfErrors()
  return tables
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

extension Diagnostic.Message {
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
    Self(
      "no-such-file", fr: "il n’y a pas de fichier « \(path) » que l’on puisse lire",
      en: "there is no file “\(path)” that can be read")
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
