import DrawList
import QPDF
import Spool

/// Adds what Cairo cannot state: what each piece of a page is, the language, links, metadata, attachments.
///
/// Cairo 1.16 has tags too, but no artifacts, scopes or alternative texts, and drops text beside a link from the
/// tree; it has links, but reads their places by the process's locale and fails on a quote in an address.
func finish(_ painted: consuming PaintedPDF, _ settings: PDFSettings) throws -> Spool {
  let (document, content) = (painted.document, painted.content)
  let date = painted.date
  let spool = painted.takeBytes()
  let isInFile = spool.file != nil
  let file: PDFFile
  if settings.isTagged {
    var bytes = try spool.bytes()
    leaveOutStructure(of: &bytes)
    file = try PDFFile(bytes)
  } else {
    file = try PDFFile(spool)
  }
  setCatalog(of: file, document, settings, made: date)
  file.setInformation("CreationDate", date?.text)
  var fonts = FontMending()
  for index in 0..<document.pageCount {
    let page = file.page(index)
    if settings.isTagged {
      try mark(page, content.marks[index], document.structure)
      page.set("StructParents", .integer(index))
      page.set("Tabs", .name("S"))
    }
    addLinks(content.linksOfPages[index], of: content, to: page, in: file, height: content.heights[index])
    fonts.mend(fontsOf: page)
  }
  if settings.isTagged { return Spool(try addStructure(of: document, content, to: file.write())) }
  guard isInFile else { return Spool(try file.write()) }
  let written = try NamelessFile()
  try file.write(to: written)
  return Spool(written)
}

/// Stands in the catalog for the reference to the structure, which is added once qpdf has numbered its objects.
private let placeholder = 1_000_000_007

private func setCatalog(
  of file: PDFFile, _ document: DocumentFrame, _ settings: PDFSettings, made date: PDFDate?
) {
  let catalog = file.catalog
  catalog.set("Lang", .bytes(Array(document.metadata.language.utf8)))
  catalog.set("ViewerPreferences", ["DisplayDocTitle": .boolean(true)])
  if settings.isTagged {
    catalog.set("MarkInfo", ["Marked": .boolean(true)])
    catalog.set("StructTreeRoot", .integer(placeholder))
  }
  if !document.outline.isEmpty { catalog.set("PageMode", .name("UseOutlines")) }
  let metadata = file.addStream(
    xmpMetadata(of: document.metadata, settings),
    [("Type", .name("Metadata")), ("Subtype", .name("XML"))])
  catalog.set("Metadata", metadata)
  if let profile = settings.colorProfile { setOutputIntent(of: file, profile) }
  attach(settings.attachments, to: file, made: date)
}

/// Puts the document's own marks around the pieces that Cairo numbered.
private func mark(_ page: borrowing PDFObject, _ owners: [Mark.Owner], _ structure: StructureTree) throws {
  var number = 0
  let marks = owners.map { owner in
    var mark = ObjectText()
    switch owner {
    case .artifact: mark.append("/Artifact <</Type /Layout>> BDC")
    case .pagination: mark.append("/Artifact <</Type /Pagination>> BDC")
    case .element(let id):
      mark.append("/")
      mark.append(structure[id].role.name)
      mark.append(" <</MCID ")
      mark.append(number)
      mark.append(">> BDC")
      number += 1
    }
    return mark.bytes
  }
  let contents = page["Contents"]
  guard let marked = MarkedContent.replacing(marksOf: contents.data, with: marks) else {
    throw RenderError.marksLost
  }
  contents.setData(marked)
}

private func addStructure(
  of document: DocumentFrame, _ content: StructureContent, to bytes: [UInt8]
) throws -> [UInt8] {
  guard var streams = ObjectStreams(bytes) else { throw RenderError.marksLost }
  // qpdf has numbered them anew; what they bear for the way back to their elements tells which is which.
  let (byPage, byLink) = (streams.numbers(byKey: "/StructParents "), streams.numbers(byKey: "/StructParent "))
  let pages = (0..<document.pageCount).compactMap { byPage[$0] }
  let links = content.links.indices.compactMap { byLink[document.pageCount + $0] }
  guard pages.count == document.pageCount, links.count == content.links.count else {
    throw RenderError.marksLost
  }
  let objects = StructureObjects(
    structure: document.structure, content: content, pages: pages, links: links, root: streams.firstNumber)
  objects.add(to: &streams)
  let reference = "\(objects.root) 0 R"
  let padding = String(repeating: " ", count: max(0, String(placeholder).count - reference.count))
  guard streams.replace("/StructTreeRoot \(placeholder)", by: "/StructTreeRoot \(reference)\(padding)") else {
    throw RenderError.marksLost
  }
  return streams.finish()
}
