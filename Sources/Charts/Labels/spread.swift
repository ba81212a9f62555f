import DrawList

/// Moves labels apart that would lie over one another, each as little as can be, keeping their order.
///
/// Neighbours that touch become one group, whose middle is where its members wish to be on average: the pool-adjacent-
/// violators algorithm (Barlow and others, 1972), which gives the least sum of squared moves.
///
/// - Parameters:
///   - wishes: where the middle of each label would be best.
///   - size: how much room each takes.
///   - bounds: what they must stay in, if there is room for all.
/// - Returns: the middles, in the order of `wishes`.
func spread(_ wishes: [Points], size: Points, in bounds: ClosedRange<Points>) -> [Points] {
  struct Group {
    var members: [Int]
    var sum: Points
    var middle: Points { sum / Double(members.count) }
  }
  let order = wishes.indices.sorted { wishes[$0] == wishes[$1] ? $0 < $1 : wishes[$0] < wishes[$1] }
  var groups: [Group] = []
  for (position, index) in order.enumerated() {
    // A member's wish for the place of the first in its group, so that all are compared alike.
    groups.append(Group(members: [index], sum: wishes[index] - Double(position) * size))
    while groups.count > 1, groups[groups.count - 2].middle > groups[groups.count - 1].middle {
      let last = groups.removeLast()
      groups[groups.count - 1].members += last.members
      groups[groups.count - 1].sum += last.sum
    }
  }
  var places = wishes
  var position = 0
  let most = bounds.upperBound - size / 2 - Double(wishes.count - 1) * size
  for group in groups {
    let start = max(bounds.lowerBound + size / 2, min(most, group.middle))
    for member in group.members {
      places[member] = start + Double(position) * size
      position += 1
    }
  }
  return places
}
