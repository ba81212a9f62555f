import Foundation
import Spool
import Testing

@Suite("Bytes on their way")
struct SpoolTests {
  /// More than a part that is read at once.
  private let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

  private func spooled(keepingInMemory most: Int) throws -> Spool {
    var spool = Spool(keepingInMemory: most)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 12_345)
      try bytes[start..<end].withUnsafeBytes { try spool.append($0) }
      start = end
    }
    return spool
  }

  @Test(
    "Bytes come out as they went in, from memory and from a file",
    arguments: [0, 1, 100_000, 699_999, 700_000])
  func bytes(most: Int) throws {
    let spool = try spooled(keepingInMemory: most)

    #expect((spool.file != nil) == (most < bytes.count))
    #expect(try spool.count() == bytes.count)
    #expect(try spool.bytes() == bytes)
    var parts: [UInt8] = []
    try spool.forEachPart { parts += $0 }
    #expect(parts == bytes)
  }

  @Test("A file has no name, and is gone with its owner")
  func namelessness() throws {
    let folder = NSTemporaryDirectory() + "spool-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try NamelessFile(in: folder)
    try file.append(bytes)

    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(try file.count() == bytes.count)
    #expect(FileManager.default.contents(atPath: file.path).map { [UInt8]($0) } == bytes)
  }

  @Test("A folder that cannot be written to is named")
  func failures() throws {
    let error = #expect(throws: SpoolError.self) { try NamelessFile(in: "/proc/nowhere") }
    #expect(error?.folder == "/proc/nowhere")
    #expect(error?.reason.isEmpty == false)
  }
}
