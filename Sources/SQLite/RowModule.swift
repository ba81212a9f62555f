import CSQLite

/// The functions by which SQLite reads a `RowTable`: <https://www.sqlite.org/vtab.html>.
///
/// It is made once and never changed. SQLite still uses it after it let go of a table.
nonisolated(unsafe) let rowModule: UnsafePointer<sqlite3_module> = {
  var module = sqlite3_module()
  // No `xCreate`: the table is there without a statement that makes it.
  module.xConnect = { database, table, _, _, result, message in connect(database, table, result, message) }
  module.xDisconnect = { table in disconnect(table) }
  module.xBestIndex = { table, info in
    guard let table, let info else { return SQLITE_ERROR }
    choosePlan(for: rows(of: table), info)
    return SQLITE_OK
  }
  module.xOpen = { table, result in open(table, result) }
  module.xClose = { cursor in close(cursor) }
  module.xFilter = { cursor, plan, _, count, values in
    rowCursor(cursor).start(
      RowPlan(number: plan), values: UnsafeMutableBufferPointer(start: values, count: Int(count)))
    return SQLITE_OK
  }
  module.xNext = { cursor in
    rowCursor(cursor).advance()
    return SQLITE_OK
  }
  module.xEof = { cursor in rowCursor(cursor).isAtEnd ? 1 : 0 }
  module.xColumn = { cursor, context, column in
    let cursor = rowCursor(cursor)
    guard let context else { return SQLITE_ERROR }
    cursor.table.write(cursor.row, Int(column), CellResult(for: .sqlite(context)))
    return SQLITE_OK
  }
  module.xRowid = { cursor, result in
    result?.pointee = Int64(rowCursor(cursor).row)
    return SQLITE_OK
  }

  let pointer = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
  pointer.initialize(to: module)
  return UnsafePointer(pointer)
}()

// MARK: The table and its cursors, in memory that SQLite holds

private func connect(
  _ database: OpaquePointer?, _ table: UnsafeMutableRawPointer?,
  _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  guard let table else { return SQLITE_ERROR }
  let rows = Unmanaged<RowTable>.fromOpaque(table)
  let code = sqlite3_declare_vtab(database, rows.takeUnretainedValue().definition)
  guard code == SQLITE_OK else {
    message?.pointee = csqlite_copy(sqlite3_errmsg(database))
    return code
  }
  let connection = UnsafeMutablePointer<csqlite_rows_table>.allocate(capacity: 1)
  connection.initialize(to: csqlite_rows_table(base: sqlite3_vtab(), rows: rows.retain().toOpaque()))
  result?.pointee = UnsafeMutableRawPointer(connection).assumingMemoryBound(to: sqlite3_vtab.self)
  return SQLITE_OK
}

private func disconnect(_ table: UnsafeMutablePointer<sqlite3_vtab>?) -> Int32 {
  guard let table else { return SQLITE_OK }
  Unmanaged.passUnretained(rows(of: table)).release()
  UnsafeMutableRawPointer(table).assumingMemoryBound(to: csqlite_rows_table.self).deallocate()
  return SQLITE_OK
}

private func rows(of table: UnsafeMutablePointer<sqlite3_vtab>) -> RowTable {
  let connection = UnsafeMutableRawPointer(table).assumingMemoryBound(to: csqlite_rows_table.self)
  return Unmanaged<RowTable>.fromOpaque(connection.pointee.rows).takeUnretainedValue()
}

private func open(
  _ table: UnsafeMutablePointer<sqlite3_vtab>?,
  _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
) -> Int32 {
  guard let table else { return SQLITE_ERROR }
  let cursor = Unmanaged.passRetained(RowCursor(of: rows(of: table)))
  let pointer = UnsafeMutablePointer<csqlite_rows_cursor>.allocate(capacity: 1)
  pointer.initialize(to: csqlite_rows_cursor(base: sqlite3_vtab_cursor(), cursor: cursor.toOpaque()))
  result?.pointee = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
  return SQLITE_OK
}

private func close(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
  Unmanaged.passUnretained(rowCursor(cursor)).release()
  cursor.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: csqlite_rows_cursor.self).deallocate() }
  return SQLITE_OK
}

private func rowCursor(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> RowCursor {
  guard let cursor else { preconditionFailure("SQLite passes the cursor that it was given") }
  let pointer = UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: csqlite_rows_cursor.self)
  return Unmanaged<RowCursor>.fromOpaque(pointer.pointee.cursor).takeUnretainedValue()
}

// MARK: The plan

/// Chooses how to find the rows that meet a query's constraints, and tells SQLite what that costs.
///
/// A value that is known beforehand is met by reading all rows: an index for one use costs more. A value that
/// comes from another table, a list or a parameter is looked up. SQLite checks every row again.
private func choosePlan(for table: RowTable, _ info: UnsafeMutablePointer<sqlite3_index_info>) {
  var columns: [Int] = []
  for index in 0..<Int(info.pointee.nConstraint) {
    let constraint = info.pointee.aConstraint[index]
    guard constraint.usable != 0, constraint.op == UInt8(SQLITE_INDEX_CONSTRAINT_EQ) else { continue }
    let column = Int(constraint.iColumn)
    if column < 0 {
      for other in 0..<index { info.pointee.aConstraintUsage[other].argvIndex = 0 }
      info.pointee.aConstraintUsage[index].argvIndex = 1
      return tell(.byRowID, cost: 1, rows: 1, to: info)
    }
    guard !columns.contains(column), !isConstant(index, info), isBinary(index, info) else { continue }
    columns.append(column)
    info.pointee.aConstraintUsage[index].argvIndex = Int32(columns.count)
  }
  let rowCount = max(1, table.rowCount)
  if columns.isEmpty {
    tell(.all, cost: Double(rowCount), rows: rowCount, to: info)
  } else {
    tell(.lookup(table.lookupIndex(by: columns)), cost: 20, rows: min(10, rowCount), to: info)
  }
}

private func tell(
  _ plan: RowPlan, cost: Double, rows: Int, to info: UnsafeMutablePointer<sqlite3_index_info>
) {
  info.pointee.idxNum = plan.number
  info.pointee.estimatedCost = cost
  info.pointee.estimatedRows = Int64(rows)
}

private func isConstant(_ index: Int, _ info: UnsafeMutablePointer<sqlite3_index_info>) -> Bool {
  var value: OpaquePointer?
  return sqlite3_vtab_rhs_value(info, Int32(index), &value) == SQLITE_OK
}

/// Whether texts are equal only if their bytes are.
private func isBinary(_ index: Int, _ info: UnsafeMutablePointer<sqlite3_index_info>) -> Bool {
  sqlite3_vtab_collation(info, Int32(index)).map { String(cString: $0).uppercased() == "BINARY" } ?? true
}
