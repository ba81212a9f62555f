/// A picture of pixels, ready to be put on pages: its file was read and found good.
package struct RasterImage: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable { case png, jpeg }

  /// What tells it from others: pages that show the same picture hold it once.
  package let digest: String
  package let format: Format
  /// The file, without what is of no use to a page.
  package let bytes: [UInt8]
  /// As they are kept in the file.
  package let storedWidth: Int
  package let storedHeight: Int
  package let hasAlpha: Bool
  package let orientation: ImageOrientation
  /// Whether its colours are to be drawn as greys.
  package var isGrey = false

  package init(
    digest: String, format: Format, bytes: [UInt8], storedWidth: Int, storedHeight: Int, hasAlpha: Bool,
    orientation: ImageOrientation
  ) {
    self.digest = digest
    self.format = format
    self.bytes = bytes
    self.storedWidth = storedWidth
    self.storedHeight = storedHeight
    self.hasAlpha = hasAlpha
    self.orientation = orientation
  }

  /// As they are seen.
  package var width: Int { orientation.isTurned ? storedHeight : storedWidth }
  package var height: Int { orientation.isTurned ? storedWidth : storedHeight }

  /// From its stored pixels to a rectangle.
  package func placing(in rect: Rect) -> AffineMap {
    let (across, down) = (rect.size.width / Double(width), rect.size.height / Double(height))
    let stretch = AffineMap(xx: across, yx: 0, xy: 0, yy: down, x0: rect.minX, y0: rect.minY)
    return stretch.after(orientation.placing(width: Double(storedWidth), height: Double(storedHeight)))
  }

  package static func == (a: RasterImage, b: RasterImage) -> Bool {
    a.digest == b.digest && a.orientation == b.orientation && a.isGrey == b.isGrey
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// How a picture is turned and mirrored to be seen upright: Exif's values.
package enum ImageOrientation: Int, Hashable, Sendable, CaseIterable {
  case upright = 1
  case mirrored, halfTurn, flipped, transposed, quarterRight, transversed, quarterLeft

  /// Whether width and height change places.
  package var isTurned: Bool { rawValue >= 5 }

  /// From a stored point (x, y) to where it is seen: `X = xx·x + xy·y + x0`, `Y = yx·x + yy·y + y0`.
  package func placing(width: Double, height: Double) -> AffineMap {
    switch self {
    case .upright: AffineMap(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
    case .mirrored: AffineMap(xx: -1, yx: 0, xy: 0, yy: 1, x0: width, y0: 0)
    case .halfTurn: AffineMap(xx: -1, yx: 0, xy: 0, yy: -1, x0: width, y0: height)
    case .flipped: AffineMap(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: height)
    case .transposed: AffineMap(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
    case .quarterRight: AffineMap(xx: 0, yx: 1, xy: -1, yy: 0, x0: height, y0: 0)
    case .transversed: AffineMap(xx: 0, yx: -1, xy: -1, yy: 0, x0: height, y0: width)
    case .quarterLeft: AffineMap(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: width)
    }
  }
}

/// A map of points that keeps lines straight and parallel.
package struct AffineMap: Hashable, Sendable {
  package let xx, yx, xy, yy, x0, y0: Double

  package init(xx: Double, yx: Double, xy: Double, yy: Double, x0: Double, y0: Double) {
    self.xx = xx
    self.yx = yx
    self.xy = xy
    self.yy = yy
    self.x0 = x0
    self.y0 = y0
  }

  package static let identity = AffineMap(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)

  package func callAsFunction(_ point: Point) -> Point {
    Point(x: xx * point.x + xy * point.y + x0, y: yx * point.x + yy * point.y + y0)
  }

  /// This map after another.
  package func after(_ first: AffineMap) -> AffineMap {
    AffineMap(
      xx: xx * first.xx + xy * first.yx, yx: yx * first.xx + yy * first.yx, xy: xx * first.xy + xy * first.yy,
      yy: yx * first.xy + yy * first.yy, x0: xx * first.x0 + xy * first.y0 + x0,
      y0: yx * first.x0 + yy * first.y0 + y0)
  }

  /// How much longer it makes lines, on average over directions.
  package var scale: Double { abs(xx * yy - xy * yx).squareRoot() }
}
