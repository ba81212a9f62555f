/// What a picture's file holds, read and found good.
package enum Picture: Hashable, Sendable {
  case raster(RasterImage)
  case drawing(VectorDrawing)

  /// Width over height.
  package var proportion: Double {
    switch self {
    case .raster(let image): Double(image.width) / Double(image.height)
    case .drawing(let drawing): drawing.size.width / drawing.size.height
    }
  }

  /// The picture stretched over a rectangle.
  package func items(in rect: Rect) -> [DrawItem] {
    switch self {
    case .raster(let image): [.image(image, rect)]
    case .drawing(let drawing): drawing.items(in: rect)
    }
  }
}

/// A drawing of paths, as a logo is.
package struct VectorDrawing: Hashable, Sendable {
  package struct Shape: Hashable, Sendable {
    package let path: DrawPath
    package let paint: PathPaint

    package init(path: DrawPath, paint: PathPaint) {
      self.path = path
      self.paint = paint
    }
  }

  /// In the drawing's own unit, its top-left corner at zero.
  package let size: Size
  package let shapes: [Shape]

  package init(size: Size, shapes: [Shape]) {
    self.size = size
    self.shapes = shapes
  }

  func items(in rect: Rect) -> [DrawItem] {
    let map = AffineMap(
      xx: rect.size.width / size.width, yx: 0, xy: 0, yy: rect.size.height / size.height, x0: rect.minX,
      y0: rect.minY)
    return shapes.map { shape in
      let paint: PathPaint =
        switch shape.paint {
        case .fill: shape.paint
        case .stroke(let color, let width): .stroke(color, width: width * map.scale)
        }
      return .path(shape.path.mapped { map($0) }, paint)
    }
  }
}
