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
  /// Lines and curves.
  case path(DrawPath, PathPaint)
  /// A picture of pixels, stretched over a rectangle.
  case image(RasterImage, Rect)
  /// An area that leads somewhere; it draws nothing.
  case link(Rect, to: LinkTarget)
  /// A place that links of the document lead to, by its name; it draws nothing.
  case destination(String, Point)

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
    case .path(let path, let paint):
      return .path(path.mapped { $0.moved(by: offset) }, paint)
    case .image(let image, let rect):
      return .image(image, rect.moved(by: offset))
    case .link(let area, let target):
      return .link(area.moved(by: offset), to: target)
    case .destination(let name, let point):
      return .destination(name, point.moved(by: offset))
    }
  }
}

extension DrawItem {
  /// Whether there is something to see.
  package var isVisible: Bool {
    switch self {
    case .glyphs(let run): !run.glyphs.isEmpty
    case .rectangle, .polygon, .line, .path, .image: true
    case .link, .destination: false
    }
  }

  /// The box around what is drawn, glyphs taken to reach from a quarter of their size below the baseline to
  /// their size above it.
  package var bounds: Rect {
    switch self {
    case .glyphs(let run) where run.isUpward:
      Rect(x: run.origin.x - run.size, y: run.origin.y - run.width, width: run.size * 1.25, height: run.width)
    case .glyphs(let run):
      Rect(x: run.origin.x, y: run.origin.y - run.size, width: run.width, height: run.size * 1.25)
    case .rectangle(let rect, _), .link(let rect, _), .image(_, let rect): rect
    case .polygon(let corners, _): box(around: corners, margin: 0)
    case .path(let path, .fill): box(around: path.points, margin: 0)
    case .path(let path, .stroke(_, let width)): box(around: path.points, margin: width / 2)
    case .line(let start, let end, let width, _): box(around: [start, end], margin: width / 2)
    case .destination(_, let point): box(around: [point], margin: 0)
    }
  }

  private func box(around points: [Point], margin: Points) -> Rect {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, top) = ((xs.min() ?? 0) - margin, (ys.min() ?? 0) - margin)
    return Rect(
      x: left, y: top, width: (xs.max() ?? 0) + margin - left, height: (ys.max() ?? 0) + margin - top)
  }
}

/// Where a link leads.
package enum LinkTarget: Hashable, Sendable {
  /// An address outside the document.
  case address(String)
  /// A destination of the document, by its name.
  case destination(String)
}
