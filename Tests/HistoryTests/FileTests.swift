import Foundation
import History
import SQLite
import TestSupport
import Testing

@Suite("The history's file")
struct FileTests {
  private let folder: HistoryFolder

  init() throws { folder = try HistoryFolder() }

  @Test("A history that is not there cannot be read, and is made to be written")
  func creation() throws {
    let error = #expect(throws: HistoryError.self) { _ = try HistoryFile(reading: folder.path) }
    #expect(error.map(isCannotOpen) == true)
    _ = try folder.writing()
    #expect(try HistoryFile(reading: folder.path).recordings() == [])
    // One file, whatever SQLite made beside it meanwhile.
    #expect(try folder.folder.names() == ["history.sqlite"])
  }

  @Test(
    "A place that is not there, or takes no files, is an error",
    arguments: ["nowhere/history.sqlite", "/proc/h.sqlite"])
  func place(path: String) throws {
    let path = path.hasPrefix("/") ? path : folder.folder.file(path).path
    let error = #expect(throws: HistoryError.self) { _ = try HistoryFile(writing: path) }
    #expect(error.map(isCannotOpen) == true)
  }

  @Test("A history opened to be read takes nothing")
  func readOnly() throws {
    _ = try folder.writing()
    let history = try HistoryFile(reading: folder.path)
    #expect(throws: HistoryError.readOnly) { try history.record(.sample(), [.share(87)]) }
  }

  @Test("A file that is no history is left as it is")
  func otherFiles() throws {
    try folder.folder.write("code;libelle\n01004;Ambérieu\n", to: "text.sqlite")
    let database = try Database(path: folder.folder.file("other.sqlite").path, access: .readWrite)
    try database.execute("CREATE TABLE observation(id INTEGER)")
    for name in ["text.sqlite", "other.sqlite"] {
      let before = try folder.folder.read(name)
      let path = folder.folder.file(name).path
      #expect(throws: HistoryError.notAHistory) { _ = try HistoryFile(writing: path) }
      #expect(throws: HistoryError.notAHistory) { _ = try HistoryFile(reading: path) }
      #expect(try folder.folder.read(name) == before)
    }
  }

  @Test("An empty file becomes a history, but cannot be read as one")
  func emptyFile() throws {
    try folder.folder.write("", to: "history.sqlite")
    #expect(throws: HistoryError.notAHistory) { _ = try HistoryFile(reading: folder.path) }
    #expect(try folder.writing().recordings() == [])
  }

  @Test("A history in a later format is neither read nor written")
  func newerFormat() throws {
    _ = try folder.writing().record(.sample(), [.share(87)])
    try Database(path: folder.path, access: .readWrite).execute("PRAGMA user_version = 2")
    #expect(throws: HistoryError.newerFormat(2)) { _ = try HistoryFile(reading: folder.path) }
    #expect(throws: HistoryError.newerFormat(2)) { _ = try folder.writing() }
  }

  @Test("A damaged file is an error")
  func damaged() throws {
    _ = try folder.writing().record(.sample(), (0..<500).map { .share(Double($0), "p\($0)") })
    var bytes = try folder.folder.read("history.sqlite")
    for position in 4096..<bytes.count { bytes[position] = 0x55 }
    try bytes.write(to: folder.folder.file("history.sqlite"))
    #expect(throws: HistoryError.notAHistory) { try HistoryFile(reading: folder.path).latest(of: "pilier") }
  }

  @Test("On a full disk nothing is recorded, and what was stays")
  func fullDisk() throws {
    _ = try folder.writing().record(.sample(), [.share(87)])
    let size = try folder.folder.read("history.sqlite").count / 4096
    let history = try HistoryFile(writing: folder.path, largestSize: size + 4)
    #expect(throws: HistoryError.diskFull) {
      try history.record(.sample("2025-Q2"), (0..<2000).map { .share(Double($0), "p\($0)", "2025-Q2") })
    }
    #expect(try history.recordings().count == 1)
    #expect(try folder.integrity() == "ok")
    // What is small enough still goes in.
    #expect(
      try history.record(.sample("2025-Q2"), [.share(89, "qpv", "2025-Q2")]) != .alreadyRecorded(number: 1))
    #expect(try HistoryFile(reading: folder.path).latest(of: "pilier").count == 2)
  }

  @Test("A thousand observations are recorded and read in little time")
  func speed() throws {
    let observations = (0..<1000).map { RecordedObservation.share(Double($0), "p\($0)") }
    let history = try folder.writing()
    let clock = ContinuousClock()
    let recording = try clock.measure { _ = try history.record(.sample(), observations) }
    let again = try clock.measure { _ = try history.record(.sample(), observations) }
    print("1,000 observations: recorded in \(recording), found recorded in \(again)")
    #expect(recording < .seconds(5) && again < .seconds(5))
  }

  private func isCannotOpen(_ error: HistoryError) -> Bool {
    if case .cannotOpen = error { true } else { false }
  }
}
