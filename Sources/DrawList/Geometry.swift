/// A length in PostScript points (1/72 inch), the unit of everything drawn.
package typealias Points = Double

/// A length in millimetres, the unit people give paper sizes and margins in.
package typealias Millimetres = Double

/// Turns millimetres into points: 25.4 mm and 72 pt are both one inch.
package func points(_ length: Millimetres) -> Points { length * 72 / 25.4 }

/// A position from the top-left corner of a page; y grows downwards.
package struct Point: Hashable, Sendable {
  package var x: Points
  package var y: Points

  package init(x: Points, y: Points) {
    self.x = x
    self.y = y
  }

  package static let zero = Point(x: 0, y: 0)

  package func moved(by offset: Point) -> Point { Point(x: x + offset.x, y: y + offset.y) }
}

package struct Size: Hashable, Sendable {
  package var width: Points
  package var height: Points

  package init(width: Points, height: Points) {
    self.width = width
    self.height = height
  }

  /// ISO 216 A4, upright.
  package static let a4 = Size(width: points(210), height: points(297))
}

/// A rectangle by its top-left corner and its size.
package struct Rect: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package init(x: Points, y: Points, width: Points, height: Points) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  package var minX: Points { origin.x }
  package var minY: Points { origin.y }
  package var maxX: Points { origin.x + size.width }
  package var maxY: Points { origin.y + size.height }

  package func moved(by offset: Point) -> Rect {
    Rect(x: minX + offset.x, y: minY + offset.y, width: size.width, height: size.height)
  }

  /// The smallest rectangle around this one and another.
  package func union(_ other: Rect) -> Rect {
    let x = min(minX, other.minX)
    let y = min(minY, other.minY)
    return Rect(x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
  }
}
