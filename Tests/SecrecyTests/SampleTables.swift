import Secrecy
import TestSupport

/// Cells and their sums, of one table or several.
struct SampleTables {
  var cells: [TableCell] = []
  var sums: [TableSum] = []

  /// Rows by columns, with both margins and the grand total; ids are `r1c2`, `r1`, `c2`, `all`.
  init(_ values: [[Double]], fixed: Set<String> = []) {
    let columns = values.first?.indices ?? 0..<0
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() { add("r\(row)c\(column)", value, fixed) }
      add("r\(row)", line.reduce(0, +), fixed)
      sums.append(TableSum(total: "r\(row)", parts: columns.map { "r\(row)c\($0)" }))
    }
    for column in columns {
      add("c\(column)", values.reduce(0) { $0 + $1[column] }, fixed)
      sums.append(TableSum(total: "c\(column)", parts: values.indices.map { "r\($0)c\(column)" }))
    }
    add("all", values.joined().reduce(0, +), fixed)
    sums.append(TableSum(total: "all", parts: values.indices.map { "r\($0)" }))
    sums.append(TableSum(total: "all", parts: columns.map { "c\($0)" }))
  }

  init(cells: [TableCell], sums: [TableSum]) {
    self.cells = cells
    self.sums = sums
  }

  /// Counts, many of them small, some zero.
  ///
  /// - Parameter smallest: the least count that is not zero; 1 makes single contributors.
  static func random(
    rows: Int, columns: Int, smallest: Int = 1, using random: inout SeededGenerator
  ) -> SampleTables {
    SampleTables(
      (0..<rows).map { _ in
        (0..<columns).map { _ in
          if random.isTrue(onceIn: 12) { return 0 }
          if random.isTrue(onceIn: 5) { return Double(random.next(in: smallest...10)) }
          return Double(random.next(in: 11...900))
        }
      })
  }

  /// Adds a table of groups of rows: the rows' cells are then parts in two tables.
  mutating func group(_ groups: [[Int]], columns: Int) {
    for (group, rows) in groups.enumerated() {
      for name in (0..<columns).map({ "c\($0)" }) + [""] {
        let parts = rows.map { "r\($0)\(name)" }
        add("g\(group)\(name)", cells.filter { parts.contains($0.id) }.reduce(0) { $0 + $1.value }, [])
        sums.append(TableSum(total: "g\(group)\(name)", parts: parts))
      }
    }
    for name in (0..<columns).map({ "c\($0)" }) {
      sums.append(TableSum(total: name, parts: groups.indices.map { "g\($0)\(name)" }))
    }
    sums.append(TableSum(total: "all", parts: groups.indices.map { "g\($0)" }))
  }

  private mutating func add(_ id: String, _ value: Double, _ fixed: Set<String>) {
    cells.append(TableCell(id: id, value: value, units: value, isFixed: fixed.contains(id)))
  }
}

extension SecrecyRule {
  /// Eleven persons, and ten to both sides.
  static let persons = SecrecyRule(minimumUnits: 11, protection: Protection(fraction: 0.1, absolute: 5))
}

extension SecrecyResult {
  /// The ids of the cells that it hides, in the order of the cells; `nil` if nothing may be published.
  func hidden(of cells: [TableCell]) -> [String]? {
    switch self {
    case .safe(let outcomes): zip(cells, outcomes).filter { $1.isHidden }.map(\.0.id)
    case .unsafe: nil
    }
  }

  var outcomes: [CellOutcome]? {
    switch self {
    case .safe(let outcomes): outcomes
    case .unsafe: nil
    }
  }

  var failures: [SecrecyFailure] {
    switch self {
    case .safe: []
    case .unsafe(let failures): failures
    }
  }
}
