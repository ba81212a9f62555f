import Foundation

/// A file without a name: nobody else can open it by accident, and it goes away with its owner, however the run ends.
package final class NamelessFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  /// - Parameter folder: where it takes its room; with none given, where this machine keeps temporary files.
  package init(in folder: String? = nil) throws(SpoolError) {
    let folder = folder ?? NSTemporaryDirectory()
    var template = Array((folder + "/vigie-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SpoolError(folder: folder, code: errno) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.folder = folder
  }

  deinit { close(descriptor) }

  /// A path by which this program's libraries can open it.
  package var path: String { "/proc/self/fd/\(descriptor)" }

  package func count() throws(SpoolError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure }
    return Int(status.st_size)
  }

  package func append(_ bytes: UnsafeRawBufferPointer) throws(SpoolError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard count > 0 || errno == EINTR else { throw failure }
      rest = rest.dropFirst(max(0, count))
    }
  }

  package func append(_ bytes: [UInt8]) throws(SpoolError) {
    let failure: SpoolError? = bytes.withUnsafeBytes { all in
      do throws(SpoolError) { try append(all) } catch { return error }
      return nil
    }
    if let failure { throw failure }
  }

  /// Some of its bytes; fewer where it ends before.
  package func bytes(at offset: Int, count: Int) throws(SpoolError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = pread(descriptor, &bytes, count, offset)
    guard read >= 0 else { throw failure }
    return Array(bytes.prefix(read))
  }

  /// What is wrong where something written into it has found no room.
  package var outOfRoom: SpoolError { SpoolError(folder: folder, code: ENOSPC) }

  /// Gives all of it, a part after the other.
  package func forEachPart(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var offset = 0
    try withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 1) { part in
      while true {
        let count = pread(descriptor, part.baseAddress, part.count, offset)
        guard count >= 0 || errno == EINTR else { throw failure }
        if count == 0 { return }
        offset += max(0, count)
        try body(UnsafeRawBufferPointer(rebasing: part[..<max(0, count)]))
      }
    }
  }

  private var failure: SpoolError { SpoolError(folder: folder, code: errno) }
}

/// The folder for temporary files has no room, or cannot be written to.
package struct SpoolError: Error, Hashable {
  package let folder: String
  package let reason: String

  init(folder: String, code: Int32) {
    self.folder = folder
    reason = String(cString: strerror(code))
  }
}
