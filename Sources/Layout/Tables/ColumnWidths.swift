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
    // Too narrow for its words: they are cut, but no column leaves the table.
    return minimum > 0 ? demands.map { $0.minimum * available / minimum } : demands.map(\.minimum)
  }
  guard lacking > 0 else { return demands.map(\.minimum) }

  let share = min(1, spare / lacking)
  return demands.map { $0.minimum + ($0.preferred - $0.minimum) * share }
}
