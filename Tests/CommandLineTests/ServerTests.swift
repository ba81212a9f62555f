import Digest
import Foundation
import TestSupport
import Testing

@Suite("A database server as a source", .serialized)
struct ServerTests {
  private static let server = Result { try PostgreSQLServer() }
  private let server: PostgreSQLServer
  private let desk: Desk

  init() throws {
    server = try Self.server.get()
    desk = try Desk()
    try server.execute(
      """
      DROP SCHEMA IF EXISTS "obs" CASCADE; CREATE SCHEMA obs; GRANT USAGE ON SCHEMA obs TO lecteur;
      DROP TABLE IF EXISTS taux, "Secrets", valeurs;
      CREATE TABLE taux(commune text PRIMARY KEY, taux numeric, note text);
      INSERT INTO taux VALUES ('Lens', 87.5, 'é"''; DROP'), ('Liévin', 75, NULL), ('Arras', NULL, '');
      CREATE TABLE obs.taux AS SELECT * FROM taux;
      CREATE TABLE "Secrets"(a int);
      DROP SEQUENCE IF EXISTS compteur; CREATE SEQUENCE compteur; GRANT USAGE ON SEQUENCE compteur TO lecteur;
      CREATE TABLE valeurs(i int8, n numeric, f float8, b bool, d date, t timestamptz, c char(4), l text[], m int[], x bytea);
      INSERT INTO valeurs VALUES (9007199254740993, 0.1, 0.30000000000000004, true, '2022-01-31',
        '2022-01-31 12:00+02', 'ab', '{a,"b, c",NULL}', '{1,2}', NULL), (NULL, 'NaN', NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL);
      GRANT SELECT ON taux, obs.taux, valeurs TO lecteur;
      """)
  }

  /// A report whose source has some keys more.
  private func report(_ keys: String) throws {
    try desk.folder.write(
      """
      report: { title: Essai }
      sources:
        s:
          title: Une source
          database: postgresql
      \(keys.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      territories:
        lens: { label: Lens, phrase: à Lens, universe: habitants de Lens }
        lievin: { label: Liévin, phrase: à Liévin, universe: habitants de Liévin }
      indicators:
        part: { label: Part, unit: "%", source: s, value: { column: taux, by: commune } }
      body:
        - table: { of: part, populations: [lens, lievin], title: Le tableau }

      """, to: "r.yml")
  }

  private func vigie(_ arguments: String..., address: String? = nil, environment: [String: String?] = [:])
    throws
    -> Program.Run
  {
    let run = try Program.vigie.run(
      arguments, in: desk.folder.url,
      environment: environment.merging(["BASE": address ?? server.address()]) { $1 })
    #expect(!(run.output + run.errors).contains(PostgreSQLServer.password))
    return run
  }

  @Test("A table is read as any other source, and a number traced to it")
  func table() throws {
    try report("connection: BASE\ntable: taux")
    #expect(try vigie("check", "r.yml", "--warnings-as-errors").status == 0)
    let run = try vigie("explain", "r.yml", "part[lens]")
    for part in ["87,5\u{A0}%", "postgresql#taux", "2 (1)"] { #expect(run.output.contains(part), "\(part)") }
  }

  @Test("The digest is that of the rows as COPY writes them, whoever asks and whenever")
  func digest() throws {
    let sql = "SELECT note, commune, taux FROM taux ORDER BY commune COLLATE \"C\""
    try report("connection: BASE\nquery: |\n  \(sql)")
    struct Explained: Decodable {
      struct File: Decodable { let sha256: String, query: String? }
      let files: [File]
    }
    let run = try vigie("explain", "r.yml", "part[lens]", "--json")
    let file = try #require(try JSONDecoder().decode(Explained.self, from: Data(run.output.utf8)).files.first)
    let copy = try server.psql(["--command", "COPY (\(sql)) TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE *)"])
    #expect(copy.status == 0)
    #expect(file.sha256 == Digest(of: Array(copy.output.utf8)).description)
    #expect(file.query == sql + "\n")
  }

  @Test("The usual variables do without a connection of their own; a schema is named before the table")
  func usualVariables() throws {
    try report("table: obs.taux")
    let variables = [
      "PGHOST": server.host, "PGUSER": "lecteur", "PGPASSWORD": PostgreSQLServer.password,
      "PGDATABASE": "ville",
    ]
    #expect(try vigie("check", "r.yml", environment: variables).status == 0)
  }

  @Test("Types come from the server; NULL is missing; without a key rows are ordered by all columns")
  func types() throws {
    try report("connection: BASE\ntable: valeurs")
    let dump = try vigie("dump", "r.yml", "--stage", "data").output
    for line in [
      "column i text", "column n number", "column f number", "column d text",
      "row 1 “9007199254740993” | 0.1 | 0.30000000000000004 | “true” | “2022-01-31” | “2022-01-31 10:00:00+00” | “ab” | “a; b, c; ” | “1; 2” | (not available)",
      "row 2 (not available) | (not available) |",
    ] { #expect(dump.contains(line), "\(line): \(dump)") }
  }

  @Test("All sources of a server are read in one transaction, in which a failed query spoils no other")
  func severalSources() throws {
    try report("connection: BASE\ntable: tau\n")
    let spec = String(decoding: try desk.folder.read("r.yml"), as: UTF8.self)
    try desk.folder.write(
      spec.replacing(
        "territories:",
        with: "  u: { title: U, database: postgresql, connection: BASE, query: SELECT 1/0 AS a }\n"
          + "  v: { title: V, database: postgresql, connection: BASE, table: taux }\nterritories:"),
      to: "r.yml")
    let run = try vigie("check", "r.yml", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.errorLines.filter { $0.hasPrefix("error:") }.count == 2, "\(run.errors)")
    #expect(run.errors.contains("division by zero"))
    #expect(run.errors.contains("did you mean “taux”?"))
  }

  @Test(
    "What the author got wrong is told at the author's word",
    arguments: [
      ("", "which-table", "r.yml:5:15"), ("table: tau", "no-such-table", "r.yml:7:12"),
      ("table: Secrets", "no-permission", "r.yml:7:12"),
      ("query: |\n  SELECT commune,\n    tauxx FROM taux", "wrong-query", "r.yml:9:9"),
      ("query: SELECT commune FORM taux", "wrong-query", "r.yml:7:32"),
      ("query: SELECT a FROM nulle", "wrong-query", "r.yml:7:26"),
      ("query: DELETE FROM taux", "query-not-reading", "r.yml:7:12"),
      ("query: SELECT nextval('compteur') AS a", "query-not-reading", "r.yml:7:12"),
      ("query: SELECT 1 AS a; DROP TABLE taux", "wrong-query", "r.yml:7:12"),
      ("query: SELECT x FROM (VALUES ('\\x00'::bytea)) v(x)", "bytes-in-cell", "postgresql#query:1:1"),
    ])
  func mistakes(keys: String, code: String, place: String) throws {
    try report("connection: BASE\n" + keys)
    let run = try vigie("check", "r.yml", "--json")
    #expect(run.status == 1)
    let found = try #require(try run.json().first)
    #expect(found["code"] as? String == code, "\(run.output)")
    let file = found["file"] as? String ?? ""
    #expect("\(file):\(found["line"] ?? 0):\(found["column"] ?? 0)" == place, "\(run.output)")
  }

  @Test("A password stays unsaid, whatever is wrong with it or with the server")
  func passwords() throws {
    try report("connection: BASE\ntable: taux")
    let secret = "wr0ng-Secret"
    let addresses: [(String, code: String)] = [
      (server.address(password: secret), "not-let-in"),
      (server.address(database: "nulle"), "no-such-database"),
      ("postgresql://u:\(secret)@127.0.0.1:1/ville", "no-server"),
      ("postgresql://u:x@\(secret)@127.0.0.1/ville", "not-an-address"),
      ("postgresql://u:x/\(secret)@127.0.0.1/ville", "not-an-address"),
      ("host=localhost password=\(secret)", "not-an-address"), ("", "no-connection"),
    ]
    for (address, code) in addresses {
      let run = try vigie("check", "r.yml", "--json", address: address)
      #expect(run.status == 1)
      #expect(try run.json().map { $0["code"] as? String } == [code], "\(run.output)")
      #expect(!(run.output + run.errors).contains(secret))
    }
    for key in ["connection", "conection", "database"] {
      try report("\(key): postgresql://u:\(secret)@localhost/ville\ntable: taux")
      for run in [try vigie("check", "r.yml"), try vigie("check", "r.yml", "--json")] {
        #expect(run.status == 1)
        #expect(!(run.output + run.errors).contains(secret), "\(run.output + run.errors)")
      }
    }
  }

  @Test("A server that lets in and says nothing is given up within seconds, once for all sources")
  func silence() throws {
    let socket = try LoopbackSocket()
    try report("connection: BASE\ntable: taux")
    let spec = String(decoding: try desk.folder.read("r.yml"), as: UTF8.self)
    try desk.folder.write(
      spec.replacing(
        "territories:",
        with: "  v: { title: V, database: postgresql, connection: BASE, table: taux }\nterritories:"),
      to: "r.yml")
    let start = ContinuousClock.now
    let run = try vigie(
      "check", "r.yml", "--json", address: "postgresql://u:p@127.0.0.1:\(socket.port)/ville")
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(try run.json().map { $0["code"] as? String } == ["no-answer", "no-answer"])
  }
}
