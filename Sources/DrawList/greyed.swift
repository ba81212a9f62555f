extension Document {
  /// The document as a printer without colour gives it.
  package var greyed: Document {
    Document(
      metadata: metadata, structure: structure,
      pages: pages.map { page in Page(size: page.size, marks: page.marks.map(\.greyed)) }, outline: outline)
  }
}

extension Mark {
  fileprivate var greyed: Mark { Mark(owner, items.map(\.greyed), label: label) }
}

extension DrawItem {
  fileprivate var greyed: DrawItem {
    switch self {
    case .glyphs(var run):
      run.color = run.color.grey
      return .glyphs(run)
    case .rectangle(let rect, let color): return .rectangle(rect, color.grey)
    case .polygon(let corners, let color): return .polygon(corners, color.grey)
    case .line(let from, let to, let width, let color):
      return .line(from: from, to: to, width: width, color.grey)
    case .path(let path, .fill(let color, let isEvenOdd)):
      return .path(path, .fill(color.grey, isEvenOdd: isEvenOdd))
    case .path(let path, .stroke(let color, let width)):
      return .path(path, .stroke(color.grey, width: width))
    case .image(var image, let rect):
      image.isGrey = true
      return .image(image, rect)
    case .link, .destination: return self
    }
  }
}
