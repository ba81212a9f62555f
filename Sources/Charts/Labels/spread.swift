import DrawList

/// Moves labels apart that would lie over one another, each as little as can be, keeping their order.
///
/// Neighbours that touch become one group, whose middle is where its members wish to be on average: the pool-adjacent-
/// violators algorithm (Barlow and others, 1972), which gives the least sum of squared moves.
///
/// - Parameters:
///   - wishes: where the middle of each label would be best.
///   - sizes: how much room each takes.
///   - bounds: what they must stay in, if there is room for all.
/// - Returns: the middles, in the order of `wishes`.
func spread(_ wishes: [Points], sizes: [Points], in bounds: ClosedRange<Points>) -> [Points] {
  struct Group {
    var members: [Int]
    var sum: Points
    var middle: Points { sum / Double(members.count) }
  }
  let order = wishes.indices.sorted { wishes[$0] == wishes[$1] ? $0 < $1 : wishes[$0] < wishes[$1] }
  // From where the first would start to the middle of each, were all to touch.
  var offsets = wishes
  var total: Points = 0
  for index in order {
    offsets[index] = total + sizes[index] / 2
    total += sizes[index]
  }
  var groups: [Group] = []
  for index in order {
    // A member's wish for the start of the first in its group, so that all are compared alike.
    groups.append(Group(members: [index], sum: wishes[index] - offsets[index]))
    while groups.count > 1, groups[groups.count - 2].middle > groups[groups.count - 1].middle {
      let last = groups.removeLast()
      groups[groups.count - 1].members += last.members
      groups[groups.count - 1].sum += last.sum
    }
  }
  var places = wishes
  for group in groups {
    let start = max(bounds.lowerBound, min(bounds.upperBound - total, group.middle))
    for member in group.members { places[member] = start + offsets[member] }
  }
  return places
}

/// The same of labels that take as much room each.
func spread(_ wishes: [Points], size: Points, in bounds: ClosedRange<Points>) -> [Points] {
  spread(wishes, sizes: wishes.map { _ in size }, in: bounds)
}
