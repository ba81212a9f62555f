import LinearProgram

/// Tables while cells are being hidden.
struct Suppression: ~Copyable {
  private let cells: [TableCell]
  private let sums: [(total: Int, parts: [Int])]
  private let rule: SecrecyRule
  private let requirements: [Requirement]
  private var deviations: Deviations
  private(set) var outcomes: [CellOutcome]
  private(set) var failures: [SecrecyFailure] = []
  /// For each requirement, how it is met.
  private var proofs: [Proof]

  /// The cells that deviate when a requirement is met; those cells are hidden.
  private struct Proof {
    /// For a reader who knows no hidden cell.
    var cells: [Int] = []
    /// For single contributors whose cell is among these, without it.
    var withoutSingle: [[Int]] = []

    func uses(_ cell: Int) -> Bool { cells.contains(cell) || withoutSingle.contains { $0.contains(cell) } }
  }

  init(_ cells: [TableCell], sums: [TableSum], rule: SecrecyRule) {
    self.cells = cells
    self.sums = positions(of: sums, in: cells)
    self.rule = rule
    deviations = Deviations(values: cells.map(\.value), sums: self.sums)
    outcomes = cells.map { primaryReason(for: $0, under: rule).map { .primary($0) } ?? .published }
    requirements = Self.requirements(of: cells, outcomes, rule.protection)
    proofs = Array(repeating: Proof(), count: requirements.count)
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

  // MARK: Hiding

  mutating func hideAllNeeded() throws(LinearProgramError) {
    for cell in cells.indices where outcomes[cell].isHidden && cells[cell].isFixed {
      failures.append(SecrecyFailure(cell: cells[cell].id, reason: .fixed))
    }
    for (index, requirement) in requirements.enumerated()
    where failures.last?.cell != cells[requirement.cell].id {
      try meet(requirement, at: index)
    }
  }

  private mutating func meet(_ requirement: Requirement, at index: Int) throws(LinearProgramError) {
    guard let found = try deviations.cheapest(requirement, costs: costs(hiding: true)) else {
      return failures.append(try failure(of: requirement.cell))
    }
    hide(found)
    var proof = Proof(cells: found)
    for single in singles(in: found, but: requirement.cell) {
      let costs = costs(hiding: true, without: single)
      guard let found = try deviations.cheapest(requirement, costs: costs) else {
        let reason = SecrecyFailure.Reason.knownToContributor(of: cells[single].id)
        return failures.append(SecrecyFailure(cell: cells[requirement.cell].id, reason: reason))
      }
      hide(found)
      proof.withoutSingle.append(found)
    }
    proofs[index] = proof
  }

  private mutating func hide(_ found: [Int]) {
    for cell in found where !outcomes[cell].isHidden { outcomes[cell] = .complementary }
  }

  private func singles(in found: [Int], but secret: Int) -> [Int] {
    found.filter { cells[$0].isSingle && $0 != secret }
  }

  /// What it costs that a cell deviates; nothing for those that are hidden.
  private func costs(hiding: Bool, without left: Int? = nil) -> [Double?] {
    cells.indices.map { cell in
      if cell == left || cells[cell].isFixed { return nil }
      if outcomes[cell].isHidden { return 0 }
      return hiding && cells[cell].value > 0 ? cells[cell].value : nil
    }
  }

  // MARK: Publishing again

  /// Publishes cells that were hidden and need not be, the largest first.
  mutating func publishUnneeded() throws(LinearProgramError) {
    let hidden = cells.indices.filter { outcomes[$0] == .complementary }
    for cell in hidden.sorted(by: { (cells[$0].value, $1) > (cells[$1].value, $0) }) {
      outcomes[cell] = .published
      if try !provesAnew(without: cell) { outcomes[cell] = .complementary }
    }
  }

  /// Finds other ways to meet the requirements that a cell served; changes nothing if there are none.
  private mutating func provesAnew(without cell: Int) throws(LinearProgramError) -> Bool {
    var renewed = proofs
    for (index, requirement) in requirements.enumerated() where proofs[index].uses(cell) {
      guard let found = try deviations.cheapest(requirement, costs: costs(hiding: false)) else {
        return false
      }
      var proof = Proof(cells: found)
      for single in singles(in: found, but: requirement.cell) {
        let costs = costs(hiding: false, without: single)
        guard let found = try deviations.cheapest(requirement, costs: costs) else { return false }
        proof.withoutSingle.append(found)
      }
      renewed[index] = proof
    }
    proofs = renewed
    return true
  }

  // MARK: The last test

  /// Computes what a reader could, and takes nothing for granted of how the cells were chosen.
  mutating func audit() throws(LinearProgramError) {
    let isHidden = outcomes.map(\.isHidden)
    for requirement in requirements where failures.last?.cell != cells[requirement.cell].id {
      let range = try deviations.range(of: requirement.cell, isHidden: isHidden)
      if !meets(requirement, range) { failures.append(try failure(of: requirement.cell)) }
    }
  }

  private func meets(_ requirement: Requirement, _ range: ClosedRange<Double>) -> Bool {
    let value = cells[requirement.cell].value
    let reached =
      switch requirement.side {
      case .above: range.upperBound - value
      case .below: value - range.lowerBound
      }
    return reached >= requirement.amount * (1 - 1e-6)
  }

  private mutating func failure(of cell: Int) throws(LinearProgramError) -> SecrecyFailure {
    let possible = costs(hiding: true).map { $0 != nil }
    let range = try deviations.range(of: cell, isHidden: possible)
    let neighbours = sums.map { [$0.total] + $0.parts }.filter { $0.contains(cell) }.joined()
    let given = Set(neighbours.filter { !possible[$0] }).sorted().map { cells[$0].id }
    return SecrecyFailure(cell: cells[cell].id, reason: .known(range: range, cells: given))
  }
}
