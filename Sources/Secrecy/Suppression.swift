import LinearProgram

/// Tables while cells are being hidden.
struct Suppression {
  let cells: [TableCell]
  let values: [Double]
  let sums: [TablePositions]
  let requirements: [Requirement]
  var outcomes: [CellOutcome]
  var failures: [SecrecyFailure] = []
  /// Found so far, between cells that are hidden; `nil` for one that uses a cell since published again.
  var deviations: [Deviation?] = []
  /// For each cell, the deviations that it has a part in.
  var deviationsOfCell: [[Int]]
  /// For each requirement, the deviations that meet it: for a reader who knows no hidden cell, then for the single
  /// contributor of each cell in the first.
  var proofs: [[Int]]

  init(_ cells: [TableCell], sums: [TableSum], rule: SecrecyRule) {
    self.cells = cells
    self.sums = positions(of: sums, in: cells)
    values = cells.map(\.value)
    outcomes = cells.map { primaryReason(for: $0, under: rule).map { .primary($0) } ?? .published }
    requirements = Self.requirements(of: cells, outcomes, rule.protection)
    deviationsOfCell = Array(repeating: [], count: cells.count)
    proofs = Array(repeating: [], count: requirements.count)
  }

  /// Tables of which it is settled what is hidden.
  init(_ cells: [TableCell], sums: [TableSum], outcomes: [CellOutcome]) {
    precondition(outcomes.count == cells.count, "an outcome for each cell")
    self.cells = cells
    self.sums = positions(of: sums, in: cells)
    self.outcomes = outcomes
    values = cells.map(\.value)
    requirements = []
    deviationsOfCell = []
    proofs = []
  }

  /// Those that are hardest to meet come first; what they hide serves the others.
  private static func requirements(
    of cells: [TableCell], _ outcomes: [CellOutcome], _ protection: Protection
  ) -> [Requirement] {
    let secret = cells.indices.filter { outcomes[$0].isHidden && !cells[$0].isFixed }
    let order = secret.sorted {
      let (a, b) = (protection.above(cells[$0].value), protection.above(cells[$1].value))
      return a == b ? $0 < $1 : a > b
    }
    return order.flatMap { cell in
      [
        Requirement(cell: cell, side: .above, amount: protection.above(cells[cell].value)),
        Requirement(cell: cell, side: .below, amount: protection.below(cells[cell].value)),
      ].filter { $0.amount > 0 }
    }
  }

  private var unit: Double { requirements.map(\.amount).min() ?? 1 }

  func tables(of cells: [Int]) -> ImaginedTables {
    ImaginedTables(cells, values: values, sums: sums, unit: unit)
  }

  // MARK: Hiding

  mutating func hideAllNeeded() throws(LinearProgramError) {
    for cell in cells.indices where outcomes[cell].isHidden && cells[cell].isFixed {
      failures.append(SecrecyFailure(cell: cells[cell].id, reason: .fixed))
    }
    let possible = cells.indices.filter(canDeviate)
    var tables = tables(of: possible)
    for (index, requirement) in requirements.enumerated()
    where failures.last?.cell != cells[requirement.cell].id {
      switch try prove(requirement, in: &tables, hiding: true) {
      case .proven(let proof): proofs[index] = proof
      case .unproven(let single):
        let reason: SecrecyFailure.Reason =
          try single.map { .knownToContributor(of: cells[$0].id) }
          ?? .known(
            range: try tables.range(of: requirement.cell), cells: neighbours(of: requirement.cell))
        failures.append(SecrecyFailure(cell: cells[requirement.cell].id, reason: reason))
      }
    }
  }

  enum ProofResult {
    case proven([Int])
    /// The contributor of a single cell stands in the way; `nil` if it is any reader.
    case unproven(single: Int?)
  }

  /// Finds deviations that meet a requirement, for any reader and for each single contributor who has a part in it.
  mutating func prove(
    _ requirement: Requirement, in tables: inout ImaginedTables, hiding: Bool
  ) throws(LinearProgramError) -> ProofResult {
    guard let first = try deviation(for: requirement, knowing: nil, in: &tables, hiding) else {
      return .unproven(single: nil)
    }
    var proof = [first]
    for part in deviations[first]?.parts ?? []
    where cells[part.cell].isSingle && part.cell != requirement.cell {
      guard let found = try deviation(for: requirement, knowing: part.cell, in: &tables, hiding) else {
        return .unproven(single: part.cell)
      }
      proof.append(found)
    }
    return .proven(proof)
  }

  /// A deviation known already, or the cheapest, whose cells are then hidden.
  private mutating func deviation(
    for requirement: Requirement, knowing single: Int?, in tables: inout ImaginedTables, _ hiding: Bool
  ) throws(LinearProgramError) -> Int? {
    let known = deviationsOfCell[requirement.cell].first { index in
      guard let deviation = deviations[index] else { return false }
      return !(single.map(deviation.contains) ?? false) && deviation.meets(requirement, values: values)
    }
    if let known { return known }
    let found = try tables.cheapest(requirement) { cell in
      if cell == single { return nil }
      if outcomes[cell].isHidden { return 0 }
      return hiding ? values[cell] : nil
    }
    guard let found else { return nil }
    for part in found.parts {
      if !outcomes[part.cell].isHidden { outcomes[part.cell] = .complementary }
      deviationsOfCell[part.cell].append(deviations.count)
    }
    deviations.append(found)
    return deviations.count - 1
  }

  /// Whether a cell is hidden or could be; a zero would be no help.
  private func canDeviate(_ cell: Int) -> Bool {
    !cells[cell].isFixed && (values[cell] > 0 || outcomes[cell].isHidden)
  }

  /// Cells in the sums of one that cannot be hidden.
  func neighbours(of cell: Int) -> [String] {
    let neighbours = sums.map { [$0.total] + $0.parts }.filter { $0.contains(cell) }.joined()
    return Set(neighbours.filter { !canDeviate($0) }).sorted().map { cells[$0].id }
  }
}
