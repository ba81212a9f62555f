import Foundation
import Secrecy
import TestSupport
import Testing

/// What readers see of some tables.
private struct PublishedTable: Encodable {
  struct Sum: Encodable {
    let total: String
    let parts: [String]
  }

  var cells: [String: Double?]
  let sums: [Sum]

  init(_ tables: SampleTables, isHidden: (Int) -> Bool) {
    cells = Dictionary(
      uniqueKeysWithValues: tables.cells.enumerated().map { ($1.id, isHidden($0) ? nil : $1.value) })
    sums = tables.sums.map { Sum(total: $0.total, parts: $0.parts) }
  }
}

@Suite("An attack on what is published")
struct AttackTests {
  private let protection = SecrecyRule.persons.protection

  /// Tables, some with groups of rows that make them three tables in one, and what is done with their cells.
  private let protected: [(tables: SampleTables, outcomes: [CellOutcome])]

  init() throws {
    var random = SeededGenerator(seed: 2026)
    var protected: [(SampleTables, [CellOutcome])] = []
    for number in 0..<60 {
      let rows = random.next(in: 3...9)
      let columns = random.next(in: 3...6)
      var tables = SampleTables.random(rows: rows, columns: columns, using: &random)
      if number % 3 == 0 {
        tables.group([Array(0..<rows / 2), Array(rows / 2..<rows)], columns: columns)
      }
      let result = try protect(tables.cells, sums: tables.sums, rule: .persons)
      protected.append((tables, try #require(result.outcomes, "table \(number): \(result.failures)")))
    }
    self.protected = protected
  }

  @Test("SciPy does not come closer to a secret cell than the rule allows")
  func attack() throws {
    let found = try attack(protected.map { one in PublishedTable(one.tables) { one.outcomes[$0].isHidden } })
    var secrets = 0
    for ((tables, outcomes), ranges) in zip(protected, found) {
      for (cell, outcome) in zip(tables.cells, outcomes) {
        guard case .primary = outcome else { continue }
        secrets += 1
        let range = try #require(ranges[cell.id])
        #expect(isProtected(cell, range), "\(cell.id): \(range)")
      }
    }
    let hidden = protected.reduce(0) { $0 + $1.outcomes.count(where: \.isHidden) }
    print("\(secrets) secret cells among \(hidden) hidden in \(protected.count) tables: none recovered")
    #expect(secrets > 150)
  }

  @Test("Without complementary suppression, SciPy recovers secret cells")
  func primaryOnly() throws {
    let found = try attack(
      protected.map { one in
        PublishedTable(one.tables) { cell in
          if case .primary = one.outcomes[cell] { true } else { false }
        }
      })
    var recovered = 0
    for (one, ranges) in zip(protected, found) {
      for cell in one.tables.cells {
        guard let range = ranges[cell.id], let low = range[0], let high = range[1] else { continue }
        if high - low < 1e-6, abs(low - cell.value) < 1e-6 { recovered += 1 }
      }
    }
    print("primary suppression alone: \(recovered) cells recovered exactly")
    #expect(recovered > 50)
  }

  @Test("Nor does one who is alone in a hidden cell and knows it")
  func contributor() throws {
    var attacks: [(cell: [TableCell], table: PublishedTable)] = []
    for (tables, outcomes) in protected {
      let secret = zip(tables.cells, outcomes).filter { if case .primary = $1 { true } else { false } }.map(
        \.0)
      for single in secret.filter({ $0.units == 1 }) {
        var table = PublishedTable(tables) { outcomes[$0].isHidden }
        table.cells[single.id] = single.value
        attacks.append((secret.filter { $0.id != single.id }, table))
      }
    }
    #expect(attacks.count > 10)
    for (secret, ranges) in zip(attacks.map(\.cell), try attack(attacks.map(\.table))) {
      for cell in secret {
        let range = try #require(ranges[cell.id])
        #expect(isProtected(cell, range), "\(cell.id): \(range)")
      }
    }
  }

  @Test("Our own audit finds the ranges that SciPy finds")
  func audits() throws {
    let found = try attack(protected.map { one in PublishedTable(one.tables) { one.outcomes[$0].isHidden } })
    for ((tables, outcomes), ranges) in zip(protected, found) {
      for (cell, range) in zip(tables.cells, try audit(tables.cells, sums: tables.sums, outcomes: outcomes)) {
        #expect((range == nil) == (ranges[cell.id] == nil))
        guard let range, let other = ranges[cell.id] else { continue }
        #expect(abs(range.lowerBound - (other[0] ?? 0)) < 1e-6)
        #expect(
          range.upperBound == .infinity ? other[1] == nil : abs(range.upperBound - (other[1] ?? -1)) < 1e-6)
      }
    }
  }

  private func isProtected(_ cell: TableCell, _ range: [Double?]) -> Bool {
    (range[1] ?? .infinity) - cell.value >= protection.above(cell.value) - 1e-6
      && cell.value - (range[0] ?? 0) >= protection.below(cell.value) - 1e-6
  }

  /// The lowest and highest value of each hidden cell; `nil` for no bound.
  private func attack(_ tables: [PublishedTable]) throws -> [[String: [Double?]]] {
    let folder = try TemporaryFolder()
    try JSONEncoder().encode(tables).write(to: folder.file("tables.json"))
    let python = PackageFiles.root.appending(path: ".build-tools/python/bin/python").path
    let script = PackageFiles.root.appending(path: "Tests/SecrecyTests/attack.py").path
    let run = try Program(path: python).run([script, folder.file("tables.json").path])
    try #require(run.status == 0, "run Scripts/setup --tests; \(run.errors)")
    return try JSONDecoder().decode([[String: [Double?]]].self, from: Data(run.output.utf8))
  }
}
