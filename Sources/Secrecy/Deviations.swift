import LinearProgram

/// What a cell must be able to be, for a reader: its value and so much more, or so much less.
struct Requirement: Hashable {
  enum Side: Hashable { case above, below }

  let cell: Int
  let side: Side
  /// Above 0, in the unit of the values.
  let amount: Double
}

/// Tables as a reader could imagine them: the cells' deviations from their values, of which all sums are as
/// published.
///
/// A deviation has two columns, what a cell has more and what it has less, in units of what is required.
struct Deviations: ~Copyable {
  private let values: [Double]
  private var program: LinearProgram

  /// - Parameter sums: positions of a total and of its parts.
  init(values: [Double], sums: [(total: Int, parts: [Int])]) {
    self.values = values
    let equations = sums.map { sum in
      var coefficients: [Int: Double] = [sum.total: -1]
      for part in sum.parts { coefficients[part, default: 0] += 1 }
      return coefficients.sorted { $0.key < $1.key }.filter { $0.value != 0 }.flatMap { cell, coefficient in
        [LinearProgram.Term(2 * cell, coefficient), LinearProgram.Term(2 * cell + 1, -coefficient)]
      }
    }
    program = LinearProgram(columns: 2 * values.count, equations: equations)
  }

  /// The cells that deviate when a requirement is met at the least cost; `nil` if it cannot be met.
  ///
  /// - Parameter costs: what it costs that a cell deviates by one unit; `nil` for one that may not.
  mutating func cheapest(
    _ requirement: Requirement, costs: [Double?]
  ) throws(LinearProgramError) -> [Int]? {
    for (cell, cost) in costs.enumerated() {
      let less = values[cell] / requirement.amount
      program.setBounds(of: 2 * cell, 0...(cost == nil ? 0 : .infinity))
      program.setBounds(of: 2 * cell + 1, 0...(cost == nil ? 0 : less))
      program.setCost(of: 2 * cell, cost ?? 0)
      program.setCost(of: 2 * cell + 1, cost ?? 0)
    }
    let (one, other) = columns(of: requirement)
    program.setBounds(of: one, 1...1)
    program.setBounds(of: other, 0...0)
    switch try program.minimize(by: .dual) {
    case .optimal(let columns):
      return values.indices.filter { abs(deviation(of: $0, in: columns)) > smallest }
    case .infeasible, .unbounded: return nil
    }
  }

  /// The range of values that a cell may have for a reader who sees all cells but the hidden ones.
  mutating func range(of cell: Int, isHidden: [Bool]) throws(LinearProgramError) -> ClosedRange<Double> {
    let unit = max(values[cell], 1)
    for (cell, isHidden) in isHidden.enumerated() {
      program.setBounds(of: 2 * cell, 0...(isHidden ? .infinity : 0))
      program.setBounds(of: 2 * cell + 1, 0...(isHidden ? values[cell] / unit : 0))
      program.setCost(of: 2 * cell, 0)
      program.setCost(of: 2 * cell + 1, 0)
    }
    let less = try extreme(of: cell, cost: 1)
    let more = try extreme(of: cell, cost: -1)
    return max(0, values[cell] + unit * less)...max(0, values[cell] + unit * more)
  }

  private mutating func extreme(of cell: Int, cost: Double) throws(LinearProgramError) -> Double {
    program.setCost(of: 2 * cell, cost)
    program.setCost(of: 2 * cell + 1, -cost)
    switch try program.minimize(by: .primal) {
    case .optimal(let columns): return deviation(of: cell, in: columns)
    case .unbounded: return .infinity
    case .infeasible: preconditionFailure("the values themselves are possible")
    }
  }

  private func columns(of requirement: Requirement) -> (Int, Int) {
    switch requirement.side {
    case .above: (2 * requirement.cell, 2 * requirement.cell + 1)
    case .below: (2 * requirement.cell + 1, 2 * requirement.cell)
    }
  }

  private func deviation(of cell: Int, in columns: [Double]) -> Double {
    columns[2 * cell] - columns[2 * cell + 1]
  }
}

/// Less than this is rounding: what is required has the size 1.
private let smallest = 1e-6
