import SQLite
import Testing

@Suite("Queries from outside")
struct AuthoredQueryTests {
  private let database: Database

  init() throws {
    database = try Database()
    try database.register("pays", [.text("code"), .number("habitants")], [["FR", 68], ["BE", 11]])
    try database.execute("CREATE TABLE notes(texte TEXT)")
  }

  @Test(
    "What reads is allowed",
    arguments: [
      (sql: "SELECT count(*) FROM pays", value: 2),
      (
        sql:
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT sum(i) FROM n",
        value: 45
      ),
      (sql: "SELECT rank() OVER (ORDER BY habitants DESC) FROM pays WHERE code = 'BE'", value: 1),
      (sql: "SELECT value FROM json_each('[7]')", value: 7),
      (sql: "SELECT abs(min(-habitants)) FROM pays JOIN (SELECT 'FR' AS c) ON c = code", value: 68),
    ])
  func allowed(sql: String, value: Int64) throws {
    #expect(try database.rows(sql) == [[.integer(value)]])
  }

  @Test(
    "What does anything else is refused by its name",
    arguments: [
      (sql: "ATTACH '/etc/passwd' AS autre", what: "ATTACH /etc/passwd"),
      (sql: "PRAGMA table_info(pays)", what: "PRAGMA table_info"),
      (sql: "INSERT INTO notes VALUES ('x')", what: "INSERT notes"),
      (sql: "DELETE FROM notes", what: "DELETE notes"),
      (sql: "UPDATE notes SET texte = ''", what: "UPDATE notes"),
      (sql: "CREATE TABLE t(x)", what: "CREATE"),
      (sql: "CREATE TEMP VIEW v AS SELECT 1", what: "CREATE"),
      (sql: "DROP TABLE notes", what: "DROP"),
      (sql: "ALTER TABLE notes ADD x", what: "ALTER TABLE notes"),
      (sql: "EXPLAIN DELETE FROM notes", what: "DELETE notes"),
      (sql: "BEGIN", what: "transaction BEGIN"),
      (sql: "VACUUM INTO 'copie.sqlite'", what: "VACUUM"),
      (sql: "SELECT load_extension('x')", what: "load_extension()"),
      (sql: "SELECT fts3_tokenizer('simple')", what: "fts3_tokenizer()"),
      (sql: "SELECT RANDOM()", what: "random()"),
      (sql: "SELECT current_date", what: "current_date()"),
      (sql: "SELECT * FROM sqlite_master", what: "sqlite_master"),
      (sql: "SELECT * FROM pragma_database_list", what: "pragma_database_list"),
    ])
  func refused(sql: String, what: String) throws {
    let error = #expect(throws: SQLiteError.self) { _ = try database.rows(sql) }
    #expect(error?.cause == .refused(what: what))
    // The refusal is for that query alone.
    try database.execute("INSERT INTO notes VALUES ('y')")
  }

  @Test("Registered tables outlive changes of the schema")
  func schemaChange() throws {
    try database.execute("CREATE TABLE autres(x); DROP TABLE autres; VACUUM")
    #expect(try database.rows("SELECT count(code) FROM pays") == [[2]])
  }

  @Test("The schema is not for writing")
  func schemaTable() throws {
    #expect(throws: SQLiteError.self) { try database.rows("UPDATE sqlite_master SET sql = ''") }
  }

  @Test("A query that does not end is ended, and the next has its whole budget")
  func runaway() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    let error = #expect(throws: SQLiteError.self) { _ = try database.rows(endless, instructions: 1_000_000) }
    #expect(error?.cause == .tooLong)

    #expect(try database.rows("SELECT count(*) FROM pays", instructions: 20_000) == [[2]])
  }

  @Test("A query that goes on row by row is ended too")
  func slowRunaway() throws {
    var statement = try database.prepare(
      authored: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
      instructions: 100_000)
    var rows = 0
    let error = #expect(throws: SQLiteError.self) {
      while rows < 100_000, try statement.step() { rows += 1 }
    }
    #expect(error?.cause == .tooLong)
    #expect(rows > 1000)
  }

  @Test("A query cannot take all memory")
  func tooLarge() throws {
    let error = #expect(throws: SQLiteError.self) { _ = try database.rows("SELECT zeroblob(999999999)") }
    #expect(error?.cause == .tooLarge)
  }

  @Test("Statements of ours are bound by nothing")
  func ours() throws {
    var statement = try database.prepare("PRAGMA user_version")
    #expect(try statement.step())
  }
}
