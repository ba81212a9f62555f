/// What a part of a document is, whatever it looks like: the roles of ISO 32000-1, 14.8.4.
package enum StructureRole: Hashable, Sendable {
  case document
  case section
  /// What belongs together without being a section: a figure with its title and notes.
  case division
  case heading(level: Int)
  case paragraph
  case quote
  case list(ListLabels)
  case listItem
  case listLabel
  case listBody
  case table
  case tableHead
  case tableBody
  case tableRow
  case headerCell(HeaderScope)
  case dataCell
  case figure
  case caption
  case link
  /// A mark that refers to a note.
  case reference
  /// A list of what the document holds, and an entry of it.
  case contents
  case contentsItem
  /// A note; `id` tells it from all others.
  case note(id: String)
  /// A shape that stands for a text, as a column for a value that had no room.
  case span(text: String)
  /// Words of a sentence that something is said of: their language, what they stand for.
  case passage

  /// What stands before the items of a list.
  package enum ListLabels: String, Hashable, Sendable { case none, bullets, numbers }

  /// What a header cell heads.
  package enum HeaderScope: String, Hashable, Sendable { case column, row }

  /// The standard structure type's name.
  package var name: String {
    switch self {
    case .document: "Document"
    case .section: "Sect"
    case .division: "Div"
    case .heading(let level): "H\(level)"
    case .paragraph: "P"
    case .quote: "BlockQuote"
    case .list: "L"
    case .listItem: "LI"
    case .listLabel: "Lbl"
    case .listBody: "LBody"
    case .table: "Table"
    case .tableHead: "THead"
    case .tableBody: "TBody"
    case .tableRow: "TR"
    case .headerCell: "TH"
    case .dataCell: "TD"
    case .figure: "Figure"
    case .caption: "Caption"
    case .link: "Link"
    case .reference: "Reference"
    case .contents: "TOC"
    case .contentsItem: "TOCI"
    case .note: "Note"
    case .span, .passage: "Span"
    }
  }
}

/// An element of the structure tree, by its place in the tree's list.
package struct ElementID: Hashable, Sendable {
  package let index: Int

  /// An element that was added so many after it.
  package func following(_ count: Int) -> ElementID { ElementID(index: index + count) }
}

/// One element: its role, its parent and what a reader who cannot see it is told.
package struct StructureElement: Hashable, Sendable {
  package let role: StructureRole
  package let parent: ElementID?
  /// What stands for the element where it cannot be seen.
  package let alternativeText: String?
  /// The element's language, a BCP 47 tag, where it is not its parent's.
  package let language: String?
  /// What an abbreviation stands for.
  package let expansion: String?
  /// Of a table and its cells.
  package let table: TableAttributes?

  package init(
    role: StructureRole, parent: ElementID?, alternativeText: String? = nil, language: String? = nil,
    expansion: String? = nil, table: TableAttributes? = nil
  ) {
    self.role = role
    self.parent = parent
    self.alternativeText = alternativeText
    self.language = language
    self.expansion = expansion
    self.table = table
  }
}

/// The logical structure of a document. Elements stand in reading order, each after its parent.
package struct StructureTree: Hashable, Sendable {
  package private(set) var elements: [StructureElement]

  /// A tree that holds the document itself.
  package init() {
    elements = [StructureElement(role: .document, parent: nil)]
  }

  package static let root = ElementID(index: 0)

  package mutating func add(
    _ role: StructureRole, in parent: ElementID, alternativeText: String? = nil, language: String? = nil,
    expansion: String? = nil, table: TableAttributes? = nil
  ) -> ElementID {
    precondition(parent.index < elements.count, "a parent comes before its children")
    elements.append(
      StructureElement(
        role: role, parent: parent, alternativeText: alternativeText, language: language,
        expansion: expansion, table: table))
    return ElementID(index: elements.count - 1)
  }

  package subscript(id: ElementID) -> StructureElement { elements[id.index] }

  /// The roles from the document down to an element, as `Document/Sect/P`.
  package func path(to id: ElementID) -> String {
    let element = self[id]
    guard let parent = element.parent else { return element.role.name }
    return path(to: parent) + "/" + element.role.name
  }
}
