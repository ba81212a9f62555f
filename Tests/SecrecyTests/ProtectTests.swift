import Secrecy
import TestSupport
import Testing

@Suite("Complementary suppression")
struct ProtectTests {
  @Test("Without a secret cell nothing is hidden")
  func nothing() throws {
    let tables = SampleTables([[20, 30], [40, 50]])
    #expect(try hidden(tables) == [])
    #expect(try protect([], sums: [], rule: .persons) == .safe([]))
  }

  @Test("A secret cell between margins takes a rectangle with it")
  func rectangle() throws {
    let tables = SampleTables([[5, 30, 100], [40, 50, 200], [25, 300, 400]])
    // The cheapest rectangle through r0c0: 30 + 25 + 300 beside 30 + 40 + 50.
    #expect(try hidden(tables) == ["r0c0", "r0c1", "r1c0", "r1c1"])
    let outcomes = try protect(tables.cells, sums: tables.sums, rule: .persons).outcomes
    #expect(outcomes?[0] == .primary(.fewUnits))
    #expect(outcomes?[1] == .complementary)
  }

  @Test("Two secret cells in a row may protect each other, if they are large enough")
  func mutual() throws {
    let row = [TableSum(total: "t", parts: ["a", "b", "c"])]
    let enough = counts(["a": 8, "b": 9, "c": 60, "t": 77], order: ["a", "b", "c", "t"])
    #expect(try protect(enough, sums: row, rule: .persons).hidden(of: enough) == ["a", "b"])
    // b is 2 and can take up no more than 2 of the 5 that a must be free to gain.
    let small = counts(["a": 8, "b": 2, "c": 60, "t": 70], order: ["a", "b", "c", "t"])
    #expect(try protect(small, sums: row, rule: .persons).hidden(of: small) == ["a", "b", "c"])
  }

  @Test("A zero protects nothing and stays")
  func zeros() throws {
    let cells = counts(["a": 8, "b": 0, "c": 60, "t": 68], order: ["a", "b", "c", "t"])
    let sums = [TableSum(total: "t", parts: ["a", "b", "c"])]
    #expect(try protect(cells, sums: sums, rule: .persons).hidden(of: cells) == ["a", "c"])
  }

  @Test("A total is hidden where nothing else is left")
  func total() throws {
    let cells = counts(["a": 8, "b": 0, "t": 8], order: ["a", "b", "t"])
    // The total is secret itself; it gives a away if it is published.
    let sums = [TableSum(total: "t", parts: ["a", "b"])]
    #expect(try protect(cells, sums: sums, rule: .persons).hidden(of: cells) == ["a", "t"])
  }

  @Test("Levels within levels are closed upwards")
  func nested() throws {
    // Neighbourhoods in districts, districts in a city. Hiding c alone beside a is not enough: d1 = a + c is
    // published. b is larger than c.
    let cells = counts(
      ["a": 4, "b": 30, "c": 20, "d": 40, "e": 50, "d1": 54, "d2": 90, "city": 144],
      order: ["a", "b", "c", "d", "e", "d1", "d2", "city"])
    let sums = [
      TableSum(total: "d1", parts: ["a", "b", "c"]), TableSum(total: "d2", parts: ["d", "e"]),
      TableSum(total: "city", parts: ["d1", "d2"]),
    ]
    #expect(try protect(cells, sums: sums, rule: .persons).hidden(of: cells) == ["a", "c"])
    // With both neighbours fixed, the way leads over the districts.
    let fixed = cells.map {
      TableCell(id: $0.id, value: $0.value, units: $0.units, isFixed: ["b", "c", "city"].contains($0.id))
    }
    #expect(try protect(fixed, sums: sums, rule: .persons).hidden(of: fixed) == ["a", "d", "d1", "d2"])
  }

  @Test("A cell that stands in two tables is hidden in both, and both are closed")
  func twoTables() throws {
    // Women and men by age; women by status: one total of women.
    let cells = counts(
      ["w1": 6, "w2": 40, "w": 46, "s1": 16, "s2": 30], order: ["w1", "w2", "w", "s1", "s2"])
    let sums = [TableSum(total: "w", parts: ["w1", "w2"]), TableSum(total: "w", parts: ["s1", "s2"])]
    let fixed = cells.map { TableCell(id: $0.id, value: $0.value, units: $0.units, isFixed: $0.id == "w2") }
    // w2 is known, so w must go; then the other table must not give w.
    #expect(try protect(fixed, sums: sums, rule: .persons).hidden(of: fixed) == ["w1", "w", "s1"])
  }

  @Test("Three dimensions take a block with them")
  func threeWay() throws {
    var tables = SampleTables(cells: [], sums: [])
    let axes = ["0", "1", "t"]
    func value(_ i: Int, _ j: Int, _ k: Int) -> Double {
      i + j + k == 0 ? 3 : Double(20 + 7 * i + 5 * j + 3 * k)
    }
    func span(_ axis: String) -> [Int] { axis == "t" ? [0, 1] : [axis == "0" ? 0 : 1] }
    for (a, b, c) in axes.flatMap({ a in axes.flatMap { b in axes.map { (a, b, $0) } } }) {
      let sum = span(a).flatMap { i in span(b).flatMap { j in span(c).map { value(i, j, $0) } } }.reduce(0, +)
      tables.cells.append(TableCell(id: a + b + c, value: sum, units: sum))
    }
    for (a, b) in axes.flatMap({ a in axes.map { (a, $0) } }) {
      tables.sums.append(TableSum(total: a + b + "t", parts: [a + b + "0", a + b + "1"]))
      tables.sums.append(TableSum(total: a + "t" + b, parts: [a + "0" + b, a + "1" + b]))
      tables.sums.append(TableSum(total: "t" + a + b, parts: ["0" + a + b, "1" + a + b]))
    }
    #expect(try hidden(tables) == ["000", "001", "010", "011", "100", "101", "110", "111"])
  }

  @Test("A contributor who stands alone in a cell cannot compute another")
  func singleton() throws {
    let sums = [TableSum(total: "t", parts: ["a", "b", "c"])]
    let rule = SecrecyRule(minimumContributors: 3, protection: Protection(fraction: 0.1))
    func cells(_ contributors: Int) -> [TableCell] {
      [
        TableCell(id: "a", value: 200, contributors: 2),
        TableCell(id: "b", value: 90, contributors: contributors),
        TableCell(id: "c", value: 500, contributors: 9), TableCell(id: "t", value: 790, contributors: 13),
      ]
    }
    // With two enterprises in b, neither knows the other's part; the one of one knows b, and a with it.
    #expect(try protect(cells(2), sums: sums, rule: rule).hidden(of: cells(2)) == ["a", "b"])
    #expect(try protect(cells(1), sums: sums, rule: rule).hidden(of: cells(1)) == ["a", "b", "c"])
  }

  @Test("Cells that prove unnecessary are published again")
  func minimal() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      let tables = SampleTables.random(rows: 6, columns: 5, smallest: 2, using: &random)
      guard var outcomes = try protect(tables.cells, sums: tables.sums, rule: .persons).outcomes else {
        continue
      }
      for cell in outcomes.indices where outcomes[cell] == .complementary {
        outcomes[cell] = .published
        #expect(try !isSafe(tables, outcomes), "\(tables.cells[cell].id) could be published")
        outcomes[cell] = .complementary
      }
    }
  }

  @Test("The same tables give the same result")
  func deterministic() throws {
    var random = SeededGenerator(seed: 8)
    let tables = SampleTables.random(rows: 20, columns: 8, using: &random)
    let first = try protect(tables.cells, sums: tables.sums, rule: .persons)
    for _ in 0..<3 { #expect(try protect(tables.cells, sums: tables.sums, rule: .persons) == first) }
  }

  @Test("A table of 50 rows and 10 columns takes less than a second when optimized, some when not")
  func speed() throws {
    var random = SeededGenerator(seed: 1)
    let tables = SampleTables.random(rows: 50, columns: 10, using: &random)
    let clock = ContinuousClock()
    var result = SecrecyResult.unsafe([])
    let time = try clock.measure {
      result = try protect(tables.cells, sums: tables.sums, rule: .persons)
    }
    let outcomes = try #require(result.outcomes)
    print("50 × 10: \(time), \(outcomes.count { $0 == .complementary }) complementary")
    #expect(time < .seconds(10))
  }

  /// Whether each secret cell keeps its protection for a reader; there are no single contributors.
  private func isSafe(_ tables: SampleTables, _ outcomes: [CellOutcome]) throws -> Bool {
    let ranges = try audit(tables.cells, sums: tables.sums, outcomes: outcomes)
    return zip(tables.cells, zip(outcomes, ranges)).allSatisfy { cell, found in
      guard case .primary = found.0, let range = found.1 else { return true }
      let protection = SecrecyRule.persons.protection
      return range.upperBound - cell.value >= protection.above(cell.value) - 1e-6
        && cell.value - range.lowerBound >= protection.below(cell.value) - 1e-6
    }
  }

  private func hidden(_ tables: SampleTables) throws -> [String]? {
    try protect(tables.cells, sums: tables.sums, rule: .persons).hidden(of: tables.cells)
  }

  private func counts(_ values: [String: Double], order: [String]) -> [TableCell] {
    order.map { TableCell(id: $0, value: values[$0] ?? .nan, units: values[$0]) }
  }
}
