/// Finds the rows of a table by the values of some of its columns.
///
/// SQLite makes indexes of its own for joins of its tables, but none for tables that stand outside of it: without
/// this, a join would read one table from end to end for each row of the other.
final class RowLookup {
  let columns: [Int]
  private var index: HashedRows?

  init(by columns: [Int]) { self.columns = columns }

  /// The rows by their keys, which are worked out when they are first asked for.
  func rows(of table: RowTable) -> HashedRows {
    let index = self.index ?? HashedRows(of: table, by: columns)
    self.index = index
    return index
  }
}

/// The rows of a table, chained by the low bits of their keys, each chain in the order of the rows: eight to
/// twelve bytes a row.
struct HashedRows {
  /// Stands behind the last row of each chain. It is more than any row.
  private static let none = UInt32.max

  /// The first row of each chain; as many as a power of two.
  private var first: [UInt32]
  /// The row behind each row in its chain.
  private var next: [UInt32]

  fileprivate init(of table: RowTable, by columns: [Int]) {
    var chains = 1
    while chains < table.rowCount { chains *= 2 }
    first = Array(repeating: Self.none, count: chains)
    next = Array(repeating: Self.none, count: table.rowCount)
    for row in (0..<table.rowCount).reversed() {
      guard let key = table.key(of: row, by: columns) else { continue }
      let chain = chain(of: key)
      next[row] = first[chain]
      first[chain] = UInt32(row)
    }
  }

  /// The first row that may have a key.
  func firstRow(with key: LookupKey) -> Int { Int(first[chain(of: key)]) }

  func row(behind row: Int) -> Int { Int(next[row]) }

  private func chain(of key: LookupKey) -> Int { Int(truncatingIfNeeded: key.hash) & (first.count - 1) }
}

extension RowTable {
  /// The key of a row's values in some columns; `nil` if one of them is NULL, which equals nothing.
  fileprivate func key(of row: Int, by columns: [Int]) -> LookupKey? {
    var key: LookupKey?
    for column in columns {
      var part: LookupKey?
      withUnsafeMutablePointer(to: &part) { write(row, column, CellResult(for: .lookup($0))) }
      guard let part else { return nil }
      key = key?.joined(with: part) ?? part
    }
    return key
  }
}
