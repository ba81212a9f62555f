import History
import SQLite
import Testing

@Suite("Recording")
struct RecordTests {
  private let folder: HistoryFolder
  private let history: HistoryFile

  init() throws {
    folder = try HistoryFolder()
    history = try folder.writing()
  }

  @Test("What is recorded is read as it was, in its order")
  func roundTrip() throws {
    let observations: [RecordedObservation] = [
      .share(87), .share(.missing("confidential"), "voisinage"),
      .share(.number(1 / 3), nil, unit: "count", status: .estimated, bounds: .init(low: 0.3, high: 0.4)),
      RecordedObservation(
        key: ObservationKey(indicator: "l'« âge »", period: "2024"), label: "Âge", value: .number(-1e-300),
        unit: "years", sourceDigest: ""),
    ]
    let outcome = try history.record(.sample(), observations)
    #expect(
      outcome
        == .recorded(number: 1, changes: try changes(new: observations)))

    let read = try HistoryFile(reading: folder.path)
    #expect(try read.observations(publishedBy: 1) == observations)
    #expect(try read.recordings().map(\.recording) == [.sample()])
    #expect(try read.recordings(of: "autre") == [])
  }

  @Test("Recording the same again writes nothing and says so")
  func again() throws {
    _ = try history.record(.sample(), [.share(87), .share(91, "france")])
    let later = Recording(
      report: "pilier", title: "Pilier", period: "2025-Q1", moment: "2025-04-09T06:00:00Z",
      dataDigest: "sha256:02",
      toolVersion: "1.1")
    // The order and the file's digest are no difference.
    let again = [RecordedObservation.share(91, "france"), .share(.number(87), source: "sha256:02")]
    #expect(try history.record(later, again) == .alreadyRecorded(number: 1))
    #expect(try history.recordings().count == 1)
  }

  @Test("A recording with fewer observations is another")
  func fewer() throws {
    _ = try history.record(.sample(), [.share(87), .share(91, "france")])
    #expect(try history.record(.sample(), [.share(87)]) == .recorded(number: 2, changes: []))
    #expect(try history.observations(publishedBy: 2) == [.share(87)])
    #expect(try history.observations(publishedBy: 1).count == 2)
  }

  @Test(
    "Another value for a published period is refused, with what differs",
    arguments: [
      (.share(88), [.revised]), (.share(.missing("confidential")), [.vanished]),
      (.share(.number(87), unit: "count"), [.unit]),
      (.share(.number(87), bounds: .init(low: 85, high: 89)), [.interval]),
      (.share(88, status: .revised), [.revised, .status]),
    ] as [(RecordedObservation, [ChangeAspect])])
  func refused(observation: RecordedObservation, aspects: [ChangeAspect]) throws {
    _ = try history.record(.sample(), [.share(87)])
    let error = #expect(throws: HistoryError.self) {
      try history.record(.sample(), [observation, .share(92, "france")])
    }
    guard case .undeclaredRevisions(let changes) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(changes.map(\.aspects) == [aspects])
    #expect(changes.map(\.before) == [.share(87)])
    #expect(changes.map(\.after) == [observation])
    // The new observation beside it was not recorded either.
    #expect(try history.latest(of: "pilier") == [.share(87)])
  }

  @Test("A declared revision stands beside what was published")
  func revision() throws {
    _ = try history.record(.sample(), [.share(87), .share(91, "france")])
    let outcome = try history.record(
      .sample(), [.share(88, status: .revised), .share(91, "france")],
      revisions: .declared(reason: "Pondération"))
    guard case .recorded(2, let changes) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(changes.map(\.aspects) == [[.revised, .status]])

    let key = ObservationKey(indicator: "smartphone", population: "qpv", period: "2025-Q1")
    let vintages = try history.vintages(of: key, in: "pilier")
    #expect(vintages.map(\.version) == [1, 2])
    #expect(vintages.map(\.observation) == [.share(87), .share(88, status: .revised)])
    #expect(vintages.map(\.recording.number) == [1, 2])
    #expect(vintages.map(\.recording.reason) == [nil, "Pondération"])
    #expect(try history.observations(publishedBy: 1) == [.share(87), .share(91, "france")])
    #expect(try history.latest(of: "pilier", asOf: 1) == [.share(91, "france"), .share(87)])
    #expect(try history.latest(of: "pilier") == [.share(91, "france"), .share(88, status: .revised)])
  }

  @Test("A provisional value is made final without a declaration")
  func confirmation() throws {
    _ = try history.record(.sample(), [.share(87, status: .provisional)])
    let outcome = try history.record(.sample(), [.share(87)])
    guard case .recorded(2, let changes) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(changes.map(\.aspects) == [[.status]])
    #expect(try history.recordings().last?.reason == nil)
  }

  @Test("What was taken back can be published again as a third version")
  func backAgain() throws {
    for (value, number) in [(87.0, 1), (88, 2), (87, 3)] as [(Double, Int64)] {
      let outcome = try history.record(
        .sample(), [.share(value)], revisions: number == 1 ? .refused : .declared(reason: "x"))
      guard case .recorded(number, _) = outcome else {
        Issue.record("\(outcome)")
        return
      }
    }
    let key = ObservationKey(indicator: "smartphone", population: "qpv", period: "2025-Q1")
    #expect(try history.vintages(of: key, in: "pilier").map(\.version) == [1, 2, 3])
  }

  @Test("A series comes in the order of its periods, and reports do not mix")
  func series() throws {
    _ = try history.record(.sample("2025-Q2"), [.share(88, "qpv", "2025-Q2"), .share(85, "qpv", "2024-Q4")])
    _ = try history.record(.sample("2025-Q1"), [.share(87), .share(91, nil)])
    _ = try history.record(.sample(report: "autre"), [.share(12)])
    let series = try history.series(SeriesKey(indicator: "smartphone", population: "qpv"), of: "pilier")
    #expect(series.map(\.key.period) == ["2024-Q4", "2025-Q1", "2025-Q2"])
    #expect(series.map(\.value) == [.number(85), .number(87), .number(88)])
    #expect(try history.series(SeriesKey(indicator: "smartphone"), of: "pilier") == [.share(91, nil)])
    #expect(try history.latest(of: "autre") == [.share(12)])
  }

  @Test("Two observations of one key are refused")
  func duplicates() throws {
    #expect(throws: HistoryError.duplicates([RecordedObservation.share(87).key])) {
      try history.record(.sample(), [.share(87), .share(91, "france"), .share(88)])
    }
    #expect(try history.recordings() == [])
  }

  @Test(
    "The file refuses to be changed, whoever tries",
    arguments: [
      "UPDATE observation SET value = 99", "DELETE FROM observation", "UPDATE recording SET reason = 'x'",
      "DELETE FROM recording", "DELETE FROM publication", "UPDATE publication SET observation = 1",
      "REPLACE INTO recording VALUES (1, 'a', 'b', 'c', 'd', 'e', 'f', NULL)",
      "REPLACE INTO observation SELECT * FROM observation", "REPLACE INTO publication VALUES (1, 0, 1)",
      """
      REPLACE INTO observation(recording, report, indicator, population, period, version, label, value, unit, status,
        source_digest) VALUES (1, 'pilier', 'smartphone', 'qpv', '2025-Q1', 1, 'x', 99, '%', 'final', '')
      """,
    ])
  func append(sql: String) throws {
    _ = try history.record(.sample(), [.share(87)])
    let database = try Database(path: folder.path, access: .readWrite)
    let error = #expect(throws: SQLiteError.self) { try database.execute(sql) }
    #expect(error?.message == "a history is never changed")
    #expect(try history.observations(publishedBy: 1) == [.share(87)])
  }

  private func changes(new observations: [RecordedObservation]) throws -> [ObservationChange] {
    diff(from: [], to: observations)
  }
}
