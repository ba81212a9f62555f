/// Lines and curves one after the other.
package struct DrawPath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve: its two handles, and where it ends.
    case curve(Point, Point, Point)
    case close
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  package func mapped(_ map: (Point) -> Point) -> DrawPath {
    DrawPath(
      steps.map { step in
        switch step {
        case .move(let point): .move(map(point))
        case .line(let point): .line(map(point))
        case .curve(let a, let b, let end): .curve(map(a), map(b), map(end))
        case .close: .close
        }
      })
  }

  /// Its points, handles among them: their box holds the path.
  package var points: [Point] {
    steps.flatMap { step -> [Point] in
      switch step {
      case .move(let point), .line(let point): [point]
      case .curve(let a, let b, let end): [a, b, end]
      case .close: []
      }
    }
  }
}

/// How a path is painted.
package enum PathPaint: Hashable, Sendable {
  /// Filled; with `isEvenOdd`, where lines are crossed an odd number of times.
  case fill(Color, isEvenOdd: Bool)
  /// Stroked, with flat ends and mitred corners.
  case stroke(Color, width: Points)
}
