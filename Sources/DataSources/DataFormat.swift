/// The formats of data files.
package enum DataFormat: String, Hashable, Sendable, CaseIterable {
  case csv, json, xlsx, ods, sqlite

  /// The greatest size of a file, in bytes. Its text is held in memory, with four bytes for each cell.
  package static let sizeLimit = 1_000_000_000

  /// The format that an author names; `nil` for another word.
  package init?(written word: String) { self.init(rawValue: word.lowercased()) }

  /// The format of a file, as its name or else its first bytes tell; a database is known by its bytes alone.
  package static func seen(in bytes: [UInt8], path: String) -> DataFormat {
    let named = DataFormat.named(by: path)
    switch FileSignature(of: bytes) {
    case .database: return .sqlite
    case .archive: return named ?? .xlsx
    case .json: return named ?? .json
    case .text, .markup, .compoundDocument, .encryptedDocument, .nothing: return named ?? .csv
    }
  }

  /// The format that a file's name tells; `nil` for a name that tells none.
  static func named(by path: String) -> DataFormat? {
    let name = path.lowercased()
    func ends(_ endings: [String]) -> Bool { endings.contains(where: name.hasSuffix) }
    if ends([".json", ".geojson"]) { return .json }
    if ends([".csv", ".txt", ".tsv"]) { return .csv }
    if ends([".xlsx", ".xlsm", ".xltx", ".xltm"]) { return .xlsx }
    if ends([".ods", ".ots"]) { return .ods }
    if ends([".sqlite", ".sqlite3", ".db", ".gpkg"]) { return .sqlite }
    return nil
  }

  var isSpreadsheet: Bool {
    switch self {
    case .xlsx, .ods: true
    case .csv, .json, .sqlite: false
    }
  }
}
