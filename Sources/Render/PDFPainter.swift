import Cairo
import DrawList

/// A document as PDF: tagged, with its text, fonts, outline and links. The same document gives the same bytes.
package func renderPDF(
  _ document: Document, settings: PDFSettings = PDFSettings(), fonts: FontCache = FontCache()
) throws -> [UInt8] {
  let date = try document.metadata.created.map { try PDFDate(iso8601: $0) }
  let pieces = document.pages.map(\.pieces)
  let painted = try paint(document, in: pieces, fonts: fonts)
  return try finish(painted, of: document, in: pieces, settings: settings, made: date)
}

/// The document as Cairo writes it, each piece of a page in a mark.
private func paint(
  _ document: Document, in pieces: [[Piece]], fonts: FontCache
) throws(CairoError) -> [UInt8] {
  let surface = try PDFSurface()
  surface.set(document.metadata)
  surface.add(document.outline)

  let context = try DrawingContext(on: surface)
  let painter = CairoPainter(fonts: fonts, lettering: .text)
  context.beginMark(.document)
  // Readers number pages by themselves where the labels would say no more.
  let hasLabels = document.pages.enumerated().contains { index, page in
    page.label.map { $0 != String(index + 1) } ?? false
  }
  for (page, pieces) in zip(document.pages, pieces) {
    surface.setPageSize(width: page.size.width, height: page.size.height)
    if hasLabels, let label = page.label { surface.setPageLabel(label) }
    for piece in pieces {
      context.beginMark(.piece)
      for mark in page.marks[piece.marks] { try painter.paint(mark, on: context) }
      context.endMark(.piece)
    }
    context.showPage()
  }
  context.endMark(.document)
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
