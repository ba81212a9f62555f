import Foundation
import History
import SQLite
import TestSupport
import Testing

@Suite("The page on the history")
struct DocumentationTests {
  private let page: String
  private let folder: HistoryFolder

  /// The history that the page speaks of.
  init() throws {
    page = try String(contentsOf: PackageFiles.root.appending(path: "docs/history.md"), encoding: .utf8)
    folder = try HistoryFolder()
    let history = try folder.writing()
    _ = try history.record(.sample(), [.share(87)])
    let second = Recording(
      report: "pilier", title: "Pilier numérique", period: "2025-Q2", moment: "2025-07-02T06:00:00Z",
      dataDigest: "sha256:data", toolVersion: "1.0")
    _ = try history.record(
      second,
      [
        .share(88, status: .revised), .share(89, "qpv", "2025-Q2", status: .provisional),
        .share(.missing("confidential"), "voisinage", "2025-Q2"),
      ], revisions: .declared(reason: "weights of 2025"))
  }

  @Test("Its queries give what it says")
  func queries() throws {
    let blocks = page.matches(of: /```sql\n([^`]*)```\n\n```text\n([^`]*)```/)
    #expect(blocks.count == 3)
    for block in blocks {
      let run = try Program(named: "sqlite3").run(["-readonly", folder.path, String(block.1)])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == block.2)
    }
  }

  @Test("It names every table, view and column")
  func columns() throws {
    let database = try Database(path: folder.path, access: .readOnly)
    let tables = try database.tableNames()
    #expect(tables == ["latest", "observation", "publication", "recording", "vintage"])
    for table in tables {
      #expect(page.contains("`\(table)`"))
      var statement = try database.prepare("SELECT * FROM \(table)")
      _ = try statement.step()
      for column in statement.columnNames { #expect(page.contains("`\(column)`"), "\(table).\(column)") }
    }
  }
}
