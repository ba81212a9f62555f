import DrawList

/// What ending a page before each piece of a flow costs, besides how the page looks.
func endCostsOfPages(in fragments: FlowFragments) -> [Double] {
  let pieces = fragments.pieces
  var costs = [0.0]
  for (above, below) in zip(pieces, pieces.dropFirst()) {
    var cost = above.endCost
    if above.keepsWithNext { cost += above.heading == nil ? PageRules.brokenKeep : PageRules.loneHeading }
    // Rows of a table, strips of a chart: what stands over them is drawn again.
    if above.repeatedHead != nil, below.repeatedHead != nil { cost += PageRules.brokenTable }
    costs.append(cost)
  }
  // A sentence that cites three figures has its page turned once for all of them.
  var parting: Set<Int> = []
  for (cited, citing) in firstCitations(in: fragments) {
    parting.formUnion(min(cited, citing) + 1..<max(cited, citing) + 1)
  }
  for end in parting { costs[end] += PageRules.citation }
  return costs
}

/// Each figure that a text sends its reader to, with the first text that does, where they are near enough for
/// them to be seen together.
///
/// - Returns: their pieces. No run of rows is between two of them: it is longer than they may be apart.
private func firstCitations(in fragments: FlowFragments) -> [(cited: Int, citing: Int)] {
  var places: [String: Int] = [:]
  var citing: [(name: String, index: Int)] = []
  var known: Set<String> = []
  for (index, fragment) in fragments.pieces.enumerated() {
    for mark in fragment.marks {
      for item in mark.items {
        switch item {
        case .destination(let name, _): places[name] = index
        case .link(_, to: .destination(let name)):
          if known.insert(name).inserted { citing.append((name, index)) }
        default: break
        }
      }
    }
  }
  return citing.compactMap { name, index in
    // A note's mark leads to a note, which stands in no fragment; a mark of its own leads back.
    places[name].flatMap { cited in
      let distance = abs(fragments.start(of: cited) - fragments.start(of: index))
      return cited != index && distance <= farthestCitation ? (cited, index) : nil
    }
  }
}

/// As many fragments as a page has at the most: farther apart, two are on different pages whatever is done.
let farthestCitation = 100
