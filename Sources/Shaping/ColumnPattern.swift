import Diagnostics

/// Columns that an author names by what does not change: `taux_*` for `taux_2024`, `T* 2018` for its quarters.
extension Shaper {
  /// The columns that a name, or a pattern with `*` for any characters, stands for; none after a report.
  mutating func columns(_ name: Located<String>, of relation: Relation) -> [Int] {
    if let index = relation.index(of: name.value) { return [index] }
    if name.value.contains("*") {
      let found = relation.columns.indices.filter { relation.columns[$0].name.fits(pattern: name.value) }
      if !found.isEmpty { return found }
    }
    return column(name, of: relation).map { [$0] } ?? []
  }

  /// The one column that a name or a pattern stands for.
  mutating func theColumn(_ name: Located<String>, of relation: Relation) -> Int? {
    let found = columns(name, of: relation)
    guard found.count > 1 else { return found.first }
    let names = found.map { relation.columns[$0].name }
    diagnostics.report(.error(.severalColumns(name.value, names), at: name.place))
    return nil
  }
}

extension String {
  /// Whether the text is a pattern's, in which `*` stands for any characters or none.
  fileprivate func fits(pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return self == pattern }
    guard count >= first.count + last.count, hasPrefix(first), hasSuffix(last) else { return false }
    var rest = dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

extension Diagnostic.Message {
  fileprivate static func severalColumns(_ pattern: String, _ names: [String]) -> Self {
    let list = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " …" : "")
    return Self(
      "several-columns", fr: "« \(pattern) » désigne \(names.count) colonnes : \(list)",
      en: "“\(pattern)” stands for \(names.count) columns: \(list)")
  }
}
