/// A laid-out document whose pages are made when they are asked for, so that whoever paints one after the other need
/// not hold what all of them show.
package struct PagedDocument {
  package let metadata: DocumentMetadata
  package let structure: StructureTree
  package let outline: [Bookmark]
  /// What each page is called; `nil` for its number.
  package let labels: [String?]
  private let make: (Int) -> Page

  /// - Parameter make: makes a page by its number, from 0: the same each time.
  package init(
    metadata: DocumentMetadata, structure: StructureTree, outline: [Bookmark], labels: [String?],
    make: @escaping (Int) -> Page
  ) {
    self.metadata = metadata
    self.structure = structure
    self.outline = outline
    self.labels = labels
    self.make = make
  }

  package var pageCount: Int { labels.count }

  package func page(_ index: Int) -> Page { make(index) }

  /// The document with all its pages.
  package var document: Document {
    Document(metadata: metadata, structure: structure, pages: labels.indices.map(make), outline: outline)
  }
}

extension Document {
  package var paged: PagedDocument {
    let pages = pages
    return PagedDocument(
      metadata: metadata, structure: structure, outline: outline, labels: pages.map(\.label)
    ) { pages[$0] }
  }
}
