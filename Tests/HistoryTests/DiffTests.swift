import Foundation
import History
import Testing

@Suite("What changed")
struct DiffTests {
  @Test("The same is no change")
  func same() {
    let observations: [RecordedObservation] = [.share(87), .share(.missing("nd"), "france")]
    #expect(diff(from: observations, to: observations.reversed()) == [])
    #expect(diff(from: [], to: []) == [])
  }

  @Test("A new period moves the value, and the one before is not gone")
  func moved() {
    let changes = diff(from: [.share(87)], to: [.share(89, "qpv", "2025-Q2")])
    #expect(changes.map(\.aspects) == [[.moved]])
    #expect(changes[0].before == .share(87))
    #expect(changes[0].after == .share(89, "qpv", "2025-Q2"))
    // The same value in a new period is no change.
    #expect(diff(from: [.share(87)], to: [.share(87, "qpv", "2025-Q2")]) == [])
  }

  @Test("An earlier period that was revised is told apart from the new one")
  func revisedAndMoved() {
    let changes = diff(from: [.share(87)], to: [.share(88), .share(89, "qpv", "2025-Q2")])
    #expect(changes.map(\.aspects) == [[.revised], [.moved]])
    #expect(changes.map(\.before) == [.share(87), .share(87)])
  }

  @Test("An older period is new, not a move backwards")
  func older() {
    let changes = diff(from: [.share(87)], to: [.share(87), .share(80, "qpv", "2024-Q1")])
    #expect(changes.map(\.aspects) == [[.new]])
    let back = diff(from: [.share(87)], to: [.share(80, "qpv", "2024-Q1")])
    #expect(back.map(\.aspects) == [[.new], [.gone]])
  }

  @Test(
    "Values and their absence",
    arguments: [
      (.missing("confidential"), .number(87), .appeared), (.number(87), .missing("confidential"), .vanished),
      (.missing("confidential"), .missing("not available"), .reason),
    ] as [(RecordedObservation.Value, RecordedObservation.Value, ChangeAspect)])
  func missing(before: RecordedObservation.Value, after: RecordedObservation.Value, aspect: ChangeAspect) {
    #expect(diff(from: [.share(before)], to: [.share(after)]).map(\.aspects) == [[aspect]])
    #expect(
      diff(from: [.share(before)], to: [.share(after, "qpv", "2025-Q2")]).map(\.aspects) == [[aspect]])
  }

  @Test("All that differs is told, in one order")
  func several() {
    let before = RecordedObservation.share(.number(87), status: .provisional)
    let after = RecordedObservation.share(
      .number(88), label: "Équipés", unit: "count", status: .final, bounds: .init(low: 86, high: 90))
    #expect(
      diff(from: [before], to: [after]).map(\.aspects) == [[.revised, .unit, .interval, .status, .wording]])
  }

  @Test("Changes come in the order of the later set, then what is gone in that of the earlier")
  func order() {
    let before: [RecordedObservation] = [.share(1, "a"), .share(2, "b"), .share(3, "c"), .share(4, "d")]
    let after: [RecordedObservation] = [.share(9, "e"), .share(5, "d"), .share(8, "b")]
    let changes = diff(from: before, to: after)
    #expect(changes.map { ($0.after ?? $0.before)?.key.series.population } == ["e", "d", "b", "a", "c"])
    #expect(changes.map(\.aspects) == [[.new], [.revised], [.revised], [.gone], [.gone]])
  }

  @Test("A change is written as JSON")
  func json() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let changes = diff(from: [.share(87)], to: [.share(.missing("confidential"), bounds: nil)])
    let expected =
      #"[{"after":{"decimals":0,"indicator":"smartphone","label":"Smartphone","missing":"confidential","period":"#
      + #""2025-Q1","population":"qpv","status":"final","unit":"%"},"aspects":["vanished"],"before":{"decimals":0,"#
      + #""indicator":"smartphone","label":"Smartphone","period":"2025-Q1","population":"qpv","status":"final","#
      + #""unit":"%","value":87}}]"#
    #expect(String(decoding: try encoder.encode(changes), as: UTF8.self) == expected)
  }
}
