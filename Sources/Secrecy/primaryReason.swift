/// Why a rule hides a cell for what it is; `nil` if it does not.
///
/// What a rule asks for and is not known counts against the cell.
package func primaryReason(for cell: TableCell, under rule: SecrecyRule) -> PrimaryReason? {
  // Nobody stands behind a zero, so there is nobody to be found out.
  if cell.value == 0, !rule.hidesZeros { return nil }
  if let minimum = rule.minimumUnits {
    guard let units = cell.units else { return .unknown }
    if units < minimum { return .fewUnits }
  }
  if let minimum = rule.minimumContributors {
    guard let contributors = cell.contributors else { return .unknown }
    if contributors < minimum { return .fewContributors }
  }
  return rule.dominance.flatMap { reason(for: cell, under: $0) }
    ?? rule.closeness.flatMap { reason(for: cell, closeness: $0) }
}

private func reason(for cell: TableCell, under rule: Dominance) -> PrimaryReason? {
  if cell.largestShares.prefix(rule.count).reduce(0, +) > rule.fraction { return .dominated }
  return cell.largestShares.count >= min(rule.count, cell.contributors ?? rule.count) ? nil : .unknown
}

/// The second contributor knows its own part; the largest is what is left of the cell, but for the others' parts.
private func reason(for cell: TableCell, closeness: Double) -> PrimaryReason? {
  guard let largest = cell.largestShares.first else { return .unknown }
  guard cell.largestShares.count > 1 || cell.contributors == 1 else { return .unknown }
  let others = 1 - cell.largestShares.prefix(2).reduce(0, +)
  return others < closeness * largest ? .closeEstimate : nil
}
