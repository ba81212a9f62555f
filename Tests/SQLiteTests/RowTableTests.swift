import SQLite
import Testing

@Suite("Rows that stay where they are")
struct RowTableTests {
  private let database: Database

  init() throws {
    database = try Database()
    try database.register(
      "communes", [.text("code"), .text("nom"), .text("bassin")],
      [
        ["01004", "Ambérieu", "A"], ["75056", "Paris", "B"], ["2A004", "Ajaccio", nil],
        ["93008", "l’\"Îlot\"", "B"],
      ])
    try database.register(
      "mesures", [.text("commune"), .number("annee"), .number("valeur")],
      [
        ["01004", 2023, 10], ["01004", 2024, 12], ["75056", 2023, 100], ["75056", 2024, nil],
        ["93008", 2023, 5],
        ["93008", 2024, 7.5], ["99999", 2024, 1], [nil, 2024, 1000],
      ])
  }

  @Test("Each value is the row's own, and a missing one is NULL")
  func values() throws {
    #expect(
      try database.rows("SELECT rowid, code, nom, bassin FROM communes") == [
        [0, "01004", "Ambérieu", "A"], [1, "75056", "Paris", "B"], [2, "2A004", "Ajaccio", nil],
        [3, "93008", "l’\"Îlot\"", "B"],
      ])
  }

  @Test("Groups leave out what is missing")
  func groups() throws {
    let sql = """
      SELECT annee, count(*), count(valeur), sum(valeur), avg(valeur) FROM mesures
      WHERE commune IS NOT NULL GROUP BY annee ORDER BY annee
      """
    #expect(
      try database.rows(sql) == [
        [2023, 3, 3, 115, .number(115.0 / 3)],  // 10 + 100 + 5
        [2024, 4, 3, 20.5, .number(20.5 / 3)],  // 12 + 7.5 + 1, one missing
      ])
  }

  @Test(
    "A join finds the same rows from either side",
    arguments: ["communes JOIN mesures", "mesures JOIN communes", "mesures CROSS JOIN communes"])
  func join(tables: String) throws {
    let sql = """
      SELECT nom, sum(valeur) FROM \(tables) ON code = commune GROUP BY nom ORDER BY nom
      """
    #expect(try database.rows(sql) == [["Ambérieu", 22], ["Paris", 100], ["l’\"Îlot\"", 12.5]])
  }

  @Test("A left join keeps rows that find nothing")
  func leftJoin() throws {
    let sql = """
      SELECT nom, valeur FROM communes LEFT JOIN mesures ON commune = code AND annee = 2024
      ORDER BY code
      """
    #expect(
      try database.rows(sql) == [["Ambérieu", 12], ["Ajaccio", nil], ["Paris", nil], ["l’\"Îlot\"", 7.5]])
  }

  @Test("A join on two columns compares both")
  func joinOnTwo() throws {
    let sql = """
      SELECT a.commune, b.valeur - a.valeur FROM mesures a JOIN mesures b
      ON b.commune = a.commune AND b.annee = a.annee + 1 ORDER BY a.commune
      """
    #expect(try database.rows(sql) == [["01004", 2], ["75056", nil], ["93008", 2.5]])
  }

  @Test(
    "Equality is SQLite's own, found by reading or by a lookup",
    arguments: ["=", "IN", "join"])
  func equality(how: String) throws {
    let keys: [SQLiteValue] = [
      "1004", "01004", 1004, 1004.0, " 1004 ", "1e3", 1000, "0.1", 0.1, ".10", -0.0, 0, "", nil, "é",
      .integer(9_007_199_254_740_993), .number(9_007_199_254_740_992), "123456789012345678",
      .integer(123_456_789_012_345_678),
    ]
    let database = try Database()
    for affinity in ["TEXT", "NUMERIC", "BLOB"] {
      try database.execute("CREATE TABLE plain_\(affinity)(n INTEGER PRIMARY KEY, k \(affinity))")
      var insertion = try database.prepare("INSERT INTO plain_\(affinity)(k) VALUES (?)")
      for key in keys {
        try insertion.bind(key)
        _ = try insertion.step()
      }
      // What SQLite made of the values on their way in, so that both tables hold the same.
      let stored = try database.rows("SELECT n, k FROM plain_\(affinity)")
      let column = try #require(RowColumn.Affinity(rawValue: affinity))
      try database.register(
        "ours_\(affinity)", [.number("n"), RowColumn(name: "k", affinity: column)], stored)
    }
    func pairs(_ kind: String, _ left: String, _ right: String) -> String {
      let left = "\(kind)_\(left)"
      let right = "\(kind)_\(right)"
      return switch how {
      case "IN": "SELECT a.n FROM \(left) a WHERE a.k IN (SELECT k FROM \(right)) ORDER BY 1"
      case "=": "SELECT a.n, (SELECT count(*) FROM \(right) b WHERE b.k = a.k) FROM \(left) a ORDER BY 1"
      default: "SELECT a.n, b.n FROM \(left) a CROSS JOIN \(right) b ON a.k = b.k ORDER BY 1, 2"
      }
    }

    for left in ["TEXT", "NUMERIC", "BLOB"] {
      for right in ["TEXT", "NUMERIC", "BLOB"] {
        let plain = try database.rows(pairs("plain", left, right))
        #expect(try database.rows(pairs("ours", left, right)) == plain, "\(left) to \(right)")
        #expect(plain.count > 5)
      }
    }
  }

  @Test("Texts equal but for their case are found where the query says so")
  func collation() throws {
    let sql =
      "SELECT a.code FROM communes a JOIN communes b ON lower(a.code) = b.code COLLATE NOCASE ORDER BY 1"
    #expect(try database.rows(sql).count == 4)
  }

  @Test(
    "A row is found by its index",
    arguments: [
      (id: "1", names: ["Paris"]), (id: "'1'", names: ["Paris"]), (id: "1.5", names: []),
      (id: "-1", names: []),
      (id: "4", names: []), (id: "NULL", names: []), (id: "9223372036854775807", names: []),
    ])
  func rowID(id: String, names: [String]) throws {
    let rows = try database.rows("SELECT nom FROM communes WHERE rowid = \(id)")
    #expect(rows == names.map { [.text($0)] })
  }

  @Test("A join reads each cell a few times, not once for each row of the other table")
  func lookups() throws {
    let count = 2000
    final class Counter { var cells = 0 }
    let counter = Counter()
    let database = try Database()
    for name in ["a", "b"] {
      try database.register(table: name, columns: [.text("k")], rowCount: count) { row, _, result in
        counter.cells += 1
        result.text("clé \(row)")
      }
    }

    #expect(try database.rows("SELECT count(*) FROM a JOIN b ON a.k = b.k") == [[2000]])
    // To index one table, to read the other, and to compare each row with the few that share a chain.
    #expect(counter.cells < 8 * count)
  }

  @Test("A table without rows has columns all the same")
  func emptyTable() throws {
    try database.register("vide", [.text("code")], [])
    #expect(try database.rows("SELECT count(*), max(code) FROM vide") == [[0, nil]])
    #expect(try database.rows("SELECT nom FROM communes JOIN vide USING (code)") == [])
  }

  @Test("Names may hold anything")
  func names() throws {
    try database.register("Taux d'\"accès\" (%)", [.number("année 2024;\"t1\"")], [[3]])
    #expect(
      try database.rows("SELECT \"année 2024;\"\"t1\"\"\" FROM \"Taux d'\"\"accès\"\" (%)\"") == [[3]])
  }

  @Test("Two columns of one name are an error, and no table")
  func duplicateColumns() throws {
    let error = #expect(throws: SQLiteError.self) {
      try database.register("double", [.text("Code"), .text("code")], [])
    }
    #expect(error?.message.contains("duplicate column name") == true)
    #expect(throws: SQLiteError.self) { try database.rows("SELECT * FROM double") }
  }

  @Test("An unknown table or column is named")
  func unknown() throws {
    let table = #expect(throws: SQLiteError.self) { try database.rows("SELECT * FROM comunes") }
    #expect(table?.message == "no such table: comunes")
    let column = #expect(throws: SQLiteError.self) { try database.rows("SELECT nim FROM communes") }
    #expect(column?.message == "no such column: nim")
    #expect(column?.offset == 7)
  }

  @Test("Rows are let go with their table, or with the database")
  func release() throws {
    final class Held {}
    weak var first: Held?
    weak var second: Held?
    do {
      let database = try Database()
      for name in ["x", "y"] {
        let held = Held()
        if name == "x" { first = held } else { second = held }
        try database.register(table: name, columns: [.text("k")], rowCount: 3) { row, _, result in
          withExtendedLifetime(held) { result.integer(Int64(row)) }
        }
        #expect(try database.rows("SELECT sum(a.k) FROM \(name) a JOIN \(name) b USING (k)") == [[3]])
      }
      #expect(first != nil)
      database.unregister(table: "x")
      #expect(first == nil)
      #expect(throws: SQLiteError.self) { try database.rows("SELECT * FROM x") }
      #expect(second != nil)
    }
    #expect(second == nil)
  }

  @Test("A million rows are grouped where they are")
  func million() throws {
    let rows = 1_000_000
    let territories = (0..<1000).map { Array("territoire \($0)".utf8) }
    let columns = [RowColumn.text("territoire")] + (1..<8).map { RowColumn.number("c\($0)") }
    try database.register(table: "grande", columns: columns, rowCount: rows) { row, column, result in
      switch column {
      case 0: result.text(territories[row % 1000][...])
      case 7 where row % 2 == 1: result.null()
      default: result.number(Double(row / 1000 * column))
      }
    }
    let clock = ContinuousClock()
    var found: [[SQLiteValue]] = []
    let time = try clock.measure {
      found = try database.rows(
        "SELECT territoire, count(*), sum(c1), sum(c7) FROM grande GROUP BY territoire ORDER BY sum(c7), territoire",
        instructions: 1_000_000_000)
    }
    print("1,000,000 × 8 grouped into 1,000: \(time)")

    #expect(found.count == 1000)
    // c1 counts 0 to 999 in each territory; c7 is seven times that, in even rows, so in even territories.
    #expect(found.first == ["territoire 1", 1000, .number(499_500), nil])
    #expect(found.last == ["territoire 998", 1000, .number(499_500), .number(3_496_500)])
  }
}
