import DataSources
import Diagnostics
import Model
import SQLite
import Spec

/// Joining columns of another table on a key.
extension Shaper {
  /// Adds the columns of another table where keys are equal; no row of this table is doubled.
  mutating func join(_ relation: Relation, _ join: Join) -> Relation? {
    guard let other = shaped.tables[join.with], isUsable(join.with, at: join.place) else { return nil }
    let there = Relation(of: other, as: join.with)
    for key in join.keys {
      guard column(key.here, of: relation) != nil, column(key.there, of: there) != nil else { return nil }
    }
    guard keysAreUnique(join, other) else { return nil }
    guard let taken = columnsTaken(join, from: there) else { return nil }
    var result = relation
    for name in taken {
      guard isFree(name, in: result), let index = there.index(of: name.value) else { return nil }
      var column = there.columns[index]
      column.lineage = .cells(trail: relation.trails.count, column: index)
      result.columns.append(column)
    }
    result.trails.append(join.with)
    let here = relation.columns.map { "l." + $0.name.quotedIdentifier }
    let added = taken.map { "r." + $0.value.quotedIdentifier }
    let hidden = relation.hidden.map { "l." + $0.quotedIdentifier }
    let row = "r.rowid AS \(Relation.hidden(relation.trails.count).quotedIdentifier)"
    let condition = join.keys.map { key in
      "l.\(key.here.value.quotedIdentifier) = r.\(key.there.value.quotedIdentifier)"
    }.joined(separator: " AND ")
    let kind = join.unmatched == .keep ? "LEFT JOIN" : "JOIN"
    result.sql =
      "SELECT \((here + added + hidden + [row]).joined(separator: ", ")) FROM (\(relation.sql)) AS l "
      + "\(kind) \(join.with.name.quotedIdentifier) AS r ON \(condition)"
    let lost = lostZeros(relation, join, other)
    guard hasMatch(result, join, lost) else { return nil }
    if let lost { diagnostics.report(.warning(lost.message, at: lost.place, hints: lost.hints)) }
    return result
  }

  /// The columns to add: those asked for, or all but the keys.
  private mutating func columnsTaken(_ join: Join, from there: Relation) -> [Located<String>]? {
    if join.columns.isEmpty {
      let keys = join.keys.map(\.there.value)
      return there.columns.map(\.name).filter { !keys.contains($0) }.map { Located($0, at: join.place) }
    }
    for name in join.columns where column(name, of: there) == nil { return nil }
    return join.columns
  }

  /// A key that stands twice in the other table would double rows, and every sum after it.
  private mutating func keysAreUnique(_ join: Join, _ other: Table) -> Bool {
    let keys = join.keys.map(\.there.value.quotedIdentifier).joined(separator: ", ")
    let doubled = rows(
      "SELECT MIN(rowid), MAX(rowid) FROM \(join.with.name.quotedIdentifier) GROUP BY \(keys) "
        + "HAVING COUNT(*) > 1 AND \(join.keys.map { $0.there.value.quotedIdentifier + " IS NOT NULL" }.joined(separator: " AND ")) LIMIT 1",
      at: join.place)
    guard case .integer(let first)? = doubled.first?.first, case .integer(let last)? = doubled.first?.last,
      let column = other.columnIndex(named: join.keys[0].there.value)
    else { return true }
    let text = other.text(row: Int(last), column: column)
    let place = other.place(row: Int(last), column: column)
    diagnostics.report(
      .error(
        .doubledKey(text, in: other.path), at: place,
        hints: [.firstIs(line: other.line(ofRow: Int(first)))]))
    return false
  }

  /// A join in which no key is found is a mistake: another kind of code, or a lost leading zero.
  private mutating func hasMatch(_ joined: Relation, _ join: Join, _ lost: LostZeros?) -> Bool {
    let row = Relation.hidden(joined.trails.count - 1).quotedIdentifier
    let found = rows("SELECT 1 FROM (\(joined.sql)) WHERE \(row) IS NOT NULL LIMIT 1", at: join.place)
    if !found.isEmpty { return true }
    let hints = lost.map { [$0.sentence] + $0.hints } ?? [.compareKeys]
    diagnostics.report(.error(.noKeyInCommon(join.with.name), at: join.place, hints: hints))
    return false
  }
}

extension Diagnostic.Message {
  fileprivate static func doubledKey(_ key: String, in path: String) -> Self {
    Self(
      "doubled-key",
      fr: "la clé « \(key) » figure deux fois dans « \(path) » : la jointure doublerait des lignes",
      en: "the key “\(key)” stands twice in “\(path)”: the join would double rows")
  }
  fileprivate static func noKeyInCommon(_ table: String) -> Self {
    Self(
      "no-key-in-common", fr: "aucune clé n’est commune avec « \(table) »",
      en: "no key is shared with “\(table)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static func firstIs(line: Int) -> Self {
    Self(
      fr: "la première est à la ligne \(line) ; retirez l’une des deux, ou réunissez-les avec « group: »",
      en: "the first is on line \(line); remove one of the two, or take them together with “group:”")
  }
  fileprivate static let compareKeys = Self(
    fr:
      "comparez les codes des deux tables avec « vigie data » : zéros au début, espaces, autre nomenclature ?",
    en: "compare the codes of both tables with “vigie data”: leading zeros, spaces, another nomenclature?")
}
