import Foundation
import TestSupport
import Testing

/// The tables of the gallery as data: the same cells as on paper, under the same heads.
@Suite("The gallery’s tables as data")
struct TableDataTests {
  private let output: TemporaryFolder

  init() throws { output = try TemporaryFolder() }

  private func check() throws -> Program.Run {
    try Program(path: PackageFiles.root.appending(path: ".build-tools/python/bin/python").path).run([
      PackageFiles.root.appending(path: "Tests/Tools/check_tables.py").path, output.url.path,
    ])
  }

  /// Gives a table as HTML, CSV and PDF, each named after its spec.
  private func give(_ spec: GallerySpec) throws {
    for format in ["html", "csv"] {
      let run = try Program.vigie.run([
        "table", spec.path, "--all", "--as", format, "-o", output.url.path, "--quiet",
      ])
      try #require(run.status == 0, "\(spec.name): \(run.errors)")
      try FileManager.default.moveItem(
        at: output.file("\(spec.name)-figure-1.\(format)"), to: output.file("\(spec.name).\(format)"))
    }
    let run = try Program.vigie.run([
      "render", spec.path, "-o", output.file("\(spec.name).pdf").path, "--quiet",
    ])
    try #require(run.status == 0, "\(spec.name): \(run.errors)")
  }

  @Test("HTML that holds to the standard, every cell with its heads; CSV and PDF with the same cells")
  func gallery() throws {
    let specs = GallerySpec.all.filter { $0.folder == "tables" }
    for spec in specs { try give(spec) }
    let run = try check()
    #expect(run.status == 0)
    #expect(run.output == "\(specs.count) tables looked at\n", "\(run.errors)")
  }

  @Test(
    "What is broken on purpose is found",
    arguments: [
      ("html", "headers=\"s0 ", "headers=\"nowhere ", "is no header"),
      ("html", "</caption>", "", "html5lib"),
      ("html", " colspan=\"2\"", "", "no cell at"),
      ("csv", "79,4", "79,5", "of the CSV is"),
      ("html", "79,4", "79,6", "the PDF does not say"),
    ])
  func broken(format: String, part: String, instead: String, said: String) throws {
    let spec = try #require(GallerySpec.all.first { $0.folder == "tables" && $0.name == "footnotes" })
    try give(spec)
    let file = output.file("footnotes.\(format)")
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(part))
    try Data(text.replacing(part, with: instead).utf8).write(to: file)
    let run = try check()
    #expect(run.status == 1)
    #expect(run.output.contains(said), "\(run.output)\(run.errors)")
  }
}
