import LinearProgram

/// What a cell must be able to be, for a reader: its value and so much more, or so much less.
struct Requirement: Hashable {
  enum Side: Hashable { case above, below }

  let cell: Int
  let side: Side
  /// Above 0, in the unit of the values.
  let amount: Double
}

/// Tables as a reader could imagine them: their cells deviate from the values, and all sums are as published.
///
/// Some cells take part, others do not deviate. Each that does has two columns: what it has more, and what less.
struct ImaginedTables: ~Copyable {
  /// Positions of the cells that take part.
  private let cells: [Int]
  private let places: [Int: Int]
  private let values: [Double]
  /// Columns are in units of this, so that what is required has the size 1 at least.
  private let unit: Double
  private var program: LinearProgram
  /// What it costs that a cell that takes part deviates by one unit; `nil` for one that may not.
  private var costs: [Double?]

  /// - Parameters:
  ///   - cells: those that take part, in ascending order.
  ///   - sums: positions of a total and of its parts.
  init(_ cells: [Int], values: [Double], sums: [TablePositions], unit: Double) {
    self.cells = cells
    self.values = cells.map { values[$0] }
    self.unit = unit
    let places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    self.places = places
    costs = Array(repeating: nil, count: cells.count)
    let equations = sums.map { sum in
      var coefficients: [Int: Double] = [:]
      for part in sum.parts { places[part].map { coefficients[$0, default: 0] += 1 } }
      places[sum.total].map { coefficients[$0, default: 0] -= 1 }
      return coefficients.sorted { $0.key < $1.key }.filter { $0.value != 0 }.flatMap { place, coefficient in
        [LinearProgram.Term(2 * place, coefficient), LinearProgram.Term(2 * place + 1, -coefficient)]
      }
    }
    program = LinearProgram(columns: 2 * cells.count, equations: equations.filter { !$0.isEmpty })
  }

  /// The deviation that meets a requirement at the least cost; `nil` if it cannot be met.
  ///
  /// - Parameter cost: what it costs that a cell deviates by one unit; `nil` for one that may not.
  mutating func cheapest(
    _ requirement: Requirement, cost: (Int) -> Double?
  ) throws(LinearProgramError) -> Deviation? {
    guard let place = places[requirement.cell] else { return nil }
    setCosts(cost)
    let amount = requirement.amount / unit
    let (required, other) =
      requirement.side == .above ? (2 * place, 2 * place + 1) : (2 * place + 1, 2 * place)
    program.setBounds(of: required, amount...amount)
    program.setBounds(of: other, 0...0)
    defer { setBounds(of: place) }
    switch try program.minimize(by: .dual) {
    case .optimal(let columns): return Deviation(cells.indices.compactMap { deviation(of: $0, in: columns) })
    case .infeasible, .unbounded: return nil
    }
  }

  /// The range of values that a cell may have for a reader, if all that take part are hidden and one is known.
  mutating func range(of cell: Int, knowing known: Int? = nil) throws(LinearProgramError) -> ClosedRange<
    Double
  > {
    guard let place = places[cell] else { preconditionFailure("only a cell that takes part has a range") }
    setCosts { $0 == known ? nil : 0 }
    let less = try extreme(of: place, cost: 1)
    let more = try extreme(of: place, cost: -1)
    return max(0, values[place] + less)...max(0, values[place] + more)
  }

  private mutating func extreme(of place: Int, cost: Double) throws(LinearProgramError) -> Double {
    program.setCost(of: 2 * place, cost)
    program.setCost(of: 2 * place + 1, -cost)
    defer {
      program.setCost(of: 2 * place, costs[place] ?? 0)
      program.setCost(of: 2 * place + 1, costs[place] ?? 0)
    }
    switch try program.minimize(by: .primal) {
    case .optimal(let columns): return unit * (columns[2 * place] - columns[2 * place + 1])
    case .unbounded: return -cost * .infinity
    case .infeasible: preconditionFailure("the values themselves are possible")
    }
  }

  /// Tells the program what is not as before.
  private mutating func setCosts(_ cost: (Int) -> Double?) {
    for (place, cell) in cells.enumerated() {
      let cost = cost(cell)
      guard cost != costs[place] else { continue }
      costs[place] = cost
      program.setCost(of: 2 * place, cost ?? 0)
      program.setCost(of: 2 * place + 1, cost ?? 0)
      setBounds(of: place)
    }
  }

  private mutating func setBounds(of place: Int) {
    let isFree = costs[place] != nil
    program.setBounds(of: 2 * place, 0...(isFree ? .infinity : 0))
    program.setBounds(of: 2 * place + 1, 0...(isFree ? values[place] / unit : 0))
  }

  /// Less than a millionth is rounding.
  private func deviation(of place: Int, in columns: [Double]) -> Deviation.Part? {
    let amount = columns[2 * place] - columns[2 * place + 1]
    return abs(amount) > 1e-6 ? Deviation.Part(cell: cells[place], amount: unit * amount) : nil
  }
}

/// By how much cells differ from their values in one imagined table; the others do not.
struct Deviation {
  struct Part {
    let cell: Int
    let amount: Double
  }

  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  func contains(_ cell: Int) -> Bool { parts.contains { $0.cell == cell } }

  /// Whether it meets a requirement once all its parts are made larger or smaller, or turned over, alike.
  func meets(_ requirement: Requirement, values: [Double]) -> Bool {
    guard let own = parts.first(where: { $0.cell == requirement.cell }) else { return false }
    let factor = (requirement.side == .above ? requirement.amount : -requirement.amount) / own.amount
    return parts.allSatisfy { values[$0.cell] + factor * $0.amount >= 0 }
  }
}
