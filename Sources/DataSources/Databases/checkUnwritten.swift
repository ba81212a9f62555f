import Diagnostics

/// Reports that another program has not finished writing to a SQLite file.
///
/// What it has written then stands in a file beside, and the database by itself is of an earlier moment, or of none.
///
/// - **Source**: <https://www.sqlite.org/fileformat.html>, 3 “The Rollback Journal”, 4 “The Write-Ahead Log”.
package func checkUnwritten(
  path: String, at place: Place, read: (_ path: String) -> [UInt8]?,
  into diagnostics: inout DiagnosticCollector
) {
  let journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
  // A log of no more than its header holds no change.
  let hasLog = (read(path + "-wal")?.count ?? 0) > 32
  guard hasLog || read(path + "-journal")?.starts(with: journal) == true else { return }
  diagnostics.report(
    .error(
      .unwritten(path, path + (hasLog ? "-wal" : "-journal")), at: place, hints: [.closeProgram(path)]))
}

extension Diagnostic.Message {
  fileprivate static func unwritten(_ path: String, _ beside: String) -> Self {
    Self(
      "database-in-use",
      fr: "« \(path) » est en cours d’écriture : des changements sont encore dans « \(beside) »",
      en: "“\(path)” is being written to: changes are still in “\(beside)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static func closeProgram(_ path: String) -> Self {
    Self(
      fr:
        "fermez le programme qui l’utilise, ou lisez une copie : « sqlite3 \(path) \".backup copie.sqlite\" »",
      en: "close the program that uses it, or read a copy: “sqlite3 \(path) \".backup copy.sqlite\"”")
  }
}
