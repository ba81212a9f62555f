import CSQLite

extension Database {
  /// Prepares a query that came from outside.
  ///
  /// It may read tables, use functions and recurse, and nothing else: no writing, no other file, no setting. What
  /// differs from one run to the next, such as `random()`, is refused too.
  ///
  /// - Parameter instructions: how many instructions of SQLite's machine it may take in all; `cause` is `.tooLong`
  ///   beyond. Two thousand million are half a minute to a minute.
  package func prepare(
    authored sql: String, instructions: Int = 2_000_000_000
  ) throws(SQLiteError) -> Statement {
    let rules = AuthorRules()
    sqlite3_set_authorizer(handle, authorize, Unmanaged.passUnretained(rules).toOpaque())
    defer { sqlite3_set_authorizer(handle, nil, nil) }
    do throws(SQLiteError) {
      let statement = try Statement(sql, in: self, budget: StepBudget(instructions: instructions))
      // VACUUM and REINDEX ask for nothing until they run; EXPLAIN differs from one SQLite to the next.
      let word = firstWord(of: sql)
      guard statement.isReadOnly, statement.columnCount > 0, word != "EXPLAIN" else {
        throw SQLiteError.refused(word)
      }
      return statement
    } catch {
      guard let refused = rules.refused else { throw error }
      throw SQLiteError.refused(refused)
    }
  }
}

/// What a query from outside may do.
private final class AuthorRules {
  /// The first thing that was refused.
  private(set) var refused: String?

  func decide(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
    let what: String? =
      switch action {
      case SQLITE_SELECT, SQLITE_RECURSIVE: nil
      case SQLITE_READ: isInternal(first ?? "") && second != "ROWID" ? first : nil
      case SQLITE_FUNCTION: refusedFunctions.contains(second ?? "") ? (second ?? "") + "()" : nil
      case SQLITE_INSERT where isInternal(first ?? ""): "CREATE"
      case SQLITE_DELETE where isInternal(first ?? ""): "DROP"
      // SQLite asks this, and to read ROWID, of itself when it connects to a table that stands outside of it.
      // A query cannot do it: the schema's table is not for writing.
      case SQLITE_UPDATE where isInternal(first ?? ""): nil
      case SQLITE_ALTER_TABLE: "ALTER TABLE " + (second ?? "")
      default: actionName(action) + (first.map { " " + $0 } ?? "")
      }
    guard let what else { return SQLITE_OK }
    refused = refused ?? what
    return SQLITE_DENY
  }

  /// Tables of SQLite's own, some of which run a PRAGMA.
  private func isInternal(_ table: String) -> Bool {
    ["sqlite_", "pragma_", "dbstat"].contains { table.lowercased().hasPrefix($0) }
  }
}

/// Functions that reach outside of the query, or give another value in another run.
private let refusedFunctions: Set<String> = [
  "load_extension", "fts3_tokenizer", "random", "randomblob", "current_date", "current_time",
  "current_timestamp", "changes", "total_changes", "last_insert_rowid", "sqlite_version", "sqlite_source_id",
  "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_log", "sqlite_offset",
]

private func authorize(
  _ rules: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ schema: UnsafePointer<CChar>?, _ trigger: UnsafePointer<CChar>?
) -> Int32 {
  guard let rules else { return SQLITE_DENY }
  return Unmanaged<AuthorRules>.fromOpaque(rules).takeUnretainedValue().decide(
    action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
}

/// The word of SQL for what the authorizer is asked.
private func actionName(_ action: Int32) -> String {
  switch action {
  case SQLITE_ATTACH: "ATTACH"
  case SQLITE_DETACH: "DETACH"
  case SQLITE_PRAGMA: "PRAGMA"
  case SQLITE_DELETE: "DELETE"
  case SQLITE_INSERT: "INSERT"
  case SQLITE_UPDATE: "UPDATE"
  case SQLITE_TRANSACTION: "transaction"
  case SQLITE_SAVEPOINT: "SAVEPOINT"
  case SQLITE_ANALYZE: "ANALYZE"
  case SQLITE_REINDEX: "REINDEX"
  case SQLITE_CREATE_VTABLE, SQLITE_CREATE_TABLE, SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_VIEW,
    SQLITE_CREATE_TEMP_VIEW, SQLITE_CREATE_INDEX, SQLITE_CREATE_TEMP_INDEX, SQLITE_CREATE_TRIGGER,
    SQLITE_CREATE_TEMP_TRIGGER:
    "CREATE"
  case SQLITE_DROP_VTABLE, SQLITE_DROP_TABLE, SQLITE_DROP_TEMP_TABLE, SQLITE_DROP_VIEW, SQLITE_DROP_TEMP_VIEW,
    SQLITE_DROP_INDEX, SQLITE_DROP_TEMP_INDEX, SQLITE_DROP_TRIGGER, SQLITE_DROP_TEMP_TRIGGER:
    "DROP"
  default: "action \(action)"
  }
}

/// `VACUUM`, whatever its case in the SQL.
private func firstWord(of sql: String) -> String {
  String(sql.drop(while: \.isWhitespace).prefix(while: \.isLetter)).uppercased()
}

extension SQLiteError {
  fileprivate static func refused(_ what: String) -> SQLiteError {
    SQLiteError(.refused(what: what), code: SQLITE_AUTH, message: "not allowed in a query: \(what)")
  }
}
