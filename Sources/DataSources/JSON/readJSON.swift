import Diagnostics
import Foundation

/// Reads the rows of a JSON document.
///
/// Each object is a row; a key that an object lacks, or that is `null`, is a missing cell. Columns stand in the
/// order in which their keys first appear in the file.
///
/// - **Errors**: a text that is not JSON, at its line and column; a path that leads to no list of objects.
func readJSON(
  _ bytes: [UInt8], path: String, options: TableOptions, into diagnostics: inout DiagnosticCollector
) -> Table? {
  guard let document = decode(bytes, path: path, into: &diagnostics) else { return nil }
  let place = options.jsonPath?.place ?? Place(wholeFile: path)
  if options.jsonPath == nil, case .object(let members) = document {
    let lists = members.keys.filter { if case .list = members[$0] { true } else { false } }.sorted()
    diagnostics.report(
      .error(.whichRows, at: place, hints: lists.isEmpty ? [.howToPath] : lists.map { .rowsMayBe($0) }))
    return nil
  }
  guard let rows = rows(of: document, at: options.jsonPath?.value ?? .root, place, into: &diagnostics) else {
    return nil
  }
  guard !rows.isEmpty else {
    diagnostics.report(.error(.noObjects, at: place))
    return nil
  }
  let cells = rows.map { $0.cells() }
  let columns = ordered(Set(cells.joined().map(\.name)), by: bytes)
  var grid = Grid(path: path, columns: columns)
  grid.reserve(rows: rows.count)
  for (index, row) in cells.enumerated() {
    let byName = Dictionary(row.map { ($0.name, $0.cell) }) { first, _ in first }
    grid.append(columns.map { byName[$0] ?? .empty }, number: index + 1)
  }
  return makeTable(of: grid, options: options, into: &diagnostics)
}

private func decode(
  _ bytes: [UInt8], path: String, into diagnostics: inout DiagnosticCollector
) -> JSONValue? {
  let body = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
  do {
    return try JSONDecoder().decode(JSONValue.self, from: Data(body))
  } catch {
    let place = placeOfMistake(in: body, path: path) ?? Place(wholeFile: path)
    diagnostics.report(.error(.notJSON, at: place, hints: [.checkCommas]))
    return nil
  }
}

/// Where a text stops being JSON: the decoder does not say, and Foundation's other reader only in words.
private func placeOfMistake(in bytes: [UInt8], path: String) -> Place? {
  do {
    _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    return nil
  } catch {
    let words = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
    guard let offset = words.firstMatch(of: /character ([0-9]+)/).flatMap({ Int($0.1) }),
      offset <= bytes.count
    else { return nil }
    let before = String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    let source = SourceText(path: path, text: String(decoding: bytes, as: UTF8.self))
    return Place(in: source, line: before.count, column: (before.last?.count ?? 0) + 1)
  }
}

/// The objects that a path leads to.
private func rows(
  of document: JSONValue, at path: JSONPath, _ place: Place, into diagnostics: inout DiagnosticCollector
) -> [JSONValue]? {
  var values = [document]
  for step in path.steps {
    switch step {
    case .each:
      values = values.flatMap { if case .list(let items) = $0 { items } else { [JSONValue]() } }
    case .key(let key):
      let objects = values.compactMap { if case .object(let members) = $0 { members } else { nil } }
      let found = objects.compactMap { $0[key] }
      guard !found.isEmpty else {
        let known = Set(objects.flatMap(\.keys)).sorted()
        diagnostics.report(.error(.noKey(key), at: place, hints: .suggestion(for: key, among: known)))
        return nil
      }
      values = found
    }
  }
  let rows = values.flatMap { if case .list(let items) = $0 { items } else { [$0] } }
  if let other = rows.first(where: { if case .object = $0 { false } else { true } }) {
    diagnostics.report(.error(.notObjects(other.kind), at: place, hints: [.howToPath]))
    return nil
  }
  return rows
}

/// Column names in the order of their keys' first appearance in the text, which decoding loses.
private func ordered(_ names: Set<String>, by bytes: [UInt8]) -> [String] {
  let text = String(decoding: bytes, as: UTF8.self)
  let positions = names.map { name in
    let key = "\"\(name.split(separator: ".").last ?? "")\""
    return (name: name, position: text.range(of: key)?.lowerBound ?? text.endIndex)
  }
  return positions.sorted { ($0.position, $0.name) < ($1.position, $1.name) }.map(\.name)
}

extension Diagnostic.Message {
  fileprivate static var notJSON: Self {
    Self("not-json", fr: "ce fichier n’est pas du JSON bien formé", en: "this file is not well-formed JSON")
  }
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
  fileprivate static let checkCommas = Self(
    fr: "une virgule ou un guillemet en trop ou manquant en est souvent la cause",
    en: "a comma or a quote too many or too few is often the cause")
  fileprivate static func rowsMayBe(_ key: String) -> Self {
    Self(fr: "peut-être « path: \(key)[] »", en: "perhaps “path: \(key)[]”")
  }
  fileprivate static let howToPath = Self(
    fr: "dites où sont les lignes avec « path: », par exemple « path: features[].properties »",
    en: "say where the rows are with “path:”, such as “path: features[].properties”")
}
