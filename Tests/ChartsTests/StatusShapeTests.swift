import DrawList
import Testing

@testable import Charts

/// The shapes before words, which have to be told apart in small type and without colour.
@Suite("Shapes of statuses")
struct StatusShapeTests {
  private let colors = CellGraphicColors(dark: .black, light: .black, line: .black, ground: .white)
  private static let cells = 14

  /// Which of a square's small squares are black: a sign of 7 points at 144 pixels an inch.
  private func raster(_ status: CellGraphic.Status) -> [Bool] {
    let box = Rect(x: 0, y: 0, width: 7, height: 7)
    let items = drawCellGraphic(.status(status), in: box, low: 0, high: 1, colors: colors)
    return (0..<Self.cells * Self.cells).map { index in
      let point = Point(
        x: (Double(index % Self.cells) + 0.5) / 2, y: (Double(index / Self.cells) + 0.5) / 2)
      var isBlack = false
      for item in items {
        guard case .polygon(let corners, let color) = item, corners.surround(point) else { continue }
        isBlack = color == .black
      }
      return isBlack
    }
  }

  @Test("Each two differ in a quarter of their square at least, in black alone")
  func apart() {
    let shapes = [CellGraphic.Status.favourable, .neutral, .unfavourable].map(raster)
    for (index, shape) in shapes.enumerated() {
      for other in shapes[(index + 1)...] {
        let different = zip(shape, other).count { $0 != $1 }
        #expect(Double(different) / Double(shape.count) >= 0.25)
      }
    }
  }

  @Test("None leaves its box, nor points up or down")
  func upright() {
    for status in [CellGraphic.Status.favourable, .neutral, .unfavourable] {
      let shape = raster(status)
      let rows = (0..<Self.cells).map { Array(shape[$0 * Self.cells..<($0 + 1) * Self.cells]) }
      #expect(rows == Array(rows.reversed()))
    }
  }
}

extension [Point] {
  /// Whether a point is in a polygon: a ray from it crosses the border an odd number of times.
  fileprivate func surround(_ point: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(self, dropFirst() + prefix(1)) where (a.y > point.y) != (b.y > point.y) {
      if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }
}
