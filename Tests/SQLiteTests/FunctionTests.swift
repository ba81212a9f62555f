import SQLite
import Testing

@Suite("Functions of queries")
struct FunctionTests {
  /// Groups of all sizes up to 60: numbers, weights, and missing ones among both.
  private struct Sample {
    struct Row {
      let group: Int
      let number: Double?
      let weight: Double?
    }
    let rows: [Row] = {
      var state: UInt64 = 20_240_101
      func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / 1000
      }
      return (1...60).flatMap { group in
        (0..<group).map { _ in
          Row(group: group, number: next() < 1500 ? nil : next() - 8000, weight: next() < 1500 ? nil : next())
        }
      }
    }()
  }
  private let sample = Sample()
  private let database: Database

  init() throws {
    database = try Database()
    let rows = sample.rows
    try database.register(
      "mesures", [.number("g"), .number("x"), .number("w")],
      rows.map { row in
        [
          .integer(Int64(row.group)), row.number.map { .number($0) } ?? .null,
          row.weight.map { .number($0) } ?? .null,
        ]
      })
  }

  @Test("The median is the middle of the sorted numbers, group by group")
  func median() throws {
    let found = try database.rows("SELECT median(x) FROM mesures GROUP BY g ORDER BY g")
    for group in 1...60 {
      let sorted = sample.rows.filter { $0.group == group }.compactMap(\.number).sorted()
      // The element half-way, counted from both ends.
      let expected: SQLiteValue =
        sorted.isEmpty ? .null : .number((sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2)
      guard case .number(let value) = found[group - 1][0], case .number(let other) = expected else {
        #expect(found[group - 1][0] == expected)
        continue
      }
      #expect(abs(value - other) < 1e-9)
    }
  }

  @Test("The weighted mean is a quotient of SQLite's own sums, group by group")
  func weightedMean() throws {
    let sql = """
      SELECT weighted_mean(x, w),
        sum(CASE WHEN x IS NOT NULL THEN x * w END) / sum(CASE WHEN x IS NOT NULL THEN w END)
      FROM mesures GROUP BY g ORDER BY g
      """
    let found = try database.rows(sql)
    #expect(found.count == 60)
    for row in found {
      guard case .number(let value) = row[0], case .number(let other) = row[1] else {
        #expect(row[0] == row[1])
        continue
      }
      #expect(abs(value - other) < 1e-9)
    }
  }

  @Test(
    "Small cases by hand",
    arguments: [
      (call: "median(x)", values: "(3), (1), (2)", result: 2),
      (call: "median(x)", values: "(4), (1), (NULL), (2), (3)", result: 2.5),
      (call: "median(x)", values: "(NULL), (NULL)", result: nil),
      (call: "median(x)", values: "('12.5')", result: 12.5),  // text that is a number
      (call: "median(x)", values: "(1.7e308), (1.7e308)", result: 1.7e308),
      (call: "median(DISTINCT x)", values: "(1), (1), (1), (5), (9)", result: 5),
      (call: "weighted_mean(x, 1)", values: "(1), (2), (6)", result: 3),
      (call: "weighted_mean(x, x)", values: "(1), (3)", result: 2.5),  // (1 + 9) / 4
      (call: "weighted_mean(x, 0)", values: "(1), (2)", result: nil),
      (call: "weighted_mean(x, NULL)", values: "(1), (2)", result: nil),
      (call: "share(sum(x), 8)", values: "(1), (1)", result: 0.25),
      (call: "share(sum(x), 0)", values: "(1), (1)", result: nil),
      (call: "share(NULL, 4)", values: "(1)", result: nil),
    ] as [(String, String, Double?)])
  func byHand(call: String, values: String, result: Double?) throws {
    let rows = try database.rows("WITH v(x) AS (VALUES \(values)) SELECT \(call) FROM v")
    #expect(rows == [[result.map { .number($0) } ?? .null]])
  }

  @Test("No row at all gives NULL")
  func noRows() throws {
    #expect(
      try database.rows("SELECT median(x), weighted_mean(x, w) FROM mesures WHERE g > 60") == [[nil, nil]])
  }

  @Test(
    "What is no number ends the query",
    arguments: [
      (call: "median(x)", message: "median: not a number: “nd”"),
      (call: "weighted_mean(1, x)", message: "weighted_mean: not a number: “nd”"),
      (call: "weighted_mean(1, -1)", message: "weighted_mean: negative weight -1.0"),
      (call: "share(1, x)", message: "share: not a number: “nd”"),
    ])
  func refused(call: String, message: String) throws {
    let error = #expect(throws: SQLiteError.self) {
      try database.rows("WITH v(x) AS (VALUES ('nd')) SELECT \(call) FROM v")
    }
    #expect(error?.message == message)
    #expect(error?.cause == .sql)
  }
}
