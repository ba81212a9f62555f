import Foundation
import TestSupport
import Testing

/// A table of many rows, in a document without tags.
@Suite("Long tables")
struct LongTableTests {
  private static let report = """
    report: { title: Tous les quartiers }
    output: { tags: no }
    sources: { q: { title: Quartiers, year: 2025, data: table.csv, types: { code: text } } }
    body:
      - table: { from: q, title: Tous les quartiers, universe: quartiers }

    """

  private static func table(rows: Int) -> String {
    let lines = (0..<rows).map { row in
      "Q\(row);Quartier \(row % 977);\(row * 7919 % 9000);\(row * 104_729 % 30_000)\n"
    }
    return "code;quartier;habitants;revenu\n" + lines.joined()
  }

  /// The most memory that the program had, in kB.
  private func peak(rows: Int) throws -> Int {
    let folder = try TemporaryFolder()
    try folder.write(Self.report, to: "report.yml")
    try folder.write(Self.table(rows: rows), to: "table.csv")
    let python = PackageFiles.root.appending(path: ".build-tools/python/bin/python").path
    let script = PackageFiles.root.appending(path: "Tests/Tools/peak_memory.py").path
    let run = try Program(path: python).run(
      [
        script, try Program.vigie.path, "render", "report.yml", "--quiet", "--fonts",
        PackageFiles.root.appending(path: "Fonts").path, "-o", "report.pdf",
      ], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let pages = try Program(named: "pdftotext").run(["-layout", "report.pdf", "-"], in: folder.url).output
    #expect(pages.matches(of: /Quartier \d/).count == rows)
    return try #require(Int(run.outputLines.first ?? ""))
  }

  @Test(
    "Three times as many rows take little more memory than their data and the objects of their pages",
    .enabled(if: Program.vigieIsOptimized, "takes minutes where the program is not optimized"))
  func memory() throws {
    // From here on as many words are kept as ever are.
    let (few, many) = (try peak(rows: 12_000), try peak(rows: 36_000))
    #expect(many - few < 14_000, "\(few) kB, then \(many) kB")
  }

  @Test(
    "Without room for temporary files nothing is written, and the folder is named",
    .enabled(if: Program.vigieIsOptimized, "takes minutes where the program is not optimized"))
  func noRoom() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.report, to: "report.yml")
    try folder.write(Self.table(rows: 36_000), to: "table.csv")
    let run = try Program.vigie.run(
      [
        "render", "report.yml", "--quiet", "--fonts", PackageFiles.root.appending(path: "Fonts").path, "-o",
        "report.pdf",
      ], in: folder.url, environment: ["TMPDIR": "/no/such/folder"])
    #expect(run.status == 3)
    #expect(run.errors.contains("/no/such/folder"))
    #expect(try folder.names(in: "").sorted() == ["report.yml", "table.csv"])
  }
}
