import DataSources
import Diagnostics
import Foundation
import Model
import SQLite
import TestSupport
import Testing

@Suite("A SQLite database as a source")
struct SQLiteSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The bytes of a database made by some SQL.
  private func bytes(_ sql: String...) throws -> [UInt8] {
    let path = folder.file("base.sqlite").path
    try? FileManager.default.removeItem(atPath: path)
    let database = try Database(path: path, access: .readWrite)
    for sql in sql { try database.execute(sql) }
    return Array(try folder.read("base.sqlite"))
  }

  private func located(_ text: String) -> Located<String> {
    Located(
      text, at: Place(in: SourceText(path: "report.yml", text: text), line: 1, column: 1, length: text.count))
  }

  private func read(_ bytes: [UInt8], _ selection: RowSelection?, marks: MissingMarks = .french) -> (
    table: Table?, codes: [String], diagnostics: [Diagnostic]
  ) {
    var collector = DiagnosticCollector()
    let table = readTable(
      bytes, path: "base.sqlite", options: TableOptions(marks: marks, selection: selection), into: &collector)
    return (table, collector.diagnostics.map(\.message.code), collector.diagnostics)
  }

  @Test("Values keep their types; NULL is missing and never zero; columns are typed as those of a CSV file")
  func types() throws {
    let bytes = try bytes(
      "CREATE TABLE t(code TEXT, taux, mixte, grand)",
      "INSERT INTO t VALUES ('01004', 87.5, 1, 9007199254740993), ('62498', NULL, 'nd', 2), ('62499', 0, 'x', 3)"
    )
    let table = try #require(read(bytes, .table(located("t"))).table)
    #expect(table.columns.map(\.type) == [.text, .number, .text, .text])
    #expect(table.cells(ofColumn: 0) == [.text("01004"), .text("62498"), .text("62499")])
    #expect(table.cells(ofColumn: 1) == [.number(87.5), .missing(.notAvailable), .number(0)])
    #expect(table.cells(ofColumn: 2).first == .text("1"))
    // 2^53 + 1, which no double is.
    #expect(table.cells(ofColumn: 3).first == .text("9007199254740993"))
  }

  @Test("A database is known by its first bytes whatever its name, and by its name whatever its bytes")
  func detection() throws {
    let bytes = try bytes("CREATE TABLE t(a)")
    #expect(DataFormat.seen(in: bytes, path: "x.csv") == .sqlite)
    #expect(DataFormat.seen(in: [], path: "X.GPKG") == .sqlite)
    #expect(read([], .table(located("t"))).codes == ["not-a-database"])
    #expect(read(Array("a;b\n".utf8), nil).codes == ["not-a-database"])
    #expect(read(Array(bytes.prefix(bytes.count / 2)), .table(located("t"))).codes == ["not-a-database"])
    var damaged = bytes
    damaged.replaceSubrange(100..<1000, with: repeatElement(0xFF, count: 900))
    #expect(read(damaged, .table(located("t"))).codes == ["not-a-database"])
  }

  @Test("Views and queries are read; a missing, unknown or writing selection is an error that helps")
  func selections() throws {
    let bytes = try bytes(
      "CREATE TABLE menages(zone, n)", "INSERT INTO menages VALUES ('Nord', 2), ('Sud', 3)",
      "CREATE VIEW nord AS SELECT * FROM menages WHERE zone = 'Nord'")
    #expect(read(bytes, .table(located("nord"))).table?.texts == [["Nord", "2"]])
    let query = read(bytes, .query(located("SELECT sum(n) AS total FROM menages")))
    #expect(query.table?.texts == [["5"]])

    let none = read(bytes, nil)
    #expect(none.codes == ["which-table"])
    #expect(none.diagnostics[0].hints[0].french.contains("menages, nord"))
    let unknown = read(bytes, .table(located("menage")))
    #expect(unknown.codes == ["no-such-table"])
    #expect(unknown.diagnostics[0].hints[0].english.contains("menages"))
    #expect(unknown.diagnostics[0].place?.path == "report.yml")
    for sql in ["DELETE FROM menages", "ATTACH 'x.db' AS x", "SELECT random()", "PRAGMA user_version"] {
      #expect(read(bytes, .query(located(sql))).codes == ["query-not-reading"], "\(sql)")
    }
    let wrong = read(bytes, .query(located("SELECT zone,\n  nn FROM menages")))
    #expect(wrong.codes == ["wrong-query"])
    #expect(wrong.diagnostics[0].place.map { "\($0.line):\($0.column)" } == "2:3")
    #expect(read(bytes, .query(located("SELECT n, n FROM menages"))).codes == ["column-twice"])
    #expect(read(bytes, .query(located("SELECT n FROM menages WHERE 0"))).codes == ["empty-table"])
  }

  @Test("Bytes in a cell are an error there, except a GeoPackage's outlines, which are left out")
  func blobs() throws {
    let setup = ["CREATE TABLE t(nom, geom)", "INSERT INTO t VALUES ('Lens', x'00ff'), ('Liévin', x'01')"]
    let blobs = read(try bytes(setup[0], setup[1]), .table(located("t")))
    #expect(blobs.codes == ["bytes-in-cell", "bytes-in-cell"])
    #expect(
      blobs.diagnostics.compactMap(\.place).map { "\($0.path):\($0.line)" } == [
        "base.sqlite#t:1", "base.sqlite#t:2",
      ])
    let package = try bytes(
      setup[0], setup[1], "CREATE TABLE gpkg_contents(table_name)",
      "CREATE TABLE gpkg_geometry_columns(table_name, column_name)",
      "INSERT INTO gpkg_geometry_columns VALUES ('t', 'geom')")
    #expect(read(package, .table(located("t"))).table?.texts == [["Lens"], ["Liévin"]])
    #expect(read(package, nil).diagnostics[0].hints[0].english.hasSuffix(": t"))
  }

  @Test("A database in write-ahead mode is read; changes that are not in its file yet are an error")
  func writeAhead() throws {
    let path = folder.file("base.sqlite").path
    let writer = try Database(path: path, access: .readWrite)
    for sql in ["PRAGMA journal_mode = wal", "CREATE TABLE t(a)", "INSERT INTO t VALUES (1)"] {
      try writer.execute(sql)
    }
    var collector = DiagnosticCollector()
    func read(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }
    checkUnwritten(path: path, at: Place(wholeFile: path), read: read, into: &collector)
    #expect(collector.diagnostics.map(\.message.code) == ["database-in-use"])

    try writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    collector = DiagnosticCollector()
    checkUnwritten(path: path, at: Place(wholeFile: path), read: read, into: &collector)
    #expect(collector.diagnostics.isEmpty)
    let before = try folder.names()
    let bytes = Array(try folder.read("base.sqlite"))
    #expect(self.read(bytes, .table(located("t"))).table?.texts == [["1"]])
    #expect(try folder.names() == before)
    #expect(Array(try folder.read("base.sqlite")) == bytes)
  }

  @Test("A journal that was not played back is an error")
  func journal() throws {
    let path = folder.file("base.sqlite").path
    let writer = try Database(path: path, access: .readWrite)
    for sql in [
      "CREATE TABLE t(a)", "PRAGMA cache_size = 1", "BEGIN", "INSERT INTO t VALUES (zeroblob(500000))",
    ] {
      try writer.execute(sql)
    }
    var collector = DiagnosticCollector()
    checkUnwritten(
      path: path, at: Place(wholeFile: path),
      read: { FileManager.default.contents(atPath: $0).map(Array.init) }, into: &collector)
    #expect(collector.diagnostics.map(\.message.code) == ["database-in-use"])
  }

  @Test("Tables and queries are for databases")
  func otherFiles() {
    let reading = codes(reading: Array("a;b\n1;2\n".utf8), selection: .table(located("t")))
    #expect(reading == ["not-a-database"])
  }

  private func codes(reading bytes: [UInt8], selection: RowSelection) -> [String] {
    var collector = DiagnosticCollector()
    _ = readTable(
      bytes, path: "x.csv", options: TableOptions(selection: selection), into: &collector)
    return collector.diagnostics.map(\.message.code)
  }
}
