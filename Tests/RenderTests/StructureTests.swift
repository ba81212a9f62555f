import DrawList
import QPDF
import Render
import Testing

@Suite("The structure of a PDF")
struct StructureTests {
  /// A heading, a sentence with a link in it over two pages, a table, a picture, decoration.
  private func document() throws -> Document {
    var tree = StructureTree()
    let heading = tree.add(.heading(level: 1), in: StructureTree.root)
    let paragraph = tree.add(.paragraph, in: StructureTree.root, language: "en")
    let link = tree.add(.link, in: paragraph)
    let table = tree.add(.table, in: StructureTree.root)
    let row = tree.add(.tableRow, in: table)
    let head = tree.add(.headerCell(.row), in: row)
    let cell = tree.add(.dataCell, in: row)
    _ = tree.add(.dataCell, in: row)
    let figure = tree.add(.figure, in: StructureTree.root, alternativeText: "Un carré")
    func text(_ text: String, _ y: Double) throws -> DrawItem { .glyphs(try Sample.run(text, x: 10, y: y)) }
    let square = DrawItem.rectangle(Rect(x: 20, y: 30, width: 40, height: 50), Color(0x112233))
    let first = Page(
      size: Size(width: 200, height: 100),
      marks: [
        Mark(.artifact, [.rectangle(Rect(x: 0, y: 0, width: 200, height: 100), .white)]),
        Mark(.element(heading), [try text("Titre", 20)]),
        Mark(.element(paragraph), [try text("See", 40)]),
        Mark(
          .element(link),
          [
            try text("this page", 50),
            .link(Rect(x: 10, y: 40, width: 50, height: 12), to: .address("https://example.org/")),
          ]),
        Mark(.element(paragraph), [try text("and", 60)]),
      ])
    let second = Page(
      size: Size(width: 200, height: 100),
      marks: [
        Mark(.pagination, [try text("Titre", 10)]), Mark(.element(paragraph), [try text("go.", 20)]),
        Mark(.element(cell), [try text("7", 30)]), Mark(.element(head), [try text("Lens", 40)]),
        Mark(.element(figure), [square]),
      ])
    return Document(
      metadata: DocumentMetadata(title: "Titre", author: nil, subject: nil, language: "fr", created: nil),
      structure: tree, pages: [first, second], outline: [])
  }

  @Test("A reader of tags meets the elements in the tree's order, each with its own text")
  func readingOrder() throws {
    let lines = try Tool.pdfinfo.lines(renderPDF(document()), ["-struct-text", "@"]).map {
      $0.trimmingPrefix(while: { $0 == " " })
    }

    #expect(
      lines.filter { !$0.hasPrefix("/") && !$0.hasPrefix("Object") } == [
        "Document", "H1 (block)", "\"Titre\"", "P (block)", "\"See\"", "Link (inline)", "\"this page\"",
        "\"and\"", "\"go.\"", "Table (block)", "TR", "TH:", "\"Lens\"", "TD", "\"7\"", "TD",
        "Figure:", "\"\"",
      ])
  }

  @Test("Elements say their language, scope, alternative text and box")
  func attributes() throws {
    let objects = try plain(document())

    #expect(objects.contains("/Lang (en)"))
    #expect(objects.contains("/A << /O /Table /Scope /Row >>"))
    #expect(objects.contains("/Alt "))
    // From the bottom of a page of 100: 100 − 80 and 100 − 30.
    #expect(objects.contains("/BBox [ 20 20 60 70 ]"))
  }

  @Test("A link's annotation says its words and where it leads, and knows its element")
  func link() throws {
    let file = try PDFFile(renderPDF(document()))
    let annotation = file.page(0)["Annots"][0]

    let words = PDFValue.text("this page (https://example.org/)").source
    #expect(annotation["Contents"].source.uppercased() == words)
    // After the two pages' own keys.
    #expect(annotation["StructParent"].source == "2")
    #expect(file.page(1)["StructParents"].source == "1")
    #expect(file.page(1)["Tabs"].source == "/S")
  }

  @Test("A link within the document leads to the top of its place on another page")
  func linkWithin() throws {
    var tree = StructureTree()
    let link = tree.add(.link, in: tree.add(.paragraph, in: StructureTree.root))
    let size = Size(width: 200, height: 100)
    let area = Rect(x: 10, y: 40, width: 50, height: 12)
    let first = Page(
      size: size,
      marks: [
        Mark(
          .element(link),
          [.glyphs(try Sample.run("figure 1", x: 10, y: 50)), .link(area, to: .destination("carte"))])
      ])
    let rule = DrawItem.rectangle(Rect(x: 0, y: 30, width: 200, height: 1), .black)
    let second = Page(
      size: size, marks: [Mark(.artifact, [.destination("carte", Point(x: 0, y: 30)), rule])])
    let document = Document(
      metadata: DocumentMetadata(title: "Titre", author: nil, subject: nil, language: "fr", created: nil),
      structure: tree, pages: [first, second], outline: [])

    let file = try PDFFile(renderPDF(document))
    let annotation = file.page(0)["Annots"][0]
    #expect(annotation["Dest"][0].number == file.page(1).number)
    #expect(annotation["Dest"][1].source == "/XYZ")
    #expect(annotation["Dest"][3].source == "70")  // 100 − 30
    #expect(annotation.keys.contains("A") == false)
    #expect(annotation["Contents"].source.uppercased() == PDFValue.text("figure 1").source)
  }

  @Test("Nothing is drawn that is neither an element's nor an artifact")
  func marks() throws {
    let file = try PDFFile(renderPDF(document()))
    let drawing = String(decoding: file.page(0)["Contents"].data, as: UTF8.self)

    #expect(drawing.contains("/Artifact <</Type /Layout>> BDC"))
    #expect(drawing.contains("/H1 <</MCID 0>> BDC"))
    #expect(drawing.contains("/P <</MCID 3>> BDC"))
    #expect(drawing.components(separatedBy: "EMC").count == 6)
  }

  private func plain(_ document: Document) throws -> String {
    String(
      decoding: try Tool.qpdf.read(renderPDF(document), ["--qdf", "--object-streams=disable", "@", "-"]),
      as: UTF8.self
    ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
