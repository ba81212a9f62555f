import DataSources
import Diagnostics
import Model
import SQLite

/// Keys that find no partner, but would with the leading zeros that a spreadsheet took away.
struct LostZeros {
  /// A key that lost its zero, and the one it would meet.
  let key: String
  let whole: String
  let count: Int
  /// The table and the column of the keys that lost theirs.
  let table: String
  let column: String
  /// Where the first of them stands, if that can be known.
  let place: Place?

  var sentence: Bilingual {
    Bilingual(
      fr:
        "« \(key) » serait « \(whole) » avec son zéro : \(count == 1 ? "une ligne serait trouvée" : "\(count) lignes seraient trouvées")",
      en:
        "“\(key)” would be “\(whole)” with its zero: \(count == 1 ? "one row would be found" : "\(count) rows would be found")"
    )
  }

  var message: Diagnostic.Message {
    Diagnostic.Message("lost-zeros", fr: sentence.french, en: sentence.english)
  }

  var hints: [Diagnostic.Hint] { [.pad(column, to: whole.count, in: table)] }
}

extension Shaper {
  /// Looks for keys without a partner that lost their zeros, here or in the other table.
  ///
  /// Only joins on one column are looked at: longer keys are seldom codes.
  mutating func lostZeros(_ relation: Relation, _ join: Join, _ other: Table) -> LostZeros? {
    guard join.keys.count == 1, let key = join.keys.first,
      let here = relation.index(of: key.here.value), let there = other.columnIndex(named: key.there.value)
    else { return nil }
    let (l, r) = ("l." + key.here.value.quotedIdentifier, "r." + key.there.value.quotedIdentifier)
    let lText = asText(l, isNumber: relation.columns[here].isNumber)
    let rText = asText(r, isNumber: other.columns[there].type == .number)
    let hidden = relation.hidden.first.map { "MIN(l.\($0.quotedIdentifier))" } ?? "NULL"
    let rows = "FROM (\(relation.sql)) AS l"
    let table = "\(join.with.name.quotedIdentifier) AS r"
    let alone = "\(l) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(table) WHERE \(r) = \(l))"
    let lostHere = self.rows(
      "SELECT COUNT(*), \(hidden), MIN(\(lText)), (SELECT MAX(LENGTH(\(rText))) FROM \(table)) \(rows) WHERE \(alone) "
        + "AND EXISTS (SELECT 1 FROM \(table) WHERE \(r) IN ('0' || \(lText), '00' || \(lText)))",
      at: join.place)
    if let lost = finding(lostHere), let count = lost.count {
      return LostZeros(
        key: lost.key, whole: lost.padded, count: count, table: name(of: relation), column: key.here.value,
        place: lost.row.flatMap { place(ofRow: $0, column: here, in: relation) } ?? join.place)
    }
    let lostThere = self.rows(
      "SELECT COUNT(*), NULL, MIN(LTRIM(\(l), '0')), MIN(LENGTH(\(l))) \(rows) WHERE \(alone) AND \(l) GLOB '0*' "
        + "AND EXISTS (SELECT 1 FROM \(table) WHERE \(r) = LTRIM(\(l), '0'))",
      at: join.place)
    return finding(lostThere).flatMap { lost in
      lost.count.map { count in
        LostZeros(
          key: lost.key, whole: lost.padded, count: count, table: join.with.name, column: key.there.value,
          place: join.place)
      }
    }
  }

  /// Codes that were taken for numbers come without decimals.
  private func asText(_ column: String, isNumber: Bool) -> String {
    isNumber ? "CAST(CAST(\(column) AS INTEGER) AS TEXT)" : column
  }

  private func finding(_ rows: [[SQLiteValue]]) -> (count: Int?, row: Int?, key: String, padded: String)? {
    guard let row = rows.first, case .integer(let count) = row[0], count > 0, case .text(let key) = row[2],
      case .integer(let length) = row[3]
    else { return nil }
    var first: Int?
    if case .integer(let number) = row[1] { first = Int(number) }
    return (
      Int(count), first, key, String(repeating: "0", count: max(0, Int(length) - key.count)) + key
    )
  }

  private func place(ofRow row: Int, column: Int, in relation: Relation) -> Place? {
    guard case .cells(let trail, let sourceColumn) = relation.columns[column].lineage, trail == 0,
      let origin = relation.trails.first, !relation.trailsAreLists
    else { return nil }
    return shaped.tables[origin]?.place(row: row, column: sourceColumn)
  }

  private func name(of relation: Relation) -> String { relation.trails.first?.name ?? "" }
}

extension Diagnostic.Hint {
  fileprivate static func pad(_ column: String, to length: Int, in table: String) -> Self {
    Self(
      fr:
        "déclarez « pad: { \(column): \(length) } » à la source « \(table) » pour rendre leurs zéros aux codes",
      en:
        "declare “pad: { \(column): \(length) }” at the source “\(table)” to give the codes their zeros back")
  }
}
