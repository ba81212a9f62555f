import DrawList
import QPDF

/// A document's structure as PDF objects: the root, an object an element, and the way back from each piece of a
/// page to its element.
///
/// - **Source**: ISO 32000-1, 14.7 (logical structure), 14.8.4 and 14.8.5 (standard types and attributes).
struct StructureObjects {
  let structure: StructureTree
  let content: StructureContent
  /// The numbers of the pages' and links' objects.
  let pages: [Int]
  let links: [Int]
  /// The number of the structure's root; the elements follow it.
  let root: Int

  /// Adds the objects, of which the root is the first.
  func add(to streams: inout ObjectStreams) {
    let elements = structure.elements
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
    if let expansion = element.expansion {
      text.append("/E")
      text.append(PDFValue.text(expansion).source)
    }
    writeAttributes(of: element, index, to: &text)
    text.append("/K[")
    for part in content.parts[index] { write(part, on: page, to: &text) }
    text.append("]>>")
  }

  /// The way from identifiers to elements: a name tree of one node, in the order of bytes (7.9.6).
  private func writeNames(of elements: [StructureElement], to text: inout ObjectText) {
    let names = elements.enumerated().compactMap { index, element -> (id: [UInt8], index: Int)? in
      if case .note(let id) = element.role { return (Array(id.utf8), index) }
      return element.isNamed ? (Array(Self.name(index).utf8), index) : nil
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

  private func writeAttributes(of element: StructureElement, _ index: Int, to text: inout ObjectText) {
    switch element.role {
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
      case .column: text.append("Column")
      case .row: text.append("Row")
      }
      writeCell(element.table, to: &text)
      text.append(">>")
      if element.isNamed { writeName(index, to: &text) }
    case .dataCell:
      guard let table = element.table else { break }
      text.append("/A<</O/Table")
      writeCell(table, to: &text)
      text.append(">>")
    case .table:
      guard case .summary(let summary)? = element.table else { break }
      text.append("/A<</O/Table/Summary")
      text.append(PDFValue.text(summary).source)
      text.append(">>")
    case .figure:
      guard let figure = content.boxes[index], figure.isWhole else { break }
      let (box, height) = (figure.box, content.heights[figure.page])
      let corners: PDFValue = [
        .real(box.minX), .real(height - box.maxY), .real(box.maxX), .real(height - box.minY),
      ]
      text.append("/A<</O/Layout/Placement/Block/BBox")
      text.append(corners.source)
      text.append(">>")
    case .note(let id):
      text.append("/ID")
      text.append(PDFValue.bytes(Array(id.utf8)).source)
    case .span(let spelled):
      text.append("/ActualText")
      text.append(PDFValue.text(spelled).source)
    case .document, .section, .division, .heading, .paragraph, .quote, .listItem, .listLabel, .listBody,
      .tableHead, .tableBody, .tableRow, .caption, .link, .reference, .contents, .contentsItem, .passage:
      break
    }
  }

  // MARK: Cells

  private func writeCell(_ attributes: TableAttributes?, to text: inout ObjectText) {
    guard case .cell(let columns, let rows, let headers)? = attributes else { return }
    if columns > 1 {
      text.append("/ColSpan ")
      text.append(columns)
    }
    if rows > 1 {
      text.append("/RowSpan ")
      text.append(rows)
    }
    guard !headers.isEmpty else { return }
    text.append("/Headers[")
    for header in headers { text.append("(\(Self.name(header.index)))") }
    text.append("]")
  }

  /// The name by which cells say what heads them.
  private func writeName(_ index: Int, to text: inout ObjectText) {
    text.append("/ID(\(Self.name(index)))")
  }

  /// Names are of one length, so that their order is that of the elements, as a name tree asks.
  private static func name(_ index: Int) -> String {
    let digits = String(index)
    return "h" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
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

extension StructureElement {
  /// Whether cells refer to it by its name.
  fileprivate var isNamed: Bool {
    guard case .headerCell = role, case .cell? = table else { return false }
    return true
  }
}
