/// The functions that queries have besides SQLite's own.
///
/// - `median(x)`: the middle value, or the mean of the two in the middle.
/// - `weighted_mean(x, weight)`: the sum of x × weight over the sum of the weights. A row in which either is NULL
///   counts for nothing, so that the weight of a missing value is left out too.
/// - `share(part, whole)`: part ÷ whole as a fraction, never a whole-number division; NULL if the whole is 0.
///
/// NULLs are left out, and nothing but NULLs gives NULL; so do weights whose sum is 0. Text that is no number and
/// negative weights are errors: SQLite's own functions read such text as 0.
extension Database {
  func addFunctions() throws(SQLiteError) {
    try addAggregate("median", arguments: 1) { Median() }
    try addAggregate("weighted_mean", arguments: 2) { WeightedMean() }
    try addFunction("share", arguments: 2) { values throws(FunctionError) in
      guard let part = try values.number(at: 0), let whole = try values.number(at: 1), whole != 0
      else { return nil }
      return part / whole
    }
  }
}

private final class Median: Aggregate {
  private var numbers: [Double] = []

  func add(_ values: borrowing FunctionValues) throws(FunctionError) {
    if let number = try values.number(at: 0) { numbers.append(number) }
  }

  var result: Double? {
    guard !numbers.isEmpty else { return nil }
    numbers.sort()
    let middle = numbers.count / 2
    guard numbers.count.isMultiple(of: 2) else { return numbers[middle] }
    // Half of each: the sum of two large numbers may be infinite.
    return numbers[middle - 1] / 2 + numbers[middle] / 2
  }
}

private final class WeightedMean: Aggregate {
  private var sum = CompensatedSum()
  private var weights = CompensatedSum()

  func add(_ values: borrowing FunctionValues) throws(FunctionError) {
    guard let number = try values.number(at: 0), let weight = try values.number(at: 1) else { return }
    guard weight >= 0 else { throw FunctionError(message: "negative weight \(weight)") }
    sum.add(number * weight)
    weights.add(weight)
  }

  var result: Double? { weights.value > 0 ? sum.value / weights.value : nil }
}

/// A sum that does not lose the low digits of its terms.
///
/// - **Source**: A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen* (1974).
private struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
