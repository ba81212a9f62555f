import DrawList

/// The form of a line's points, which tells lines apart in grey where a legend names them: dashes mean a value that may
/// still change.
enum PointShape: CaseIterable {
  case disc, square, triangle, diamond, fallingTriangle

  /// - Parameter series: its number. Those after the fifth begin anew, one further: colours begin anew too.
  init(of series: Int) {
    let count = Self.allCases.count
    self = Self.allCases[(series + series / count) % count]
  }

  /// About as large as a disc of a radius.
  ///
  /// - Parameter isOpen: whether it is hollow, as that of a value that may still change.
  func items(at center: Point, radius: Points, _ color: Color, isOpen: Bool = false) -> [DrawItem] {
    guard self != .disc else {
      return isOpen
        ? ring(at: center, radius: radius, width: Self.edge, color)
        : [Charts.disc(at: center, radius: radius, color)]
    }
    let reach = reach * radius
    let middle = Point(x: center.x, y: center.y + shift * reach)
    let outer = DrawItem.polygon(corners(around: middle, reach: reach), color)
    guard isOpen else { return [outer] }
    // The edge is as wide everywhere as that of a ring.
    let inner = max(0, reach - Self.edge / insideShare)
    return [outer, .polygon(corners(around: middle, reach: inner), .white)]
  }

  /// How far it is drawn to any side of its place, in radii of a disc as large.
  var widest: Double {
    switch self {
    case .disc: 1
    case .square: 0.89
    case .diamond: 1.26
    case .triangle, .fallingTriangle: 1.35
    }
  }

  private static let edge: Points = 1.1

  /// How far under its place its centre is, in its reach, so that it stands as high over its place as under it.
  private var shift: Double {
    switch self {
    case .disc, .square, .diamond: 0
    case .triangle: 0.25
    case .fallingTriangle: -0.25
    }
  }

  /// From its centre to its corners, in radii of a disc of the same area.
  private var reach: Double {
    switch self {
    case .disc: 1
    case .square, .diamond: 1.253
    case .triangle, .fallingTriangle: 1.555
    }
  }

  /// How far its sides are from its centre, where its corners are at 1.
  private var insideShare: Double {
    switch self {
    case .disc: 1
    case .square, .diamond: 0.7071
    case .triangle, .fallingTriangle: 0.5
    }
  }

  /// - Parameter reach: from the centre to each corner.
  private func corners(around center: Point, reach: Points) -> [Point] {
    let (half, side) = (reach * 0.7071, reach * 0.866)
    let offsets: [(Double, Double)] =
      switch self {
      case .disc: []
      case .square: [(-half, -half), (half, -half), (half, half), (-half, half)]
      case .diamond: [(0, -reach), (reach, 0), (0, reach), (-reach, 0)]
      case .triangle: [(0, -reach), (side, reach / 2), (-side, reach / 2)]
      case .fallingTriangle: [(0, reach), (-side, -reach / 2), (side, -reach / 2)]
      }
    return offsets.map { Point(x: center.x + $0.0, y: center.y + $0.1) }
  }
}
