import Spool
import Testing

@testable import QPDF

@Suite("Changing a PDF")
struct PDFFileTests {
  /// A document of one empty page. qpdf mends its missing cross-reference table.
  private let source = Array(
    """
    %PDF-1.5
    1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
    2 0 obj << /Type /Pages /Kids [ 3 0 R ] /Count 1 >> endobj
    3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 72 72 ] >> endobj
    trailer << /Root 1 0 R /Size 4 >>
    """.utf8)

  @Test("Values keep PDF's syntax")
  func values() {
    let value: PDFValue = [
      "Type": .name("An not"), "F": .integer(4), "Rect": [.real(1.00049), .real(-0.0001), .real(72.5)],
      "Contents": .text("é€𝄞"), "URI": .bytes(Array("a)b".utf8)), "Open": .boolean(true),
    ]

    #expect(
      value.source == "<< /Type /An#20not /F 4 /Rect [ 1 0 72.5 ] "
        + "/Contents <FEFF00E920ACD834DD1E> /URI <612962> /Open true >>")
  }

  @Test("A document in a file without a name is written as one in memory is")
  func files() throws {
    func changed(_ file: PDFFile) -> PDFFile {
      file.catalog.set("Lang", .bytes(Array("fr-FR".utf8)))
      return file
    }
    let read = try NamelessFile()
    try read.append(source)
    let written = try NamelessFile()
    try changed(PDFFile(Spool(read))).write(to: written)

    #expect(try Spool(written).bytes() == changed(PDFFile(source)).write())
  }

  @Test("A file that found no room for its end, or for a part of it, is not taken for whole")
  func wholeness() throws {
    let bytes = try PDFFile(source).write()
    func isWhole(_ bytes: [UInt8]) throws -> Bool {
      let file = try NamelessFile()
      try file.append(bytes)
      return try PDFFile.isWhole(file)
    }

    #expect(try isWhole(bytes))
    for lost in 1..<bytes.count { #expect(try !isWhole(Array(bytes.dropLast(lost)))) }
    #expect(try !isWhole(Array(bytes.prefix(100) + bytes.dropFirst(150))))
    #expect(try !isWhole([]))
  }

  @Test("What is set is there when the file is read again")
  func setting() throws {
    let file = try PDFFile(source)
    file.catalog.set("Lang", .bytes(Array("fr-FR".utf8)))
    file.page(0).set("Annots", [["Subtype": .name("Link")]])
    file.setInformation("Creator", "Vigie")
    let written = try PDFFile(file.write())

    #expect(written.pageCount == 1)
    #expect(written.catalog.source.contains("/Lang (fr-FR)"))
    #expect(written.page(0).source.contains("/Annots [ << /Subtype /Link >> ]"))
  }

  @Test("The same changes give the same bytes")
  func sameBytes() throws {
    func written() throws -> [UInt8] {
      let file = try PDFFile(source)
      file.catalog.set("Lang", .text("fr"))
      return try file.write()
    }

    #expect(try written() == written())
  }

  @Test("What is no PDF is refused with qpdf's reason")
  func refused() {
    let error = #expect(throws: QPDFError.self) { try PDFFile(Array("not a PDF".utf8)) }
    guard case .unreadable(let reason) = error else {
      Issue.record("an unreadable file is said to be unwritable")
      return
    }
    #expect(reason.contains("PDF"))
  }
}
