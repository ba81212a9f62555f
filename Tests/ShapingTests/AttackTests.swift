import Testing

@Suite("What must not get through")
struct AttackTests {
  @Test(
    "A formula is arithmetic and nothing else",
    arguments: [
      "\"load_extension('x')\"", "\"(SELECT 1)\"", "\"n; DROP TABLE f\"", "\"n -- x\"", "\"n || 'x'\"",
      "\"random()\"", "\"n == 1\"", "\"1e999\"", "\"n ** 2\"", "\"'a'\"", "\"\\\"n\\\"\"", "\"[n\"",
      "\"0x10\"",
      "\"CASE WHEN 1 THEN 2 END\"", "\"🙂\"", "\"\"", "\"n,\"", "\"abs()\"", "\"abs(n, n)\"",
    ])
  func formulas(text: String) {
    let shaped = Shaped("{ compute: { x: \(text) } }", ["f": "n\n1\n"])
    #expect(!shaped.codes.isEmpty && shaped.rows.isEmpty, "\(text): \(shaped.rows)")
    #expect(
      Set(shaped.codes).isSubset(of: [
        "not-an-expression", "unknown-data-column", "not-over-rows", "missing-key", "empty",
      ]), "\(text): \(shaped.codes)")
  }

  @Test("Brackets in one another are counted, and refused before they are too many")
  func deep() {
    let text = String(repeating: "(", count: 5000) + "n" + String(repeating: ")", count: 5000)
    #expect(Shaped("{ compute: { x: \"\(text)\" } }", ["f": "n\n1\n"]).codes == ["not-an-expression"])
  }

  @Test(
    "A query reads tables, and neither writes, nor opens files, nor sets anything",
    arguments: [
      "ATTACH 'x.db' AS y", "PRAGMA writable_schema = 1", "SELECT * FROM pragma_database_list",
      "SELECT load_extension('x')", "CREATE TABLE t2 (a)", "INSERT INTO f VALUES (1)", "UPDATE f SET n = 1",
      "DELETE FROM f", "DROP TABLE f", "VACUUM INTO 'x.db'", "SELECT random()", "SELECT 1; SELECT 2",
      "SELECT name FROM sqlite_master", "BEGIN", "SELECT readfile('/etc/passwd')",
      "SELECT writefile('x', 'y')",
      "EXPLAIN SELECT 1", "SELECT current_timestamp", "", "SELECT", "ANALYZE", "REINDEX",
      "SELECT * FROM sqlite_schema", "SELECT edit('x')", "WITH x AS (SELECT 1) DELETE FROM f",
    ])
  func queries(sql: String) {
    let shaped = Shaped("{ query: \"\(sql)\" }", ["f": "n\n1\n"], from: "")
    #expect(!shaped.codes.isEmpty, "\(sql): \(shaped.rows)")
    #expect(
      Set(shaped.codes).isSubset(of: ["query-refused", "step-failed", "missing-key", "empty", "unknown-step"]
      ),
      "\(sql): \(shaped.codes)")
  }

  @Test("Rows without end are stopped before they fill the memory")
  func endless() {
    let sql =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x, x * 2 AS y, x + 3 AS z, "
      + "x AS a, x AS b, x AS d, x AS e, x AS g, x AS h, x AS i, x AS j, x AS k, x AS l, x AS m, x AS n, x AS o, "
      + "x AS p, x AS q, x AS r, x AS s, x AS u, x AS v, x AS w, x AS aa, x AS bb, x AS cc, x AS dd, x AS ee FROM c"
    #expect(Shaped("{ query: \"\(sql)\" }", ["f": "n\n1\n"], from: "").codes == ["too-many-rows"])
    let texts =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT printf('%.*c', 50000000, 'x') AS t FROM c"
    #expect(Shaped("{ query: \"\(texts)\" }", ["f": "n\n1\n"], from: "").codes == ["too-many-rows"])
  }

  @Test(
    "Names may hold any sign",
    arguments: ["l'\"été", "🙂", "a`b", "a;b", "SELECT", "a\\\\b", "--", "rowid", "*"])
  func names(name: String) {
    let column = name.replacing("\\\\", with: "\\").replacing("\"", with: "\"\"")
    let yaml = name.replacing("\"", with: "\\\"")
    let text = "\"\(column)\",v\n1,2\n3,4\n"
    #expect(Shaped("{ keep: { \"\(yaml)\": 3 } }", ["f": text]).rows == ["3|4"])
    #expect(
      Shaped("{ rename: { \"\(yaml)\": x } }, { compute: { y: x + v } }", ["f": text]).rows == [
        "1|2|3", "3|4|7",
      ])
    #expect(
      Shaped("{ compute: { s: \"[\(yaml)] + v\" } }", ["f": text]).rows == ["1|2|3", "3|4|7"]
        || name.contains("]"))
    #expect(
      Shaped("{ group: { by: [\"\(yaml)\"], compute: { s: sum(v) } } }", ["f": text]).rows == ["1|2", "3|4"])
    let cells = "k,z,v\na,\"\(column)\",1\nb,\"\(column)\",2\n"
    #expect(Shaped("{ wide: { names: z, values: v } }", ["f": cells]).rows == ["a|1", "b|2"])
    #expect(Shaped("{ keep: { z: \"\(yaml)\" } }", ["f": cells]).rows.count == 2)
  }

  @Test("A step that leaves no row is an error where one is needed, not a zero")
  func empty() {
    let text = "z;v\nA;1\n"
    #expect(Shaped("{ keep: { z: B } }", ["f": text]).codes == ["no-such-row"])
    #expect(Shaped("{ keep: { z: A } }, { drop: { z: A } }", ["f": text]).rows == [])
    let grouped = "{ drop: { z: A } }, { group: { compute: { s: sum(v), n: count() } } }"
    #expect(Shaped(grouped, ["f": text]).rows == ["(not available)|0"])
  }

  @Test("More columns than SQLite takes are an error, not a crash")
  func manyColumns() {
    let names = (0..<2500).map { "c\($0)" }.joined(separator: ";")
    let cells = (0..<2500).map(String.init).joined(separator: ";")
    #expect(Shaped("{ rename: { c0: x } }", ["f": "\(names)\n\(cells)\n"]).codes == ["unusable-table"])
    // One that no step uses does no harm.
    let other: KeyValuePairs = ["f": "n\n1\n", "g": "Nom;nom\na;b\n"]
    #expect(Shaped("{ rename: { n: x } }", other).rows == ["1"])
  }
}
