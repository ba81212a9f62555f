extension Connection {
  /// The tables and views that may be read, with their schema where a bare name would not find them.
  package func tableNames() throws(PostgreSQLError) -> [String] {
    let result = try attempt { () throws(PostgreSQLError) in try run(tablesQuery) }
    return (0..<result.rowCount).compactMap { result.text($0, 0) }
  }

  /// The query for all rows of a table, in the same order each time: that of its primary key, or without one that
  /// of all its columns.
  ///
  /// - Parameter name: a table's, or with its schema `schema.table`.
  /// - Returns: `nil` if there is no such table or view.
  package func selection(ofTable name: String) throws(PostgreSQLError) -> String? {
    try attempt { () throws(PostgreSQLError) in try find(name) }
  }

  private func find(_ name: String) throws(PostgreSQLError) -> String? {
    let quoted = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).quotedName }.joined(separator: ".")
    let found = try run(
      """
      SELECT c.oid FROM pg_catalog.pg_class c
      WHERE c.oid = pg_catalog.to_regclass($1) AND c.relkind IN ('r', 'v', 'm', 'f', 'p')
      """, [quoted])
    guard found.rowCount == 1, let number = found.text(0, 0) else { return nil }
    let order = try orderedColumns(ofTable: number)
    return "SELECT * FROM \(quoted)" + (order.isEmpty ? "" : " ORDER BY " + order.joined(separator: ", "))
  }

  /// Texts are ordered by their bytes, since a server's own order differs between machines.
  private func orderedColumns(ofTable number: String) throws(PostgreSQLError) -> [String] {
    let result = try run(
      """
      SELECT a.attname, t.typcategory IN ('N', 'D', 'B'), k.position
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN (
        SELECT u.column_number, u.position
        FROM pg_catalog.pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS u(column_number, position)
        WHERE i.indrelid = $1::oid AND i.indisprimary) k ON k.column_number = a.attnum
      WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY k.position, a.attnum
      """, [number])
    let hasKey = result.rowCount > 0 && result.text(0, 2) != nil
    return (0..<result.rowCount).compactMap { row in
      guard let name = result.text(row, 0), !hasKey || result.text(row, 2) != nil else { return nil }
      return result.text(row, 1) == "t" ? name.quotedName : name.quotedName + "::text COLLATE \"C\""
    }
  }
}

extension String {
  /// The text as SQL's name of a table or column, its case kept.
  fileprivate var quotedName: String { "\"" + replacing("\"", with: "\"\"") + "\"" }
}

private let tablesQuery = """
  SELECT CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname::text
    ELSE n.nspname || '.' || c.relname END COLLATE "C"
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
  ORDER BY 1
  """
