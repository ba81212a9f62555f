import DrawList

/// What is kept of pages once they are painted: what each element of a structure tree holds, in order: its pieces of pages, its links, its children.
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

  /// Whether the document has a tree: without one there are only links.
  let isTagged: Bool
  /// Of each page.
  private(set) var heights: [Points] = []
  /// Of each page: the owners of all its pieces.
  private(set) var marks: [[Mark.Owner]] = []
  /// The places that links lead to, by their names; of two with one name the first.
  private(set) var destinations: [String: LinkDestination] = [:]
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
  private let elements: [StructureElement]

  init(of structure: StructureTree, isTagged: Bool) {
    self.isTagged = isTagged
    elements = isTagged ? structure.elements : []
    parts = Array(repeating: [], count: elements.count)
    content = Array(repeating: [], count: elements.count)
    firstTime = Array(repeating: 0, count: elements.count)
  }

  /// Settles what each element holds, after the last page.
  mutating func finish() {
    for index in links.indices {
      links[index].text = links[index].owner.flatMap { elements[$0].alternativeText ?? linkTexts[$0] } ?? ""
    }
    merge()
    content = []
  }

  /// Notes the next page.
  mutating func add(_ page: Page, in pieces: [Piece]) {
    let index = heights.count
    heights.append(page.size.height)
    marks.append(pieces.map(\.owner))
    var owners: [Int] = []
    let firstLink = links.count
    for piece in pieces {
      guard case .element(let id) = piece.owner else { continue }
      add(.piece(page: index, number: owners.count), to: id.index)
      owners.append(id.index)
      switch elements[id.index].role {
      case .figure: addBox(of: page.marks[piece.marks], on: index, to: id.index)
      case .link: addText(of: page.marks[piece.marks], to: id.index)
      default: break
      }
    }
    for mark in page.marks {
      addLinks(of: mark, on: index)
      addDestinations(of: mark, on: index)
    }
    self.owners.append(owners)
    linksOfPages.append(firstLink..<links.count)
  }

  private mutating func addLinks(of mark: Mark, on page: Int) {
    for case .link(let area, let target) in mark.items {
      let owner: Int? = if isTagged, case .element(let id) = mark.owner { id.index } else { nil }
      if let owner { add(.link(page: page, number: links.count), to: owner) }
      links.append(Link(area: area, target: target, owner: owner, text: ""))
    }
  }

  private mutating func addDestinations(of mark: Mark, on page: Int) {
    for case .destination(let name, let point) in mark.items where destinations[name] == nil {
      destinations[name] = LinkDestination(page: page, fromFoot: heights[page] - point.y)
    }
  }

  private mutating func add(_ part: Part, to element: Int) {
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

  private mutating func merge() {
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
