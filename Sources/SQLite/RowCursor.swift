import CSQLite

/// How SQLite goes over a table's rows, as its planner chose.
enum RowPlan {
  case all
  case byRowID
  /// By the columns of a lookup.
  case lookup(Int)

  /// The number under which SQLite keeps the plan.
  init(number: Int32) {
    switch number {
    case 0: self = .all
    case 1: self = .byRowID
    default: self = .lookup(Int(number) - 2)
    }
  }

  var number: Int32 {
    switch self {
    case .all: 0
    case .byRowID: 1
    case .lookup(let index): Int32(index) + 2
    }
  }
}

/// A pass over rows of a table.
final class RowCursor {
  let table: RowTable
  /// The row under the cursor; `end` or more behind the last.
  private(set) var row = 0
  private var end = 0
  /// Where the next row stands, when it is not the one below.
  private var index: HashedRows?

  init(of table: RowTable) { self.table = table }

  var isAtEnd: Bool { row >= end }

  /// Starts a pass; `values` are what the plan looks for.
  func start(_ plan: RowPlan, values: UnsafeMutableBufferPointer<OpaquePointer?>) {
    index = nil
    switch plan {
    case .all: (row, end) = (0, table.rowCount)
    case .byRowID: findRow(withID: values[0])
    case .lookup(let number): findRows(table.lookup(number), values: values)
    }
  }

  func advance() { row = index?.row(behind: row) ?? row + 1 }

  /// SQLite compares again, so that 1.5 or `'1'` may find row 1 here.
  private func findRow(withID value: OpaquePointer?) {
    let id = sqlite3_value_type(value) == SQLITE_NULL ? -1 : sqlite3_value_int64(value)
    let isRow = id >= 0 && id < table.rowCount
    (row, end) = isRow ? (Int(id), Int(id) + 1) : (0, 0)
  }

  private func findRows(_ lookup: RowLookup, values: UnsafeMutableBufferPointer<OpaquePointer?>) {
    var key: LookupKey?
    for value in values {
      key = LookupKey(value).map { key?.joined(with: $0) ?? $0 }
      if key == nil { break }
    }
    guard let key else {
      (row, end) = (0, 0)
      return
    }
    let rows = lookup.rows(of: table)
    (row, end, index) = (rows.firstRow(with: key), table.rowCount, rows)
  }
}
