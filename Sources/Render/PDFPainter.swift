import Cairo
import DrawList
import Spool

/// A document as PDF: with its text, fonts, outline and links, and tagged unless the settings say otherwise. The same
/// document gives the same bytes.
///
/// A page is made, painted and let go before the next. So are the bytes of a long document without tags, so that it
/// takes no more memory than a short one.
///
/// - Parameter most: how many bytes of a document without tags are kept in memory.
package func renderPDF(
  _ document: PagedDocument, settings: PDFSettings = PDFSettings(), fonts: FontCache = FontCache(),
  keepingInMemory most: Int = 4 << 20
) throws -> Spool {
  let date = try document.metadata.created.map { try PDFDate(iso8601: $0) }
  var content = StructureContent(of: document.structure, isTagged: settings.isTagged)
  let surface = try PDFSurface(keepingInMemory: settings.isTagged ? .max : most)
  let painted = try paint(document, on: surface, fonts: fonts, noting: &content)
  content.finish()
  return try finish(painted, of: document, content, settings: settings, made: date)
}

package func renderPDF(
  _ document: Document, settings: PDFSettings = PDFSettings(), fonts: FontCache = FontCache()
) throws -> [UInt8] {
  try renderPDF(document.paged, settings: settings, fonts: fonts).bytes()
}

/// The document as Cairo writes it, each piece of a page in a mark if it is tagged.
///
/// - Parameter content: gets what each page holds.
private func paint(
  _ document: PagedDocument, on surface: consuming PDFSurface, fonts: FontCache,
  noting content: inout StructureContent
) throws -> Spool {
  surface.set(document.metadata)
  surface.add(document.outline)

  let context = try DrawingContext(on: surface)
  let painter = CairoPainter(fonts: fonts, lettering: .text)
  if content.isTagged { context.beginMark(.document) }
  // Readers number pages by themselves where the labels would say no more.
  let hasLabels = document.labels.enumerated().contains { index, label in
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
  return try surface.finish()
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
