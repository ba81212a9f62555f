import Cairo
import DrawList
import Spool

/// A document as PDF: with its text, fonts, outline and links, and tagged unless the settings say otherwise. The same
/// document gives the same bytes.
package func renderPDF(
  _ document: Document, settings: PDFSettings = PDFSettings(), fonts: FontCache = FontCache()
) throws -> [UInt8] {
  try paintPDF(document.paged, isTagged: settings.isTagged, fonts: fonts).finished(settings).bytes()
}

/// A document as Cairo has painted it, which is a PDF once it is finished. It needs the pages no longer.
package struct PaintedPDF {
  let document: DocumentFrame
  let content: StructureContent
  private var bytes: Spool
  let date: PDFDate?

  fileprivate init(
    _ document: DocumentFrame, _ content: StructureContent, _ bytes: Spool, made date: PDFDate?
  ) {
    self.document = document
    self.content = content
    self.bytes = bytes
    self.date = date
  }

  /// The bytes that Cairo wrote, of which no copy is left here.
  mutating func takeBytes() -> Spool {
    defer { bytes = Spool([]) }
    return bytes
  }

  /// - Parameter settings: of a document that is tagged if this one was painted so.
  package consuming func finished(_ settings: PDFSettings) throws -> Spool {
    precondition(settings.isTagged == content.isTagged, "pieces are marked as they are painted")
    return try finish(self, settings)
  }
}

/// Paints a document's pages, each of which is made, painted and let go before the next.
///
/// So are the bytes of a long document without tags, so that it takes no more memory than a short one.
///
/// - Parameter most: how many bytes of a document without tags are kept in memory.
package func paintPDF(
  _ document: PagedDocument, isTagged: Bool, fonts: FontCache = FontCache(),
  keepingInMemory most: Int = 1 << 20
) throws -> PaintedPDF {
  let frame = document.frame
  let date = try frame.metadata.created.map { try PDFDate(iso8601: $0) }
  var content = StructureContent(of: frame.structure, isTagged: isTagged)
  let surface = try PDFSurface(keepingInMemory: isTagged ? .max : most)
  let bytes = try paint(document, on: surface, fonts: fonts, noting: &content)
  content.finish()
  return PaintedPDF(frame, content, bytes, made: date)
}

/// The document as Cairo writes it, each piece of a page in a mark if it is tagged.
///
/// - Parameter content: gets what each page holds.
private func paint(
  _ document: PagedDocument, on surface: consuming PDFSurface, fonts: FontCache,
  noting content: inout StructureContent
) throws -> Spool {
  surface.set(document.frame.metadata)
  surface.add(document.frame.outline)

  do {
    try paintPages(of: document, on: surface, fonts: fonts, noting: &content)
  } catch {
    throw surface.failure ?? error
  }
  return try surface.finish()
}

private func paintPages(
  of document: PagedDocument, on surface: borrowing PDFSurface, fonts: FontCache,
  noting content: inout StructureContent
) throws(CairoError) {
  let context = try DrawingContext(on: surface)
  let painter = CairoPainter(fonts: fonts, lettering: .text)
  if content.isTagged { context.beginMark(.document) }
  // Readers number pages by themselves where the labels would say no more.
  let hasLabels = document.frame.labels.enumerated().contains { index, label in
    label.map { $0 != String(index + 1) } ?? false
  }
  for index in 0..<document.pageCount {
    let page = document.page(index)
    surface.setPageSize(width: page.size.width, height: page.size.height)
    if hasLabels, let label = page.label { surface.setPageLabel(label) }
    let pieces = content.isTagged ? page.pieces : []
    for piece in pieces {
      context.beginMark(.piece)
      for mark in page.marks[piece.marks] { try painter.paint(mark, on: context) }
      context.endMark(.piece)
    }
    if !content.isTagged { try painter.paint(page, on: context) }
    context.showPage()
    content.add(page, in: pieces)
  }
  if content.isTagged { context.endMark(.document) }
  try context.check()
}

extension PDFSurface {
  fileprivate borrowing func set(_ metadata: DocumentMetadata) {
    set(.title, metadata.title)
    if let author = metadata.author { set(.author, author) }
    if let subject = metadata.subject { set(.subject, subject) }
    set(.creator, "Vigie")
    // Cairo would state the time of the run. A document that bears no date loses this one when it is finished.
    set(.creationDate, metadata.created ?? "1970-01-01")
  }

  /// Adds bookmarks, each under the last one before it of a higher level.
  fileprivate borrowing func add(_ outline: [Bookmark]) {
    var open: [(level: Int, entry: OutlineEntry)] = []
    for bookmark in outline {
      open.removeAll { $0.level >= bookmark.level }
      let entry = addOutlineEntry(
        bookmark.title, page: bookmark.page, y: Int(bookmark.y.rounded(.down)),
        under: open.last?.entry ?? .root)
      open.append((bookmark.level, entry))
    }
  }
}
