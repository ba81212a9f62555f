import CWriteOut
import Foundation
import Synchronization

/// Files on their way to the disk, while others may still be made.
///
/// All are written beside their places, then renamed into them: a full disk or a refusal leaves every earlier file as it
/// was. What is renamed is on the disk, so that a crash never shows an empty file in its place. Files go in batches, and
/// several batches at once: the disk then does once for many files what it has to do for each, and makers of files are
/// interrupted less often.
package final class FileWriting: Sendable {
  private struct State {
    var begun: [OutputFile] = []
    /// Those of the begun that no writer has taken.
    var waiting: [OutputFile] = []
    var writers = 0
    /// Why files could not be written, by their paths.
    var failures: [String: MachineError] = [:]
    /// Folders that were made for files.
    var folders: [String] = []

    mutating func takeWaiting() -> [OutputFile] {
      defer { waiting = [] }
      return waiting
    }
  }

  private let state = Mutex(State())
  private let working = DispatchGroup()

  private static let batch = 32
  private static let mostWriters = 16

  package init() {}

  /// Starts to write a file beside its place. It gets there by `write`, or goes away by `discard`.
  package func begin(_ file: OutputFile) {
    let batch = state.withLock { state -> [OutputFile] in
      state.begun.append(file)
      state.waiting.append(file)
      guard state.waiting.count >= Self.batch, state.writers < Self.mostWriters else { return [] }
      state.writers += 1
      return state.takeWaiting()
    }
    guard !batch.isEmpty else { return }
    working.enter()
    Thread.detachNewThread {
      self.writeBeside(batch)
      self.state.withLock { $0.writers -= 1 }
      self.working.leave()
    }
  }

  /// Puts files in their places, those that were begun and others, once all are on the disk.
  package func write(_ files: [OutputFile]) throws(MachineError) {
    let begun = Set(state.withLock { $0.begun.map(\.path) })
    for file in files where !begun.contains(file.path) { begin(file) }
    wait()
    let failures = state.withLock { $0.failures }
    if let failure = files.lazy.compactMap({ failures[$0.path] }).first {
      discard()
      throw failure
    }
    for file in files {
      guard rename(file.temporary, file.path) == 0 else {
        let reason = lastError
        removeTemporaries()
        throw .unwritable(file.path, reason)
      }
    }
    state.withLock { $0 = State() }
  }

  /// Removes what was begun and is in no place yet, and the folders that were made for it.
  package func discard() {
    _ = state.withLock { $0.takeWaiting() }
    working.wait()
    removeTemporaries()
    // Inner ones first: writers that made them at once may have noted them in any order.
    for folder in state.withLock({ $0.folders }).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      rmdir(folder)
    }
    state.withLock { $0.folders = [] }
  }

  private func removeTemporaries() {
    for file in state.withLock({ $0.begun }) { unlink(file.temporary) }
    state.withLock { $0.begun = [] }
  }

  /// Writes what waits, and waits for the writers.
  private func wait() {
    writeBeside(state.withLock { $0.takeWaiting() })
    working.wait()
  }

  /// Writes files beside their places and waits until they are on the disk; no more are open at once than a batch.
  private func writeBeside(_ files: [OutputFile]) {
    for start in stride(from: 0, to: files.count, by: Self.batch) {
      writeBeside(batch: files[start..<min(start + Self.batch, files.count)])
    }
  }

  private func writeBeside(batch: ArraySlice<OutputFile>) {
    // The disk is at work on all of them when the first is waited for.
    let handed = batch.compactMap { file -> (file: OutputFile, descriptor: Int32)? in
      do throws(MachineError) {
        try makeFolder(of: file)
        return (file, try file.writeBeside())
      } catch {
        note(error, of: file)
        return nil
      }
    }
    for (file, descriptor) in handed {
      if fsync(descriptor) != 0 { note(.unwritable(file.path, lastError), of: file) }
      close(descriptor)
    }
  }

  private func note(_ failure: MachineError, of file: OutputFile) {
    state.withLock { $0.failures[file.path] = failure }
  }

  private func makeFolder(of file: OutputFile) throws(MachineError) {
    var missing: [String] = []
    var folder = file.folder
    while access(folder, F_OK) != 0, folder != "/", folder != "." {
      missing.append(folder)
      folder = OutputFile(path: folder, bytes: []).folder
    }
    guard !missing.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(atPath: file.folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(URL(fileURLWithPath: file.folder).relativePath, error.localizedDescription)
    }
    state.withLock { state in
      state.folders += missing.filter { !state.folders.contains($0) }
    }
  }
}

extension OutputFile {
  private var nameStart: String.Index {
    path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  }

  fileprivate var folder: String {
    let folder = path[..<nameStart].dropLast()
    return nameStart == path.startIndex ? "." : folder.isEmpty ? "/" : String(folder)
  }

  private static let suffix = ".\(getpid())"

  /// The name that the file is first written under, one of its own in its folder.
  fileprivate var temporary: String {
    path[..<nameStart] + "." + path[nameStart...] + Self.suffix
  }

  /// Writes the file beside its place and hands it to the disk.
  ///
  /// - Returns: the open file, to be waited for and closed.
  fileprivate func writeBeside() throws(MachineError) -> Int32 {
    // A rename into the place of a folder would fail only after others have been made.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .unwritable(path, String(cString: strerror(EISDIR)))
    }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(path, lastError) }
    do {
      try content.forEachPart { part in
        var start = 0
        while start < part.count {
          let rest = UnsafeRawBufferPointer(rebasing: part[start...])
          let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
          guard count > 0 || errno == EINTR else { throw MachineError.unwritable(path, lastError) }
          start += max(0, count)
        }
      }
    } catch {
      close(descriptor)
      throw error as? MachineError ?? .unwritable(path, "\(error)")
    }
    start_writing_out(descriptor)
    return descriptor
  }
}
