import LinearProgram

extension Suppression {
  /// Publishes cells that were hidden and need not be, the largest first.
  mutating func publishUnneeded() throws(LinearProgramError) {
    let ofCell = Dictionary(grouping: requirements.indices) { requirements[$0].cell }
    for group in hiddenGroups() {
      let concerned = group.flatMap { ofCell[$0] ?? [] }
      var tables = tables(of: group)
      let unsure = group.filter { outcomes[$0] == .complementary }
      for cell in unsure.sorted(by: { (values[$0], $1) > (values[$1], $0) }) {
        outcomes[cell] = .published
        if try !provesAnew(without: cell, concerned, in: &tables) { outcomes[cell] = .complementary }
      }
    }
  }

  /// Finds other ways to meet the requirements that a cell served; changes no proof if there are none.
  private mutating func provesAnew(
    without cell: Int, _ concerned: [Int], in tables: inout ImaginedTables
  ) throws(LinearProgramError) -> Bool {
    let lost = deviationsOfCell[cell].map { ($0, deviations[$0]) }
    for (index, _) in lost { deviations[index] = nil }
    var renewed: [(Int, [Int])] = []
    for index in concerned where proofs[index].contains(where: { deviations[$0] == nil }) {
      guard case .proven(let proof) = try prove(requirements[index], in: &tables, hiding: false) else {
        for (index, deviation) in lost { deviations[index] = deviation }
        return false
      }
      renewed.append((index, proof))
    }
    for (index, proof) in renewed { proofs[index] = proof }
    return true
  }
}
