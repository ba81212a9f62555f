import DrawList
import QPDF

/// A document's structure as PDF objects: the root, an object an element, and the way back from each piece of a
/// page to its element.
///
/// - **Source**: ISO 32000-1, 14.7 (logical structure), 14.8.4 and 14.8.5 (standard types and attributes).
struct StructureObjects {
  let document: Document
  let content: StructureContent
  /// The numbers of the pages' and links' objects.
  let pages: [Int]
  let links: [Int]
  /// The number of the structure's root; the elements follow it.
  let root: Int

  /// Adds the objects, of which the root is the first.
  func add(to streams: inout ObjectStreams) {
    let elements = document.structure.elements
    let firstArray = number(of: elements.count)
    let parentTree = firstArray + pages.count
    streams.add { text in
      text.append("<</Type/StructTreeRoot/K ")
      text.appendReference(number(of: 0))
      text.append("/ParentTree ")
      text.appendReference(parentTree)
      text.append("/ParentTreeNextKey ")
      text.append(pages.count + links.count)
      writeNames(of: elements, to: &text)
      text.append(">>")
    }
    for (index, element) in elements.enumerated() { streams.add { write(element, index, to: &$0) } }
    for owners in content.owners { streams.add { writeArray(of: owners, to: &$0) } }
    streams.add { writeParentTree(firstArray: firstArray, to: &$0) }
  }

  private func number(of element: Int) -> Int { root + 1 + element }

  // MARK: Elements

  private func write(_ element: StructureElement, _ index: Int, to text: inout ObjectText) {
    text.append("<</Type/StructElem/S/")
    text.append(element.role.name)
    text.append("/P ")
    text.appendReference(element.parent.map { number(of: $0.index) } ?? root)
    let page = firstPage(of: content.parts[index])
    if let page {
      text.append("/Pg ")
      text.appendReference(pages[page])
    }
    if let alternative = element.alternativeText {
      text.append("/Alt")
      text.append(PDFValue.text(alternative).source)
    }
    if let language = element.language {
      text.append("/Lang")
      text.append(PDFValue.bytes(Array(language.utf8)).source)
    }
    writeAttributes(of: element.role, index, to: &text)
    text.append("/K[")
    for part in content.parts[index] { write(part, on: page, to: &text) }
    text.append("]>>")
  }

  /// The way from identifiers to elements: a name tree of one node, in the order of bytes (7.9.6).
  private func writeNames(of elements: [StructureElement], to text: inout ObjectText) {
    let names = elements.enumerated().compactMap { index, element -> (id: [UInt8], index: Int)? in
      guard case .note(let id) = element.role else { return nil }
      return (Array(id.utf8), index)
    }
    guard !names.isEmpty else { return }
    text.append("/IDTree<</Names[")
    for name in names.sorted(by: { $0.id.lexicographicallyPrecedes($1.id) }) {
      text.append(PDFValue.bytes(name.id).source)
      text.appendReference(number(of: name.index))
      text.append(" ")
    }
    text.append("]>>")
  }

  private func firstPage(of parts: [StructureContent.Part]) -> Int? {
    for case .piece(let page, _) in parts { return page }
    return nil
  }

  private func write(_ part: StructureContent.Part, on page: Int?, to text: inout ObjectText) {
    switch part {
    case .piece(page, let number):
      text.append(number)
      text.append(" ")
    case .piece(let page, let number):
      text.append("<</Type/MCR/Pg ")
      text.appendReference(pages[page])
      text.append("/MCID ")
      text.append(number)
      text.append(">>")
    case .link(let page, let number):
      text.append("<</Type/OBJR/Pg ")
      text.appendReference(pages[page])
      text.append("/Obj ")
      text.appendReference(links[number])
      text.append(">>")
    case .child(let index):
      text.appendReference(number(of: index))
      text.append(" ")
    }
  }

  private func writeAttributes(of role: StructureRole, _ index: Int, to text: inout ObjectText) {
    switch role {
    case .list(let labels):
      text.append("/A<</O/List/ListNumbering/")
      switch labels {
      case .none: text.append("None>>")
      case .bullets: text.append("Disc>>")
      case .numbers: text.append("Decimal>>")
      }
    case .headerCell(let scope):
      text.append("/A<</O/Table/Scope/")
      switch scope {
      case .column: text.append("Column>>")
      case .row: text.append("Row>>")
      }
    case .figure:
      guard let figure = content.boxes[index], figure.isWhole else { break }
      let (box, height) = (figure.box, document.pages[figure.page].size.height)
      let corners: PDFValue = [
        .real(box.minX), .real(height - box.maxY), .real(box.maxX), .real(height - box.minY),
      ]
      text.append("/A<</O/Layout/Placement/Block/BBox")
      text.append(corners.source)
      text.append(">>")
    case .note(let id):
      text.append("/ID")
      text.append(PDFValue.bytes(Array(id.utf8)).source)
    case .document, .section, .division, .heading, .paragraph, .quote, .listItem, .listLabel, .listBody,
      .table,
      .tableHead, .tableBody, .tableRow, .dataCell, .caption, .link, .reference:
      break
    }
  }

  // MARK: The way back

  /// The owners of a page's pieces, by their numbers.
  private func writeArray(of owners: [Int], to text: inout ObjectText) {
    text.append("[")
    for owner in owners {
      text.appendReference(number(of: owner))
      text.append(" ")
    }
    text.append("]")
  }

  /// Pages come first, then links: their keys are what they bear as `StructParents` and `StructParent`.
  private func writeParentTree(firstArray: Int, to text: inout ObjectText) {
    text.append("<</Nums[")
    for page in pages.indices { write(key: page, firstArray + page, to: &text) }
    for (index, link) in content.links.enumerated() {
      if let owner = link.owner { write(key: pages.count + index, number(of: owner), to: &text) }
    }
    text.append("]>>")
  }

  private func write(key: Int, _ number: Int, to text: inout ObjectText) {
    text.append(key)
    text.append(" ")
    text.appendReference(number)
    text.append(" ")
  }
}
