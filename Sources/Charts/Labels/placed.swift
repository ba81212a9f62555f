import DrawList

/// Places labels along a line so that each stays over what it names and none comes near another.
///
/// - Parameters:
///   - anchors: what each label must stay over, in ascending order; it is centred there where that can be.
///   - sizes: how long each label is.
///   - inset: how far from its ends a label's anchor is at least.
///   - gap: what is left free between two labels.
///   - bounds: what they must stay in.
/// - Returns: where each starts; `nil` where not all of them fit.
func placed(
  _ anchors: [Points], sizes: [Points], inset: Points, gap: Points, in bounds: ClosedRange<Points>
) -> [Points]? {
  // From the last on: the furthest start of each that leaves room for those after it.
  var latest = anchors
  var end = bounds.upperBound
  for index in anchors.indices.reversed() {
    latest[index] = min(anchors[index] - inset, end - sizes[index])
    end = latest[index] - gap
  }
  var starts = anchors
  var start = bounds.lowerBound
  for index in anchors.indices {
    let earliest = max(start, anchors[index] + inset - sizes[index])
    guard earliest <= latest[index] + 0.001 else { return nil }
    starts[index] = max(earliest, min(anchors[index] - sizes[index] / 2, latest[index]))
    start = starts[index] + sizes[index] + gap
  }
  return starts
}
