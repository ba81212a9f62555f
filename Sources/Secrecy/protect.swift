import LinearProgram

/// What may be published of some tables.
package enum SecrecyResult: Hashable, Sendable {
  /// What becomes of each cell, in the order of the cells.
  case safe([CellOutcome])
  /// Nothing may be published: these cells stay in danger.
  case unsafe([SecrecyFailure])
}

/// A cell that cannot be protected.
package struct SecrecyFailure: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The cell is secret and readers know it, or it may not be hidden.
    case fixed
    /// Even if all that may be hidden were, the cell would be known more closely than the rule allows.
    ///
    /// - Parameters:
    ///   - range: how closely.
    ///   - cells: fixed and zero cells in the sums that it stands in, which give it away.
    case known(range: ClosedRange<Double>, cells: [String])
    /// A single contributor, who knows the cell named, could compute it.
    case knownToContributor(of: String)
  }

  package let cell: String
  package let reason: Reason

  package init(cell: String, reason: Reason) {
    self.cell = cell
    self.reason = reason
  }
}

/// Hides the cells that a rule calls secret, and others so that no reader can compute them.
///
/// A reader sees the published cells, knows all sums, and that nothing is below zero. For such a reader each secret
/// cell must be able to be as much larger and smaller as the rule's protection says; so too for one who is the only
/// contributor of another hidden cell and knows that cell.
///
/// Cells are hidden at the least sum of values that linear programs find for each secret cell in turn, from the one
/// that needs most protection; then each is published again that proves unnecessary. Zeros are no help and stay.
///
/// - **Source**: Kelly, Golden and Assad, “Cell suppression: Disclosure protection for sensitive tabular data”,
///   *Networks* 22 (1992); Fischetti and Salazar, “Solving the Cell Suppression Problem on Tabular Data with Linear
///   Constraints”, *Management Science* 47 (2001), for the requirement and its test.
/// - **Precondition**: each id names one cell, and sums name cells that there are.
/// - **Errors**: GLPK's, which are ours.
package func protect(
  _ cells: [TableCell], sums: [TableSum], rule: SecrecyRule
) throws(LinearProgramError) -> SecrecyResult {
  var suppression = Suppression(cells, sums: sums, rule: rule)
  try suppression.hideAllNeeded()
  guard suppression.failures.isEmpty else { return .unsafe(suppression.failures) }
  try suppression.publishUnneeded()
  try suppression.audit()
  return suppression.failures.isEmpty ? .safe(suppression.outcomes) : .unsafe(suppression.failures)
}

/// The range of values that each hidden cell may have for a reader of the published ones; `nil` for a published
/// cell.
///
/// - **Precondition**: an outcome for each cell.
package func audit(
  _ cells: [TableCell], sums: [TableSum], outcomes: [CellOutcome]
) throws(LinearProgramError) -> [ClosedRange<Double>?] {
  try Suppression(cells, sums: sums, outcomes: outcomes).ranges { _ in true }
}

/// A sum by the positions of its cells.
struct TablePositions {
  let total: Int
  let parts: [Int]
}

func positions(of sums: [TableSum], in cells: [TableCell]) -> [TablePositions] {
  var known: [String: Int] = [:]
  for (position, cell) in cells.enumerated() {
    precondition(known.updateValue(position, forKey: cell.id) == nil, "two cells are named \(cell.id)")
  }
  func position(_ id: String) -> Int {
    guard let position = known[id] else { preconditionFailure("a sum names \(id), which is no cell") }
    return position
  }
  return sums.map { TablePositions(total: position($0.total), parts: $0.parts.map(position)) }
}
