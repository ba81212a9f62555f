import Diagnostics

/// A value of a database, of whichever.
package enum StoredValue: Hashable, Sendable {
  case null
  case number(Double)
  case text(String)
  /// Bytes that are no text: a picture, an outline on a map.
  case bytes

  /// A whole number. One with more digits than a number keeps is a code, as in a CSV file.
  package init(_ integer: Int64) {
    self = integer.magnitude <= 1 << 53 ? .number(Double(integer)) : .text(String(integer))
  }
}

/// Rows that come out of a database one by one, on their way to a table.
package struct StoredRows {
  private let path: String
  private(set) var grid: Grid
  /// Cells that no table can hold.
  private var unreadable: [(row: Int, column: Int)] = []

  /// - Parameter path: what messages call the rows: `base.sqlite#menages`.
  package init(path: String) {
    self.path = path
    grid = Grid(path: path, columns: [])
  }

  /// Takes the columns' names, once and before any row.
  package mutating func begin(columns: [String]) { grid = Grid(path: path, columns: columns) }

  package mutating func append(_ values: [StoredValue]) {
    for (column, value) in values.enumerated() where value == .bytes {
      unreadable.append((grid.rows.count, column))
    }
    grid.append(values.map(\.cell), number: grid.rows.count + 1)
  }

  /// The rows as a table.
  ///
  /// - Parameter place: where the author says which rows.
  /// - **Errors**: no rows; two columns of one name; a cell of bytes.
  func table(
    options: TableOptions, at place: Place, into diagnostics: inout DiagnosticCollector
  ) -> Table? {
    if grid.rows.isEmpty { diagnostics.report(.error(.noRowsInTable, at: place)) }
    for (index, name) in grid.columns.enumerated() where grid.columns[..<index].contains(name) {
      diagnostics.report(.error(.columnTwice(name), at: place, hints: [.renameColumn]))
    }
    diagnostics.report(unreadable) { row, column in
      .error(
        .bytes(grid.columns[column]), at: grid.place(row: row, column: column), hints: [.leaveColumnOut])
    } more: { count, cell in
      .error(.moreBytes(count), at: grid.place(row: cell.row, column: cell.column))
    }
    guard !diagnostics.hasErrors else { return nil }
    return makeTable(of: grid, options: options, into: &diagnostics)
  }
}

extension StoredValue {
  fileprivate var cell: GridCell {
    switch self {
    case .null, .bytes: .empty
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static var noRowsInTable: Self {
    Self("empty-table", fr: "aucune ligne dans cette table", en: "no rows in this table")
  }
  fileprivate static func columnTwice(_ name: String) -> Self {
    Self("column-twice", fr: "deux colonnes « \(name) »", en: "two columns “\(name)”")
  }
  fileprivate static func bytes(_ column: String) -> Self {
    Self(
      "bytes-in-cell", fr: "cette cellule de « \(column) » contient des octets, et non un texte ou un nombre",
      en: "this cell of “\(column)” holds bytes, not a text or a number")
  }
  fileprivate static func moreBytes(_ count: Int) -> Self {
    Self(
      "more-bytes-in-cells", fr: "… et \(count) autres cellules d’octets",
      en: "… and \(count) more cells of bytes")
  }
}

extension Diagnostic.Hint {
  fileprivate static let leaveColumnOut = Self(
    fr: "laissez la colonne de côté : « query: SELECT » avec les seules colonnes utiles",
    en: "leave the column out: “query: SELECT” with the columns that are needed")
  fileprivate static let renameColumn = Self(
    fr: "donnez-leur des noms dans la requête : « SELECT a.nom AS commune, … »",
    en: "give them names in the query: “SELECT a.name AS town, …”")
}
