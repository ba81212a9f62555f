import DrawList

/// What a table's column asks for.
struct ColumnDemand: Hashable {
  /// The width of its longest word.
  var minimum: Points
  /// The width of its longest cell on one line.
  var preferred: Points
  /// Whether its author set its width: it gets no more.
  var isFixed = false

  mutating func widen(by lack: Points) {
    minimum += lack
    preferred = max(preferred, minimum)
  }
}

/// Shares out a table's width among its columns.
///
/// Each column gets at least its minimum. What is left goes to the columns in proportion to what each still
/// lacks of its preferred width. This is the autolayout of HTML 4.01, appendix B.5.2.
func columnWidths(for demands: [ColumnDemand], available: Points) -> [Points] {
  let minimum = demands.reduce(0) { $0 + $1.minimum }
  let lacking = demands.reduce(0) { $0 + $1.preferred - $1.minimum }
  let spare = available - minimum
  guard spare > 0 else {
    // Too narrow for its words: the longest are cut, those of narrow columns are not, and no column leaves the table.
    let cap = levelled(demands.map(\.minimum), to: available)
    return demands.map { min($0.minimum, cap) }
  }
  guard lacking > 0 else { return demands.map(\.minimum) }

  let share = min(1, spare / lacking)
  return demands.map { $0.minimum + ($0.preferred - $0.minimum) * share }
}

/// The most that each width may be so that together they make a whole: those that are less keep what they have.
private func levelled(_ widths: [Points], to whole: Points) -> Points {
  var rest = whole
  for (index, width) in widths.sorted().enumerated() {
    let share = rest / Double(widths.count - index)
    if width > share { return share }
    rest -= width
  }
  return .infinity
}
