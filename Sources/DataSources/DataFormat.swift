/// The formats of data files.
package enum DataFormat: String, Hashable, Sendable, CaseIterable {
  case csv, json, xlsx, ods

  /// The format that an author names; `nil` for another word.
  package init?(written word: String) { self.init(rawValue: word.lowercased()) }

  /// The format that a file's name tells; `nil` for a name that tells none.
  static func named(by path: String) -> DataFormat? {
    let name = path.lowercased()
    func ends(_ endings: [String]) -> Bool { endings.contains(where: name.hasSuffix) }
    if ends([".json", ".geojson"]) { return .json }
    if ends([".csv", ".txt", ".tsv"]) { return .csv }
    if ends([".xlsx", ".xlsm", ".xltx", ".xltm"]) { return .xlsx }
    if ends([".ods", ".ots"]) { return .ods }
    return nil
  }

  var isSpreadsheet: Bool {
    switch self {
    case .xlsx, .ods: true
    case .csv, .json: false
    }
  }
}
