/// Everything that can be put on a page: the closed contract between layout and paint.
package enum DrawItem: Hashable, Sendable {
  /// A run of text.
  case glyphs(GlyphRun)
  /// A filled rectangle.
  case rectangle(Rect, Color)
  /// A filled polygon through its corners.
  case polygon([Point], Color)
  /// A straight stroke with flat ends.
  case line(from: Point, to: Point, width: Points, Color)
  /// An area that leads somewhere; it draws nothing.
  case link(Rect, to: LinkTarget)

  /// The same item, shifted.
  package func moved(by offset: Point) -> DrawItem {
    switch self {
    case .glyphs(var run):
      run.origin = run.origin.moved(by: offset)
      return .glyphs(run)
    case .rectangle(let rect, let color):
      return .rectangle(rect.moved(by: offset), color)
    case .polygon(let corners, let color):
      return .polygon(corners.map { $0.moved(by: offset) }, color)
    case .line(let from, let to, let width, let color):
      return .line(from: from.moved(by: offset), to: to.moved(by: offset), width: width, color)
    case .link(let area, let target):
      return .link(area.moved(by: offset), to: target)
    }
  }
}

/// Where a link leads.
package enum LinkTarget: Hashable, Sendable {
  /// An address outside the document.
  case address(String)
}
