import DrawList

/// How far a page is filled with text, and how it looks.
struct PageFill: Hashable {
  /// What stands on it takes, with white as blocks ask for.
  let height: Points
  /// How much of that is white which may give.
  let white: Points
  /// What floats and notes leave of the page.
  let room: Points
  let page: Points
  /// Whether what follows starts a page anyway, so that white at the foot is not a hole.
  let endsFlow: Bool

  /// How far white between blocks gives: 1 is half as much again, −1 a quarter less.
  var ratio: Double {
    let missing = room - height
    if missing < 0 {
      let most = white * PageRules.shrink
      return missing >= -PageRules.tolerance || most <= 0 ? 0 : max(-1, missing / most)
    }
    let most = white * PageRules.stretch
    // White that cannot be used up is left at the foot: half a stretch helps no one.
    return endsFlow || most <= 0 || missing > most ? 0 : missing / most
  }

  /// What text takes with its white stretched or shrunk.
  var set: Points { height + white * ratio * (ratio < 0 ? PageRules.shrink : PageRules.stretch) }

  /// White left under the text.
  var hole: Points { max(0, room - set) }

  /// What goes past the foot.
  var excess: Points {
    let excess = set - room
    return excess > PageRules.tolerance ? excess : 0
  }

  /// How far down the page is filled, as a share of it.
  var depth: Double { 1 - hole / max(1, page) }

  func cost(isFirst: Bool) -> Double {
    let give = abs(ratio * ratio * ratio) * (ratio < 0 ? PageRules.shrunk : PageRules.stretched)
    let overflow = excess > 0 ? PageRules.overflow + excess * PageRules.overflowPoint : 0
    if endsFlow {
      let isStraggler = !isFirst && depth < PageRules.stragglerShare
      return PageRules.page + give + overflow + (isStraggler ? PageRules.straggler : 0)
    }
    let share = hole / max(1, page)
    return PageRules.page + give + overflow + PageRules.hole * share * share
  }
}
