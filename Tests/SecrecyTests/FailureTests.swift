import Secrecy
import Testing

@Suite("Tables that cannot be protected")
struct FailureTests {
  @Test("A secret cell that readers know already is named")
  func fixed() throws {
    let cells = [
      TableCell(id: "a", value: 4, units: 4, isFixed: true), TableCell(id: "b", value: 30, units: 30),
    ]
    #expect(
      try protect(cells, sums: [], rule: .persons)
        == .unsafe([SecrecyFailure(cell: "a", reason: .fixed)]))
  }

  @Test("A cell that fixed cells give away is named, with them and with what they give")
  func known() throws {
    let cells = [
      TableCell(id: "a", value: 4, units: 4), TableCell(id: "b", value: 0, units: 0),
      TableCell(id: "c", value: 50, units: 50, isFixed: true),
      TableCell(id: "t", value: 54, units: 54, isFixed: true),
    ]
    let sums = [TableSum(total: "t", parts: ["a", "b", "c"])]
    let result = try protect(cells, sums: sums, rule: .persons)
    #expect(
      result
        == .unsafe([SecrecyFailure(cell: "a", reason: .known(range: 4...4, cells: ["b", "c", "t"]))]))
  }

  @Test("A small neighbour leaves too narrow a range")
  func narrow() throws {
    let cells = [
      TableCell(id: "a", value: 8, units: 8), TableCell(id: "b", value: 2, units: 2),
      TableCell(id: "t", value: 10, units: 10, isFixed: false),
      TableCell(id: "u", value: 10, units: 10, isFixed: true),
    ]
    let sums = [TableSum(total: "t", parts: ["a", "b"]), TableSum(total: "t", parts: ["u"])]
    let failures = try protect(cells, sums: sums, rule: .persons).failures
    // u is known, and with it t; a may be 0 to 10, where 13 is asked for; b may be so too, which is enough.
    #expect(failures.map(\.cell) == ["u", "a", "t"])
    #expect(failures.contains(SecrecyFailure(cell: "a", reason: .known(range: 0...10, cells: []))))
  }

  @Test("A single contributor beside the only other secret cell is named")
  func contributor() throws {
    let cells = [
      TableCell(id: "a", value: 200, contributors: 2), TableCell(id: "b", value: 90, contributors: 1),
      TableCell(id: "t", value: 290, contributors: 3, isFixed: true),
    ]
    let sums = [TableSum(total: "t", parts: ["a", "b"])]
    let rule = SecrecyRule(minimumContributors: 3, protection: Protection(fraction: 0.1))
    let failure = SecrecyFailure(cell: "a", reason: .knownToContributor(of: "b"))
    #expect(try protect(cells, sums: sums, rule: rule) == .unsafe([failure]))
  }
}
