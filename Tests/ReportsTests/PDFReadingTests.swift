import Foundation
import TestSupport
import Testing

/// The founding report's PDF as other programs read it.
@Suite("Reading the PDF back")
struct PDFReadingTests {
  private let folder: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    file = folder.file("report.pdf").path
    let run = try Program.vigie.run(["render", ShippedReport.founding.folder.path, "-o", file, "--quiet"])
    try #require(run.status == 0, "\(run.errors)")
  }

  private func lines(_ tool: String, _ arguments: String...) throws -> [String] {
    let run = try Program(named: tool).run(arguments)
    try #require(run.status == 0, "\(tool): \(run.errors)")
    return run.outputLines
  }

  @Test("qpdf finds nothing wrong")
  func sound() throws {
    #expect(
      try lines("qpdf", "--check", file).contains { $0.hasPrefix("No syntax or stream encoding errors") })
  }

  @Test("The file says its title, who publishes it and how many A4 pages it has")
  func information() throws {
    let pages = try ShippedReport.founding.document().pages.count
    let info = try lines("pdfinfo", file)

    #expect(info.contains { $0.wholeMatch(of: /Title: +Le pilier numérique du contrat de ville/) != nil })
    #expect(info.contains { $0.wholeMatch(of: /Author: +Observatoire local des quartiers/) != nil })
    #expect(info.contains { $0.wholeMatch(of: /Creator: +Vigie/) != nil })
    #expect(info.contains { $0.hasPrefix("Pages:") && $0.hasSuffix(" \(pages)") })
    #expect(info.contains { $0.hasPrefix("Page size:") && $0.hasSuffix("(A4)") })
    #expect(info.contains { $0.wholeMatch(of: /(Encrypted|JavaScript): +yes.*/) != nil } == false)
  }

  @Test("A report without a date says nothing of the day of its making")
  func noDate() throws {
    #expect(try !lines("pdfinfo", file).contains { $0.hasPrefix("CreationDate") || $0.hasPrefix("ModDate") })
  }

  @Test("Every font is embedded, as a subset, with a way back to text")
  func fonts() throws {
    let fonts = try lines("pdffonts", file).dropFirst(2)

    #expect(fonts.count >= 3)
    for font in fonts {
      #expect(font.contains(/^[A-Z]{6}\+Lato-/))
      #expect(font.contains(/\ yes yes yes\ /))  // embedded, subset, with a ToUnicode map
    }
  }

  @Test(
    "Its text reads back, with accents, ligatures and numbers",
    arguments: [
      "Le pilier numérique du contrat de ville", "87 %", "179 200", "1 514", "5,5 millions", "14 points",
      "quartiers prioritaires", "diagnostic spécifique", "L’équipement des habitants", "Qualifier",
    ])
  func text(piece: String) throws {
    // poppler may write no-break spaces as plain ones.
    let text = try lines("pdftotext", "-raw", file, "-").joined(separator: " ")
      .replacing(/[\u{A0}\u{202F}]/, with: " ")

    #expect(text.contains(piece))
  }

  @Test("Every word of the pages reads back, in order")
  func words() throws {
    let read = try lines("pdftotext", "-raw", file, "-").joined(separator: " ").split(
      whereSeparator: \.isWhitespace
    )
    .joined()
    let drawn = try ShippedReport.founding.document().runs.map(\.text).joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined()

    #expect(read.filter { $0 != "\u{C}" } == drawn)
  }

  @Test("Bookmarks lead to the pages of the report's sections, and the catalog says its language")
  func outline() throws {
    let run = try Program(named: "qpdf").run(["--json=2", "--json-key=outlines", "--json-key=qpdf", file])
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let outlines = try #require(json?["outlines"] as? [[String: Any]])
    let document = try ShippedReport.founding.document()

    #expect(
      outlines.compactMap { $0["title"] as? String } == document.outline.filter { $0.level == 1 }.map(\.title)
    )
    #expect(
      outlines.compactMap { $0["destpageposfrom1"] as? Int }
        == document.outline.filter { $0.level == 1 }.map { $0.page + 1 })
    #expect(run.output.contains(#""/Lang": "u:fr""#))
    #expect(run.output.contains(#""/DisplayDocTitle": true"#))
  }
}
