import Foundation
import TestSupport
import Testing

@Suite("PDFs that the law, a screen reader and an archive accept")
struct AccessibilityTests {
  @Test("Every shipped report and each of its charts holds in veraPDF, and other checkers find nothing")
  func shipped() throws {
    let folder = try TemporaryFolder()
    for report in ShippedReport.all {
      let arguments = [report.folder.path, "-o", folder.path + "/", "--format", "pdf", "--quiet"]
      #expect(try Program.vigie.run(["render"] + arguments).status == 0)
      #expect(try Program.vigie.run(["chart", "--all"] + arguments).status == 0)
    }
    let files = try folder.names()

    #expect(files.count > 2 * ShippedReport.all.count)
    #expect(
      try PDFChecker.veraPDF("ua1,3a", files.map { folder.file($0).path }).lines
        == files.flatMap { ["\($0) ua1 holds", "\($0) 3a holds"] })
    // The slower checkers see the charts of the longest report where they stand in it.
    for name in files where !name.hasPrefix("rapport-annuel-") {
      #expect(try PDFChecker.others(folder.file(name).path) == "", "\(name)")
    }
  }

  @Test("An archive that takes no attached files gets none")
  func withoutAttachments() throws {
    let sample = try AccessibleSample(output: "{ pdf: [ua-1, a-2a] }")

    #expect(
      try PDFChecker.veraPDF("ua1,2a", [sample.file]).lines == [
        "sample.pdf ua1 holds", "sample.pdf 2a holds",
      ])
    #expect(try attachments(of: sample).isEmpty)
  }

  @Test("A PDF carries the data of its figures, its spec and where its numbers come from")
  func attached() throws {
    let sample = try AccessibleSample(output: "{ attach: [data, spec, provenance] }")

    #expect(try PDFChecker.veraPDF("ua1,3a", [sample.file]).broken == [:])
    #expect(
      try attachments(of: sample).sorted() == [
        "figure-1.csv", "figure-2.csv", "provenance.json", "report.yml",
      ])
    // What a spreadsheet in French opens: a mark of UTF-8, semicolons, a row a population.
    #expect(
      try sample.folder.read("figure-1.csv")
        == Data("\u{FEFF};Taux\r\nQuartier 1;1 %\r\nQuartier 2;2 %\r\nQuartier 3;3 %\r\n".utf8))
    #expect(try sample.folder.read("report.yml") == sample.folder.read("sample/report.yml"))
  }

  @Test("A table over several pages is one to a listener, its head said once")
  func longTable() throws {
    let sample = try AccessibleSample()
    let reading = try PDFChecker.reading(of: sample.file)

    #expect(reading.contains("Tableau de 61 lignes et 2 colonnes\nLigne 1 : Territoire ; Taux (en %)\n"))
    #expect(reading.contains("Ligne 61 : Quartier 60 ; Taux (en %), 60\nFin du tableau"))
    #expect(reading.matches(of: /Tous les quartiers/).count == 1)
    #expect(reading.contains("Voir lien, la page de l’enquête, qui définit le reflet efficace."))
  }

  @Test("A footnote is heard after what calls it, by a number and a way back, not by the foot of the page")
  func footnote() throws {
    let sample = try AccessibleSample()
    let reading = try PDFChecker.reading(of: sample.file)

    #expect(
      reading.contains(
        """
        1. un point (lien, note 1)
        Note : (lien, note 1, retour au texte) Premier, mais non le dernier.
        2. un autre
        """))
  }

  @Test("poppler meets the same text in its structure")
  func poppler() throws {
    let sample = try AccessibleSample()
    let run = try Program(named: "pdfinfo").run(["-struct-text", sample.file])
    let lines = run.outputLines.map { $0.trimmingCharacters(in: .whitespaces) }

    #expect(run.status == 0)
    #expect(lines.contains("\", qui définit le reflet efficace.\""))
    #expect(lines.count { $0.hasPrefix("Table") } == 2)  // the chart's data, and the table
    #expect(lines.count { $0 == "TR" } == 3 + 61, "rows of the chart, then of the table")
  }

  @Test(
    "mupdf and Ghostscript open it",
    arguments: ["mutool draw -q -o page.png FILE 1", "gs -q -o out.ps -sDEVICE=ps2write FILE"])
  func opening(command: String) throws {
    let sample = try AccessibleSample()
    let run = try Program(named: "sh").run(
      ["-c", command.replacing("FILE", with: sample.file)], in: sample.folder.url)

    #expect(run.status == 0, "\(run.errors)")
    #expect(try sample.folder.names().contains { $0.hasPrefix("page") || $0.hasPrefix("out") })
  }

  @Test("docs/screen-reader.md is what a screen reader says of the founding report")
  func reading() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("report.pdf").path
    #expect(try Program.vigie.run(["render", ShippedReport.founding.folder.path, "-o", file]).status == 0)
    let page = try String(
      contentsOf: PackageFiles.root.appending(path: "docs/screen-reader.md"), encoding: .utf8)

    #expect(page.hasSuffix("```text\n" + (try PDFChecker.reading(of: file)) + "```\n"), "run `make reading`")
  }

  /// The names of a sample's attachments, once they are saved into its folder.
  private func attachments(of sample: AccessibleSample) throws -> [String] {
    let run = try Program(named: "pdfdetach").run(["-saveall", sample.file], in: sample.folder.url)
    #expect(run.status == 0, "\(run.errors)")
    return try sample.folder.names().filter { !$0.hasPrefix("sample") }
  }
}
