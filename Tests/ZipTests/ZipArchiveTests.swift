import TestSupport
import Testing
import Zip

/// The error that reading an entry gives; `nil` if it can be read.
private func failure(
  of name: String, in bytes: [UInt8], limits: ZipLimits = .document
) -> ZipError? {
  do {
    _ = try ZipArchive(bytes, limits: limits).bytes(of: name)
    return nil
  } catch { return error }
}

@Test("Entries are read by their names, in the archive's order")
func entries() throws {
  let archive = try ZipArchive(StoredArchive([("b/à.xml", "<à/>"), ("a", ""), ("c", "3")]).bytes)
  #expect(archive.entries == ["b/à.xml", "a", "c"])
  #expect(String(decoding: try archive.bytes(of: "b/à.xml"), as: UTF8.self) == "<à/>")
  #expect(try archive.bytes(of: "a") == [])
  #expect(try archive.bytes(of: "c") == [0x33])
}

@Test("A packed entry is unpacked")
func packed() throws {
  var archive = StoredArchive()
  archive.addZeros("zeros", thousands: 10)
  archive.finish()
  let bytes = try ZipArchive(archive.bytes).bytes(of: "zeros")
  #expect(bytes.count == 1 + 38 * 258)
  #expect(bytes.allSatisfy { $0 == 0 })
}

@Test("What is no archive, or has lost its end, is an error", arguments: ["", "PK", "code;nom\n1;2\n"])
func notAnArchive(text: String) {
  #expect(failure(of: "a", in: Array(text.utf8)) == .notAnArchive)
}

@Test("An archive cut anywhere is an error")
func cutShort() {
  let bytes = StoredArchive([("a", "text"), ("b", "more")]).bytes
  for length in 0..<bytes.count {
    #expect(failure(of: "b", in: Array(bytes.prefix(length))) != nil, "\(length)")
  }
}

@Test("An entry that is missing, encrypted or not what its checksum says is an error that names it")
func wrongEntries() {
  var archive = StoredArchive()
  archive.add("damaged", "text", checksum: 1)
  archive.add("secret", "text", isEncrypted: true)
  archive.finish()
  #expect(failure(of: "other", in: archive.bytes) == .noSuchEntry("other"))
  #expect(failure(of: "damaged", in: archive.bytes) == .damaged(entry: "damaged"))
  #expect(failure(of: "secret", in: archive.bytes) == .encrypted(entry: "secret"))
}

@Test("An entry larger than the limit is an error, whatever size the archive states")
func entrySize() {
  let limits = ZipLimits(entrySize: 1000, ratio: 1000, ratioFrom: 1000)
  for stated: UInt32 in [1001, 10] {
    var archive = StoredArchive()
    archive.add("a", String(repeating: "a", count: 1001), size: stated)
    archive.add("b", String(repeating: "a", count: 1000))
    archive.finish()
    #expect(failure(of: "a", in: archive.bytes, limits: limits) != nil)
    #expect(failure(of: "b", in: archive.bytes, limits: limits) == nil)
  }
}

@Test("A few bytes that unpack to very many are an error")
func bomb() {
  var archive = StoredArchive()
  archive.addZeros("small", thousands: 9)
  archive.addZeros("bomb", thousands: 150)
  archive.finish()
  let limits = ZipLimits(entrySize: 1 << 30, ratio: 50, ratioFrom: 10_000)
  #expect(failure(of: "small", in: archive.bytes, limits: limits) == nil)
  #expect(failure(of: "bomb", in: archive.bytes, limits: limits) == .tooLarge(entry: "bomb"))
}
