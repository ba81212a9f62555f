import Diagnostics

/// Reads the rows of a JSON document.
///
/// Each object is a row; a key that an object lacks, or that is `null`, is a missing cell. Columns stand in the
/// order in which their keys first appear in the rows.
///
/// - **Errors**: a text that is not JSON, at its line and column; a path that leads to no list of objects.
func readJSON(
  _ bytes: [UInt8], path: String, options: TableOptions, into diagnostics: inout DiagnosticCollector
) -> Table? {
  guard let document = JSONDocument(bytes, path: path, into: &diagnostics) else { return nil }
  let place = options.jsonPath?.place ?? Place(wholeFile: path)
  var wanted = options.jsonPath?.value ?? .root
  if options.jsonPath == nil, case .object = document.root.value {
    let likely = likelyPaths(in: document.root)
    guard options.findsRows, likely.count == 1, let path = JSONPath(written: likely[0]) else {
      let hints = likely.isEmpty ? [Diagnostic.Hint.howToPath] : likely.map { .rowsMayBe($0) }
      diagnostics.report(.error(.whichRows, at: place, hints: hints))
      return nil
    }
    wanted = path
  }
  guard let rows = rows(of: document.root, at: wanted, place, into: &diagnostics) else {
    return nil
  }
  guard !rows.isEmpty else {
    diagnostics.report(.error(.noObjects, at: place))
    return nil
  }
  return makeTable(of: grid(of: rows, in: document, path: path), options: options, into: &diagnostics)
}

/// The lists in an object, as paths that an author would write; of a GeoJSON file, the properties of its features.
private func likelyPaths(in root: JSONNode) -> [String] {
  (root.members ?? []).compactMap { member in
    guard let items = member.node.items else { return nil }
    let isGeoJSON = member.key == "features" && items.first?["properties"]?.members != nil
    return isGeoJSON ? "features[].properties" : "\(member.key)[]"
  }
}

/// Where the rows of a JSON file are that is no list itself; `nil` for other files.
package func rowsFound(in bytes: [UInt8], path: String) -> String? {
  guard DataFormat.seen(in: bytes, path: path) == .json else { return nil }
  var unused = DiagnosticCollector()
  guard let document = JSONDocument(bytes, path: path, into: &unused) else { return nil }
  return likelyPaths(in: document.root).first
}

/// Rows of objects, numbered by their lines, or counted where several share one.
private func grid(of rows: [JSONNode], in document: JSONDocument, path: String) -> Grid {
  let cells = rows.map { $0.value.cells() }
  var indexes: [String: Int] = [:]
  var columns: [String] = []
  for (name, _) in cells.joined() where indexes[name] == nil {
    indexes[name] = columns.count
    columns.append(name)
  }
  let lines = document.lines(of: rows)
  var grid = Grid(path: path, columns: columns)
  grid.reserve(rows: rows.count)
  for (index, row) in cells.enumerated() {
    var ordered = [GridCell](repeating: .empty, count: columns.count)
    for (name, cell) in row { if let index = indexes[name] { ordered[index] = cell } }
    grid.append(ordered, number: lines?[index] ?? index + 1)
  }
  return grid
}

extension JSONDocument {
  /// The lines on which nodes start, in their order; `nil` if two of them share one.
  fileprivate func lines(of nodes: [JSONNode]) -> [Int]? {
    var lines: [Int] = []
    var (line, offset) = (text.firstLine, text.start)
    for node in nodes {
      line += text.lineBreaks(in: offset..<max(offset, node.range.lowerBound))
      offset = max(offset, node.range.lowerBound)
      if lines.last == line { return nil }
      lines.append(line)
    }
    return lines
  }
}

/// The objects that a path leads to.
private func rows(
  of root: JSONNode, at path: JSONPath, _ place: Place, into diagnostics: inout DiagnosticCollector
) -> [JSONNode]? {
  var nodes = [root]
  for step in path.steps {
    switch step {
    case .each: nodes = nodes.flatMap { $0.items ?? [] }
    case .key(let key):
      let found = nodes.compactMap { $0[key] }
      guard !found.isEmpty else {
        let known = Set(nodes.flatMap { ($0.members ?? []).map(\.key) }).sorted()
        diagnostics.report(.error(.noKey(key), at: place, hints: .suggestion(for: key, among: known)))
        return nil
      }
      nodes = found
    }
  }
  let rows = nodes.flatMap { $0.items ?? [$0] }
  if let other = rows.first(where: { $0.members == nil }) {
    diagnostics.report(.error(.notObjects(other.value.kind), at: place, hints: [.howToPath]))
    return nil
  }
  return rows
}

extension Diagnostic.Message {
  fileprivate static var noObjects: Self {
    Self("empty-table", fr: "aucune ligne dans ce JSON", en: "no rows in this JSON")
  }
  fileprivate static var whichRows: Self {
    Self(
      "which-rows", fr: "ce JSON n’est pas une liste : dites où sont ses lignes",
      en: "this JSON is not a list: say where its rows are")
  }
  fileprivate static func noKey(_ key: String) -> Self {
    Self(
      "no-such-key", fr: "le JSON n’a pas de clé « \(key) » à cet endroit",
      en: "the JSON has no key “\(key)” there")
  }
  fileprivate static func notObjects(_ kind: String) -> Self {
    Self(
      "not-objects", fr: "une liste d’objets { } est attendue dans le JSON, et non \(kind)",
      en: "a list of objects { } is expected in the JSON, not \(kind)")
  }
}

extension Diagnostic.Hint {
  fileprivate static func rowsMayBe(_ path: String) -> Self {
    Self(fr: "peut-être « path: \(path) »", en: "perhaps “path: \(path)”")
  }
  fileprivate static let howToPath = Self(
    fr: "dites où sont les lignes avec « path: », par exemple « path: features[].properties »",
    en: "say where the rows are with “path:”, such as “path: features[].properties”")
}
