/// Draw items that belong together: the smallest unit of a document's structure on a page.
package struct Mark: Hashable, Sendable {
  /// Whose content the items are.
  package enum Owner: Hashable, Sendable {
    /// An element of the structure tree.
    case element(ElementID)
    /// Decoration: nothing a listener misses.
    case artifact
    /// What a page repeats: its header and footer, the head of a table that goes on.
    case pagination
  }

  package let owner: Owner
  package var items: [DrawItem]
  /// What the items stand for, as a bar for its value: told by formats that can tell it of a part of a picture.
  package let label: String?

  package init(_ owner: Owner, _ items: [DrawItem], label: String? = nil) {
    self.owner = owner
    self.items = items
    self.label = label
  }

  package func moved(by offset: Point) -> Mark {
    Mark(owner, items.map { $0.moved(by: offset) }, label: label)
  }
}

/// A page: its size and its marks, in reading order, which is also painting order. Only of an element whose marks
/// stand between those of others, as a long chart's bars between its rows, those after the first come late.
package struct Page: Hashable, Sendable {
  package let size: Size
  /// What the page is called; `nil` for its number.
  package let label: String?
  package var marks: [Mark]

  package init(size: Size, label: String? = nil, marks: [Mark]) {
    self.size = size
    self.label = label
    self.marks = marks
  }
}

/// An entry of the outline that readers show beside the pages.
package struct Bookmark: Hashable, Sendable {
  package let title: String
  /// 1 for a section, 2 for a section in it …
  package let level: Int
  /// From 0.
  package let page: Int
  package let y: Points

  package init(title: String, level: Int, page: Int, y: Points) {
    self.title = title
    self.level = level
    self.page = page
    self.y = y
  }
}

/// What a document says of itself.
package struct DocumentMetadata: Hashable, Sendable {
  package let title: String
  package let author: String?
  package let subject: String?
  /// A BCP 47 tag.
  package let language: String
  /// The moment to state as that of making, ISO 8601. It is given, never read from a clock.
  package let created: String?

  package init(title: String, author: String?, subject: String?, language: String, created: String?) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.created = created
  }
}

/// A laid-out document, ready to be painted.
package struct Document: Hashable, Sendable {
  package let metadata: DocumentMetadata
  package let structure: StructureTree
  package let pages: [Page]
  package let outline: [Bookmark]

  package init(metadata: DocumentMetadata, structure: StructureTree, pages: [Page], outline: [Bookmark]) {
    self.metadata = metadata
    self.structure = structure
    self.pages = pages
    self.outline = outline
  }
}
