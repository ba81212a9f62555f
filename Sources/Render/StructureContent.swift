import DrawList

/// What each element of a structure tree holds, in order: its pieces of pages, its links, its children.
///
/// Children stand in the order of the tree, whatever the order of painting; a piece of an element stands before
/// the first child that has anything painted after it. Made in one pass over the pages and one over the elements.
struct StructureContent {
  enum Part {
    /// A piece, by its number among those of its page that elements own.
    case piece(page: Int, number: Int)
    /// A link, by its number among the document's.
    case link(page: Int, number: Int)
    /// A child, by its place in the tree.
    case child(Int)
  }

  struct Link {
    let area: Rect
    let target: LinkTarget
    /// The element it belongs to, by its place in the tree; `nil` for one that no listener meets.
    let owner: Int?
    /// What is drawn in that element.
    var text: String
  }

  /// By element.
  private(set) var parts: [[Part]]
  /// Of each page: the owners of its numbered pieces.
  private(set) var owners: [[Int]] = []
  private(set) var links: [Link] = []
  /// Of each page: which of the links lie on it.
  private(set) var linksOfPages: [Range<Int>] = []
  /// By element, for figures that stand on one page: the box around what is drawn.
  private(set) var boxes: [Int: FigureBox] = [:]

  struct FigureBox {
    let page: Int
    var box: Rect
    var isWhole = true
  }

  private typealias Content = (time: Int, part: Part)
  /// By element.
  private var content: [[Content]]
  /// By element: when it or one in it was first painted; 0 for never.
  private var firstTime: [Int]
  private var time = 0
  private var linkTexts: [Int: String] = [:]

  init(of document: Document, in pieces: [[Piece]]) {
    let elements = document.structure.elements
    parts = Array(repeating: [], count: elements.count)
    content = Array(repeating: [], count: elements.count)
    firstTime = Array(repeating: 0, count: elements.count)
    for (index, page) in document.pages.enumerated() { add(page, at: index, in: pieces[index], elements) }
    for index in links.indices {
      links[index].text = links[index].owner.flatMap { elements[$0].alternativeText ?? linkTexts[$0] } ?? ""
    }
    merge(elements)
    content = []
  }

  private mutating func add(
    _ page: Page, at index: Int, in pieces: [Piece], _ elements: [StructureElement]
  ) {
    var owners: [Int] = []
    let firstLink = links.count
    for piece in pieces {
      guard case .element(let id) = piece.owner else { continue }
      add(.piece(page: index, number: owners.count), to: id.index, elements)
      owners.append(id.index)
      switch elements[id.index].role {
      case .figure: addBox(of: page.marks[piece.marks], on: index, to: id.index)
      case .link: addText(of: page.marks[piece.marks], to: id.index)
      default: break
      }
    }
    for mark in page.marks { addLinks(of: mark, on: index, elements) }
    self.owners.append(owners)
    linksOfPages.append(firstLink..<links.count)
  }

  private mutating func addLinks(of mark: Mark, on page: Int, _ elements: [StructureElement]) {
    for case .link(let area, let target) in mark.items {
      let owner: Int? = if case .element(let id) = mark.owner { id.index } else { nil }
      if let owner { add(.link(page: page, number: links.count), to: owner, elements) }
      links.append(Link(area: area, target: target, owner: owner, text: ""))
    }
  }

  private mutating func add(_ part: Part, to element: Int, _ elements: [StructureElement]) {
    time += 1
    content[element].append((time, part))
    var ancestor: Int? = element
    while let index = ancestor, firstTime[index] == 0 {
      firstTime[index] = time
      ancestor = elements[index].parent?.index
    }
  }

  private mutating func addBox(of marks: ArraySlice<Mark>, on page: Int, to element: Int) {
    for item in marks.flatMap(\.items) where item.isVisible {
      guard var figure = boxes[element] else {
        boxes[element] = FigureBox(page: page, box: item.bounds)
        continue
      }
      figure.isWhole = figure.isWhole && figure.page == page
      figure.box = figure.box.union(item.bounds)
      boxes[element] = figure
    }
  }

  private mutating func addText(of marks: ArraySlice<Mark>, to element: Int) {
    for case .glyphs(let run) in marks.flatMap(\.items) {
      linkTexts[element] = linkTexts[element].map { $0 + " " + run.text } ?? run.text
    }
  }

  private mutating func merge(_ elements: [StructureElement]) {
    var taken = Array(repeating: 0, count: elements.count)
    for (index, element) in elements.enumerated() {
      guard let parent = element.parent?.index else { continue }
      while taken[parent] < content[parent].count, content[parent][taken[parent]].time < firstTime[index] {
        parts[parent].append(content[parent][taken[parent]].part)
        taken[parent] += 1
      }
      parts[parent].append(.child(index))
    }
    for index in elements.indices { parts[index] += content[index][taken[index]...].map(\.part) }
  }
}
