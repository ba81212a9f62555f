import Cairo
import DrawList
import Foundation
import PNG
import QPDF
import Render
import Testing

@Suite("PDF")
struct PDFTests {
  @Test("The file is sound")
  func sound() throws {
    let pdf = try renderPDF(Sample.document())

    #expect(
      try Tool.qpdf.lines(pdf, ["--check", "@"]).contains { $0.hasPrefix("No syntax or stream encoding") })
  }

  @Test("Text reads back with its ligatures, accents and signs, in painting order")
  func text() throws {
    let lines = try Tool.pdftotext.lines(renderPDF(Sample.document()), ["-raw", "@", "-"])

    // poppler writes no-break spaces as plain ones.
    #expect(lines == ["Définition : 12 000 €", "cœur d’îlot", "\u{C}Annexe", "\u{C}"])
  }

  @Test(
    "A raised letter or a no-break space that comes first does not part each line between two fonts",
    arguments: [true, false])
  func changesOfFont(isTagged: Bool) throws {
    var settings = PDFSettings()
    if !isTagged { settings = PDFSettings(isTagged: false, isUA1: false) }
    let raised = try Sample.run("e", x: 17, y: 20, features: [.superiors])
    #expect(try raised.glyphs.map(\.id) != Sample.run("e", x: 17, y: 20).glyphs.map(\.id))
    let lines = try (0..<5).map {
      DrawItem.glyphs(try Sample.run("être élu le deux mars", x: 10, y: 40 + 10 * Double($0)))
    }
    let page = Sample.page(
      [
        .glyphs(try Sample.run("4", x: 10, y: 20)), .glyphs(raised),
        .glyphs(try Sample.run("\u{A0}an\u{202F}: ", x: 24, y: 20)),
      ] + lines)
    let pdf = try renderPDF(
      Document(metadata: Sample.document().metadata, structure: StructureTree(), pages: [page], outline: []),
      settings: settings)

    let content = try Tool.qpdf.lines(pdf, ["--qdf", "--object-streams=disable", "@", "-"])
    // A line each, and two for the raised letter and the narrow space.
    #expect(content.count { $0.hasSuffix(" Tf") } <= 8 + 2)
    let text = try Tool.pdftotext.lines(pdf, ["-raw", "@", "-"]).joined(separator: " ")
    #expect(text.filter { !$0.isWhitespace }.hasPrefix("4ean:êtreéluledeuxmars"))
    #expect(text.contains("être élu le deux mars"))
    #expect(!text.unicodeScalars.contains { $0.value >= 0xF_0000 })
  }

  @Test(
    "What is not seen gives no space its character",
    arguments: ["\u{200B}", "\u{200E}", "\u{2066}", "\u{FEFF}", "\u{AD}"])
  func unseen(character: String) throws {
    let page = Sample.page([
      .glyphs(try Sample.run("Habitant\(character)s de la ville", x: 10, y: 20)),
      .glyphs(try Sample.run("et du quartier", x: 10, y: 40)),
    ])
    let pdf = try renderPDF(
      Document(metadata: Sample.document().metadata, structure: StructureTree(), pages: [page], outline: []))
    let text = try Tool.pdftotext.lines(pdf, ["-raw", "@", "-"])
    #expect(Array(text.prefix(2)) == ["Habitants de la ville", "et du quartier"])
  }

  @Test("Fonts are embedded, as subsets, with a way back to text")
  func fonts() throws {
    let lines = try Tool.pdffonts.lines(renderPDF(Sample.document()), ["@"]).dropFirst(2)

    #expect(lines.count >= 3)
    for line in lines {
      #expect(line.contains(/^[A-Z]{6}\+Lato-/))
      #expect(line.contains(/\ yes yes yes\ /))  // embedded, subset, with a ToUnicode map
    }
  }

  @Test("The document says what it is, when it was made and by what")
  func metadata() throws {
    let info = try Tool.pdfinfo.lines(renderPDF(Sample.document()), ["-isodates", "@"])

    #expect(info.contains { $0.wholeMatch(of: /Title: +Indicateurs — été 2025/) != nil })
    #expect(info.contains { $0.wholeMatch(of: /Author: +Observatoire « Œuvre »/) != nil })
    #expect(info.contains { $0.wholeMatch(of: /Creator: +Vigie/) != nil })
    #expect(info.contains { $0.wholeMatch(of: /CreationDate: +2026-01-15T10:30:00\+01(:00)?/) != nil })
    #expect(info.contains { $0.wholeMatch(of: /Pages: +2/) != nil })
  }

  @Test("The catalog has the language, shows the title and opens the outline")
  func catalog() throws {
    let catalog = try PDFFile(renderPDF(Sample.document())).catalog.source

    #expect(catalog.contains("/Lang (fr-FR)"))
    #expect(catalog.contains("/PageMode /UseOutlines"))
    #expect(catalog.contains("/ViewerPreferences << /DisplayDocTitle true >>"))
  }

  @Test("Each page keeps its own size")
  func sizes() throws {
    let info = try Tool.pdfinfo.lines(renderPDF(Sample.document()), ["-l", "2", "@"])

    #expect(info.contains { $0.wholeMatch(of: /Page +1 size: +200 x 100 pts/) != nil })
    #expect(
      info.contains { $0.wholeMatch(of: /Page +2 size: +595\.2[0-9]* x 841\.8[0-9]* pts \(A4\)/) != nil })
  }

  @Test("A link lies where it was put, its address in ASCII")
  func links() throws {
    let file = try PDFFile(renderPDF(Sample.document()))
    let annotations = file.page(0)["Annots"]
    let link = annotations[0].source

    #expect(annotations.count == 1)
    // From the bottom of a page of 100: 100 − (70 + 12.25) and 100 − 70.
    #expect(link.contains("/Rect [ 10 17.75 90.5 30 ]"))
    // PDF escapes the parentheses in its strings.
    #expect(link.contains("/URI (https://example.org/donn%C3%A9es?q=%22a%20b%22&\\(c\\))"))
    #expect(!file.page(1).source.contains("/Annots"))
  }

  @Test("Bookmarks nest by level and lead to their page")
  func outline() throws {
    let json = try Tool.qpdf.read(
      renderPDF(Sample.document()), ["--json=2", "--json-key=outlines", "@"])
    let entries = try JSONDecoder().decode(OutlineEntry.File.self, from: json).outlines

    #expect(entries.map(\.title) == ["Première partie", "Annexe"])
    #expect(entries.map(\.destpageposfrom1) == [1, 2])
    #expect(entries.map { $0.kids.map(\.title) } == [["Détail"], []])
  }

  @Test("Without tags it has no tree and no marks, but its text, its links and its language")
  func untagged() throws {
    let pdf = try renderPDF(Sample.document(), settings: PDFSettings(isTagged: false, isUA1: false))
    let file = try PDFFile(pdf)
    let plain = try Tool.qpdf.lines(pdf, ["--qdf", "--object-streams=disable", "@", "-"])

    #expect(!file.catalog.source.contains("/StructTreeRoot"))
    #expect(!file.catalog.source.contains("/MarkInfo"))
    #expect(file.catalog.source.contains("/Lang (fr-FR)"))
    #expect(!plain.contains { $0.contains("MCID") || $0.contains("/StructParent") })
    #expect(file.page(0)["Annots"].count == 1)
    #expect(try Tool.pdftotext.lines(pdf, ["-raw", "@", "-"]).contains { $0.contains("Annexe") })
  }

  @Test("A long document without tags, which goes through files, is the same", arguments: [0, 1_000, .max])
  func spooled(most: Int) throws {
    let settings = PDFSettings(isTagged: false, isUA1: false)
    let painted = try paintPDF(Sample.document().paged, isTagged: false, keepingInMemory: most)
    let spool = try painted.finished(settings)

    #expect((spool.file != nil) == (most != .max))
    #expect(try spool.bytes() == renderPDF(Sample.document(), settings: settings))
  }

  @Test("The same document gives the same bytes, with fonts opened before or not")
  func sameBytes() throws {
    let document = try Sample.document()
    let fonts = FontCache()

    let first = try renderPDF(document, fonts: fonts)
    #expect(try renderPDF(document, fonts: fonts) == first)
    #expect(try renderPDF(document) == first)
  }

  @Test(
    "Dates take PDF's form",
    arguments: [
      (iso: "2026-01-15", pdf: "D:20260115"),
      (iso: "2026-01-15T10:30:00Z", pdf: "D:20260115103000Z"),
      (iso: "2026-01-15T10:30:00-05:30", pdf: "D:20260115103000-05'30'"),
    ])
  func dates(iso: String, pdf: String) throws {
    let plain = try Tool.qpdf.lines(
      renderPDF(Sample.document(created: iso)), ["--qdf", "--object-streams=disable", "@", "-"])

    #expect(plain.contains("  /CreationDate (\(pdf))"))
  }

  @Test("What is no date is refused", arguments: ["", "hier", "2026-1-15", "2026-01-15T10:30"])
  func badDates(date: String) throws {
    let document = try Sample.document(created: date)
    #expect(throws: RenderError.invalidDate(date)) { try renderPDF(document) }
  }

  @Test("A missing font is named")
  func missingFont() throws {
    let font = FontReference(family: "None", style: "Regular", weight: 400, italic: false, path: "/none.ttf")
    let run = GlyphRun(
      text: "", font: font, size: 10, color: .black, origin: .zero, width: 0, glyphs: [], clusters: [])
    #expect(throws: CairoError.unusableFont(path: "/none.ttf", code: 1)) {
      try renderPNG(Sample.page([.glyphs(run)]), scale: 1)
    }
  }

  @Test("Clusters that do not spell the text are an error, not a broken file")
  func badClusters() throws {
    let run = try Sample.run("abc", x: 0, y: 20)
    let broken = GlyphRun(
      text: run.text, font: run.font, size: 12, color: .black, origin: run.origin, width: run.width,
      glyphs: run.glyphs, clusters: [GlyphCluster(utf8Count: 2, glyphCount: 3)])
    let document = Document(
      metadata: try Sample.document().metadata, structure: StructureTree(),
      pages: [Sample.page([.glyphs(broken)])], outline: [])

    #expect(throws: CairoError.self) { try renderPDF(document) }
  }

  @Test("poppler shows the page as the image does")
  func samePicture() throws {
    let document = try Sample.document()
    let ours = try decodePNG(renderPNG(document.pages[0], scale: 2))
    let poppler = try decodePNG(
      [UInt8](Tool.pdftoppm.read(renderPDF(document), ["-r", "144", "-l", "1", "-png", "@"])))

    #expect((poppler.width, poppler.height) == (ours.width, ours.height))
    let difference = zip(ours.channels, poppler.channels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    // Edges are smoothed in other ways: 1 % of full contrast over the page leaves room for no more than that.
    #expect(Double(difference) / Double(ours.channels.count * 255) < 0.01)
  }
}

/// An entry of the outline, as qpdf's JSON has it.
private struct OutlineEntry: Decodable {
  struct File: Decodable { let outlines: [OutlineEntry] }

  let title: String
  /// From 1.
  let destpageposfrom1: Int
  let kids: [OutlineEntry]
}
