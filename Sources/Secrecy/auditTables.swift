import LinearProgram

extension Suppression {
  /// Computes what a reader could, and takes nothing for granted of how the cells were chosen.
  mutating func audit() throws(LinearProgramError) {
    let secret = Set(requirements.map(\.cell))
    let ranges = try ranges(of: secret.contains)
    for requirement in requirements where failures.last?.cell != cells[requirement.cell].id {
      guard let range = ranges[requirement.cell], !meets(requirement, range) else { continue }
      let reason = SecrecyFailure.Reason.known(range: range, cells: neighbours(of: requirement.cell))
      failures.append(SecrecyFailure(cell: cells[requirement.cell].id, reason: reason))
    }
  }

  /// The range of values that each hidden cell may have for a reader; `nil` for published cells.
  ///
  /// - Parameter isWanted: of which cells it is asked.
  func ranges(of isWanted: (Int) -> Bool) throws(LinearProgramError) -> [ClosedRange<Double>?] {
    var ranges: [ClosedRange<Double>?] = Array(repeating: nil, count: cells.count)
    for group in hiddenGroups() {
      var tables = tables(of: group)
      for cell in group where isWanted(cell) { ranges[cell] = try tables.range(of: cell) }
    }
    return ranges
  }

  private func meets(_ requirement: Requirement, _ range: ClosedRange<Double>) -> Bool {
    let value = values[requirement.cell]
    let reached =
      switch requirement.side {
      case .above: range.upperBound - value
      case .below: value - range.lowerBound
      }
    return reached >= requirement.amount * (1 - 1e-6)
  }

  /// The hidden cells in groups that no sum connects; each in ascending order.
  func hiddenGroups() -> [[Int]] {
    var group = Array(cells.indices)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while group[cell] != cell {
        group[cell] = group[group[cell]]
        cell = group[cell]
      }
      return cell
    }
    for sum in sums {
      let hidden = ([sum.total] + sum.parts).filter { outcomes[$0].isHidden }
      for cell in hidden.dropFirst() { group[root(cell)] = root(hidden[0]) }
    }
    var members: [Int: [Int]] = [:]
    let hidden = cells.indices.filter { outcomes[$0].isHidden }
    for cell in hidden { members[root(cell), default: []].append(cell) }
    return hidden.compactMap { cell in members[root(cell)].flatMap { $0[0] == cell ? $0 : nil } }
  }
}
