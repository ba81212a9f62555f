import Foundation
import SQLite
import Testing

@Suite("A database")
struct DatabaseTests {
  @Test(
    "A value comes back as it was bound",
    arguments: [
      .null, .integer(.min), .integer(0), .number(0.1), .number(-1e300), .text(""),
      .text("Évry-Courcouronnes"),
      .text("l’« îlot » \"Nord\" d'œuvre"), .bytes([]), .bytes([0, 255]),
    ] as [SQLiteValue])
  func roundTrip(value: SQLiteValue) throws {
    var statement = try Database().prepare("SELECT ? AS value")
    try statement.bind(value)

    #expect(try statement.step())
    #expect(statement.columnNames == ["value"])
    #expect(statement.value(at: 0) == value)
    #expect(try !statement.step())
  }

  @Test("Only numbers are read as numbers")
  func typedColumns() throws {
    var statement = try Database().prepare("SELECT 12, 1.5, 'nd', NULL, '7'")
    #expect(try statement.step())

    #expect((0..<5).map { statement.number(at: $0) } == [12, 1.5, nil, nil, nil])
    #expect((0..<5).map { statement.integer(at: $0) } == [12, nil, nil, nil, nil])
    #expect((0..<5).map { statement.text(at: $0) } == ["12", "1.5", "nd", nil, "7"])
  }

  @Test(
    "Wrong SQL is located in bytes",
    arguments: [
      (sql: "SELECT * FORM communes", offset: 9),
      (sql: "SELECT 'é', total", offset: 13),  // é takes two bytes
      (sql: "SELECT \"total\"", offset: 7),  // in double quotes a name, not a text
      (sql: "SELECT 1; SELECT 2", offset: 9),
    ])
  func wrongSQL(sql: String, offset: Int) throws {
    let error = #expect(throws: SQLiteError.self) { _ = try Database().prepare(authored: sql) }
    #expect(error?.cause == .sql)
    #expect(error?.offset == offset)
  }

  @Test("An empty query is an error", arguments: ["", "  ;", "-- SELECT 1"])
  func empty(sql: String) throws {
    #expect(throws: SQLiteError.self) { _ = try Database().prepare(authored: sql) }
  }

  @Test("A semicolon at the end is none")
  func finalSemicolon() throws {
    #expect(try Database().rows("SELECT 1 ;\n") == [[1]])
  }

  @Test("A file keeps what is written; opened to be read, it refuses writing")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "été?mode=memory.sqlite").path
    let error = #expect(throws: SQLiteError.self) { try Database(path: path, access: .readOnly) }
    #expect(error?.cause == .cannotOpen)

    let written = try Database(path: path, access: .readWrite)
    try written.execute("CREATE TABLE bassin(code TEXT, habitants INTEGER); CREATE VIEW grand AS SELECT 1")
    var insertion = try written.prepare("INSERT INTO bassin VALUES (?, ?)")
    for (code, count) in [("01004", 14204), ("2A004", nil)] as [(String, Int64?)] {
      try insertion.bind(.text(code), count.map { .integer($0) } ?? .null)
      _ = try insertion.step()
    }

    let read = try Database(path: path, access: .readOnly)
    #expect(try read.tableNames() == ["bassin", "grand"])
    #expect(try read.rows("SELECT * FROM bassin") == [["01004", 14204], ["2A004", nil]])
    #expect(try read.prepare("SELECT code, habitants + 1 FROM bassin").declaredType(at: 0) == "TEXT")
    #expect(throws: SQLiteError.self) { try read.execute("DELETE FROM bassin") }
  }

  @Test("A file of another kind is no database")
  func otherFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "vigie-\(UUID()).db").path
    try Data("code;libelle\n01004;Ambérieu\n".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }

    let error = #expect(throws: SQLiteError.self) { try Database(path: path, access: .readOnly) }
    #expect(error?.cause == .notADatabase)
  }

  @Test("Names and texts are quoted whatever they hold")
  func quoting() throws {
    let name = "prix \"net\" d'août"
    let database = try Database()
    try database.execute("CREATE TABLE \(name.quotedIdentifier)(x)")
    try database.execute("INSERT INTO \(name.quotedIdentifier) VALUES (\(name.quotedLiteral))")

    #expect(try database.tableNames() == [name])
    #expect(try database.rows("SELECT x FROM \(name.quotedIdentifier)") == [[.text(name)]])
  }
}
