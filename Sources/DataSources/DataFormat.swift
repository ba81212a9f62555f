import SQLite

/// The formats of data files.
package enum DataFormat: String, Hashable, Sendable, CaseIterable {
  case csv, json, sqlite

  /// The greatest size of a file, in bytes. Its text is held in memory, with four bytes for each cell.
  package static let sizeLimit = 1_000_000_000

  /// The format that an author names; `nil` for another word.
  package init?(written word: String) { self.init(rawValue: word.lowercased()) }

  /// The format of a file, as its name or else its first character tell.
  package static func seen(in bytes: [UInt8], path: String) -> DataFormat {
    let name = path.lowercased()
    if bytes.starts(with: Database.fileMark) { return .sqlite }
    if [".sqlite", ".sqlite3", ".db", ".gpkg"].contains(where: name.hasSuffix) { return .sqlite }
    if name.hasSuffix(".json") || name.hasSuffix(".geojson") { return .json }
    if [".csv", ".txt", ".tsv"].contains(where: name.hasSuffix) { return .csv }
    let text = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
    let first = text.first { $0 != ASCII.space && $0 != ASCII.tab && !ASCII.isLineBreak($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .csv
  }
}
