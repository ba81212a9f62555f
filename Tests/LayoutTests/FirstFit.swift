import DrawList

@testable import Layout

/// Where pages end that are filled from top to bottom, each with all that it has room for: what page breaking is held
/// against. Fragments that keep with their next go to the next page with it; a chain taller than a page starts on a
/// page of its own and breaks where that is full.
func firstFit(_ flow: PageFlow) -> [Int] {
  var ends: [Int] = []
  var start = 0
  func fits(_ end: Int) -> Bool { flow.fill(start..<end).height <= flow.size.height + PageRules.tolerance }
  for chain in flow.chains {
    if fits(chain.upperBound) { continue }
    if start < chain.lowerBound {
      ends.append(chain.lowerBound)
      start = chain.lowerBound
    }
    for index in chain where index > start && !fits(index + 1) {
      ends.append(index)
      start = index
    }
  }
  return ends + [flow.fragments.count]
}

extension PageFlow {
  /// The fragments cut after each one that does not keep with its next.
  fileprivate var chains: [Range<Int>] {
    var chains: [Range<Int>] = []
    var start = 0
    for (index, fragment) in fragments.enumerated()
    where !fragment.keepsWithNext || index == fragments.count - 1 {
      chains.append(start..<index + 1)
      start = index + 1
    }
    return chains
  }
}
