import DrawList

/// Chooses the lines of a passage all together, so that their demerits are least.
///
/// - **Source**: Knuth and Plass, 1981, and the program of TeX, parts 38 and 39 (*TeX: The Program*, 1986).
struct TotalFit {
  let passage: MeasuredPassage
  let widths: LineWidths
  let setting: ParagraphSetting
  let rules: TotalFitRules
  let em: Points
  /// White space that each line may lack at no cost.
  var emergencyStretch: Points = 0

  /// A way to break the passage up to a spot.
  private struct Node {
    let spot: Int
    /// How many lines end there, as far as that says how wide the next one is.
    let lines: Int
    let fitness: Fitness
    let demerits: Double
    let previous: Int
  }

  /// How a line looks beside others.
  enum Fitness: Int { case tight, decent, loose, veryLoose }

  /// Sums of widths may exceed a width that they fill exactly by what rounding leaves.
  static let tolerance: Points = 0.001

  /// The spots at which lines end, or `nil` where a line would be worse than `badness`.
  func breaks(badness: Double) -> [Int]? {
    let spots = passage.spots
    var nodes = [Node(spot: 0, lines: 0, fitness: .decent, demerits: 0, previous: -1)]
    nodes.reserveCapacity(spots.count * 2)
    var active = [0]
    var kept: [Int] = []
    // Ways to the same spot compete where their next lines are as wide: by their lines, then by how the last looks.
    var best = [Node?](repeating: nil, count: 4 * (widths.firstCount + 1))
    for index in 1..<max(1, spots.count) {
      for place in best.indices { best[place] = nil }
      kept.removeAll(keepingCapacity: true)
      for number in active {
        let node = nodes[number]
        let line = passage.line(from: spots[node.spot], to: spots[index])
        let ratio = ratio(
          of: line, from: spots[node.spot], to: spots[index], width: widths[node.lines])
        // What follows only makes the line longer.
        if ratio >= -1 { kept.append(number) }
        guard ratio >= -1, Self.badness(of: ratio) <= badness else { continue }
        let fitness = Self.fitness(of: ratio)
        let demerits =
          node.demerits
          + self.demerits(of: ratio, fitness, after: (spots[node.spot], node.fitness), to: spots[index])
          + demerits(ofLast: line, from: node.spot, to: spots[index])
        let lines = min(node.lines + 1, widths.firstCount)
        let place = 4 * lines + fitness.rawValue
        if demerits < best[place]?.demerits ?? .infinity {
          best[place] = Node(
            spot: index, lines: lines, fitness: fitness, demerits: demerits, previous: number)
        }
      }
      for lines in 0...widths.firstCount {
        let rivals = best[4 * lines..<4 * lines + 4]
        let least = rivals.reduce(Double.infinity) { min($0, $1?.demerits ?? .infinity) }
        for node in rivals {
          // Never better than the best, whatever follows.
          guard let node, node.demerits <= least + rules.contrast else { continue }
          kept.append(nodes.count)
          nodes.append(node)
        }
      }
      swap(&active, &kept)
      if active.isEmpty { return nil }
    }
    return chosen(from: active, of: nodes, lastSpot: spots.count - 1)
  }

  private func chosen(from active: [Int], of nodes: [Node], lastSpot: Int) -> [Int]? {
    let ends = active.filter { nodes[$0].spot == lastSpot }
    guard var number = ends.min(by: { nodes[$0].demerits < nodes[$1].demerits }) else { return nil }
    var breaks: [Int] = []
    while number > 0 {
      breaks.append(nodes[number].spot)
      number = nodes[number].previous
    }
    return breaks.reversed()
  }

  /// What the lines between some spots cost, infinite where one is too long.
  func demerits(of breaks: [Int]) -> Double {
    let spots = passage.spots
    var total = 0.0
    var before = 0
    var fitness = Fitness.decent
    for (line, index) in breaks.enumerated() {
      let ratio = ratio(
        of: passage.line(from: spots[before], to: spots[index]), from: spots[before], to: spots[index],
        width: widths[line])
      guard ratio >= -1 else { return .infinity }
      let next = Self.fitness(of: ratio)
      total += demerits(of: ratio, next, after: (spots[before], fitness), to: spots[index])
      total += demerits(
        ofLast: passage.line(from: spots[before], to: spots[index]), from: before, to: spots[index])
      (before, fitness) = (index, next)
    }
    return total
  }

  // MARK: A line

  /// How far a line's spaces must give: 1 is as far as they stretch well, −1 as far as they shrink at all.
  func ratio(of line: Extent, from start: BreakSpot, to end: BreakSpot, width: Points) -> Double {
    let hang = start.leftHang + (rules.raggedness == nil ? end.rightHang : 0)
    let missing = width + hang - line.width
    if let raggedness = rules.raggedness {
      guard missing >= -Self.tolerance else { return -.infinity }
      return end.kind == .end ? 0 : max(0, missing) / (raggedness * em + emergencyStretch)
    }
    let give = setting.give
    if missing < 0 {
      let room = line.spaces * give.spaceShrink + line.letters * give.letterShrink
      return missing >= -Self.tolerance ? 0 : room > 0 ? missing / room : -.infinity
    }
    if end.kind == .end { return 0 }
    let letters = line.letters * give.letterStretch
    let room = line.spaces * give.spaceStretch + emergencyStretch
    if missing <= room + letters { return room + letters > 0 ? missing / (room + letters) : 0 }
    return room > 0 ? (missing - letters) / room : .infinity
  }

  static func badness(of ratio: Double) -> Double { min(10_000, 100 * abs(ratio * ratio * ratio)) }

  static func fitness(of ratio: Double) -> Fitness {
    ratio < -0.5 ? .tight : ratio <= 0.5 ? .decent : ratio <= 1 ? .loose : .veryLoose
  }

  private func demerits(
    of ratio: Double, _ fitness: Fitness, after previous: (spot: BreakSpot, fitness: Fitness),
    to end: BreakSpot
  ) -> Double {
    let bad = rules.linePenalty + Self.badness(of: ratio)
    let penalty = end.kind.isFlagged ? rules.hyphenPenalty : 0
    var demerits = bad * bad + penalty * penalty
    if previous.spot.kind.isFlagged {
      if end.kind.isFlagged { demerits += rules.consecutiveHyphens }
      if end.kind == .end { demerits += rules.hyphenBeforeLastLine }
    }
    if abs(fitness.rawValue - previous.fitness.rawValue) > 1 { demerits += rules.contrast }
    return demerits
  }
}

extension TotalFit {
  /// What a last line costs that looks like a word left over.
  private func demerits(ofLast line: Extent, from start: Int, to end: BreakSpot) -> Double {
    let least = rules.shortLastLine * em
    guard end.kind == .end, start > 0, line.width < least else { return 0 }
    return rules.lastLineTooShort * (1 - line.width / least)
  }
}

extension BreakPlace.Kind {
  /// Whether a line that ends here ends inside a word.
  var isFlagged: Bool {
    switch self {
    case .hyphen, .word: true
    case .space, .end: false
    }
  }
}
