/// Which side of an open document a page is on, and what faces it.
///
/// - Source: page 1 is a right-hand page, as in any bound document; pages 2 and 3 face each other.
enum PageSide: Hashable {
  /// Pages are printed on one side, or read on a screen.
  case single
  case left
  /// A right-hand page, and how far down the page at its left is filled, in twelfths; `nil` where that does not count.
  case right(facing: Int?)

  private static let steps = 12.0

  /// - Parameter index: of the page, from 0.
  init(ofPage index: Int, isDuplex: Bool) {
    self = !isDuplex ? .single : index.isMultiple(of: 2) ? .right(facing: nil) : .left
  }

  /// The side after a page that is filled so far; `nil` where white at its foot is as it should be.
  func next(depth: Double?) -> PageSide {
    switch self {
    case .single: .single
    case .right: .left
    case .left: .right(facing: depth.map { Int(($0 * Self.steps).rounded()) })
    }
  }

  /// What it costs that two pages that face each other end at unlike heights.
  func facingCost(depth: Double?) -> Double {
    guard case .right(let facing?) = self, let depth else { return 0 }
    let difference = Double(facing) / Self.steps - depth
    return PageRules.unlikeFacing * difference * difference
  }
}
