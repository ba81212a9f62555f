/// What a document has besides its pages.
package struct DocumentFrame: Sendable {
  package let metadata: DocumentMetadata
  package let structure: StructureTree
  package let outline: [Bookmark]
  /// What each page is called; `nil` for its number.
  package let labels: [String?]

  package init(
    metadata: DocumentMetadata, structure: StructureTree, outline: [Bookmark], labels: [String?]
  ) {
    self.metadata = metadata
    self.structure = structure
    self.outline = outline
    self.labels = labels
  }

  package var pageCount: Int { labels.count }
}

/// A laid-out document whose pages are made when they are asked for, so that whoever paints one after the other need
/// not hold what all of them show.
package struct PagedDocument {
  package let frame: DocumentFrame
  private let make: (Int) -> Page

  /// - Parameter make: makes a page by its number, from 0: the same each time.
  package init(_ frame: DocumentFrame, make: @escaping (Int) -> Page) {
    self.frame = frame
    self.make = make
  }

  package var pageCount: Int { frame.pageCount }

  package func page(_ index: Int) -> Page { make(index) }

  /// The document with all its pages.
  package var document: Document {
    Document(
      metadata: frame.metadata, structure: frame.structure, pages: frame.labels.indices.map(make),
      outline: frame.outline)
  }
}

extension Document {
  package var paged: PagedDocument {
    let pages = pages
    let frame = DocumentFrame(
      metadata: metadata, structure: structure, outline: outline, labels: pages.map(\.label))
    return PagedDocument(frame) { pages[$0] }
  }
}
