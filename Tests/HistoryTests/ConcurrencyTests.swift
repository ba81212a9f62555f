import Foundation
import History
import SQLite
import TestSupport
import Testing

@Suite("Several at one history")
struct ConcurrencyTests {
  private let folder: HistoryFolder

  init() throws { folder = try HistoryFolder() }

  @Test("Runs that record at once lose nothing, from the first file on")
  func threads() throws {
    let path = folder.path
    DispatchQueue.concurrentPerform(iterations: 12) { run in
      do {
        let history = try HistoryFile(writing: path)
        for period in 0..<5 {
          let observations = (0..<20).map {
            RecordedObservation.share(Double($0), "p\($0)", "20\(10 + period)")
          }
          // Three runs share each report, and record the same: one of them does, two find it done.
          _ = try history.record(.sample("20\(10 + period)", report: "r\(run % 4)"), observations)
        }
      } catch {
        Issue.record("\(run): \(error)")
      }
    }
    let history = try HistoryFile(reading: path)
    #expect(try history.recordings().count == 20)  // 4 reports, 5 periods
    for report in 0..<4 { #expect(try history.latest(of: "r\(report)").count == 100) }
    #expect(try folder.integrity() == "ok")
  }

  @Test("Runs that make the same file at once all find a history")
  func creation() {
    for number in 0..<40 {
      let path = folder.folder.file("\(number).sqlite").path
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        #expect(throws: Never.self) { try HistoryFile(writing: path).recordings() }
      }
    }
  }

  @Test("Another program that writes is waited for")
  func waiting() throws {
    _ = try folder.writing()
    let other = try holdLock(for: "0.7")
    let clock = ContinuousClock()
    let history = try folder.writing()
    let time = try clock.measure { _ = try history.record(.sample(), [.share(87)]) }
    other.waitUntilExit()
    #expect(other.terminationStatus == 0)
    #expect(time > .milliseconds(50))
    #expect(try history.latest(of: "pilier") == [.share(87)])
    // What the other program wrote is there too.
    #expect(try history.recordings(of: "other").count == 1)
  }

  @Test("It is not waited for without end")
  func busy() throws {
    _ = try folder.writing()
    let other = try holdLock(for: "1.5")
    defer { other.waitUntilExit() }
    let history = try folder.writing(waiting: 50)
    #expect(throws: HistoryError.busy) { try history.record(.sample(), [.share(87)]) }
    // Readers need not wait.
    #expect(try HistoryFile(reading: folder.path).recordings() == [])
  }

  @Test("A program that is killed while it writes leaves the history whole")
  func crash() throws {
    _ = try folder.writing().record(.sample(), [.share(87)])
    // With so small a cache, it has written to the file itself what it has not yet committed.
    let other = try start([
      "PRAGMA cache_size = 2", "BEGIN IMMEDIATE",
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO observation(recording, report, indicator, period, version, label, value, unit, status, source_digest)
      SELECT 1, 'pilier', 'x' || i, '2025', 1, '', i, '%', 'final', '' FROM n
      """, ".shell touch '\(folder.folder.file("ready").path)'; exec sleep 3",
    ])
    #expect(try folder.folder.names().contains("history.sqlite-journal"))
    let size = try folder.folder.read("history.sqlite").count
    #expect(size > 40 * 4096)
    // What it waits for goes on sleeping, and holds no lock of its own.
    kill(other.processIdentifier, SIGKILL)
    other.waitUntilExit()

    let history = try folder.writing(waiting: 0)
    #expect(try history.latest(of: "pilier") == [.share(87)])
    #expect(try folder.integrity() == "ok")
    #expect(
      try history.record(.sample("2025-Q2"), [.share(89, "qpv", "2025-Q2")]) != .alreadyRecorded(number: 1))
  }

  /// Another program that writes a recording and keeps the file to itself for some seconds.
  private func holdLock(for seconds: String) throws -> Process {
    try start([
      "BEGIN IMMEDIATE", "INSERT INTO recording VALUES (NULL, 'other', '', '', '', '', '', NULL)",
      ".shell touch '\(folder.folder.file("ready").path)'; exec sleep \(seconds)", "COMMIT",
    ])
  }

  /// Starts `sqlite3` on the history, and waits until it has written a file named `ready`.
  private func start(_ commands: [String]) throws -> Process {
    let process = Program(named: "sqlite3").process(["-batch", folder.path] + commands)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(20)
    while !FileManager.default.fileExists(atPath: folder.folder.file("ready").path) {
      try #require(process.isRunning && ContinuousClock.now < end, "sqlite3 did not get so far")
      Thread.sleep(forTimeInterval: 0.01)
    }
    return process
  }
}
